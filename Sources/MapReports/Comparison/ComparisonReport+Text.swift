package import Documents
import GraphMeasures
import MapAnalysis
import MapDisclosure
import MapModel
import OrderedCollections

extension ComparisonReport {
  /// The comparison as people read it.
  public var text: String { TerminalText.text(of: document) }

  /// The comparison as a document.
  package var document: Document {
    var document = Document()
    document.add([.paragraph(heading)] + Document.opening(published.maps.narrowing))
    document.add(matching)
    document.add(overview(for: .answer))
    document.add(fieldwork)
    document.add(similarity(for: .answer))
    for section in changeSections { document.add(section) }
    document.add(findings("\(place) only", comparison.connections(onlyOn:)))
    document.add(findings("Missing \(place) only", comparison.connections(lackedOnlyBy:)))
    document.add(presence(for: .answer))
    document.add(standing)
    document.add(unmetExpectations(for: .answer))
    let rates = rateSections(for: .answer)
    for section in rates { document.add(section) }
    if !note.isEmpty, !rates.isEmpty || published.maps.isForTeam { document.add([.paragraph(note)]) }
    return document
  }

  /// What the sides are, in words.
  var kind: (one: String, many: String, place: String) {
    if sides.allSatisfy({ $0.scope.period != nil }) { return ("period", "periods", "in one period") }
    let areOfAreas = sides.allSatisfy { $0.scope.area != nil }
    return areOfAreas ? ("area", "areas", "in one area") : ("map", "maps", "on one map")
  }

  var place: String { kind.place }

  package var heading: String {
    guard mapNames.count == 1 else { return mapNames.joined(separator: " and ") }
    let area = comparison.isOverTime ? frame.inWords(Scope(area: sides[0].scope.area)) : ""
    return "\(mapNames[0])\(area), \(sides.count) \(kind.many) compared"
  }

  /// Which actors of several maps are the same, where it is not plain, and which stand on one only.
  private var matching: [Document.Block] {
    let alignment = comparison.alignment
    guard alignment.maps.count > 1 else { return [] }
    let matches = alignment.matches.map { match in
      "\(match.own.name) (\(mapNames[match.map])) is taken for \(match.shared.name)."
    }
    let areas = alignment.areaMatches.map { match in
      "The area \(match.own.name) (\(mapNames[match.map])) is taken for \(match.shared.name)."
    }
    let alone = alignment.maps.indices.compactMap { place -> String? in
      let only = alignment.actors(onlyOn: place)
      return only.isEmpty ? nil : "Only on the map \(mapNames[place]): \(only.map(frame.shortName).asList)."
    }
    return (matches + areas + alone).map { .paragraph($0) }
  }

  /// How many actors and connections each side has, and how much is doubtful or missing.
  func overview(for form: ReportForm) -> [Document.Block] {
    let kinds: [Presence] = [.reportedAbsent, .unplaced, .notFound, .notKnown]
    let table = Document.Table(
      ["", "Actors", "Connections", "Unclear", "Alone"] + kinds.map(\.name), numbers: Set(1...8),
      rows: sides.enumerated().map { place, side in
        func count(_ isCounted: (Presence) -> Bool) -> String {
          String(comparison.connections.count { isCounted($0.presences[place]) })
        }
        return [
          side.name, String(comparison.actors.count { $0.presences[place].isOnMap }), count(\.isOnMap),
          count { $0.isOnMap && !$0.isCertain },
          String(comparison.connections(onlyOn: place).count { $0.presences[place].isCertain }),
        ] + kinds.map { kind in count { $0 == kind } }
      }, caption: "How much is known in each \(kind.one)")
    let denied = comparison.connections.count { row in
      row.presences.allSatisfy { !$0.isOnMap && $0 != .reportedAbsent } && isDeniedOfProgramme(row.id)
    }
    var notes = [
      "\(form.heading("Unclear")): only unclear or contradicting evidence speaks for it. \(form.heading("Alone")): certain,"
        + " and not on the map elsewhere."
    ]
    if denied > 0 {
      notes.append(
        counted(denied, "more connection is", plural: "more connections are")
          + (kind.one == "period"
            ? " reported absent, and nobody says in which period"
            : " reported absent of the programme, without an area")
          + form.hint("; `netmap query --absent` lists them") + ".")
    }
    let maps = published.maps.alignment.maps
    notes += maps.indices.compactMap { place in
      maps[place].groupSentence().map { (maps.count > 1 ? "\(maps[place].title): " : "") + $0 }
    }
    return [.table(table)] + notes.map { .paragraph($0) }
  }

  private func isDeniedOfProgramme(_ shared: Connection.ID) -> Bool {
    comparison.alignment.maps.indices.contains { map in
      let own = comparison.alignment.connection(shared, on: map)
      let statements = own.flatMap { comparison.alignment.maps[map].connections[$0]?.statements } ?? []
      return statements.contains { statement in
        statement.stance == .absent
          && (kind.one == "period" ? statement.time == .unsaid : statement.placement == .programme)
      }
    }
  }

  /// Who was asked where: what tells "not found" from "not known".
  private var fieldwork: [Document.Block] {
    let groups = comparison.askedGroups()
    if groups.isEmpty {
      let isAnybody = published.maps.alignment.maps.contains { $0.interviews() > 0 }
      return [
        .paragraph(
          isAnybody
            ? "Interviews were held, and the fieldwork does not say in which \(kind.one) of these: what nobody spoke of is"
              + " \"not known\" in each." : "Nobody was asked.")
      ]
    }
    return [
      .table(
        Document.Table(
          ["Interviews"] + sides.map(\.name), numbers: Set(1...sides.count),
          rows: groups.map { [$0.name] + $0.interviews.map { String($0) } }))
    ]
  }

  /// How alike each two sides are.
  func similarity(for form: ReportForm) -> [Document.Block] {
    guard let first = similarities.first?.assignment else { return [] }
    func number(_ value: Double?) -> String { value.map { rounded($0, decimals: 2) } ?? "" }
    let table = Document.Table(
      [
        form == .answer ? "Alike" : "Between", form == .answer ? "" : "and", "Connections", "If known", "Actors",
        "Edits", "QAP", "By chance", "Common actors",
      ],
      numbers: Set(2...8),
      rows: similarities.map { pair in
        [
          sides[pair.first].name, sides[pair.second].name, number(pair.connections.jaccard),
          number(pair.knownConnections.jaccard), number(pair.actors.jaccard), String(pair.editDistance),
          number(pair.assignment.correlation),
          pair.assignment.shareAtLeast.map { $0 < 0.001 ? "<0.001" : "\(($0 * 1000).rounded() / 1000)" } ?? "",
          String(pair.assignment.actors),
        ]
      }, caption: "How alike each two \(kind.many) are")
    var notes = [
      "\(form.heading("Connections")) and \(form.heading("Actors")): what both have, as a share of what either has (Jaccard,"
        + " 0 to 1); \(form.heading("If known")) leaves out connections that are unplaced or not known on either side.",
      "\(form.heading("Edits")): actors and connections to be added or taken away to make one of the other.",
      "\(form.heading("QAP")): correlation of the networks of common actors; "
        + (first.permutations > 0
          ? "\(form.heading("By chance")): the share of \(first.permutations) random renamings that fit as well (seed"
            + " \(first.seed))."
          : "how easily it comes by chance is not tested of more than \(MapComparison.mostTestedSides) \(kind.many) unless a"
            + " number of permutations is asked for."),
    ]
    let weak = similarities.count(where: \.assignment.isWeak)
    if weak > 0 {
      notes.append(
        "\(weak == similarities.count ? "All" : String(weak)) of these pairs have fewer than"
          + " \(QuadraticAssignment.fewActors) common actors: their correlation tells little.")
    }
    return [.table(table)] + notes.map { .paragraph($0) }
  }
}
