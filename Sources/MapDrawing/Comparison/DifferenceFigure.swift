import Documents
import MapAnalysis
import MapModel
import MapReports
import OrderedCollections

/// What differs between two sides, in one figure: what is on one of them only stands out by line, colour and a letter,
/// and a question mark tells where the evidence of the other does not say that it is missing.
struct DifferenceFigure {
  private let union: UnionLayout
  private let first: Int
  private let second: Int

  init(_ union: UnionLayout, _ first: Int, _ second: Int) {
    self.union = union
    (self.first, self.second) = (first, second)
  }

  private typealias Standing = SideStanding

  private var comparison: PublishedComparison { union.comparison }
  private var names: (first: String, second: String) { (comparison.sides[first].name, comparison.sides[second].name) }

  private func standing(of row: MapComparison.ConnectionRow) -> Standing {
    Standing(row.presences[first], row.presences[second])
  }

  private func standing(of actor: MapActor.ID) -> Standing {
    Standing(union.presence(of: actor, on: first), union.presence(of: actor, on: second))
  }

  var id: String { "difference-\(comparison.sides[first].id)-\(comparison.sides[second].id)" }

  var figure: Figure {
    let frame = comparison.frame
    let rows = Dictionary(uniqueKeysWithValues: comparison.connections.map { ($0.id, $0) })
    var content = union.content
    content.lines = []
    var paths: [Path] = []
    var badges: [(line: Int, content: BadgeContent)] = []
    for (line, path) in zip(union.content.lines, union.layout.paths) {
      var own = line
      own.answers = line.answers.filter { rows[$0.connection.id].map(standing) != .neither }
      let standings = Set(own.answers.compactMap { rows[$0.connection.id].map(standing) })
      guard let only = standings.first else { continue }
      let shown = standings.count == 1 ? only : Self.joined(standings)
      own.standing = if case .only(let side, _) = shown { side } else { shown == .mixed ? .mixed : .common }
      if let badge = shown.badge { badges.append((content.lines.count, badge)) }
      content.lines.append(own)
      paths.append(path.pointing(forward: own.pointsForward, backward: own.pointsBackward))
    }
    var cornerBadges: [(actor: MapActor.ID, badge: Badge)] = []
    for (actor, place) in zip(content.actors, union.layout.nodes) {
      switch standing(of: actor.id) {
      case .neither: content.standings[actor.id] = .absentHere
      case .both, .mixed: break
      case .only(let side, _):
        content.standings[actor.id] = side == .onlyFirst ? .onlyFirst : .onlySecond
        if let badge = standing(of: actor.id).badge {
          cornerBadges.append((actor.id, Badge(badge, at: Point(place.left + 4, place.top - 1))))
        }
      }
    }
    content.legendParts = legendParts(badges.map(\.content) + cornerBadges.map(\.badge.content), content)
    var canvas = union.canvas(name: id)
    canvas.draw(content, union.layout.with(paths: paths), on: frame)
    var places = BadgePlaces(nodes: union.layout.nodes + cornerBadges.map(\.badge.place), paths: paths)
    for (line, badge) in badges {
      let center = places.place(on: line, paths[line], width: Badge.width(of: badge.text))
      canvas.draw(Badge(badge, at: center), id: "badge-\(content.lines[line].id)")
    }
    for (actor, badge) in cornerBadges { canvas.draw(badge, id: "badge-actor-\(actor)") }
    canvas.draw(FigureLegend(of: content, on: frame))
    if let note = comparison.audienceNote { canvas.drawBelow(note) }
    return drawn(id, canvas, content)
  }

  /// Connections on different sides in one line: it is not the same on both.
  private static func joined(_ standings: Set<Standing>) -> Standing {
    var sides: Set<LineStanding> = []
    var isSure = true
    for standing in standings {
      guard case .only(let side, let sure) = standing else { return .mixed }
      sides.insert(side)
      isSure = isSure && sure
    }
    guard sides.count == 1, let side = sides.first else { return .mixed }
    return .only(side, isSure: isSure)
  }

  private func legendParts(_ badges: [BadgeContent], _ content: FigureContent) -> [FigureLegend.Part] {
    let occurring = Set(badges)
    let sides: [(LineStanding, String, String)] = [(.onlyFirst, "A", "B"), (.onlySecond, "B", "A")]
    var entries: [FigureLegend.Entry] = []
    if content.lines.contains(where: { $0.standing == .common }) {
      entries.append(.init(sign: .look(.common), text: "In both"))
    }
    if content.lines.contains(where: { $0.standing == .mixed }) {
      let sign = BadgeContent(text: "\u{2260}", standing: .mixed)
      entries.append(.init(sign: .badge(sign), text: "In both, with other or more kinds of connection in one"))
    }
    for (side, here, _) in sides where content.lines.contains(where: { $0.standing == side }) {
      entries.append(.init(sign: .look(side), text: "In \(here) only"))
    }
    for (side, here, _) in sides {
      let node: ActorStanding = side == .onlyFirst ? .onlyFirst : .onlySecond
      if content.standings.values.contains(node) {
        entries.append(.init(sign: .node(node), text: "Actor in \(here) only"))
      }
    }
    for (side, here, there) in sides {
      let sure = BadgeContent(text: here, standing: side)
      let open = BadgeContent(text: here + "?", standing: side)
      if occurring.contains(sure) {
        entries.append(.init(sign: .badge(sure), text: "In \(here), and missing in \(there)"))
      }
      if occurring.contains(open) {
        entries.append(.init(sign: .badge(open), text: "In \(here); the evidence does not tell of \(there)"))
      }
    }
    if content.standings.values.contains(.absentHere) {
      entries.append(.init(sign: .node(.absentHere), text: "In neither"))
    }
    return [.init(id: "sides", heading: "A is \(names.first), B is \(names.second)", entries: entries)]
  }

  private func drawn(_ id: String, _ canvas: FigureCanvas, _ content: FigureContent) -> Figure {
    let frame = comparison.frame
    let heading = "What differs between \(names.first) (A) and \(names.second) (B)"
    var titles = content.elementTitles(on: frame)
    let rows = Dictionary(uniqueKeysWithValues: comparison.connections.map { ($0.id, $0) })
    func words(_ standing: Standing) -> String {
      switch standing {
      case .neither: "in neither"
      case .both, .mixed: "in both"
      case .only(let side, _): "in \(side == .onlyFirst ? names.first : names.second) only"
      }
    }
    for actor in content.actors { titles["actor-\(actor.id)"]? += ". " + words(standing(of: actor.id)) }
    for line in content.lines {
      titles[line.id] = line.answers.map { answer in
        let where_ = rows[answer.connection.id].map { " (\(words(standing(of: $0))))" } ?? ""
        return frame.clause(answer.connection.id) + where_
      }.joined(separator: "; ")
    }
    let blocks = alternativeBlocks
    let count = { (side: LineStanding) in
      comparison.connections.count { if case .only(side, _) = standing(of: $0) { true } else { false } }
    }
    let both = comparison.connections.count { standing(of: $0) == .both }
    let summary =
      "\(counted(both, "connection is", plural: "connections are")) in both, \(count(.onlyFirst)) in \(names.first) only,"
      + " and \(count(.onlySecond)) in \(names.second) only."
    let parts =
      ["# \(MarkdownText.escaped(heading))", MarkdownText.escaped(summary)]
      + blocks.flatMap { ["## \(MarkdownText.escaped($0.heading))", MarkdownText.list($0.items)] } + [
        comparison.closing
      ]
    return Figure(
      id: id, heading: heading, scene: canvas.scene(titles: titles), summary: "\(heading). \(summary)",
      alternative: parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n",
      description: ([summary] + blocks.flatMap { ["\($0.heading):"] + $0.items }).joined(separator: " "))
  }

  /// What is on one side only, with what is known of it on the other, and what is on both.
  private var alternativeBlocks: [(heading: String, items: [String])] {
    let frame = comparison.frame
    func only(_ side: LineStanding, _ other: Int) -> [String] {
      comparison.actors.filter { if case .only(side, _) = standing(of: $0.id) { true } else { false } }
        .map { "\(frame.name(of: $0.id)) (\($0.presences[other].name) in \(comparison.sides[other].name))." }
        + comparison.connections.filter { if case .only(side, _) = standing(of: $0) { true } else { false } }
        .map { "\(frame.clause($0.id)) (\($0.presences[other].name) in \(comparison.sides[other].name))." }
    }
    let both = comparison.connections.filter { standing(of: $0) == .both }.map { "\(frame.clause($0.id))." }
    return [
      ("In \(names.first) only", only(.onlyFirst, second)), ("In \(names.second) only", only(.onlySecond, first)),
      ("In both", both),
    ].filter { !$0.1.isEmpty }
  }
}
