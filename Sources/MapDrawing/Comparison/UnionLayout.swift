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
  let layout: PlacedGraph
  let faults: LayoutFaults
  private let presences: [MapActor.ID: [Presence]]

  /// - Parameters:
  ///   - labels: what is written on actors in place of their short names.
  ///   - hasLegend: whether a legend stands below.
  ///   - layout: how the union is placed.
  init(
    _ comparison: PublishedComparison, style: FigureStyle, labels: [MapActor.ID: String] = [:], hasLegend: Bool = true,
    layout: any FigureLayout = LayeredLayout()
  ) {
    self.comparison = comparison
    presences = Dictionary(
      comparison.actors.lazy.map { ($0.id, $0.presences) }, uniquingKeysWith: { first, _ in first })
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
    let rows = Dictionary(uniqueKeysWithValues: comparison.connections.lazy.map { ($0.id, $0.presences) })
    // On every side, the two directions of a line have the same state.
    var content = FigureContent(actors: actors, answers: answers, on: frame) { answers in
      Set(answers.map { rows[$0.connection.id, default: []].map(SideState.init) })
    }
    // A node has room for its sign where it is absent.
    let widestSign = Presence.allCases.map(\.symbol).max { width(of: $0) < width(of: $1) } ?? ""
    content.labels = labels
    var others: [FigureContent] = []
    if labels.isEmpty {
      // On a side it can have another name.
      let frames = [frame] + comparison.sides.map { comparison.comparison.frame(named: $0) }
      let absent = comparison.actors.filter { !$0.presences.allSatisfy(\.isOnMap) }.map(\.id)
      others = frames.map { frame in
        var other = content
        other.labels = Dictionary(uniqueKeysWithValues: frame.actors.values.lazy.map { ($0.id, $0.shortName) })
        for actor in absent { other.signs[actor] = " \(widestSign)" }
        return other
      }
    }
    let graph = FigureCanvas(name: "union", style: style).graph(of: content, on: frame, roomFor: others)
    if hasLegend {
      FigurePaper(style.drawing, for: style.use, fontSize: style.metrics.fontSize).prepare(&style.metrics, for: graph)
      let metrics = style.metrics
      let page = (metrics.room ?? LayoutMetrics.page(for: graph)).width / metrics.legibleSize * metrics.fontSize
      let canvas = FigureCanvas(name: "union", style: style)
      style.metrics.legend = canvas.size(of: FigureLegend(of: content, on: frame), within: page)
      style.metrics.isLegendBeside = style.drawing.legend == .beside
    }
    self.style = style
    self.content = content
    let byHand = frame.positions.places(in: "comparison")
    let placed = (byHand.isEmpty ? layout : LayoutByHand(content.actors, at: byHand)).placed(graph, style.metrics)
    self.layout = placed
    faults = LayoutFaults(of: placed, graph)
  }

  /// What of the union is on some of the sides, and its paths: the same actors, and of each line the connections that are
  /// there, each in the state of the side that is surest of it.
  func part(on sides: Int...) -> (content: FigureContent, layout: PlacedGraph) {
    let presences = Dictionary(
      uniqueKeysWithValues: comparison.connections.lazy.map { row in
        let found = sides.map { row.presences[$0] }
        return (row.id, found.first(where: \.isCertain) ?? found.first(where: \.isOnMap) ?? .notKnown)
      })
    var part = content
    part.lines = []
    var paths: [Path] = []
    for (line, path) in zip(content.lines, layout.paths) {
      var own = line
      own.answers = line.answers.compactMap { answer in
        guard let presence = presences[answer.connection.id], presence.isOnMap else { return nil }
        return NetworkMap.Answer(connection: answer.connection, presence: presence)
      }
      if own.answers.isEmpty { continue }
      part.lines.append(own)
      paths.append(path.pointing(forward: own.pointsForward, backward: own.pointsBackward))
    }
    return (part, layout.with(paths: paths))
  }

  /// What figures show of a connection on a side.
  private enum SideState: Hashable {
    case certain, doubtful, missing, unknown

    init(_ presence: Presence) {
      self =
        presence.isCertain ? .certain : presence.isOnMap ? .doubtful : presence.isKnownAbsence ? .missing : .unknown
    }
  }

  /// What is known of an actor on a side.
  func presence(of actor: MapActor.ID, on side: Int) -> Presence {
    presences[actor]?[side] ?? .notKnown
  }

  /// A drawing of parts of the union, always as large as the union's.
  func canvas(name: String) -> FigureCanvas {
    var canvas = FigureCanvas(name: name, style: style)
    canvas.include(layout.frame)
    return canvas
  }
}
