import Documents
import MapDisclosure
import MapModel
import MapReports
import OrderedCollections

extension MapFormat {
  /// A workbook for people.
  static let workbook = MapFormat(
    "xlsx",
    summary:
      "a workbook for Excel and LibreOffice: notes, contents, and tables of actors, connections, what is known of each"
      + " in each area, absences, evidence and the legend",
    fileExtension: "xlsx",
    losses: [
      "fieldwork, expectations and claims", "figures, shapes and places", "the rules by which cases are counted",
    ],
    isBinary: true, canMergeParallels: false
  ) { published, options in [File("map.xlsx", try MapTables(of: published, options.query).workbook.bytes)] }
}

/// The tables of a map for people: names in the place of ids, which stand behind them.
private struct MapTables {
  private let graph: ExportedGraph
  private let published: PublishedMap
  private let map: NetworkMap
  private let query: ConnectionQuery

  init(of published: PublishedMap, _ query: ConnectionQuery) {
    graph = ExportedGraph(of: published, ExportOptions(query))
    (self.published, self.query) = (graph.published, query)
    map = graph.published.map
  }

  var workbook: TableWorkbook {
    let listing = ConnectionListing(of: published, matching: query)
    let absences = ConnectionListing(of: published, matching: query, .absences)
    let places = map.inWords(query.scope)
    var parts = [
      TableWorkbook.Part("Actors", title: "Actors\(places)", actors),
      TableWorkbook.Part(
        "Connections", title: "Connections\(places)",
        note: "Each runs from the actor under From to the one under To, or both ways.", connections(listing)),
    ]
    if !map.areas.isEmpty, query.scope.area == nil {
      parts.append(
        TableWorkbook.Part(
          "By area", title: "What is known of each connection in each area",
          note: "Not found: somebody who could know was asked. Not known: nobody was. Unplaced: nobody says where.",
          byArea(listing)))
    }
    if !absences.connections.isEmpty {
      parts.append(
        TableWorkbook.Part(
          "Absences", title: "Connections that are reported absent\(places)", connections(absences)))
    }
    parts += [
      TableWorkbook.Part(
        "Evidence", title: "What connections rest on\(places)",
        note: "A row for each statement of an interview and each number of the management information.", evidence
      ),
      TableWorkbook.Part("Legend", title: "What words, shapes, colours and lines mean", legend),
    ]
    return TableWorkbook(
      title: graph.title,
      notes: ["A network map: who was involved, and who supported or worked with whom."]
        + TableWorkbook.notes(of: published), parts: parts)
  }

  private func yes(_ isTrue: Bool) -> String { isTrue ? "yes" : "no" }

  private var actors: Document.Table {
    let areas = ExportedArea.all(of: map, in: query.scope)
    let columns = graph.nodeColumns
    func place(_ name: String) -> Int { columns.firstIndex { $0.name == name } ?? 0 }
    let (group, first) = (place("groupName"), columns.firstIndex { $0.name.hasPrefix(ExportedActors.attributePrefix) })
    let attributes = first.map { Array(columns[$0...]) } ?? []
    let header =
      [
        "Name", "Id", "Role", "Other roles", "Sector", "Stage", "Beneficiary", "Activity", "Group", "Description",
      ] + areas.map { "In \($0.name)" }
      + attributes.map { String($0.name.dropFirst(ExportedActors.attributePrefix.count)) }
    let firstAttribute = header.count - attributes.count
    let numbers = attributes.indices.filter { attributes[$0].kind != .text }.map { firstAttribute + $0 }
    let places = areas.map { place($0.column) }
    return Document.Table(
      header, numbers: Set(numbers),
      rows: graph.nodes.map { node in
        let actor = node.actor
        let others = actor.otherRoles.map { map.legend.roles[$0]?.name ?? $0.rawValue }
        var row = [
          actor.name, actor.id.rawValue, map.legend.roles[actor.role]?.name ?? "", others.joined(separator: "; "),
          map.legend.sectors[actor.sector]?.name ?? "", map.legend.stages[actor.stage]?.name ?? "",
          yes(actor.isBeneficiary), yes(map.isActivity(actor.id)), node.values[group]?.text ?? "", actor.description,
        ]
        row += places.map { yes(node.values[$0] == .flag(true)) }
        return row + attributes.indices.map { node.values[(first ?? 0) + $0]?.text ?? "" }
      })
  }

  private func connections(_ listing: ConnectionListing) -> Document.Table {
    let tellsTimes = query.scope.period == nil && !map.periods.isEmpty
    let header = [
      "From", "Relation", "To", "Direction", "Family", "Status", "Areas", "Cases", "Cases of", "Cases in", "Statements",
      "Statements against", "Owed to the programme", "From id", "Relation id", "To id",
    ]
    return Document.Table(
      header + (tellsTimes ? ["Periods"] : []), numbers: [7, 10, 11],
      rows: listing.connections.map { row(of: $0, tellsTimes: tellsTimes) })
  }

  private func row(of entry: ConnectionListing.Entry, tellsTimes: Bool) -> [String] {
    func list(_ items: [String]) -> String { items.joined(separator: "; ") }
    func name(_ actor: MapActor.ID) -> String { map.actors[actor]?.name ?? "" }
    let areas = (query.scope.area.map { [$0] } ?? entry.areas).map { map.areas[$0]?.name ?? $0.rawValue }
    let relation = entry.relation.flatMap { map.relations[$0]?.label } ?? ""
    let family = entry.family.flatMap { map.legend.families[$0]?.name } ?? ""
    var row: [String] = [
      name(entry.source), relation, name(entry.target), entry.isMutual ? "mutual" : "directed", family,
      entry.presence.name, list(areas), cases(entry), entry.caseTotal?.measure ?? "",
    ]
    row += [list(entry.caseTotal?.periods ?? []), String(entry.statements), String(entry.statementsAgainst)]
    row += [
      list(entry.attributions.map(\.rawValue)), entry.source.rawValue, entry.relationName, entry.target.rawValue,
    ]
    if tellsTimes { row.append(list(entry.periods)) }
    return row
  }

  /// The number, with a sign where it is approximate, or the sign that it is withheld.
  private func cases(_ entry: ConnectionListing.Entry) -> String {
    (entry.caseTotal?.isApproximate == true ? "~" : "") + (entry.cases?.text(map.disclosure) ?? "")
  }

  /// A connection in words: two columns of actors would make another table of connections of it for whoever reads it.
  private func words(_ entry: ConnectionListing.Entry) -> String {
    guard let relation = entry.relation else { return "" }
    let id = Connection.ID(from: entry.source, to: entry.target, relation)
    return "\(map.actors[entry.source]?.name ?? "") \(map.verb(of: id)) \(map.actors[entry.target]?.name ?? "")"
  }

  private func byArea(_ listing: ConnectionListing) -> Document.Table {
    Document.Table(
      ["Connection"] + map.areas.values.map(\.name),
      rows: listing.connections.map { entry in
        [words(entry)]
          + map.areas.keys.map { area in
            guard let relation = entry.relation else { return "" }
            let id = map.stored(.init(from: entry.source, to: entry.target, relation))
            return map.presence(of: id, in: Scope(area: area, period: query.scope.period)).name
          }
      })
  }

  private var evidence: Document.Table {
    let listing = ConnectionListing(of: published, matching: query, includesEvidence: true)
    let told = listing.connections.flatMap { entry in entry.evidence.map { (entry, $0) } }
    // Who said and coded what is the team's; where nothing of it is told, there is no column.
    let ofTeam: [(String, (ConnectionListing.Evidence) -> String)] = [
      ("Interview", { $0.interview ?? "" }), ("Coder", { $0.coder ?? "" }), ("Excerpt", { $0.excerpt ?? "" }),
    ]
    let shown = ofTeam.filter { column in told.contains { !column.1($0.1).isEmpty } }
    return Document.Table(
      [
        "Connection", "Kind", "Areas", "Period", "Stance", "Informants", "Frequency", "Owed to the programme",
        "Measure",
        "Number", "Reference",
      ] + shown.map(\.0), numbers: [9],
      rows: told.map { entry, evidence in
        [
          words(entry), evidence.kind.rawValue,
          evidence.placement.sortedAreas.map { map.areas[$0]?.name ?? "" }.joined(separator: "; "),
          evidence.period ?? "", evidence.stance?.rawValue ?? "",
          evidence.informants.compactMap { map.informants[$0]?.name }.joined(separator: "; "),
          evidence.frequency?.rawValue ?? "", evidence.attribution?.rawValue ?? "", evidence.measure ?? "",
          evidence.count ?? "", evidence.reference,
        ] + shown.map { $0.1(evidence) }
      })
  }

  private var legend: Document.Table {
    let legend = map.legend
    var rows: [[String]] = []
    for role in legend.roles.values {
      rows.append(["Role", role.name, role.id.rawValue, "shape: \(role.shape.rawValue)", role.definition])
    }
    for sector in legend.sectors.values {
      rows.append(["Sector", sector.name, sector.id.rawValue, "colour: \(sector.fill)", ""])
    }
    for stage in legend.stages.values {
      rows.append(["Stage", stage.name, stage.id.rawValue, "place, from left to right", ""])
    }
    for family in legend.families.values {
      let line = "line: \(family.line.rawValue), head: \(family.head.rawValue)"
      rows.append(["Family", family.name, family.id.rawValue, line, family.direction])
    }
    for relation in map.relations.values {
      let line = "line of \(legend.families[relation.family]?.name ?? "")"
      rows.append(
        ["Relation", relation.label, relation.id.rawValue, line, relation.isDirected ? "" : "runs both ways"])
    }
    return Document.Table(["What", "Is called", "Id", "Shown by", "Meaning"], rows: rows)
  }
}
