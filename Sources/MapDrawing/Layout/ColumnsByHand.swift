/// The columns of nodes that a person placed, with lanes for the lines that pass them.
struct ColumnsByHand {
  /// What stands in each column, from top to bottom.
  let order: ColumnOrder
  /// Where it stands.
  let columns: Columns

  /// - Parameter nodes: where nodes are meant to stand, y upwards.
  /// - Complexity: O(n log n + l · c · n), where n is the number of nodes, l of lines, and c of columns.
  init(_ graph: LayoutGraph, _ nodes: [Rectangle], _ metrics: LayoutMetrics) {
    let members = Self.columns(of: nodes)
    let bare = ColumnOrder(members, lines: graph.lines, nodeCount: nodes.count)
    let inside = LinesInColumns(graph, bare, metrics)
    let heights = Columns.heights(graph, bare, inside, metrics)
    var nodes = nodes
    for node in nodes.indices { nodes[node].height = heights[node] }
    var sides: [(left: Double, right: Double)] = []
    for (column, own) in members.enumerated() {
      for (above, below) in zip(own, own.dropFirst()) {
        let space = max(Self.leastSpace, inside.spaces[below] ?? 0)
        nodes[below].center.y = min(nodes[below].center.y, nodes[above].bottom - space - nodes[below].height / 2)
      }
      let left = own.map { nodes[$0].left }.min() ?? 0
      var gap = 0.0
      if column > 0 {
        let tracks = inside.tracks[column - 1].map { LinesInColumns.reach(of: $0 - 1, among: $0, metrics) + 8 } ?? 0
        let usual = metrics.gap(lines: bare.linesInGap[column - 1], isBetweenStages: false)
        gap = max(Self.shareOfGap * usual, tracks)
      }
      let shift = max(0, (sides.last?.right ?? -.infinity) + gap - left)
      for node in own { nodes[node].center.x += shift }
      sides.append((left + shift, own.map { nodes[$0].right }.max() ?? 0))
    }
    let joined = graph.lines.indices.compactMap { line -> [Int]? in
      guard case .between = inside.courses[line] else { return nil }
      return [graph.lines[line].first, graph.lines[line].second].sorted()
    }
    var lanes = LanesByHand(members, nodes, sides, spaces: inside.spaces, joined: Set(joined), metrics)
    let chains = graph.lines.map { lanes.chain(from: $0.first, to: $0.second) }
    lanes.straighten(chains)
    order = ColumnOrder(lanes.items, columnOf: lanes.columnOf, chains: chains, nodeCount: nodes.count)
    columns = Columns(
      rectangles: nodes, centres: lanes.centres, sides: sides, inside: LinesInColumns(graph, order, metrics))
  }

  /// How much of the usual space between columns a person can take away.
  private static let shareOfGap = 0.6
  /// What is left between nodes that a person put on each other.
  private static let leastSpace = 6.0

  /// The nodes that stand above each other, from top to bottom, for each column from left to right: one whose middle is to
  /// the right of a column is in the next, and so is one that stands beside another.
  private static func columns(of nodes: [Rectangle]) -> [[Int]] {
    var columns: [[Int]] = []
    var right = -Double.infinity
    for node in nodes.indices.sorted(by: { (nodes[$0].center.x, $0) < (nodes[$1].center.x, $1) }) {
      let isBeside = columns.last.map { column in
        nodes[node].center.x > right
          || column.contains {
            nodes[$0].bottom < nodes[node].top && nodes[node].bottom < nodes[$0].top
              && nodes[$0].center.x < nodes[node].center.x
          }
      }
      if isBeside ?? true {
        columns.append([])
        right = -.infinity
      }
      columns[columns.count - 1].append(node)
      right = max(right, nodes[node].right)
    }
    return columns.map { own in own.sorted { (nodes[$0].center.y, $1) > (nodes[$1].center.y, $0) } }
  }
}

extension ColumnOrder {
  /// The order of nodes in columns before any lane is found: lines pass as if nothing stood between their ends.
  fileprivate init(_ columns: [[Int]], lines: [LayoutGraph.Line], nodeCount: Int) {
    var columnOf = [Int](repeating: 0, count: nodeCount)
    for (column, nodes) in columns.enumerated() { for node in nodes { columnOf[node] = column } }
    let chains = lines.map { line in
      columnOf[line.first] <= columnOf[line.second] ? [line.first, line.second] : [line.second, line.first]
    }
    self.init(columns, columnOf: columnOf, chains: chains, nodeCount: nodeCount)
  }

  fileprivate init(_ columns: [[Int]], columnOf: [Int], chains: [[Int]], nodeCount: Int) {
    var linesInGap = columns.map { _ in 0 }
    for chain in chains {
      for gap in columnOf[chain[0]]..<columnOf[chain[chain.count - 1]] { linesInGap[gap] += 1 }
    }
    self.init(columns: columns, nodeCount: nodeCount, columnOf: columnOf, chains: chains, linesInGap: linesInGap)
  }
}
