import Documents
import MapAnalysis
import MapModel
import MapReports
import OrderedCollections

/// One side of a comparison at the places of the union: what is not there stands back, with a sign of what is known of it.
struct SideFigure {
  private let union: UnionLayout
  private let side: Int
  /// The frame, in which actors bear the names that they have here.
  private let frame: NetworkMap

  init(_ union: UnionLayout, side: Int) {
    self.union = union
    self.side = side
    frame = union.comparison.comparison.frame(named: union.comparison.sides[side])
  }

  private var comparison: PublishedComparison { union.comparison }
  private var name: String { comparison.sides[side].name }

  /// The actors of the union, as they are called here.
  private var actors: [MapActor] { union.content.actors.map { frame.actors[$0.id] ?? $0 } }

  /// The actors of the union that are not on this side, with what is known of them.
  private var absent: [(actor: MapActor, presence: Presence)] {
    actors.map { ($0, union.presence(of: $0.id, on: side)) }.filter { !$0.1.isOnMap }
  }

  var id: String { "side-\(comparison.sides[side].id)" }

  /// What the drawing takes up, which hangs on how much its legend has to explain.
  var extent: Frame { drawn.canvas.extent }

  /// What is shown, and the drawing of it with its legend and for whom it is.
  private var drawn: (content: FigureContent, canvas: FigureCanvas) {
    var (content, layout) = union.part(on: side)
    content.actors = actors
    for (actor, presence) in absent {
      content.standings[actor.id] = presence.isKnownAbsence ? .absentHere : .unknownHere
      content.signs[actor.id] = " \(presence.symbol)"
    }
    var canvas = union.canvas(name: id)
    canvas.draw(content, layout, on: frame)
    content.legendParts = [absences]
    canvas.draw(FigureLegend(of: content, on: frame))
    if let note = comparison.audienceNote { canvas.drawBelow(note) }
    return (content, canvas)
  }

  /// The figure.
  /// - Parameter whole: what the drawings of all sides take up, so that side by side they are equally large.
  func figure(within whole: Frame) -> Figure {
    var (content, canvas) = drawn
    canvas.include(whole)
    let heading =
      "\(name), drawn like \(comparison.sides.indices.filter { $0 != side }.map { comparison.sides[$0].name }.asList)"
    var titles = content.elementTitles(on: frame)
    for (actor, presence) in absent { titles["actor-\(actor.id)"] = "\(actor.name): \(presence.name) in \(name)" }
    let words = SideAlternative(
      heading: heading, name: name, content: content, absent: absent, map: frame, closing: comparison.closing)
    return Figure(
      id: id, heading: heading, scene: canvas.scene(titles: titles), summary: words.summary,
      alternative: words.markdown,
      description: words.description)
  }

  /// The signs of those who are not there.
  private var absences: FigureLegend.Part {
    let kinds = Set(absent.map(\.presence))
    return .init(
      id: "absence", heading: "Pale: not on the map here",
      entries: Presence.allCases.filter(kinds.contains).map { presence in
        .init(
          sign: .mark(presence.symbol),
          text:
            "\(presence.name): \(presence.meaning(in: comparison.sides[side].scope, on: comparison.comparison.map(of: comparison.sides[side])))"
        )
      })
  }
}

/// One side of a comparison in words.
struct SideAlternative {
  let heading: String
  let name: String
  let content: FigureContent
  let absent: [(actor: MapActor, presence: Presence)]
  let map: NetworkMap
  let closing: String

  private func answers(_ family: Family.ID) -> [NetworkMap.Answer] {
    content.answers.filter { map.relations[$0.connection.relation]?.family == family }
      .sorted { map.order($0.connection.id) < map.order($1.connection.id) }
  }

  /// Who is not there, a sentence for each kind of absence.
  private var absences: [String] {
    Presence.allCases.compactMap { presence in
      let found = absent.filter { $0.presence == presence }.map(\.actor.name)
      let kind = presence.name.prefix(1).uppercased() + presence.name.dropFirst()
      return found.isEmpty ? nil : "\(kind): \(found.asList)."
    }
  }

  var summary: String {
    let there = content.actors.count - absent.count
    return "Network map of \(name): \(counted(there, "actor")) and"
      + " \(counted(content.answers.count, "connection")), at the same places as the maps that it is compared with."
  }

  var description: String {
    ([summary] + absences + map.legend.families.keys.flatMap { map.sentences(answers($0)) })
      .joined(separator: " ")
  }

  var markdown: String {
    var blocks = ["# \(MarkdownText.escaped(heading))", MarkdownText.escaped(summary)]
    for family in map.legend.families.values where !answers(family.id).isEmpty {
      blocks.append("## \(MarkdownText.escaped(family.heading))")
      blocks.append(MarkdownText.list(map.sentences(answers(family.id))))
    }
    if !absences.isEmpty { blocks += ["## Who is not on the map here", MarkdownText.list(absences)] }
    if !closing.isEmpty { blocks.append(closing) }
    return blocks.joined(separator: "\n\n") + "\n"
  }
}
