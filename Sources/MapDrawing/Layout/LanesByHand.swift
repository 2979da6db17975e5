/// The lanes of lines past nodes that stay where they are.
struct LanesByHand {
  /// The items of each column, from top to bottom.
  private(set) var items: [[Int]]
  /// Each item's column.
  private(set) var columnOf: [Int]
  /// The heights of all items' middles, upwards; nodes first, then lanes.
  private(set) var centres: [Double]

  private let sides: [(left: Double, right: Double)]
  private let gap: Double
  /// For each column, the lanes above its first node, between its nodes, and below its last.
  private var slots: [[[Int]]]
  /// Between which heights those run; there is no room where the one is above the other.
  private let ranges: [[(bottom: Double, top: Double)]]

  /// - Parameters:
  ///   - columns: the nodes of each column, from top to bottom.
  ///   - sides: the left and right side of each column.
  ///   - spaces: what lines within a column need above nodes.
  ///   - joined: the neighbours in a column that a line joins, each in the order of the graph.
  init(
    _ columns: [[Int]], _ nodes: [Rectangle], _ sides: [(left: Double, right: Double)], spaces: [Int: Double],
    joined: Set<[Int]>, _ metrics: LayoutMetrics
  ) {
    let gap = metrics.laneGap
    (items, self.sides, self.gap) = (columns, sides, gap)
    columnOf = nodes.map { _ in 0 }
    for (column, own) in columns.enumerated() { for node in own { columnOf[node] = column } }
    centres = nodes.map(\.center.y)
    slots = columns.map { own in Array(repeating: [], count: own.count + 1) }
    ranges = columns.map { own in
      (0...own.count).map { slot in
        let above = slot > 0 ? own[slot - 1] : nil
        let below = slot < own.count ? own[slot] : nil
        if let above, let below, joined.contains([above, below].sorted()) { return (.infinity, -.infinity) }
        return (
          below.map { nodes[$0].top + max(gap, spaces[$0] ?? 0) } ?? -.infinity,
          above.map { nodes[$0].bottom - gap } ?? .infinity
        )
      }
    }
  }

  /// The items that a line passes from left to right, with a new lane in each column between its ends.
  mutating func chain(from one: Int, to other: Int) -> [Int] {
    let (first, last) = columnOf[one] <= columnOf[other] ? (one, other) : (other, one)
    guard columnOf[first] + 1 < columnOf[last] else { return [first, last] }
    var chain = [first]
    for column in (columnOf[first] + 1)..<columnOf[last] {
      // Straight on from where it is to where it ends.
      let from = (x: sides[columnOf[chain[chain.count - 1]]].right, y: centres[chain[chain.count - 1]])
      let share = (sides[column].left - from.x) / max(1, sides[columnOf[last]].left - from.x)
      let height = from.y + (centres[last] - from.y) * share
      chain.append(addLane(in: column, near: height))
    }
    return chain + [last]
  }

  private mutating func addLane(in column: Int, near height: Double) -> Int {
    let lane = centres.count
    let ranges = ranges[column]
    let open = ranges.indices.filter {
      Double(slots[column][$0].count) * gap <= ranges[$0].top - ranges[$0].bottom
    }
    func distance(_ slot: Int) -> Double { max(ranges[slot].bottom - height, height - ranges[slot].top, 0) }
    let slot = open.min { distance($0) < distance($1) } ?? 0
    slots[column][slot].append(lane)
    columnOf.append(column)
    centres.append(height)
    return lane
  }

  /// Orders the lanes between two nodes as their lines come and go, and spreads them.
  mutating func straighten(_ chains: [[Int]]) {
    var beside: [Int: (before: Int, behind: Int)] = [:]
    for chain in chains where chain.count > 2 {
      for place in 1..<(chain.count - 1) { beside[chain[place]] = (chain[place - 1], chain[place + 1]) }
    }
    for _ in 0..<8 {
      for column in slots.indices {
        for slot in slots[column].indices where !slots[column][slot].isEmpty {
          let wanted = slots[column][slot].map { lane in
            (lane, beside[lane].map { (centres[$0.before] + centres[$0.behind]) / 2 } ?? centres[lane])
          }.sorted { ($0.1, $0.0) > ($1.1, $1.0) }
          slots[column][slot] = wanted.map(\.0)
          let range = ranges[column][slot]
          var heights = wanted.map { min(range.top, max(range.bottom, $0.1)) }
          for place in heights.indices.dropFirst() { heights[place] = min(heights[place], heights[place - 1] - gap) }
          if let lowest = heights.last, lowest < range.bottom {
            heights[heights.count - 1] = range.bottom
            for place in heights.indices.dropLast().reversed() {
              heights[place] = max(heights[place], heights[place + 1] + gap)
            }
          }
          for (lane, height) in zip(slots[column][slot], heights) { centres[lane] = height }
        }
      }
    }
    for column in items.indices {
      let own = items[column]
      items[column] = slots[column].enumerated().flatMap { slot, lanes in lanes + (slot < own.count ? [own[slot]] : [])
      }
    }
  }
}
