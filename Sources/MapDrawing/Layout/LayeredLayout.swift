/// Places a graph in columns from left to right, with smooth lines that meet no foreign node.
///
/// Stages and the beneficiaries hold their zones whatever the connections between them
/// are. The lower left corner of the drawing lies near the origin.
package struct LayeredLayout: FigureLayout {
  package init() {}

  /// - Complexity: a search for few crossings whose effort is bounded; see ``ColumnSearch``.
  package func placed(_ graph: LayoutGraph, _ metrics: LayoutMetrics) -> PlacedGraph {
    guard !graph.nodes.isEmpty else { return PlacedGraph() }
    var search = ColumnSearch(graph, metrics: metrics)
    let order = search.best()
    let columns = Columns(graph, order, metrics)
    let paths = LineCourses(graph, order, columns, metrics).courses
    return PlacedGraph(graph, columns.rectangles, paths, metrics)
  }
}

extension PlacedGraph {
  /// Nodes and lines with the frames of their stages around them.
  init(_ graph: LayoutGraph, _ nodes: [Rectangle], _ paths: [Path], _ metrics: LayoutMetrics) {
    (self.nodes, self.paths) = (nodes, paths)
    stages = Self.stages(graph, nodes, paths, metrics)
    let frames = Array(stages.values)
    if let first = frames.first { frame = frames.dropFirst().reduce(first) { $0.union($1) } }
  }

  /// The frames of the stages that have nodes; the end belongs to the last.
  private static func stages(
    _ graph: LayoutGraph, _ nodes: [Rectangle], _ paths: [Path], _ metrics: LayoutMetrics
  ) -> [Int: Frame] {
    var stages: [Int: Frame] = [:]
    let points = paths.flatMap(\.points)
    let bottom = min(nodes.map { $0.center.y - $0.height / 2 }.min() ?? 0, points.map(\.y).min() ?? .infinity)
    let top = max(nodes.map { $0.center.y + $0.height / 2 }.max() ?? 0, points.map(\.y).max() ?? -.infinity)
    for (node, place) in zip(graph.nodes, nodes) {
      let stage = graph.stage(of: node.zone)
      let left = place.center.x - place.width / 2 - metrics.panelPadding
      let right = place.center.x + place.width / 2 + metrics.panelPadding
      let known = stages[stage]
      stages[stage] = Frame(
        left: min(known?.left ?? left, left), bottom: bottom - metrics.panelPadding,
        right: max(known?.right ?? right, right),
        // Room for the name of the stage.
        top: top + metrics.panelPadding + 1.6 * metrics.fontSize)
    }
    // A line that bulges out of the last column stays inside its stage.
    if let last = stages.keys.max(), let frame = stages[last], let reach = points.map(\.x).max(),
      reach + 6 > frame.right
    {
      stages[last]?.right = reach + 6
    }
    return stages
  }
}
