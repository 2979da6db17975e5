import Graphviz

/// A graph placed in columns from left to right, with smooth lines that meet no foreign node.
///
/// The set-up half, the delivery half and the beneficiaries hold their zones whatever the connections between them
/// are. Coordinates are in points, y upwards, the lower left corner of the drawing near the origin.
struct LayeredLayout: Sendable {
  /// A rectangle.
  struct Frame: Sendable, Hashable {
    var left: Double
    var bottom: Double
    var right: Double
    var top: Double
  }

  /// The places of the nodes, in the order of the graph.
  private(set) var nodes: [Rectangle] = []
  /// The courses of the lines, in the order of the graph, each from the line's first node to its second.
  private(set) var courses: [DOTCourse] = []
  /// The frames of the halves that have nodes: the first zone, then the second with the end.
  private(set) var halves: [LayoutGraph.Zone: Frame] = [:]
  /// The frame of everything.
  private(set) var frame = Frame(left: 0, bottom: 0, right: 0, top: 0)

  /// Lays a graph out.
  init(_ graph: LayoutGraph, metrics: LayoutMetrics = LayoutMetrics()) {
    guard !graph.nodes.isEmpty else { return }
    var search = ColumnSearch(graph, metrics: metrics)
    let order = search.best()
    let columns = Columns(graph, order, metrics)
    nodes = columns.rectangles
    courses = LineCourses(graph, order, columns, metrics).courses
    frameHalves(graph, metrics)
  }

  /// The same places with other lines.
  func with(courses: [DOTCourse]) -> LayeredLayout {
    var changed = self
    changed.courses = courses
    return changed
  }

  /// The same layout elsewhere.
  func moved(by shift: DOTPoint) -> LayeredLayout {
    func moved(_ frame: Frame) -> Frame {
      Frame(
        left: frame.left + shift.x, bottom: frame.bottom + shift.y, right: frame.right + shift.x,
        top: frame.top + shift.y)
    }
    func moved(_ point: DOTPoint) -> DOTPoint { DOTPoint(point.x + shift.x, point.y + shift.y) }
    var changed = self
    changed.nodes = nodes.map { Rectangle(center: moved($0.center), width: $0.width, height: $0.height) }
    changed.courses = courses.map {
      DOTCourse(points: $0.points.map(moved), startTip: $0.startTip.map(moved), endTip: $0.endTip.map(moved))
    }
    changed.halves = halves.mapValues(moved)
    changed.frame = moved(frame)
    return changed
  }

  private mutating func frameHalves(_ graph: LayoutGraph, _ metrics: LayoutMetrics) {
    let points = courses.flatMap(\.points)
    // With their types, because the compiler takes two seconds to find them.
    let bottoms: [Double] = nodes.map { $0.center.y - $0.height / 2 }
    let tops: [Double] = nodes.map { $0.center.y + $0.height / 2 }
    let heights: [Double] = points.map(\.y)
    let bottom: Double = min(bottoms.min() ?? 0, heights.min() ?? .infinity)
    let top: Double = max(tops.max() ?? 0, heights.max() ?? -.infinity)
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
    let frames = halves.values
    frame = Frame(
      left: frames.map(\.left).min() ?? 0, bottom: frames.map(\.bottom).min() ?? 0,
      right: frames.map(\.right).max() ?? 0, top: frames.map(\.top).max() ?? 0)
  }
}
