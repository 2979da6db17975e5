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
    document.add(overview)
    document.add(fieldwork)
    document.add(similarity)
    for section in changeSections { document.add(section) }
    document.add(findings("\(place) only", comparison.connections(onlyOn:)))
    document.add(findings("Missing \(place) only", comparison.connections(lackedOnlyBy:)))
    document.add(presence)
    document.add(standing)
    document.add(unmetExpectations)
    let rates = rateSections
    for section in rates { document.add(section) }
    if !note.isEmpty, !rates.isEmpty || published.maps.isForTeam { document.add([.paragraph(note)]) }
    return document
  }

  /// What the sides are, in words.
  private var kind: (one: String, many: String, place: String) {
    if sides.allSatisfy({ $0.scope.period != nil }) { return ("period", "periods", "in one period") }
    let areOfAreas = sides.allSatisfy { $0.scope.area != nil }
    return areOfAreas ? ("area", "areas", "in one area") : ("map", "maps", "on one map")
  }

  private var place: String { kind.place }

  private var heading: String {
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

  private var overview: [Document.Block] {
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
      })
    let denied = comparison.connections.count { row in
      row.presences.allSatisfy { !$0.isOnMap && $0 != .reportedAbsent } && isDeniedOfProgramme(row.id)
    }
    var notes = [
      "UNCLEAR: only unclear or contradicting evidence speaks for it. ALONE: certain, and not on the map elsewhere."
    ]
    if denied > 0 {
      notes.append(
        "\(counted(denied, "more connection is", plural: "more connections are")) reported absent of the programme,"
          + " without \(kind.one == "period" ? "a period" : "an area"); `netmap query --absent` lists them.")
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
    if groups.isEmpty { return [.paragraph("Nobody was asked.")] }
    return [
      .table(
        Document.Table(
          ["Interviews"] + sides.map(\.name), numbers: Set(1...sides.count),
          rows: groups.map { [$0.name] + $0.interviews.map { String($0) } }))
    ]
  }

  private var similarity: [Document.Block] {
    guard let first = similarities.first?.assignment else { return [] }
    func number(_ value: Double?) -> String { value.map { rounded($0, decimals: 2) } ?? "" }
    let table = Document.Table(
      ["Alike", "", "Connections", "If known", "Actors", "Edits", "QAP", "By chance", "Common actors"],
      numbers: Set(2...8),
      rows: similarities.map { pair in
        [
          sides[pair.first].name, sides[pair.second].name, number(pair.connections.jaccard),
          number(pair.knownConnections.jaccard), number(pair.actors.jaccard), String(pair.editDistance),
          number(pair.assignment.correlation),
          pair.assignment.shareAtLeast.map { $0 < 0.001 ? "<0.001" : "\(($0 * 1000).rounded() / 1000)" } ?? "",
          String(pair.assignment.actors),
        ]
      })
    var notes = [
      "CONNECTIONS and ACTORS: what both have, as a share of what either has (Jaccard, 0 to 1); IF KNOWN leaves out"
        + " connections that are unplaced or not known on either side.",
      "EDITS: actors and connections to be added or taken away to make one of the other.",
      "QAP: correlation of the networks of common actors; BY CHANCE: the share of \(first.permutations) random"
        + " renamings that fit as well (seed \(first.seed)).",
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

// MARK: Connections

extension ComparisonReport {
  /// What a state means on the sides of the comparison.
  private func meaning(_ presence: Presence) -> String { presence.meaning(in: sides.first?.scope ?? .wholeMap) }

  /// What came, what went and what stayed, from each period to the next.
  private var changeSections: [[Document.Block]] {
    changes.map { change in
      let (earlier, later) = (sides[change.earlier].name, sides[change.later].name)
      func items(_ kind: ComparedChange.Kind) -> [Document.Entry] {
        change.connections(kind).map { Document.Entry("\(clause($0)).") }
      }
      func counts(_ kind: ComparedChange.Kind) -> String {
        "\(counted(change.connections(kind).count, "connection")) and"
          + " \(counted(change.actors(kind).count, "actor"))"
      }
      var blocks: [Document.Block] = [.heading("From \(earlier) to \(later)")]
      for (kind, words) in [(ComparedChange.Kind.came, "Came"), (.went, "Went")] {
        blocks.append(.paragraph("\(words): \(counts(kind))."))
        let found = items(kind)
        if !found.isEmpty { blocks.append(.list(found)) }
      }
      blocks.append(.paragraph("Stayed: \(counts(.stayed))."))
      for (kind, one, other) in [
        (ComparedChange.Kind.onlyKnownLater, later, earlier), (.onlyKnownBefore, earlier, later),
      ] where !change.connections(kind).isEmpty || !change.actors(kind).isEmpty {
        blocks.append(
          .paragraph("In \(one), and of \(other) the evidence does not tell: \(counts(kind))."))
      }
      return blocks
    }
  }

  /// What only one side has, or lacks, where it is known to be different on another; what is not known is counted.
  private func findings(_ heading: String, _ rows: (Int) -> [MapComparison.ConnectionRow]) -> [Document.Block] {
    let blocks = sides.indices.flatMap { place -> [Document.Block] in
      let found = rows(place)
      if found.isEmpty { return [] }
      let known = found.filter { $0.presences.contains(where: \.isKnownAbsence) }
      let open = found.count - known.count
      var items = known.map { finding($0, at: place) }
      if open > 0 {
        items.append(
          "\(counted(open, known.isEmpty ? "connection" : "more connection")) of which the evidence of the others does not"
            + " tell")
      }
      return [.paragraph(sides[place].name), .list(items)]
    }
    return blocks.isEmpty ? [] : [.heading(heading)] + blocks
  }

  /// `Referring schools host Mentoring sessions. Elsewhere: unplaced.`
  private func finding(_ row: MapComparison.ConnectionRow, at place: Int) -> String {
    let own = row.presences[place]
    let others = comparison.sides(by: row.presences).map { presence, found in
      (presence: presence, sides: found.filter { $0.id != sides[place].id })
    }.filter { !$0.sides.isEmpty }
    let elsewhere =
      others.count == 1
      ? others[0].presence.name
      : others.map { "\($0.presence.name) (\($0.sides.map(\.name).asList))" }.joined(separator: ", ")
    let here = own.isCertain ? "" : " (\(own.name))"
    return "\(clause(row.id))\(here). \(sides.count == 2 ? sides[1 - place].name : "Elsewhere"): \(elsewhere)."
  }

  /// A connection as a clause with short names.
  private func clause(_ id: Connection.ID) -> String {
    "\(frame.shortName(of: id.source)) \(frame.verb(of: id)) \(frame.shortName(of: id.target))"
  }

  private var presence: [Document.Block] {
    // What is known of no side fills pages and tells nothing apart.
    let shown = comparison.connections.filter { $0.presences.contains { $0.isOnMap || $0 == .reportedAbsent } }
    if shown.isEmpty {
      let places = kind.one == "map" ? "on any of the maps" : "in any of the \(kind.many)"
      return [.paragraph("Nothing is known of any connection \(places).")]
    }
    let table = Document.Table(
      ["From", "Relation", "To"] + sides.map(\.name),
      rows: shown.map { row in
        [frame.shortName(of: row.id.source), frame.verb(of: row.id), frame.shortName(of: row.id.target)]
          + row.presences.map(\.symbol)
      })
    let rest = comparison.connections.count - shown.count
    let occurring = Set(shown.flatMap(\.presences))
    let key = Presence.allCases.filter(occurring.contains).map { "\($0.symbol)  \($0.name): \(meaning($0))" }
    let more =
      rest == 0
      ? []
      : [
        "\(counted(rest, "more connection")) that no \(kind.one) has any evidence of:"
          + " --format csv lists all."
      ]
    return [.table(table)] + (more + key).map { .paragraph($0) }
  }
}

// MARK: Measures, gaps and numbers

extension ComparisonReport {
  /// Ranks by betweenness, of actors that stand among the first five anywhere.
  private var standing: [Document.Block] {
    let rows = measures.filter { row in
      row.measure == .betweenness && row.standings.contains { $0.flatMap(\.rank).map { $0 <= 5 } ?? false }
    }
    if rows.isEmpty { return [] }
    let isShared = rows.contains { $0.standings.contains { $0.map { $0.sharedWith > 0 } ?? false } }
    let ties = isShared ? " An equals sign stands behind a rank that several share." : ""
    let table = Document.Table(
      ["Rank by betweenness"] + sides.map(\.name), numbers: Set(1...sides.count),
      rows: rows.map { row in
        [frame.shortName(of: row.id)]
          + row.standings.map { standing in
            guard let standing else { return "" }
            guard let rank = standing.rank else { return "0" }
            return "\(rank)\(standing.sharedWith > 0 ? "=" : "") (\(rounded(standing.value, decimals: 1)))"
          }
      })
    return [
      .table(table),
      .paragraph("Between how many pairs of others an actor stands; empty where it is not on the map.\(ties)"),
    ]
  }

  private var unmetExpectations: [Document.Block] {
    let rows = gaps.filter { $0.kind == .expectation }
    // Expectations are of whole maps and areas, not of a part of their connections.
    if rows.isEmpty || comparison.query != ConnectionQuery() { return [] }
    let table = Document.Table(
      ["Expected, not met everywhere"] + sides.map(\.name),
      rows: rows.map { gap in
        [gap.id]
          + gap.states.map { state in
            switch state {
            case .none: "met"
            case .gap(let absence): absence?.name ?? "not met"
            case .notLookedFor: ""
            }
          }
      })
    return [.table(table), .paragraph("`netmap gaps` says what each of them means.")]
  }

  /// A section for each base by which numbers are divided.
  private var rateSections: [[Document.Block]] {
    if rates.isEmpty { return [] }
    let bases = OrderedSet(rates.map(\.base))
    var sections = bases.compactMap { base -> [Document.Block]? in
      let table = numbers(dividedBy: base)
      return table.rows.isEmpty ? nil : [.table(table)]
    }
    if bases.elements == [nil] {
      let note = Document.Block.paragraph(
        "Raw numbers: \(kind.one == "period" ? "periods differ in length" : "areas differ in size"). Name a measure under `comparison: per:` in map.yaml to compare rates."
      )
      if sections.isEmpty { sections = [[note]] } else { sections[0].append(note) }
    }
    return sections
  }

  private func numbers(dividedBy base: CountBase?) -> Document.Table {
    let rows = rates.filter { $0.base == base }.map { rate in
      [clause(rate.connection), rate.measure, rate.period]
        + zip(rate.counts, rate.per100).map { count, rate in
          if case .suppressed? = count { return frame.disclosure.symbol }
          return base == nil ? count?.text(frame.disclosure) ?? "" : rate.map { rounded($0, decimals: 1) } ?? ""
        }
    }
    return Document.Table(
      [base.map { "For each 100 \($0.name)" } ?? "Counted", "Measure", "Period"] + sides.map(\.name),
      numbers: Set(3..<(3 + sides.count)), rows: rows.filter { !$0.dropFirst(3).allSatisfy(\.isEmpty) })
  }
}
