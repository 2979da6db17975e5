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
    var (content, layout) = union.part(on: first, second)
    var badges: [(line: Int, content: BadgeContent)] = []
    for index in content.lines.indices {
      let standings = Set(content.lines[index].answers.compactMap { rows[$0.connection.id].map(standing) })
      guard let only = standings.first else { continue }
      let shown = standings.count == 1 ? only : Self.joined(standings)
      content.lines[index].standing =
        if case .only(let side, _) = shown { side } else { shown == .mixed ? .mixed : .common }
      if let badge = shown.badge { badges.append((index, badge)) }
    }
    var places = BadgePlaces(nodes: layout.nodes, paths: layout.paths)
    var cornerBadges: [(actor: MapActor.ID, badge: Badge)] = []
    for (actor, place) in zip(content.actors, union.layout.nodes) {
      switch standing(of: actor.id) {
      case .neither: content.standings[actor.id] = .absentHere
      case .both, .mixed: break
      case .only(let side, _):
        content.standings[actor.id] = side == .onlyFirst ? .onlyFirst : .onlySecond
        if let badge = standing(of: actor.id).badge {
          let corner = places.corner(of: place, width: Badge.width(of: badge.text))
          cornerBadges.append((actor.id, Badge(badge, at: corner)))
        }
      }
    }
    content.legendParts = legendParts(badges.map(\.content) + cornerBadges.map(\.badge.content), content)
    var canvas = union.canvas(name: id)
    canvas.draw(content, layout, on: frame)
    for (line, badge) in badges {
      let center = places.place(on: line, layout.paths[line], width: Badge.width(of: badge.text))
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
    if content.lines.contains(where: { $0.standing == .mixed }) {
      let sign = BadgeContent(text: "\u{2260}", standing: .mixed)
      entries.append(.init(sign: .badge(sign), text: "In both, with other or more kinds of connection in one"))
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
        guard let row = rows[answer.connection.id] else { return frame.clause(answer.connection.id) }
        let facts = [words(standing(of: row))] + doubts(row)
        return "\(frame.clause(row.id)) (\(facts.joined(separator: "; ")))"
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

  /// Where a connection is on the map though its evidence does not settle it.
  private func doubts(_ row: MapComparison.ConnectionRow) -> [String] {
    [first, second].compactMap { side in
      let presence = row.presences[side]
      return presence.isOnMap && !presence.isCertain ? "\(presence.name) in \(comparison.sides[side].name)" : nil
    }
  }

  /// What is on one side only, with what is known of it on the other, and what is on both.
  private var alternativeBlocks: [(heading: String, items: [String])] {
    let frame = comparison.frame
    func only(_ side: LineStanding, _ other: Int) -> [String] {
      comparison.actors.filter { if case .only(side, _) = standing(of: $0.id) { true } else { false } }
        .map { "\(frame.name(of: $0.id)) (\($0.presences[other].name) in \(comparison.sides[other].name))." }
        + comparison.connections.filter { if case .only(side, _) = standing(of: $0) { true } else { false } }
        .map { row in
          let facts = doubts(row) + ["\(row.presences[other].name) in \(comparison.sides[other].name)"]
          return "\(frame.clause(row.id)) (\(facts.joined(separator: "; ")))."
        }
    }
    let both = comparison.connections.filter { standing(of: $0) == .both }.map { row in
      let facts = doubts(row)
      return frame.clause(row.id) + (facts.isEmpty ? "." : " (\(facts.joined(separator: "; "))).")
    }
    return [
      ("In \(names.first) only", only(.onlyFirst, second)), ("In \(names.second) only", only(.onlySecond, first)),
      ("In both", both),
    ].filter { !$0.1.isEmpty }
  }
}
