/// Distances of a layered layout, in points, and the page that it has to fit.
package struct LayoutMetrics: Sendable {
  /// The size of labels.
  package var fontSize = 11.0
  /// The least space between two nodes above each other.
  package var nodeGap = 14.0
  /// The least space between a lane and what is above or below it.
  package var laneGap = 9.0
  /// The space between columns.
  package var columnGap = 44.0
  /// The most that a gap grows with the lines in it.
  package var lineAllowance = 24.0
  /// The space around the nodes of a stage.
  package var panelPadding = 14.0
  /// The space between the stages.
  package var panelGap = 26.0
  /// The space between the ends of lines at one side of a node.
  package var portGap = 7.0
  /// The length of an arrow.
  package var arrowLength = 7.0
  /// The space for the figure, if it is not a page of its own.
  package var room: (width: Double, height: Double)?
  /// The size of the legend below the map, if it is set as a page of a report allows.
  package var legend = (width: 300.0, height: 110.0)
  /// Whether the legend stands to the right of the map.
  package var isLegendBeside = false
  /// The size from which letters are legible there.
  package var legibleSize = 8.0

  /// The space between a column and the next.
  /// - Parameters:
  ///   - lines: how many lines run there.
  ///   - isBetweenStages: whether the one is of another stage than the other.
  func gap(lines: Int, isBetweenStages: Bool) -> Double {
    columnGap + min(lineAllowance, Double(lines)) + (isBetweenStages ? 2 * panelPadding + panelGap - 16 : 0)
  }

  /// The space for a figure, in points: upright on 16 by 22 cm, or, if it has many nodes, across an A4 page on 25.7 by
  /// 17 cm.
  package static func page(for graph: LayoutGraph) -> (width: Double, height: Double) {
    graph.nodes.count > 24 ? (728, 482) : (453, 620)
  }

  /// The size of letters on the page for which the figure is meant, in points.
  func textSize(width: Double, height: Double, of graph: LayoutGraph) -> Double {
    var (width, height) = (width, height)
    if isLegendBeside {
      width += legend.width + FigureCanvas.legendGap
      height = max(height, legend.height)
    } else {
      // Under a narrow map the legend stands in fewer columns.
      height += legend.height * (width < legend.width ? 2 : 1)
    }
    let page = room ?? Self.page(for: graph)
    return fontSize * min(1, page.width / width, page.height / height)
  }
}
