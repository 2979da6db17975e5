import Documents
import MapAnalysis
import MapDisclosure
import MapModel

extension ComparisonReport {
  /// What a state means on the sides of the comparison.
  private func meaning(_ presence: Presence) -> String { presence.meaning(in: comparison.scopeOfWords, on: frame) }

  /// What came, what went and what stayed, from each period to the next.
  var changeSections: [[Document.Block]] {
    let names = comparison.namedFrame
    let presences = Dictionary(comparison.connections.map { ($0.id, $0.presences) }) { first, _ in first }
    return changes.map { change in
      let (earlier, later) = (sides[change.earlier].name, sides[change.later].name)
      func items(_ kind: ComparedChange.Kind) -> [Document.Entry] {
        let side = kind == .came ? change.later : change.earlier
        return change.connections(kind).map { id in
          Document.Entry("\(clause(id, names))\(presences[id]?[side].doubt ?? "").")
        }
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
  func findings(
    _ heading: String, _ rows: (Int) -> [MapComparison.ConnectionRow], for form: ReportForm = .answer
  ) -> [Document.Block] {
    let blocks = sides.indices.flatMap { place -> [Document.Block] in
      let found = rows(place)
      if found.isEmpty { return [] }
      let known = found.filter { $0.presences.contains(where: \.isKnownAbsence) }
      let open = found.count - known.count
      let names = comparison.frame(named: sides[place])
      var items = known.map { finding($0, at: place, names) }
      if open > 0 {
        items.append(
          "\(counted(open, known.isEmpty ? "connection" : "more connection")) of which the evidence of the others does not"
            + " tell")
      }
      return form == .chapter
        ? [.paragraph(.init("\(sides[place].name):", details: items))] : [.paragraph(sides[place].name), .list(items)]
    }
    return blocks.isEmpty ? [] : [.heading(heading)] + blocks
  }

  /// `Referring schools host Mentoring sessions. Elsewhere: unplaced.`
  private func finding(_ row: MapComparison.ConnectionRow, at place: Int, _ names: NetworkMap) -> String {
    let own = row.presences[place]
    let others = comparison.sides(by: row.presences).map { presence, found in
      (presence: presence, sides: found.filter { $0.id != sides[place].id })
    }.filter { !$0.sides.isEmpty }
    let elsewhere =
      others.count == 1
      ? others[0].presence.name
      : others.map { "\($0.presence.name) (\($0.sides.map(\.name).asList))" }.joined(separator: ", ")
    return
      "\(clause(row.id, names))\(own.doubt). \(sides.count == 2 ? sides[1 - place].name : "Elsewhere"): \(elsewhere)."
  }

  /// A connection as a clause with short names, as a map calls its ends.
  func clause(_ id: Connection.ID, _ names: NetworkMap) -> String {
    "\(names.shortName(of: id.source)) \(names.verb(of: id)) \(names.shortName(of: id.target))"
  }

  private func unseen(_ rest: Int, for form: ReportForm) -> String {
    "\(counted(rest, "more connection")) that no \(kind.one) has any evidence of"
      + form.hint(": --format csv lists all") + "."
  }

  /// What is known of each connection on each side.
  func presence(for form: ReportForm) -> [Document.Block] {
    // What is known of no side fills pages and tells nothing apart.
    let shown = comparison.connections.filter { $0.presences.contains { $0.isOnMap || $0 == .reportedAbsent } }
    let names = comparison.namedFrame
    if shown.isEmpty {
      let places = kind.one == "map" ? "on any of the maps" : "in any of the \(kind.many)"
      return [.paragraph("Nothing is known of any connection \(places).")]
    }
    let table = Document.Table(
      ["From", "Relation", "To"] + sides.map(\.name),
      rows: shown.map { row in
        [names.shortName(of: row.id.source), names.verb(of: row.id), names.shortName(of: row.id.target)]
          + row.presences.map(\.symbol)
      }, caption: "What is known of each connection in each \(kind.one)")
    let rest = comparison.connections.count - shown.count
    let occurring = Set(shown.flatMap(\.presences))
    let states = Presence.allCases.filter(occurring.contains)
    if form == .chapter {
      let key = states.map { Document.Term($0.symbol, meaning: "\($0.name), \(meaning($0))") }
      let open = rest == 0 ? [] : [Document.Block.paragraph(unseen(rest, for: form))]
      return [.table(table), .terms(key)] + open
    }
    let key = states.map { "\($0.symbol)  \($0.name): \(meaning($0))" }
    let more = rest == 0 ? [] : [unseen(rest, for: form)]
    return [.table(table)] + (more + key).map { .paragraph($0) }
  }
}
