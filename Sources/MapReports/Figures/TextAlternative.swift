import Documents
package import MapDisclosure
package import MapModel
import OrderedCollections

/// A figure in words: who connects to whom, in which direction, as sentences and as tables.
///
/// It stands beside the figure for readers who do not see it (WCAG 2.2, 1.1.1), and holds all that the figure shows.
package struct TextAlternative {
  private let definition: FigureDefinition
  private let content: FigureContent
  private let published: PublishedMap
  private let scope: Scope
  private let extent: ScopeExtent

  private var map: NetworkMap { published.map }
  private var isLegend: Bool { definition.content == .legend }

  /// - Parameters:
  ///   - definition: the figure's words.
  ///   - content: what it shows.
  package init(
    of definition: FigureDefinition, showing content: FigureContent, on published: PublishedMap, in scope: Scope
  ) {
    (self.definition, self.content, self.published, self.scope) = (definition, content, published, scope)
    extent = published.map.extent(of: scope)
  }

  /// All of it.
  package var words: FigureWords {
    FigureWords(
      summary: summary, description: description, markdown: markdown,
      blocks: isLegend ? legendBlocks(namingColours: false) : sentenceBlocks)
  }

  /// One sentence that identifies the figure: for the `alt` of a page and the `desc` of the SVG.
  package var summary: String {
    if isLegend {
      let parts = FigureLegend(of: content, on: map).parts
      return parts.map { "\($0.heading): \($0.entries.map(\.text).asList)" }.joined(separator: ". ") + "."
    }
    let lookedFor = lookedFor
    let actors = content.actors.filter { !lookedFor.contains($0.id) }
    let stages = map.legend.stages.values.filter { stage in actors.contains { $0.stage == stage.id } }
    let parts = stages.enumerated().map { place, stage in
      let side =
        stages.count < 2 ? "" : place == 0 ? " (left)" : place == stages.count - 1 ? " (right)" : " (between)"
      return "\(stage.name)\(side): \(actors.filter { $0.stage == stage.id }.map(\.name).asList)"
    }
    let families = map.legend.families.values.compactMap { family -> String? in
      let count = content.answers.count { map.relations[$0.connection.relation]?.family == family.id }
      return count == 0 ? nil : "\(count) of \(family.name.insideSentence)"
    }
    let connections = counted(content.answers.count, "connection")
    // The heading names an area; a time that nobody reads there would be taken for the whole.
    let place = scope.period == nil ? "" : map.inWords(scope)
    let missing = content.actors.filter { lookedFor.contains($0.id) }.map(\.name)
    let drawn =
      missing.isEmpty ? "" : " Drawn, too, and not on the map\(map.inWords(self.scope)): \(missing.asList)."
    return "Network map\(place) of \(counted(actors.count, "actor")) and \(connections)"
      + (families.isEmpty ? "" : " (\(families.asList))") + ". "
      + parts.joined(separator: ". ") + (parts.isEmpty ? "" : ".") + drawn + attributions
      + (map.groupSentence(among: content.actors.map(\.id)).map { " \($0)" } ?? "")
  }

  /// The actors that a figure of gaps draws because something is missing, and that are not on the map there.
  private var lookedFor: Set<MapActor.ID> {
    content.marks.map { $0.actors.subtracting(map.actorsOnMap(in: scope)) } ?? []
  }

  /// What of the evidence the figure rests on, where it does not on all.
  private var attributions: String {
    let narrowing = published.narrowing.isEmpty ? "" : " " + published.narrowing
    guard case .map(let selection) = definition.content, !selection.attributions.isEmpty else { return narrowing }
    let clauses = Attribution.allCases.filter(selection.attributions.contains).map(\.clause)
    return " It shows only what is said to be there \(clauses.asList)." + narrowing
  }

  /// All connections as sentences, for the `desc` of the SVG.
  package var description: String {
    ([summary] + (content.marks?.sentences ?? []) + map.sentences(content.answers, in: scope)).joined(separator: " ")
  }

  /// The whole alternative in Markdown.
  package var markdown: String {
    var blocks = ["# \(MarkdownText.escaped(definition.heading))"]
    if !definition.message.isEmpty { blocks.append(MarkdownText.escaped(definition.message)) }
    blocks.append(isLegend ? MarkdownText.text(of: legendBlocks()) : MarkdownText.escaped(summary))
    if !isLegend { blocks += mapBlocks }
    // What no legend in the picture explains is explained here.
    if !isLegend, definition.drawing.legend == .off { blocks.append(MarkdownText.text(of: legendBlocks())) }
    blocks.append(closing)
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// - Parameter namingColours: whether colours are given by their numbers.
  private func legendBlocks(namingColours: Bool = true) -> [Document.Block] {
    FigureLegend(of: content, on: map).parts.flatMap { part -> [Document.Block] in
      let shapes = part.entries.map { entry in
        if !namingColours, case .sector = entry.sign { return entry.text }
        return "\(entry.text): \(entry.sign.words)" + (entry.definition.isEmpty ? "" : ". \(entry.definition)")
      }
      return [.heading(part.heading), .list(shapes)]
    }
  }

  private var mapBlocks: [String] {
    var blocks = [MarkdownText.text(of: sentenceBlocks)].filter { !$0.isEmpty }
    if !content.answers.isEmpty { blocks += ["## Connections", connectionTable] }
    if !content.actors.isEmpty { blocks += ["## Actors", actorTable] }
    return blocks
  }

  /// What is shown in sentences: what is missing, the connections of each family, how lines look, what is denied.
  private var sentenceBlocks: [Document.Block] {
    var blocks: [Document.Block] = []
    if let marks = content.marks {
      blocks += [.heading("What is missing, and what hangs on one actor"), .list(marks.sentences)]
    }
    for family in map.legend.families.values {
      let answers = content.answers.filter { map.relations[$0.connection.relation]?.family == family.id }
        .sorted { map.order($0.connection.id) < map.order($1.connection.id) }
      if answers.isEmpty { continue }
      blocks += [.heading(family.heading), .list(map.sentences(answers, in: scope))]
    }
    if let lines = lineWords { blocks += [.heading("Lines"), .list(lines)] }
    if !content.denied.isEmpty {
      blocks += [.heading("What is reported absent"), .list(content.denied.map { absence($0.connection) + "." })]
    }
    if content.unplaced > 0 {
      let places = map.names(of: scope).joined(separator: " in ")
      blocks.append(
        .paragraph(
          counted(content.unplaced, "more connection is", plural: "more connections are")
            + " known, and nobody says whether \(content.unplaced == 1 ? "it is" : "they are") in \(places); the figure does not"
            + " show \(content.unplaced == 1 ? "it" : "them")."))
    }
    return blocks
  }

  /// How relations look, where the figure tells them apart.
  private var lineWords: [String]? {
    guard !content.relations.isEmpty else { return nil }
    let part = FigureLegend(of: content, on: map).parts.first { $0.id == "lines" }
    return part.map { $0.entries.map { "\($0.text): \($0.sign.words)." } }
  }

  /// What is denied of a connection, and where; with how often and by whom where it is denied of some cases only.
  private func absence(_ connection: Connection) -> String {
    let clause = map.clause(connection.id)
    let isDenied = map.presence(of: connection, in: scope) == .reportedAbsent
    var parts = map.partsDenying(connection, of: extent)
    if scope.area != nil, isDenied || parts.isEmpty { parts = [scope] }
    if parts.isEmpty {
      let denial = denial(of: connection, in: scope)
      let time = scope.period.map { "In \($0), it" } ?? "It"
      return "\(time) is \(denial.often)not so that \(clause)\(denial.by)"
    }
    let denials = OrderedDictionary(grouping: parts) { denial(of: connection, in: $0) }
    return denials.map { denial, parts in
      "In \(parts.map { map.names(of: $0).joined(separator: " in ") }.asList), it is \(denial.often)not so that \(clause)\(denial.by)"
    }.joined(separator: "; ")
  }

  private struct Denial: Hashable {
    var often = ""
    var by = ""
  }

  /// How often something is denied, and by whom, if all that denies it says that it is so in some cases only.
  private func denial(of connection: Connection, in scope: Scope) -> Denial {
    let extent = map.extent(of: scope)
    let denials = connection.statements.filter { $0.stance == .absent && extent.includes($0) }
    let isCounted = connection.counts.contains { $0.isZeroOfCases && (extent.includes($0) || extent.isNobody($0)) }
    let often = Set(denials.map(\.frequency))
    guard !isCounted, !denials.isEmpty, often.isSubset(of: [.some, .rare]) else { return Denial() }
    let speakers = OrderedSet(denials.flatMap(\.informants)).compactMap { map.informants[$0]?.name }
    return Denial(
      often: often.contains(.some) ? "sometimes " : "seldom ",
      by: speakers.isEmpty ? "" : " (said by \(speakers.asList))")
  }

  private func statements(of connection: Connection) -> String {
    let placed = connection.statements.filter(extent.includes)
    return NetworkMap.statementsText(placed.count, against: placed.count { $0.stance == .absent })
  }

  private var connectionTable: String {
    let answers = content.answers.sorted { map.order($0.connection.id) < map.order($1.connection.id) }
    let rows = answers.map { answer -> [String] in
      let connection = answer.connection
      return [
        map.name(of: connection.source), map.verb(of: connection.id), map.name(of: connection.target),
        map.family(of: connection.relation)?.name.insideSentence ?? "", answer.presence.name,
        map.placesInWords(of: connection, during: scope.period),
        map.cases(of: connection, in: scope)?.text(map.disclosure) ?? "", statements(of: connection),
      ]
    }
    return MarkdownText.table(["From", "Relation", "To", "Family", "Status", "Placed in", "Cases", "Statements"], rows)
  }

  private var actorTable: String {
    // Columns of what only some maps say.
    let attributes = OrderedSet(content.actors.flatMap(\.attributes.keys))
    let isDescribed = content.actors.contains { !$0.description.isEmpty }
    return MarkdownText.table(
      ["Actor", "Main role", "Further roles", "Sector", "Stage"] + attributes + (isDescribed ? ["Description"] : []),
      content.actors.map { actor in
        [
          actor.name, map.legend.roles[actor.role]?.name ?? "",
          actor.otherRoles.compactMap { map.legend.roles[$0]?.name }.joined(separator: ", "),
          map.legend.sectors[actor.sector]?.name ?? "", map.legend.stages[actor.stage]?.name ?? "",
        ] + attributes.map { actor.attributes[$0]?.words ?? "" } + (isDescribed ? [actor.description] : [])
      })
  }

  private var closing: String {
    var lines: [String] = []
    if let source = map.source { lines.append("Source: \(MarkdownText.escaped(source.line)).") }
    let showsCounts = content.answers.contains { map.cases(of: $0.connection, in: scope) != nil }
    let note = published.note(whereCountsAreShown: showsCounts)
    if !note.isEmpty { lines.append(MarkdownText.escaped(note)) }
    if !isLegend, !content.answers.isEmpty {
      lines.append(
        "Status: said if somebody said so, recorded if the management information counts it, unclear if only unclear"
          + " statements speak for it. \"Placed in\" is empty where the evidence speaks of the programme and does not say"
          + " where. Cases are the people counted.")
    }
    return lines.joined(separator: "\n")
  }
}
