/// The places of the items of ordered columns.
struct Columns: Sendable {
  /// The places of the nodes, in the order of the graph.
  let rectangles: [Rectangle]
  /// The heights of all items' centres, upwards; nodes first, then lanes.
  let centres: [Double]
  /// The left and right side of each column.
  let sides: [(left: Double, right: Double)]
  /// How lines run whose ends stand in one column.
  let inside: LinesInColumns

  init(_ graph: LayoutGraph, _ order: ColumnOrder, _ metrics: LayoutMetrics) {
    inside = LinesInColumns(graph, order, metrics)
    let heights = Self.heights(graph, order, inside, metrics)
    let downwards = ColumnCoordinates.centres(
      of: order, heights: heights, spaces: inside.spaces, metrics: metrics)
    let lowest = zip(downwards, heights).map { $0 + $1 / 2 }.max() ?? 0
    centres = downwards.map { lowest - $0 }
    var sides: [(left: Double, right: Double)] = []
    var left = 0.0
    // Lanes alone belong to the last stage.
    let stages = order.columns.map { items in
      items.first { $0 < order.nodeCount }.map { graph.stage(of: graph.nodes[$0].zone) } ?? graph.stageCount - 1
    }
    for (column, items) in order.columns.enumerated() {
      let width = items.map { $0 < order.nodeCount ? graph.nodes[$0].width : 0 }.max() ?? 0
      sides.append((left, left + width))
      if column + 1 < order.columns.count {
        left +=
          width + metrics.gap(lines: order.linesInGap[column], isBetweenStages: stages[column] < stages[column + 1])
      }
    }
    self.sides = sides
    rectangles = graph.nodes.indices.map { [centres] node in
      let side = sides[order.columnOf[node]]
      return Rectangle(
        center: Point((side.left + side.right) / 2, centres[node]), width: graph.nodes[node].width,
        height: heights[node])
    }
  }

  /// Columns whose places are known.
  init(
    rectangles: [Rectangle], centres: [Double], sides: [(left: Double, right: Double)], inside: LinesInColumns
  ) {
    (self.rectangles, self.centres, self.sides, self.inside) = (rectangles, centres, sides, inside)
  }

  /// How tall all items are; a node is as tall as the lines at its busier side need, a lane has no height.
  static func heights(
    _ graph: LayoutGraph, _ order: ColumnOrder, _ inside: LinesInColumns, _ metrics: LayoutMetrics
  ) -> [Double] {
    var ends = [(left: Int, right: Int)](repeating: (0, 0), count: graph.nodes.count)
    for chain in order.chains {
      guard let first = chain.first, let last = chain.last, order.columnOf[first] != order.columnOf[last] else {
        continue
      }
      ends[first].right += 1
      ends[last].left += 1
    }
    for (line, course) in inside.courses {
      guard case .around = course else { continue }
      ends[graph.lines[line].first].right += 1
      ends[graph.lines[line].second].right += 1
    }
    var heights = [Double](repeating: 0, count: order.columnOf.count)
    for (node, end) in zip(graph.nodes.indices, ends) {
      let busy = Double(max(end.left, end.right) - 1) * metrics.portGap + 14
      heights[node] = max(graph.nodes[node].height, FigureStyle.even(busy))
    }
    return heights
  }
}
