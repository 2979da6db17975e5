import Documents
import MapAnalysis
import MapModel
import MapReports
import OrderedCollections

/// All sides on one sheet, each at the same places, small: numbers stand for names, and one key explains them all.
struct SideSheet {
  private let comparison: PublishedComparison
  private let union: UnionLayout
  private let numbers: OrderedDictionary<MapActor.ID, Int>

  /// How wide a page is in letters of about 7 pt, in points.
  private static let pageWidth = 710.0
  private static let gap = 16.0

  init(_ comparison: PublishedComparison, style: FigureStyle) {
    self.comparison = comparison
    var style = style
    style.marksRoles = false
    style.labelWidth = 30
    style.padding = 0.4
    style.leastWidth = 22
    style.metrics.nodeGap = 5
    style.metrics.laneGap = 3.5
    style.metrics.columnGap = 14
    style.metrics.lineAllowance = 6
    style.metrics.panelPadding = 6
    style.metrics.panelGap = 10
    style.metrics.portGap = 3
    style.metrics.arrowLength = 5
    let columns = comparison.sides.count > 1 ? 2.0 : 1.0
    style.metrics.room = ((Self.pageWidth - Self.gap * (columns - 1)) / columns, 260)
    style.metrics.legend = (0, 0)
    // Numbers follow the order of the frame, among those that are shown.
    var numbers: OrderedDictionary<MapActor.ID, Int> = [:]
    for row in comparison.actors where row.presences.contains(where: { $0.isOnMap || $0 == .reportedAbsent }) {
      numbers[row.id] = numbers.count + 1
    }
    self.numbers = numbers
    union = UnionLayout(
      comparison, style: style, labels: Dictionary(uniqueKeysWithValues: numbers.map { ($0.key, String($0.value)) }),
      hasLegend: false)
  }

  var figure: Figure {
    let frame = comparison.frame
    let style = union.style
    let heading = "\(comparison.sideNames) side by side"
    var canvas = FigureCanvas(name: "sides", style: style)
    let whole = canvas.frame(of: union.layout, on: frame)
    let size = (width: whole.width, height: whole.height + 2 * style.metrics.fontSize)
    // A little wider than the page is better than one below the other.
    let columns = max(1, Int((1.2 * Self.pageWidth + Self.gap) / (size.width + Self.gap)))
    var titles: [String: String] = [:]
    for (place, side) in comparison.sides.enumerated() {
      let left = Double(place % columns) * (size.width + Self.gap)
      let top = -Double(place / columns) * (size.height + Self.gap)
      var (content, layout) = union.part(on: place)
      for actor in content.actors {
        let presence = union.presence(of: actor.id, on: place)
        if !presence.isOnMap { content.standings[actor.id] = presence.isKnownAbsence ? .absentHere : .unknownHere }
      }
      let title = style.metrics.fontSize * 1.9
      let moved = layout.moved(
        by: Point(left - whole.left, top - title - whole.top))
      canvas.prefix = "\(side.id)-"
      canvas.draw(content, moved, on: frame)
      canvas.draw(side.name, at: Point(left, top - title / 2), id: "name", isTitle: true)
      canvas.include(.init(left: left, bottom: top - title, right: left + 10, top: top))
      titles.merge(self.titles(of: content, on: place), uniquingKeysWith: { first, _ in first })
    }
    canvas.prefix = ""
    // A place that is left over on the last row holds a part of the legend.
    if comparison.sides.count % columns != 0 {
      let left = Double(comparison.sides.count % columns) * (size.width + Self.gap)
      let top = -Double(comparison.sides.count / columns) * (size.height + Self.gap)
      canvas.draw(FigureLegend(parts: signs), left: left, top: top - style.metrics.fontSize, width: size.width)
      canvas.draw(FigureLegend(parts: key), within: Self.pageWidth, isNeeded: true)
    } else {
      canvas.draw(FigureLegend(parts: key + signs), within: Self.pageWidth, isNeeded: true)
    }
    if let note = comparison.audienceNote { canvas.drawBelow(note) }
    return Figure(
      id: "sides", heading: heading, scene: canvas.scene(titles: titles), summary: summary,
      alternative: alternative(heading),
      description: ([summary] + sentences).joined(separator: " "))
  }

  private func titles(of content: FigureContent, on side: Int) -> [String: String] {
    let name = comparison.sides[side].name
    var titles = content.elementTitles(on: comparison.frame, prefix: "\(comparison.sides[side].id)-")
    for actor in content.actors {
      let presence = union.presence(of: actor.id, on: side)
      titles["\(comparison.sides[side].id)-actor-\(actor.id)"] = "\(actor.name): \(presence.name) in \(name)"
    }
    return titles
  }

  /// What shapes, lines and pale actors mean.
  private var signs: [FigureLegend.Part] {
    let shown = Set(union.content.actors.map(\.id))
    let absences = comparison.actors.filter { shown.contains($0.id) }.flatMap(\.presences).filter { !$0.isOnMap }
    var entries: [FigureLegend.Entry] = []
    if absences.contains(where: \.isKnownAbsence) {
      entries.append(.init(sign: .node(.absentHere), text: "Missing: reported absent, or not found"))
    }
    if !absences.allSatisfy(\.isKnownAbsence) {
      entries.append(.init(sign: .node(.unknownHere), text: "The evidence does not tell"))
    }
    // What is drawn on any side; a line can be sure on one and doubtful on another.
    var content = union.content
    content.lines = comparison.sides.indices.flatMap { union.part(on: $0).content.lines }
    return FigureLegend(of: content, on: comparison.frame).parts.filter { $0.id == "roles" || $0.id == "lines" }
      + [.init(id: "absence", heading: "Pale: not on the map there", entries: entries)]
  }

  /// The key of numbers, by sector: so it is the key of colours, too.
  private var key: [FigureLegend.Part] {
    let frame = comparison.frame
    return frame.legend.sectors.values.compactMap { sector -> FigureLegend.Part? in
      let entries = union.content.actors.filter { $0.sector == sector.id }.map { actor in
        let states = comparison.sides.indices.map { union.presence(of: actor.id, on: $0) }
        let standing: ActorStanding =
          states.contains(where: \.isOnMap)
          ? .plain : states.contains(where: \.isKnownAbsence) ? .absentHere : .unknownHere
        return FigureLegend.Entry(
          sign: .actor(actor, frame.legend, standing, numbers[actor.id].map(String.init) ?? ""),
          text: actor.shortName)
      }
      return entries.isEmpty ? nil : .init(id: "sector-\(sector.id)", heading: sector.name, entries: entries)
    }
  }

  private var summary: String {
    let counts = comparison.sides.enumerated().map { place, side in
      let actors = comparison.actors.count { $0.presences[place].isOnMap }
      let connections = comparison.connections.count { $0.presences[place].isOnMap }
      return "\(side.name) (\(actors) actors, \(connections) connections)"
    }
    return "Network maps of \(counts.asList), drawn at the same places."
  }

  private var sentences: [String] {
    comparison.sides.indices.flatMap { place -> [String] in
      let name = comparison.sides[place].name
      let connections = comparison.comparison.connections(onlyOn: place).map { row in
        comparison.frame.clause(row.id) + row.presences[place].doubt
      }
      let actors = comparison.comparison.actors(onlyOn: place).map { comparison.frame.name(of: $0.id) }
      return (actors.isEmpty ? [] : ["Actors on the map in \(name) only: \(actors.asList)."])
        + (connections.isEmpty
          ? [] : ["Connections on the map in \(name) only: \(connections.joined(separator: "; "))."])
    } + ["What is not on the map elsewhere may be missing, or not known; the matrix tells."]
  }

  private func alternative(_ heading: String) -> String {
    let table = MarkdownText.table(
      ["Number", "Actor"] + comparison.sides.map { MarkdownText.escaped($0.name) },
      union.content.actors.map { actor in
        [numbers[actor.id].map(String.init) ?? "", actor.name]
          + comparison.sides.indices.map { union.presence(of: actor.id, on: $0).name }
      })
    return [
      "# \(MarkdownText.escaped(heading))", MarkdownText.escaped(summary), MarkdownText.list(sentences), "## Actors",
      table,
      comparison.closing,
    ].filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }
}
