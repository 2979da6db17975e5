import Graphviz
import MapAnalysis
import MapModel
import MapReports
import OrderedCollections

/// What all sides of a comparison hold together, laid out once: each side is then drawn at these places.
struct UnionLayout {
  let comparison: PublishedComparison
  let style: FigureStyle
  /// All actors that are on the map on some side or reported absent on one, and all connections that are on the map
  /// somewhere.
  let content: FigureContent
  let layout: LayeredLayout
  let faults: LayoutFaults

  /// - Parameter labels: what is written on actors in place of their short names.
  init(_ comparison: PublishedComparison, style: FigureStyle, labels: [MapActor.ID: String] = [:]) {
    self.comparison = comparison
    var style = style
    let frame = comparison.frame
    let actors = comparison.actors.filter { row in
      row.presences.contains { $0.isOnMap || $0 == .reportedAbsent }
    }.compactMap { frame.actors[$0.id] }
    let shown = Set(actors.map(\.id))
    func width(of sign: String) -> Double { TextMetrics.width(of: sign, fontSize: style.metrics.fontSize) }
    let answers = comparison.connections.compactMap { row -> NetworkMap.Answer? in
      let present = row.presences.filter(\.isOnMap)
      guard !present.isEmpty, shown.contains(row.id.source), shown.contains(row.id.target) else { return nil }
      // A line is certain where it is certain anywhere.
      return .init(connection: Connection(row.id), presence: present.first(where: \.isCertain) ?? present[0])
    }
    var content = FigureContent(actors: actors, answers: answers, on: frame)
    // A node has room for its sign where it is absent.
    let widestSign = Presence.allCases.map(\.symbol).max { width(of: $0) < width(of: $1) } ?? ""
    content.labels = labels
    if labels.isEmpty {
      for row in comparison.actors where !row.presences.allSatisfy(\.isOnMap) {
        content.roomFor[row.id] = "\(frame.actors[row.id]?.shortName ?? "") \(widestSign)"
      }
    }
    let graph = FigureCanvas(name: "union", style: style).graph(of: content, on: frame)
    if style.metrics.room == nil {
      let page = LayoutMetrics.page(for: graph).width / 8 * style.metrics.fontSize
      let legend = FigureLegend(of: content, on: frame).drawing(left: 0, top: 0, width: page, style: style)
      style.metrics.legend = (legend.width, legend.height)
    }
    self.style = style
    self.content = content
    layout = LayeredLayout(graph, metrics: style.metrics)
    faults = LayoutFaults(of: layout, graph)
  }

  /// What of the union is on one side, and its courses: the same actors, and of each line the connections that are there.
  func part(on side: Int) -> (content: FigureContent, layout: LayeredLayout) {
    let presences = Dictionary(
      uniqueKeysWithValues: comparison.connections.lazy.map { ($0.id, $0.presences[side]) })
    var part = content
    part.lines = []
    var courses: [DOTCourse] = []
    for (line, course) in zip(content.lines, layout.courses) {
      var own = line
      own.answers = line.answers.compactMap { answer in
        guard let presence = presences[answer.connection.id], presence.isOnMap else { return nil }
        return NetworkMap.Answer(connection: answer.connection, presence: presence)
      }
      if own.answers.isEmpty { continue }
      part.lines.append(own)
      courses.append(course.pointing(forward: own.pointsForward, backward: own.pointsBackward))
    }
    return (part, layout.with(courses: courses))
  }

  /// What is known of an actor on a side.
  func presence(of actor: MapActor.ID, on side: Int) -> Presence {
    comparison.actors.first { $0.id == actor }?.presences[side] ?? .notKnown
  }

  /// A drawing of parts of the union, always as large as the union's.
  func canvas(name: String) -> FigureCanvas {
    var canvas = FigureCanvas(name: name, style: style)
    canvas.include(layout.frame)
    return canvas
  }
}

extension DOTCourse {
  /// The course with arrows at fewer ends; where one is taken away, the line goes on to where its tip was.
  func pointing(forward: Bool, backward: Bool) -> DOTCourse {
    var course = self
    if !forward, let tip = endTip, let last = points.last {
      course.points += Self.straight(from: last, to: tip)
      course.endTip = nil
    }
    if !backward, let tip = startTip, let first = points.first {
      course.points.insert(contentsOf: Self.straight(from: first, to: tip).reversed(), at: 0)
      course.startTip = nil
    }
    return course
  }

  /// The three further points of a straight piece.
  private static func straight(from start: DOTPoint, to end: DOTPoint) -> [DOTPoint] {
    (1...3).map { step in
      let share = Double(step) / 3
      return DOTPoint(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
    }
  }
}
