package import Documents
import MapAnalysis
import MapDisclosure
import MapModel
import OrderedCollections

extension ConnectionListing {
  /// The listing as people read it: a table, or each entry with its evidence; then how many there are, and what there is
  /// beside the answer.
  public var text: String { TerminalText.text(of: document) }

  /// The listing as a document.
  package var document: Document {
    var document = Document()
    document.add(published.opening)
    var closing: [Document.Block] = []
    if includesEvidence {
      for entry in connections { document.add([.paragraph(paragraph(entry))]) }
    } else if !connections.isEmpty {
      closing.append(.table(table))
    }
    let groups = [map.groupSentence(among: connections.flatMap { [$0.source, $0.target] })].compactMap(\.self)
    let sentences = [counted(connections.count, "connection")] + rest + groups + note
    document.add(closing + sentences.map { .paragraph($0) })
    return document
  }

  private var map: NetworkMap { published.map }

  /// The table for a page, which says what it is of.
  func table(captioned caption: String) -> Document.Table {
    var table = table
    table.caption = caption + map.inWords(query.scope)
    return table
  }

  private var table: Document.Table {
    // Naming areas in each row says nothing where one was asked for.
    let showsPlaces = query.scope.area == nil
    let showsTimes = query.scope.period == nil && !map.periods.isEmpty
    return Document.Table(
      ["From", "Relation", "To", "Status", showsPlaces ? "Areas" : ""] + (showsTimes ? ["Periods"] : [])
        + ["Cases", "Statements"],
      numbers: showsTimes ? [6, 7] : [5, 6],
      rows: connections.map { entry in
        [
          map.shortName(of: entry.source), verb(entry), map.shortName(of: entry.target), entry.presence.name,
          showsPlaces ? places(entry) : "",
        ] + (showsTimes ? [periods(entry)] : []) + [
          entry.caseTotal?.text(map.disclosure) ?? "",
          NetworkMap.statementsText(entry.statements, against: entry.statementsAgainst),
        ]
      })
  }

  /// The periods of an entry in words: in any case those that its evidence names, which for all the time are the longest; of
  /// an absence those of which it is denied.
  private func periods(_ entry: Entry) -> String {
    if entry.presence == .reportedAbsent { return entry.periods.joined(separator: ", ") }
    let id = entry.relation.map { map.stored(.init(from: entry.source, to: entry.target, $0)) }
    let connection = id.flatMap { map.connections[$0] }
    let times = connection?.statements.filter { $0.stance != .absent }.map(\.time) ?? []
    let named = times.flatMap { $0 == .throughout ? Set(map.periodsApart) : $0.names }
    return map.inWords(entry.presenceByPeriod, named: Set(named + (connection?.counts.map(\.period) ?? [])))
  }

  /// What is withheld, where something is; or that the listing is for the team.
  private var note: [String] {
    let showsCounts = connections.contains { entry in
      !casesText(entry).isEmpty || entry.evidence.contains { $0.count.map { !$0.isEmpty } ?? false }
    }
    let note = published.note(whereCountsAreShown: showsCounts)
    return note.isEmpty ? [] : [note]
  }

  /// Says what there is beside the answer, unless single statuses were asked for: an empty one can mean many things.
  private var rest: [String] {
    let isOfStatuses = query.presences.subtracting([.unplaced]) != ConnectionQuery().presences
    if subject == .absences || isOfStatuses { return [] }
    return [absences, elsewhere, ofParts].compactMap(\.self)
  }

  /// What of the connections of groups that were asked for is known of their parts.
  private var ofParts: String? {
    let asked = [query.sources, query.targets, query.either].map(map.groupsOfOthers.intersection)
    let groups = Set(asked.flatMap(\.self))
    if groups.isEmpty { return nil }
    let known = Set(map.connections(matching: query).map(\.connection.id))
    let together = map.collapsing(.groups(groups)).connections(matching: query).map(\.connection.id)
    let further = together.count { !known.contains($0) }
    if further == 0 { return nil }
    let are = counted(further, "such connection is", plural: "such connections are")
    let names = map.actors.values.filter { groups.contains($0.id) }.map(\.name)
    return "\(are) known of actors that are part of \(names.asList) alone; --collapse takes them together."
  }

  private var absences: String? {
    let absences = map.absences(matching: query)
    if absences.isEmpty { return nil }
    let are = counted(absences.count, "such connection is", plural: "such connections are")
    let isOfParts = absences.contains { map.presence(of: $0.connection, in: query.scope) != .reportedAbsent }
    let parts = map.periods.isEmpty || query.scope.period != nil ? "areas" : "areas or periods"
    return "\(are) reported absent\(isOfParts ? " (some in single \(parts) only)" : ""); --absent lists"
      + " \(absences.count == 1 ? "it" : "them")."
  }

  private var elsewhere: String? {
    if query.scope.isWholeMap { return nil }
    let kinds: [Presence] = [.unplaced, .notFound, .notKnown]
    var other = query
    other.presences = Set(kinds).subtracting(query.presences)
    let counts = Dictionary(grouping: map.connections(matching: other), by: \.presence).mapValues(\.count)
    let parts = kinds.compactMap { presence in counts[presence].map { "\($0) \(presence.name)" } }
    if parts.isEmpty { return nil }
    let otherwise = query.scope.period == nil ? "elsewhere" : "otherwise"
    return "Known \(otherwise), but\(map.inWords(query.scope)): \(parts.joined(separator: ", ")); --status lists them."
  }

  private func paragraph(_ entry: Entry) -> Document.Entry {
    let places = places(entry)
    let place =
      query.scope.area == nil && !places.isEmpty
      ? "; \(places)\(map.inWords(query.scope))" : map.inWords(query.scope)
    return Document.Entry(
      "\(map.shortName(of: entry.source)) \(entry.isMutual && entry.activity == nil ? "↔" : "→") \(map.shortName(of: entry.target)): \(verb(entry))"
        + " (\(entry.presence.name)\(place))",
      details: entry.evidence.map(line))
  }

  private func line(_ evidence: Evidence) -> String {
    let place =
      switch evidence.placement {
      case .programme: "the programme"
      case .everywhere: "all areas"
      case .areas: evidence.placement.sortedAreas.map(map.name).joined(separator: ", ")
      }
    let part = evidence.part.map(map.partName)
    if evidence.kind == .count {
      let facts = [evidence.period, evidence.reference].compactMap(\.self).filter { !$0.isEmpty }
        .joined(separator: "; ")
      let computed = evidence.computation.map { " Computed: \($0)." } ?? ""
      let target = evidence.target.map { " of a target of \($0.grouped)" } ?? ""
      let owner = part.map { " of \($0)" } ?? ""
      return "\(evidence.count ?? "")\(target) \(evidence.measure ?? "")\(owner) in \(place)"
        + (facts.isEmpty ? "" : " (\(facts))") + ".\(computed)"
    }
    let speakers = evidence.informants.compactMap { map.informants[$0]?.name }
    let time = evidence.period.map { $0 == "all" ? "all the time" : $0.replacing(";", with: ", ") }
    var said =
      [part.map { "of \($0)" }, place, time, evidence.frequency?.rawValue, evidence.attribution?.clause].compactMap(
        \.self) + speakers
    if let interview = evidence.interview { said.append("interview \(interview)") }
    if let coder = evidence.coder { said.append("coded by \(coder)") }
    let facts = [said.joined(separator: ", "), evidence.reference].filter { !$0.isEmpty }.joined(separator: "; ")
    let stance = evidence.stance == .present ? "" : "\(evidence.stance?.rawValue ?? ""), "
    let words = evidence.excerpt.map { "\u{201C}\($0)\u{201D} " } ?? ""
    return (evidence.id.map { "\($0): " } ?? "") + "\(words)(\(stance)\(facts))"
  }

  /// The areas of an entry in words.
  private func places(_ entry: Entry) -> String {
    entry.relation == nil || entry.presence == .reportedAbsent
      ? entry.areas.map(map.name).joined(separator: ", ") : map.inWords(entry.presenceByArea)
  }

  private func verb(_ entry: Entry) -> String {
    if let activity = entry.activity {
      let isPlural = map.actors[entry.source]?.isPlural ?? false
      return "\(isPlural ? "meet" : "meets") in: \(map.shortName(of: activity))"
    }
    return entry.relation.map { map.verb(of: .init(from: entry.source, to: entry.target, $0)) } ?? ""
  }
}
