/// What makes an arrangement of nodes in columns worse, weighed: arrows that do not run from left to right most, then lines
/// that cross, lines within a column, long lines, and small text.
struct ArrangementCost {
  private let graph: LayoutGraph
  private let metrics: LayoutMetrics

  /// A crossing, or an item between two ends of a line in a column.
  static let crossing = 3.0
  private static let against = 8.0
  private static let vertical = 6.0
  /// A line without direction within a column.
  private static let level = 3.0
  /// Each column that a line passes.
  private static let passing = 0.6

  init(_ graph: LayoutGraph, metrics: LayoutMetrics) {
    self.graph = graph
    self.metrics = metrics
  }

  /// What a line between two nodes costs by the columns of its first and second node.
  func cost(of line: LayoutGraph.Line, from first: Int, to second: Int) -> Double {
    let span = second - first
    let passing = Self.passing * Double(max(0, abs(span) - 1))
    guard line.pointsForward != line.pointsBackward else { return passing + (span == 0 ? Self.level : 0) }
    let along = line.pointsForward ? span : -span
    return passing + (along < 0 ? Self.against : along == 0 ? Self.vertical : 0)
  }

  /// What an arrangement costs whatever the orders of its columns are.
  func cost(of columnOf: [Int]) -> Double {
    let count = (columnOf.max() ?? -1) + 1
    var cost = 0.0
    var gaps = [Int](repeating: 0, count: count)
    var heights = [Double](repeating: 0, count: count)
    var widths = heights
    var stages = gaps
    for (node, column) in zip(graph.nodes, columnOf) {
      heights[column] += node.height + metrics.nodeGap
      widths[column] = max(widths[column], node.width)
      stages[column] = graph.stage(of: node.zone)
    }
    for line in graph.lines where line.first != line.second {
      let (first, second) = (columnOf[line.first], columnOf[line.second])
      cost += self.cost(of: line, from: first, to: second)
      let (low, high) = (min(first, second), max(first, second))
      for column in low..<high {
        gaps[column] += 1
        if column > low { heights[column] += metrics.laneGap }
      }
    }
    var width = 2 * metrics.panelPadding
    for column in 0..<count {
      width += widths[column]
      if column + 1 < count {
        width += metrics.gap(lines: gaps[column], isBetweenStages: stages[column] < stages[column + 1])
      }
    }
    let height = (heights.max() ?? 0) + 2 * metrics.panelPadding
    return cost + illegibility(metrics.textSize(width: width, height: height, of: graph))
  }

  /// What small text costs: nothing where its page shows letters that are legible, little just below, and further
  /// below so much that arrows stand within columns instead.
  private func illegibility(_ size: Double) -> Double {
    // In a graph of many lines, more is to be gained by a wider figure.
    let scale = max(1, Double(graph.lines.count) / 40)
    let legible = metrics.legibleSize
    return scale * (5 * max(0, legible - size) + 20 * max(0, 0.9 * legible - size))
  }
}
