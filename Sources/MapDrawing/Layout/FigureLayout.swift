/// A way of placing what a figure shows.
package protocol FigureLayout: Sendable {
  /// Gives every node a place and every line a path, the same for the same graph.
  func placed(_ graph: LayoutGraph, _ metrics: LayoutMetrics) -> PlacedGraph
}

/// A graph with a place for everything, in points, y upwards.
package struct PlacedGraph: Sendable, Hashable {
  /// The places of the nodes, in the order of the graph.
  package var nodes: [Rectangle] = []
  /// The paths of the lines, in the order of the graph, each from the line's first node to its second.
  package var paths: [Path] = []
  /// The frames of the stages that have nodes, by their places.
  package var stages: [Int: Frame] = [:]
  /// The frame of everything.
  package var frame = Frame(left: 0, bottom: 0, right: 0, top: 0)

  /// The same places with other lines.
  func with(paths: [Path]) -> PlacedGraph {
    var changed = self
    changed.paths = paths
    return changed
  }

  /// The same places elsewhere.
  func moved(by shift: Point) -> PlacedGraph {
    PlacedGraph(
      nodes: nodes.map { Rectangle(center: $0.center.moved(by: shift), width: $0.width, height: $0.height) },
      paths: paths.map { $0.moved(by: shift) }, stages: stages.mapValues { $0.moved(by: shift) },
      frame: frame.moved(by: shift))
  }
}
