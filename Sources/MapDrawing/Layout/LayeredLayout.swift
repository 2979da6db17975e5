/// Places a graph in columns from left to right, with smooth lines that meet no foreign node.
///
/// The set-up half, the delivery half and the beneficiaries hold their zones whatever the connections between them
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
    let halves = Self.halves(graph, columns.rectangles, paths, metrics)
    let frames = Array(halves.values)
    let frame = frames.dropFirst().reduce(frames[0]) { $0.union($1) }
    return PlacedGraph(nodes: columns.rectangles, paths: paths, halves: halves, frame: frame)
  }

  /// The frames of the halves that have nodes: the first zone, then the second with the end.
  private static func halves(
    _ graph: LayoutGraph, _ nodes: [Rectangle], _ paths: [Path], _ metrics: LayoutMetrics
  ) -> [LayoutGraph.Zone: Frame] {
    var halves: [LayoutGraph.Zone: Frame] = [:]
    let points = paths.flatMap(\.points)
    let bottom = min(nodes.map { $0.center.y - $0.height / 2 }.min() ?? 0, points.map(\.y).min() ?? .infinity)
    let top = max(nodes.map { $0.center.y + $0.height / 2 }.max() ?? 0, points.map(\.y).max() ?? -.infinity)
    for (node, place) in zip(graph.nodes, nodes) {
      let zone: LayoutGraph.Zone = node.zone == .first ? .first : .second
      let left = place.center.x - place.width / 2 - metrics.panelPadding
      let right = place.center.x + place.width / 2 + metrics.panelPadding
      let known = halves[zone]
      halves[zone] = Frame(
        left: min(known?.left ?? left, left), bottom: bottom - metrics.panelPadding,
        right: max(known?.right ?? right, right),
        // Room for the name of the half.
        top: top + metrics.panelPadding + 1.6 * metrics.fontSize)
    }
    // A line that bulges out of the last column stays inside its half.
    if let last = halves[.second], let reach = points.map(\.x).max(), reach + 6 > last.right {
      halves[.second]?.right = reach + 6
    }
    return halves
  }
}
