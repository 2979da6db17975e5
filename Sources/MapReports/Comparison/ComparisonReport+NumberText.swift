import Documents
import MapAnalysis
import MapDisclosure
import MapModel
import OrderedCollections

extension ComparisonReport {
  /// Ranks by betweenness, of actors that stand among the first five anywhere.
  var standing: [Document.Block] {
    let rows = measures.filter { row in
      row.measure == .betweenness && row.standings.contains { $0.flatMap(\.rank).map { $0 <= 5 } ?? false }
    }
    if rows.isEmpty { return [] }
    let names = comparison.namedFrame
    let isShared = rows.contains { $0.standings.contains { $0.map { $0.sharedWith > 0 } ?? false } }
    let ties = isShared ? " An equals sign stands behind a rank that several share." : ""
    let table = Document.Table(
      ["Rank by betweenness"] + sides.map(\.name), numbers: Set(1...sides.count),
      rows: rows.map { row in
        [names.shortName(of: row.id)]
          + row.standings.map { standing in
            guard let standing else { return "" }
            guard let rank = standing.rank else { return "0" }
            return "\(rank)\(standing.sharedWith > 0 ? "=" : "") (\(rounded(standing.value, decimals: 1)))"
          }
      }, caption: "Who links others in each \(kind.one)")
    return [
      .table(table),
      .paragraph("Between how many pairs of others an actor stands; empty where it is not on the map.\(ties)"),
    ]
  }

  func unmetExpectations(for form: ReportForm) -> [Document.Block] {
    let rows = gaps.filter { $0.kind == .expectation }
    // Expectations are of whole maps and areas, not of a part of their connections.
    if rows.isEmpty || comparison.query != ConnectionQuery() { return [] }
    let table = Document.Table(
      ["Expected, not met everywhere"] + sides.map(\.name),
      rows: rows.map { gap in
        [form == .answer ? gap.id : gap.first.reason]
          + gap.states.map { state in
            switch state {
            case .none: "met"
            case .gap(let absence): absence?.name ?? "not met"
            case .notLookedFor: ""
            }
          }
      }, caption: "Expectations that are not met everywhere")
    return [.table(table)] + (form == .answer ? [.paragraph("`netmap gaps` says what each of them means.")] : [])
  }

  /// A section for each base by which numbers are divided.
  func rateSections(for form: ReportForm) -> [[Document.Block]] {
    if rates.isEmpty { return [] }
    let bases = OrderedSet(rates.map(\.base))
    var sections = bases.compactMap { base -> [Document.Block]? in
      let table = numbers(dividedBy: base)
      return table.rows.isEmpty ? nil : [.table(table)]
    }
    if bases.elements == [nil] {
      let note = Document.Block.paragraph(
        "Raw numbers: \(kind.one == "period" ? "periods differ in length" : "areas differ in size")."
          + form.hint(
            " Name a measure \(frame.origin.place(of: "comparison: per", sheet: "Comparison")) to compare rates.")
      )
      if sections.isEmpty { sections = [[note]] } else { sections[0].append(note) }
    }
    return sections
  }

  private func numbers(dividedBy base: CountBase?) -> Document.Table {
    let names = comparison.namedFrame
    let rows = rates.filter { $0.base == base }.map { rate in
      [clause(rate.connection, names), rate.measure, rate.period]
        + zip(rate.counts, rate.per100).map { count, rate in
          if case .suppressed? = count { return frame.disclosure.symbol }
          return base == nil ? count?.text(frame.disclosure) ?? "" : rate.map { rounded($0, decimals: 1) } ?? ""
        }
    }
    return Document.Table(
      [base.map { "For each 100 \($0.name)" } ?? "Counted", "Measure", "Period"] + sides.map(\.name),
      numbers: Set(3..<(3 + sides.count)), rows: rows.filter { !$0.dropFirst(3).allSatisfy(\.isEmpty) },
      caption: base.map { "Numbers in each \(kind.one), for each 100 \($0.name)" } ?? "Numbers in each \(kind.one)")
  }
}
