import GraphMeasures

/// The items of each column from top to bottom: nodes, and the lanes that long lines need in the columns they pass.
///
/// A line that spans several columns is a chain of short ones through lanes, so that it never meets a node on its
/// way, and two short lines cross exactly if their ends are in opposite orders. Orders with few crossings are found
/// with the barycentre heuristic and swaps of neighbours (Sugiyama, Tagawa and Toda 1981, doi:10.1109/TSMC.1981.4308636).
struct ColumnOrder {
  /// The items of each column, from top to bottom; items below `nodeCount` are nodes, the others lanes.
  private(set) var columns: [[Int]]
  /// The number of nodes.
  let nodeCount: Int
  /// Each item's column.
  let columnOf: [Int]
  /// For each line the items it passes from left to right; both ends in one column give two items.
  let chains: [[Int]]
  private var position: [Int]
  private let left: [[Int]]
  private let right: [[Int]]
  private let flat: [(Int, Int)]

  /// Sets up the columns in the order of the nodes.
  init(_ graph: LayoutGraph, columnOf assignment: [Int], columnCount: Int) {
    nodeCount = graph.nodes.count
    var columnOf = assignment
    var columns = [[Int]](repeating: [], count: columnCount)
    for (node, column) in assignment.enumerated() { columns[column].append(node) }
    var chains: [[Int]] = []
    var flat: [(Int, Int)] = []
    for line in graph.lines {
      let (start, end) =
        assignment[line.first] <= assignment[line.second] ? (line.first, line.second) : (line.second, line.first)
      var chain = [start]
      for column in (assignment[start] + 1)..<max(assignment[end], assignment[start] + 1) {
        chain.append(columnOf.count)
        columns[column].append(columnOf.count)
        columnOf.append(column)
      }
      chain.append(end)
      chains.append(chain)
      if assignment[start] == assignment[end] { flat.append((start, end)) }
    }
    var left = [[Int]](repeating: [], count: columnOf.count)
    var right = left
    for chain in chains where columnOf[chain[0]] != columnOf[chain[chain.count - 1]] {
      for (item, next) in zip(chain, chain.dropFirst()) {
        right[item].append(next)
        left[next].append(item)
      }
    }
    self.columns = columns
    self.columnOf = columnOf
    self.chains = chains
    self.left = left
    self.right = right
    self.flat = flat
    position = [Int](repeating: 0, count: columnOf.count)
    for column in columns.indices { index(column) }
  }

  private mutating func index(_ column: Int) {
    for (place, item) in columns[column].enumerated() { position[item] = place }
  }

  /// The number of crossings, and how far apart ends of lines within a column are, as crossings they would cause.
  var cost: Int { crossings + flatCost }

  private var flatCost: Int { flat.reduce(0) { $0 + 2 * max(0, abs(position[$1.0] - position[$1.1]) - 1) } }

  /// The number of crossings between neighbouring columns.
  ///
  /// Each line crosses those that started above it and end below it; a Fenwick tree counts them (Barth, Jünger and
  /// Mutzel 2002, doi:10.1007/3-540-36151-0_13).
  /// - Complexity: O(Σ m log n) over the gaps, where m is the number of lines in a gap and n of items in a column.
  var crossings: Int {
    var total = 0
    var ends: [Int] = []
    for (column, next) in zip(columns, columns.dropFirst()) {
      ends.removeAll(keepingCapacity: true)
      for item in column {
        let start = ends.count
        for neighbour in right[item] { ends.append(position[neighbour]) }
        ends[start...].sort()
      }
      var tree = [Int](repeating: 0, count: next.count + 1)
      for (passed, end) in ends.enumerated() {
        var notBelow = 0
        var node = end + 1
        while node > 0 {
          notBelow += tree[node]
          node &= node - 1
        }
        total += passed - notBelow
        node = end + 1
        while node <= next.count {
          tree[node] += 1
          node += node & -node
        }
      }
    }
    return total
  }

  /// Looks for an order with few crossings, keeping the best that is met.
  /// - Parameters:
  ///   - sweeps: how often the columns are gone through.
  ///   - restarts: how often to start anew from a shuffled order.
  mutating func reduceCrossings(sweeps: Int, restarts: Int, using random: inout RandomNumbers) {
    var best = columns
    var bestCost = Int.max
    for attempt in 0...restarts {
      if attempt > 0 {
        for column in columns.indices {
          columns[column].shuffle(using: &random)
          index(column)
        }
      }
      var stale = 0
      for sweep in 0..<sweeps where stale < 4 {
        sort(fromLeft: sweep.isMultiple(of: 2))
        swapNeighbours()
        let cost = cost
        if cost < bestCost {
          best = columns
          bestCost = cost
          stale = 0
        } else {
          stale += 1
        }
      }
      if bestCost == 0 { break }
    }
    columns = best
    for column in columns.indices { index(column) }
  }

  /// Sorts each column by the mean place of its items' neighbours in the column before.
  private mutating func sort(fromLeft: Bool) {
    for column in fromLeft ? Array(columns.indices.dropFirst()) : columns.indices.dropLast().reversed() {
      var keyed = columns[column].map { item -> (key: Double, item: Int) in
        let neighbours = fromLeft ? left[item] : right[item]
        if neighbours.isEmpty { return (Double(position[item]), item) }
        let sum = neighbours.reduce(0) { $0 + position[$1] }
        return (Double(sum) / Double(neighbours.count), item)
      }
      keyed.sort { ($0.key, position[$0.item]) < ($1.key, position[$1.item]) }
      columns[column] = keyed.map(\.item)
      index(column)
    }
  }

  /// Swaps neighbours in a column wherever that takes crossings away, until nothing is gained.
  private mutating func swapNeighbours() {
    var isImproved = true
    var rounds = 0
    while isImproved, rounds < 6 {
      isImproved = false
      rounds += 1
      for column in columns.indices where columns[column].count > 1 {
        for place in 0..<(columns[column].count - 1) {
          let (upper, lower) = (columns[column][place], columns[column][place + 1])
          let gain =
            crossings(upper, lower, right) - crossings(lower, upper, right) + crossings(upper, lower, left)
            - crossings(lower, upper, left)
          guard gain > 0 else { continue }
          columns[column].swapAt(place, place + 1)
          position[upper] = place + 1
          position[lower] = place
          isImproved = true
        }
      }
    }
  }

  /// The crossings of two neighbours' lines to one side, if the first stands above the second.
  private func crossings(_ upper: Int, _ lower: Int, _ side: [[Int]]) -> Int {
    var count = 0
    for one in side[upper] {
      for other in side[lower] where position[one] > position[other] { count += 1 }
    }
    return count
  }
}
