import MapModel

/// Places nodes where a person put them, and the others where there is room.
///
/// Nodes that stand above each other are a column, so that lines run as in other figures: level past nodes, bending between
/// columns. Where nodes overlap, or columns leave no room for lines, they are moved apart, to the right and down.
package struct LayoutByHand: FigureLayout {
  /// The middles of nodes, by their places in the graph, in points, x from the left and y from the top of the network.
  let places: [Int: Point]

  static let pointsPerMillimetre = 72 / 25.4

  /// By how much a node has moved that is where it was saved, in points: positions have a tenth of a millimetre.
  private static let precision = 0.2

  package func placed(_ graph: LayoutGraph, _ metrics: LayoutMetrics) -> PlacedGraph {
    if places.isEmpty || places.count == graph.nodes.count {
      let automatic = LayeredLayout().placed(graph, metrics)
      if isAsPlaced(automatic) { return automatic }
    }
    var nodes = graph.nodes.map { Rectangle(center: Point(0, 0), width: $0.width, height: $0.height) }
    for (node, place) in places { nodes[node].center = Point(place.x, -place.y) }
    findRoom(for: graph.nodes.indices.filter { places[$0] == nil }, &nodes, graph, metrics)
    let columns = ColumnsByHand(graph, nodes, metrics)
    let paths = LineCourses(graph, columns.order, columns.columns, metrics).courses
    var placed = PlacedGraph(graph, columns.columns.rectangles, paths, metrics)
    let frames = placed.stages.values.map(\.rectangle)
    // A frame would say of actors of another stage that they are of this one.
    let isMixed = frames.indices.contains { one in frames[..<one].contains { $0.overlaps(frames[one]) } }
    if isMixed { placed.stages = [:] }
    return placed
  }

  /// Whether nodes stand where they are placed anyway.
  private func isAsPlaced(_ automatic: PlacedGraph) -> Bool {
    places.allSatisfy { node, place in
      let own = automatic.place(of: node)
      return abs(own.x - place.x) < Self.precision && abs(own.y - place.y) < Self.precision
    }
  }

  /// Places nodes that nobody placed above, below or between those of their zone, near the nodes that lines join them to.
  private func findRoom(
    for others: [Int], _ nodes: inout [Rectangle], _ graph: LayoutGraph, _ metrics: LayoutMetrics
  ) {
    var joined: [Int: [Int]] = [:]
    for line in graph.lines where line.first != line.second {
      joined[line.first, default: []].append(line.second)
      joined[line.second, default: []].append(line.first)
    }
    var settled = places.keys.sorted()
    for node in others {
      let near = (joined[node] ?? []).filter(settled.contains)
      func mean(_ value: KeyPath<Point, Double>) -> Double {
        let around = near.isEmpty ? settled : near
        return around.reduce(0) { $0 + nodes[$1].center[keyPath: value] } / Double(max(1, around.count))
      }
      let target = Point(mean(\.x), mean(\.y))
      let free = columnMiddles(for: node, among: settled, nodes, graph, metrics).map { x in
        Point(x, freeHeight(near: target.y, at: x, for: node, among: settled, nodes, metrics))
      }
      nodes[node].center =
        free.min { one, other in
          func far(_ point: Point) -> Double { abs(point.x - target.x) + abs(point.y - target.y) }
          return far(one) < far(other)
        } ?? target
      settled.append(node)
    }
  }

  /// Where columns stand in which a node of a zone can stand; beside the others, if there is none yet.
  private func columnMiddles(
    for node: Int, among settled: [Int], _ nodes: [Rectangle], _ graph: LayoutGraph, _ metrics: LayoutMetrics
  ) -> [Double] {
    let zone = graph.nodes[node].zone
    let own = settled.filter { graph.nodes[$0].zone == zone }.map { nodes[$0].center.x }
    if !own.isEmpty { return Array(Set(own)).sorted() }
    let gap = metrics.gap(lines: 0, isBetweenStages: true) + graph.nodes[node].width / 2
    if let before = settled.filter({ graph.nodes[$0].zone < zone }).map({ nodes[$0].right }).max() {
      return [before + gap]
    }
    if let behind = settled.filter({ graph.nodes[$0].zone > zone }).map({ nodes[$0].left }).min() {
      return [behind - gap]
    }
    return [0]
  }

  /// The height nearest to another at which a node touches no other.
  private func freeHeight(
    near target: Double, at x: Double, for node: Int, among settled: [Int], _ nodes: [Rectangle],
    _ metrics: LayoutMetrics
  ) -> Double {
    let half = (width: nodes[node].width / 2, height: nodes[node].height / 2 + metrics.nodeGap)
    let taken = settled.filter { nodes[$0].right > x - half.width && nodes[$0].left < x + half.width }
      .map { (bottom: nodes[$0].bottom - half.height, top: nodes[$0].top + half.height) }
    let heights = [target] + taken.flatMap { [$0.bottom, $0.top] }
    let free = heights.filter { height in taken.allSatisfy { height <= $0.bottom || height >= $0.top } }
    return free.min { abs($0 - target) < abs($1 - target) } ?? target
  }
}

extension LayoutByHand {
  /// - Parameter positions: where actors stand.
  init(_ actors: [MapActor], at positions: [MapActor.ID: ActorPosition]) {
    var places: [Int: Point] = [:]
    for (place, actor) in actors.enumerated() {
      guard let position = positions[actor.id] else { continue }
      places[place] = Point(position.x * Self.pointsPerMillimetre, position.y * Self.pointsPerMillimetre)
    }
    self.places = places
  }
}

extension PlacedGraph {
  /// The middle of a node, x from the left and y from the top of the frame.
  fileprivate func place(of node: Int) -> Point {
    Point(nodes[node].center.x - frame.left, frame.top - nodes[node].center.y)
  }

  /// Where actors stand, as a person can change it.
  func positions(of actors: [MapActor], in figure: FigureDefinition.ID) -> [ActorPosition] {
    actors.indices.map { node in
      let place = place(of: node)
      func tenths(_ points: Double) -> Double { (points / LayoutByHand.pointsPerMillimetre * 10).rounded() / 10 }
      return ActorPosition(actors[node].id, x: tenths(place.x), y: tenths(place.y), in: figure)
    }
  }
}
