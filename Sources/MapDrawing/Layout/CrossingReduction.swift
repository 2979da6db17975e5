import GraphMeasures

/// Looks for an order of columns in which lines cross seldom.
///
/// Columns are sorted by the mean place of their items' neighbours (Sugiyama, Tagawa and Toda 1981,
/// doi:10.1109/TSMC.1981.4308636), then each item is taken to where it crosses least in its column (sifting: Matuszewski,
/// Schönfeld and Molitor 1999, doi:10.1007/3-540-46648-7_22).
struct CrossingReduction {
  /// The number of nodes; items from there on are lanes.
  let nodeCount: Int
  /// The best cost that was met: crossings, and how far apart ends of lines within a column are.
  private(set) var cost = Int.max

  private let columnOf: [Int]
  /// The first lane of each line.
  private let lanes: [Int]
  private let graph: LayoutGraph
  /// Where each column begins in `items`.
  private let starts: [Int]
  /// All items, column by column, from top to bottom.
  private var items: [Int]
  /// Each item's place in `items`.
  private var place: [Int]
  private let left: ItemNeighbours
  private let right: ItemNeighbours
  private let flat: [(one: Int, other: Int)]
  private var keys: [Double]

  /// Sets up the columns.
  /// - Parameter heights: where nodes stand from top to bottom at first, at any scale.
  init(_ graph: LayoutGraph, columnOf assignment: [Int], heights: [Double]) {
    self.graph = graph
    nodeCount = graph.nodes.count
    var columnOf = assignment
    var keys = heights
    var lanes: [Int] = []
    var flat: [(one: Int, other: Int)] = []
    var steps: [(item: Int, neighbour: Int)] = []
    lanes.reserveCapacity(graph.lines.count)
    for line in graph.lines {
      lanes.append(columnOf.count)
      let isForward = assignment[line.first] <= assignment[line.second]
      let (start, end) = isForward ? (line.first, line.second) : (line.second, line.first)
      let span = assignment[end] - assignment[start]
      if span == 0 {
        if start != end { flat.append((start, end)) }
        continue
      }
      var last = start
      for step in 1..<max(span, 1) {
        let lane = columnOf.count
        columnOf.append(assignment[start] + step)
        keys.append(heights[start] + (heights[end] - heights[start]) * Double(step) / Double(span))
        steps.append((last, lane))
        last = lane
      }
      steps.append((last, end))
    }
    let count = columnOf.count
    let columnCount = (assignment.max() ?? -1) + 1
    right = ItemNeighbours(of: count, steps)
    left = ItemNeighbours(of: count, steps.map { ($0.neighbour, $0.item) })
    var starts = [Int](repeating: 0, count: columnCount + 1)
    for column in columnOf { starts[column + 1] += 1 }
    for column in 0..<columnCount { starts[column + 1] += starts[column] }
    items = [Int](repeating: 0, count: count)
    place = items
    var next = starts
    for item in 0..<count {
      items[next[columnOf[item]]] = item
      next[columnOf[item]] += 1
    }
    self.starts = starts
    self.columnOf = columnOf
    self.lanes = lanes
    self.flat = flat
    self.keys = keys
    for column in 0..<columnCount { sort(column) }
  }

  /// The best order that was found.
  var order: ColumnOrder {
    var linesInGap = [Int](repeating: 0, count: max(0, starts.count - 2))
    let chains = graph.lines.indices.map { index -> [Int] in
      let line = graph.lines[index]
      let (start, end) =
        columnOf[line.first] <= columnOf[line.second] ? (line.first, line.second) : (line.second, line.first)
      let span = columnOf[end] - columnOf[start]
      for gap in columnOf[start]..<columnOf[end] { linesInGap[gap] += 1 }
      return [start] + (lanes[index]..<(lanes[index] + max(0, span - 1))) + [end]
    }
    return ColumnOrder(
      columns: zip(starts, starts.dropFirst()).map { Array(items[$0..<$1]) }, nodeCount: nodeCount, columnOf: columnOf,
      chains: chains, linesInGap: linesInGap)
  }

  /// Where the nodes stand from top to bottom, from 0 to 1 in each column.
  var heights: [Double] {
    (0..<nodeCount).map { node in
      let column = columnOf[node]
      return (Double(place[node] - starts[column]) + 0.5) / Double(starts[column + 1] - starts[column])
    }
  }

  /// How many pairs of items are compared when each is taken to its best place.
  var siftingWork: Int { zip(starts, starts.dropFirst()).reduce(1) { $0 + ($1.1 - $1.0) * ($1.1 - $1.0) } }

  /// The number of nodes and lanes.
  var itemCount: Int { items.count }

  private var columnCount: Int { starts.count - 1 }

  /// Sorts a column by its items' keys; equal ones keep their order.
  private mutating func sort(_ column: Int) {
    let (start, end) = (starts[column], starts[column + 1])
    if end - start > 40 {
      let sorted = items[start..<end].sorted { (keys[$0], place[$0]) < (keys[$1], place[$1]) }
      for (offset, item) in sorted.enumerated() { items[start + offset] = item }
    } else {
      var index = start + 1
      while index < end {
        let item = items[index]
        let key = keys[item]
        var to = index
        while to > start, keys[items[to - 1]] > key {
          items[to] = items[to - 1]
          to -= 1
        }
        items[to] = item
        index += 1
      }
    }
    for index in start..<end { place[items[index]] = index }
  }

  // MARK: Counting

  /// The number of crossings between neighbouring columns.
  ///
  /// Each line crosses those that started above it and end below it; a Fenwick tree counts them (Barth, Jünger and
  /// Mutzel 2002, doi:10.1007/3-540-36151-0_13).
  /// - Complexity: O(Σ m log n) over the gaps, where m is the number of lines in a gap and n of items in a column.
  var crossings: Int {
    var total = 0
    var ends: [Int] = []
    var tree: [Int] = []
    for column in 0..<max(0, columnCount - 1) {
      ends.removeAll(keepingCapacity: true)
      let base = starts[column + 1]
      let size = starts[column + 2] - base
      for index in starts[column]..<starts[column + 1] {
        let first = ends.count
        for neighbour in right.range(items[index]) { ends.append(place[right.list[neighbour]] - base) }
        // Few enough for the simplest sort.
        var end = first + 1
        while end < ends.count {
          let value = ends[end]
          var to = end
          while to > first, ends[to - 1] > value {
            ends[to] = ends[to - 1]
            to -= 1
          }
          ends[to] = value
          end += 1
        }
      }
      tree.removeAll(keepingCapacity: true)
      for _ in 0...size { tree.append(0) }
      for (passed, end) in ends.enumerated() {
        var notBelow = 0
        var node = end + 1
        while node > 0 {
          notBelow += tree[node]
          node &= node - 1
        }
        total += passed - notBelow
        node = end + 1
        while node <= size {
          tree[node] += 1
          node += node & -node
        }
      }
    }
    return total
  }

  private var flatCost: Int {
    flat.reduce(0) { $0 + 2 * max(0, abs(place[$1.one] - place[$1.other]) - 1) }
  }

  /// How many crossings are spared if a lower item stands above an upper one.
  private func gain(_ upper: Int, _ lower: Int) -> Int {
    gain(upper, lower, left) + gain(upper, lower, right)
  }

  private func gain(_ upper: Int, _ lower: Int, _ side: ItemNeighbours) -> Int {
    let (ones, others) = (side.range(upper), side.range(lower))
    if ones.isEmpty || others.isEmpty { return 0 }
    var gain = 0
    for one in ones {
      let at = place[side.list[one]]
      for other in others {
        let beside = place[side.list[other]]
        if at > beside { gain += 1 } else if at < beside { gain -= 1 }
      }
    }
    return gain
  }

  // MARK: Searching

  /// Looks for an order with few crossings, keeping the best that is met.
  /// - Parameters:
  ///   - sweeps: how often the columns are gone through at most.
  ///   - restarts: how often to start anew from a shuffled order.
  ///   - sifts: whether items are taken to their best place, which costs more than to swap neighbours.
  mutating func reduce(sweeps: Int, restarts: Int = 0, sifts: Bool = false, using random: inout RandomNumbers) {
    var best = items
    cost = crossings + flatCost
    for attempt in 0...restarts {
      if attempt > 0 {
        for column in 0..<columnCount {
          for index in starts[column]..<starts[column + 1] { keys[items[index]] = Double(random.below(1 << 20)) }
          sort(column)
        }
      }
      var (stale, least) = (0, Int.max)
      for sweep in 0..<sweeps where stale < 4 {
        // What has no neighbours on one side stays where it is in a sweep from there: the other half begins on the right.
        sweepOnce(fromLeft: sweep.isMultiple(of: 2) == (attempt <= restarts / 2))
        swapItemNeighbours()
        if sifts { siftAll() }
        let now = crossings + flatCost
        if now < least {
          least = now
          stale = 0
        } else {
          stale += 1
        }
        if now < cost {
          cost = now
          best = items
        }
      }
      if cost == 0 { break }
    }
    items = best
    for (index, item) in items.enumerated() { place[item] = index }
  }

  /// Sorts each column by the mean place of its items' neighbours in the column before.
  private mutating func sweepOnce(fromLeft: Bool) {
    for step in 1..<max(columnCount, 1) {
      let column = fromLeft ? step : columnCount - 1 - step
      let before = fromLeft ? column - 1 : column + 1
      let scale = Double(starts[before + 1] - starts[before]) / Double(max(1, starts[column + 1] - starts[column]))
      for index in starts[column]..<starts[column + 1] {
        let item = items[index]
        let range = fromLeft ? left.range(item) : right.range(item)
        if range.isEmpty {
          keys[item] = (Double(index - starts[column])) * scale
          continue
        }
        var sum = 0
        for neighbour in range { sum += place[fromLeft ? left.list[neighbour] : right.list[neighbour]] }
        keys[item] = Double(sum) / Double(range.count) - Double(starts[before])
      }
      sort(column)
    }
  }

  /// Swaps neighbours in a column wherever that takes crossings away, until nothing is gained.
  private mutating func swapItemNeighbours() {
    var isImproved = true
    var rounds = 0
    while isImproved, rounds < 6 {
      isImproved = false
      rounds += 1
      for column in 0..<columnCount {
        var index = starts[column]
        while index + 1 < starts[column + 1] {
          let (upper, lower) = (items[index], items[index + 1])
          if gain(upper, lower) > 0 {
            items[index] = lower
            items[index + 1] = upper
            place[lower] = index
            place[upper] = index + 1
            isImproved = true
          }
          index += 1
        }
      }
    }
  }

  /// Takes each item in turn to where it crosses least in its column.
  private mutating func siftAll() {
    for column in 0..<columnCount {
      let members = Array(items[starts[column]..<starts[column + 1]])
      if members.count < 3 { continue }
      for item in members { sift(item, in: column) }
    }
  }

  private mutating func sift(_ item: Int, in column: Int) {
    let (start, end, at) = (starts[column], starts[column + 1], place[item])
    // What is spared by standing at each place, against standing where it is.
    var (best, to) = (0, at)
    var spared = 0
    var index = at - 1
    while index >= start {
      spared += gain(items[index], item)
      if spared > best { (best, to) = (spared, index) }
      index -= 1
    }
    spared = 0
    index = at + 1
    while index < end {
      spared += gain(item, items[index])
      if spared > best { (best, to) = (spared, index) }
      index += 1
    }
    guard to != at else { return }
    index = at
    let step = to < at ? -1 : 1
    while index != to {
      items[index] = items[index + step]
      place[items[index]] = index
      index += step
    }
    items[to] = item
    place[item] = to
  }
}
