import MapModel
import NetworkMaps

/// A comparison as people read it.
struct ComparisonText {
  let report: ComparisonReport
  private var comparison: MapComparison { report.comparison }
  private var sides: [ComparisonSide] { report.sides }

  /// The whole text.
  var text: String {
    [
      heading, matching, overview, fieldwork, similarity,
      findings("\(place.uppercased()) ONLY", comparison.connections(onlyOn:)),
      findings("MISSING \(place.uppercased()) ONLY", comparison.connections(lackedOnlyBy:)), presence, standing, gaps,
      rates.isEmpty ? "" : rates + (report.note.isEmpty ? "" : "\n" + report.note + "\n"),
      rates.isEmpty && report.published.maps.isForTeam ? report.note + "\n" : "",
    ].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var isOfAreas: Bool { sides.allSatisfy { !$0.scope.isWholeMap } }

  /// `in one area`, or `on one map`.
  private var place: String { isOfAreas ? "in one area" : "on one map" }

  private var heading: String {
    let titles = comparison.alignment.maps.map(\.title)
    return (titles.count == 1 ? "\(titles[0]), \(sides.count) areas compared" : titles.joined(separator: " and "))
      + "\n"
  }

  /// Which actors of several maps are the same, where it is not plain, and which stand on one only.
  private var matching: String {
    let alignment = comparison.alignment
    guard alignment.maps.count > 1 else { return "" }
    var lines = alignment.matches.map { match in
      "\(match.own.name) (\(alignment.maps[match.map].title)) is taken for \(match.shared.name)."
    }
    for (place, map) in alignment.maps.enumerated() {
      let only = alignment.actors(onlyOn: place)
      if !only.isEmpty { lines.append("Only on the map \(map.title): \(only.map(report.name).asList).") }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private var overview: String {
    let kinds: [Presence] = [.reportedAbsent, .unplaced, .notFound, .notKnown]
    var table = TextTable(
      header: ["", "ACTORS", "CONNECTIONS", "UNCLEAR", "ALONE"] + kinds.map { $0.name.uppercased() },
      numbers: Set(1...8))
    table.rows = sides.enumerated().map { place, side in
      func count(_ isCounted: (Presence) -> Bool) -> String {
        String(comparison.connections.count { isCounted($0.presences[place]) })
      }
      return [
        side.name, String(comparison.actors.count { $0.presences[place].isOnMap }), count(\.isOnMap),
        count { $0.isOnMap && !$0.isCertain },
        String(comparison.connections(onlyOn: place).count { $0.presences[place].isCertain }),
      ] + kinds.map { kind in count { $0 == kind } }
    }
    let denied = comparison.connections.count { row in
      row.presences.allSatisfy { !$0.isOnMap && $0 != .reportedAbsent } && isDeniedOfProgramme(row.id)
    }
    return table.text
      + "UNCLEAR: only unclear or contradicting evidence speaks for it. ALONE: certain, and not on the map elsewhere.\n"
      + (denied == 0
        ? ""
        : "\(counted(denied, "more connection is", plural: "more connections are")) reported absent of the programme,"
          + " without an area; `netmap query --absent` lists them.\n")
  }

  private func isDeniedOfProgramme(_ shared: Connection.ID) -> Bool {
    comparison.alignment.maps.indices.contains { map in
      let own = comparison.alignment.connection(shared, on: map)
      let statements = own.flatMap { comparison.alignment.maps[map].connections[$0]?.statements } ?? []
      return statements.contains { $0.placement == .programme && $0.stance == .absent }
    }
  }

  /// Who was asked where: what tells "not found" from "not known".
  private var fieldwork: String {
    let groups = comparison.askedGroups()
    if groups.isEmpty { return "Nobody was asked.\n" }
    var table = TextTable(
      header: ["INTERVIEWS"] + sides.map { $0.name.uppercased() }, numbers: Set(1...sides.count))
    table.rows = groups.map { [$0.name] + $0.interviews.map(String.init) }
    return table.text
  }

  private var similarity: String {
    var table = TextTable(
      header: ["ALIKE", "", "CONNECTIONS", "IF KNOWN", "ACTORS", "EDITS", "QAP", "BY CHANCE", "COMMON ACTORS"],
      numbers: Set(2...8))
    func number(_ value: Double?) -> String { value.map { MeasureText.rounded($0, 2) } ?? "" }
    table.rows = report.similarities.map { pair in
      [
        sides[pair.first].name, sides[pair.second].name, number(pair.connections.jaccard),
        number(pair.knownConnections.jaccard), number(pair.actors.jaccard), String(pair.editDistance),
        number(pair.assignment.correlation), pair.assignment.shareAtLeast.map { Self.share($0) } ?? "",
        String(pair.assignment.actors),
      ]
    }
    guard let first = report.similarities.first?.assignment else { return "" }
    var notes = [
      "CONNECTIONS and ACTORS: what both have, as a share of what either has (Jaccard, 0 to 1); IF KNOWN leaves out"
        + " connections that are unplaced or not known on either side.",
      "EDITS: actors and connections to be added or taken away to make one of the other.",
      "QAP: correlation of the networks of common actors; BY CHANCE: the share of \(first.permutations) random"
        + " renamings that fit as well (seed \(first.seed)).",
    ]
    let weak = report.similarities.count(where: \.assignment.isWeak)
    if weak > 0 {
      notes.append(
        "\(weak == report.similarities.count ? "All" : String(weak)) of these pairs have fewer than"
          + " \(QuadraticAssignment.fewActors) common actors: their correlation tells little.")
    }
    return table.text + notes.map { $0 + "\n" }.joined()
  }

  private static func share(_ value: Double) -> String {
    value < 0.001 ? "<0.001" : "\((value * 1000).rounded() / 1000)"
  }

  /// What only one side has, or lacks, where it is known to be different on another; what is not known is counted.
  private func findings(_ heading: String, _ rows: (Int) -> [MapComparison.ConnectionRow]) -> String {
    let blocks = sides.indices.compactMap { place -> String? in
      let found = rows(place)
      let known = found.filter { $0.presences.contains(where: \.isKnownAbsence) }
      if found.isEmpty { return nil }
      let open = found.count - known.count
      let more =
        open == 0
        ? ""
        : "- \(counted(open, known.isEmpty ? "connection" : "more connection")) of which the evidence of the others does not"
          + " tell\n"
      return "\(sides[place].name)\n" + known.map { "- \(finding($0, at: place))\n" }.joined() + more
    }
    return blocks.isEmpty ? "" : heading + "\n" + blocks.joined()
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
    return "\(report.clause(row.id))\(here). \(sides.count == 2 ? sides[1 - place].name : "Elsewhere"): \(elsewhere)."
  }

  private var presence: String {
    // What is known of no side fills pages and tells nothing apart.
    let shown = comparison.connections.filter { $0.presences.contains { $0.isOnMap || $0 == .reportedAbsent } }
    var table = TextTable(header: ["FROM", "RELATION", "TO"] + sides.map { $0.name.uppercased() })
    table.rows = shown.map { row in
      [report.name(row.id.source), report.frame.verb(of: row.id), report.name(row.id.target)]
        + row.presences.map(\.symbol)
    }
    if shown.isEmpty {
      return "Nothing is known of any connection \(isOfAreas ? "in any of the areas" : "on any of the maps").\n"
    }
    let rest = comparison.connections.count - shown.count
    let occurring = Set(shown.flatMap(\.presences))
    let key = Presence.allCases.filter(occurring.contains).map { "\($0.symbol)  \($0.name): \($0.meaning)\n" }
    let more =
      rest == 0
      ? ""
      : "\(counted(rest, "more connection")) that no \(isOfAreas ? "area" : "map") has any evidence of: --format csv lists all.\n"
    return table.text + more + key.joined()
  }

  /// Ranks by betweenness, of actors that stand among the first five anywhere.
  private var standing: String {
    let rows = report.measures.filter { row in
      row.measure == .betweenness && row.standings.contains { $0.map { $0.rank <= 5 && $0.value > 0 } ?? false }
    }
    if rows.isEmpty { return "" }
    var table = TextTable(
      header: ["RANK BY BETWEENNESS"] + sides.map { $0.name.uppercased() }, numbers: Set(1...sides.count))
    table.rows = rows.map { row in
      [report.name(row.id)]
        + row.standings.map { standing in
          standing.map { $0.value > 0 ? "\($0.rank) (\(MeasureText.rounded($0.value, 1)))" : "0" } ?? ""
        }
    }
    return table.text + "Between how many pairs of others an actor stands; empty where it is not on the map.\n"
  }

  private var gaps: String {
    let rows = report.gaps.filter { $0.kind == .expectation }
    // Expectations are of whole maps and areas, not of a part of their connections.
    if rows.isEmpty || comparison.query != ConnectionQuery() { return "" }
    var table = TextTable(header: ["EXPECTED, NOT MET EVERYWHERE"] + sides.map { $0.name.uppercased() })
    table.rows = rows.map { gap in
      [gap.id]
        + gap.states.map { state in
          switch state {
          case .none: "met"
          case .gap(let absence): absence?.name ?? "not met"
          case .notLookedFor: ""
          }
        }
    }
    return table.text + "`netmap gaps` says what each of them means.\n"
  }

  private var rates: String {
    if report.rates.isEmpty { return "" }
    var text = ""
    var bases: [CountBase?] = []
    for rate in report.rates where !bases.contains(rate.base) { bases.append(rate.base) }
    for base in bases {
      var table = TextTable(
        header: [base.map { "FOR EACH 100 \($0.name.uppercased())" } ?? "COUNTED", "MEASURE", "PERIOD"]
          + sides.map { $0.name.uppercased() }, numbers: Set(3..<(3 + sides.count)))
      table.rows = report.rates.filter { $0.base == base }.map { rate in
        [report.clause(rate.connection), rate.measure, rate.period]
          + zip(rate.counts, rate.per100).map { count, rate in
            if case .suppressed? = count { return report.frame.disclosure.symbol }
            return base == nil
              ? count?.text(report.frame.disclosure) ?? "" : rate.map { MeasureText.rounded($0, 1) } ?? ""
          }
      }
      table.rows.removeAll { $0.dropFirst(3).allSatisfy(\.isEmpty) }
      if !table.rows.isEmpty { text += (text.isEmpty ? "" : "\n") + table.text }
    }
    if bases == [nil] {
      text +=
        "Raw numbers: areas differ in size. Name a measure under `comparison: per:` in map.yaml to compare rates.\n"
    }
    return text
  }
}
