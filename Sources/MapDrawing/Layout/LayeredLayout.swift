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

  private mutating func frameHalves(_ graph: LayoutGraph, _ metrics: LayoutMetrics) {
    let points = courses.flatMap(\.points)
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
    let frames = halves.values
    frame = Frame(
      left: frames.map(\.left).min() ?? 0, bottom: frames.map(\.bottom).min() ?? 0,
      right: frames.map(\.right).max() ?? 0, top: frames.map(\.top).max() ?? 0)
  }
}

/// The places of the items of ordered columns.
struct Columns: Sendable {
  /// The places of the nodes, in the order of the graph.
  let rectangles: [Rectangle]
  /// The heights of all items' centres, upwards; nodes first, then lanes.
  let centres: [Double]
  /// The left and right side of each column.
  let sides: [(left: Double, right: Double)]

  init(_ graph: LayoutGraph, _ order: ColumnOrder, _ metrics: LayoutMetrics) {
    // A node is as tall as the lines at its busier side need.
    var ends = [(left: Int, right: Int)](repeating: (0, 0), count: graph.nodes.count)
    for chain in order.chains {
      guard let first = chain.first, let last = chain.last, order.columnOf[first] != order.columnOf[last] else {
        continue
      }
      ends[first].right += 1
      ends[last].left += 1
    }
    var heights = [Double](repeating: 0, count: order.columnOf.count)
    for (node, end) in zip(graph.nodes.indices, ends) {
      let busy = Double(max(end.left, end.right) - 1) * metrics.portGap + 14
      heights[node] = max(graph.nodes[node].height, busy)
    }
    let downwards = ColumnCoordinates.centres(of: order, heights: heights, metrics: metrics)
    let lowest = zip(downwards, heights).map { $0 + $1 / 2 }.max() ?? 0
    centres = downwards.map { lowest - $0 }
    var sides: [(left: Double, right: Double)] = []
    var left = 0.0
    for (column, items) in order.columns.enumerated() {
      let width = items.map { $0 < order.nodeCount ? graph.nodes[$0].width : 0 }.max() ?? 0
      sides.append((left, left + width))
      if column + 1 < order.columns.count { left += width + metrics.gap(after: column, order, graph) }
    }
    self.sides = sides
    rectangles = graph.nodes.indices.map { [centres] node in
      let side = sides[order.columnOf[node]]
      return Rectangle(
        center: DOTPoint((side.left + side.right) / 2, centres[node]), width: graph.nodes[node].width,
        height: heights[node])
    }
  }
}
