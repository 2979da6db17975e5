import MapModel
import Tabular

@testable import MapEvidence

/// What makes a row no case, and what is reported of those that are.
extension PlainCounter {
  mutating func leaveOut(_ code: String) {
    usage[usage.count - 1].leftOut[code, default: 0] += 1
    if ["total-row", "ragged-row", "missing-case", "damaged-id", "repeated-header"].contains(code) {
      problems[code, default: 0] += 1
    }
  }

  /// The rows of a file that are as wide as its header and no totals.
  mutating func rows(of text: String) -> [Row] {
    let table = DelimitedText(Array(text.utf8)) { cell in plan.headers.first { $0 == cell } }
    var places: [String: Int] = [:]
    for (index, cell) in table.rows[0].cells.enumerated() { places[cell.text] = index }
    var rows: [Row] = []
    for cells in table.rows.dropFirst().map({ $0.cells.map(\.text) }) {
      func text(_ header: String) -> String { places[header].map { cells[$0] } ?? "" }
      usage[usage.count - 1].total += 1
      if let code = fault(ofCells: cells, width: places.count) {
        leaveOut(code)
        continue
      }
      rows.append(
        Row(
          id: text(plan.id).trimmingWhitespace, names: plan.columns.map { NameValue(text($0.header)) },
          details: plan.details.map { detail(text($0)) }, days: plan.dates.map { $0.flatMap { date(text($0)) } }))
    }
    return rows
  }

  private func fault(ofCells cells: [String], width: Int) -> String? {
    let first = cells.first { !$0.trimmingWhitespace.isEmpty } ?? ""
    let word = NameValue(first).name.split(separator: ":").first ?? ""
    if ["total", "totals", "grand total", "sub total", "subtotal", "sum"].contains(word) { return "total-row" }
    let isRagged = cells.count < width || cells.dropFirst(width).contains { !$0.trimmingWhitespace.isEmpty }
    return isRagged ? "ragged-row" : nil
  }

  func fault(ofID id: String) -> String? {
    if id == plan.id { return "repeated-header" }
    // A number in scientific notation has lost its last digits.
    if id.contains("+"), id.lowercased().contains("e"), Double(id) != nil { return "damaged-id" }
    if CellWords.isFormulaError(id) { return "damaged-id" }
    return NameValue(id).isMissing ? "missing-case" : nil
  }

  /// Looks at the names and dates of a row that has an id.
  mutating func check(_ row: Row) {
    for (value, column) in zip(row.names, plan.columns) {
      let meanings = column.questions.map { plan.meaning(of: value, to: $0) }
      if value.isMissing, column.isNeeded, !CellWords.isFormulaError(value.text) {
        problems["missing-value", default: 0] += 1
      }
      if column.isUnknownActor(meanings) { problems["unmatched-value", default: 0] += 1 }
      if column.isUnknownArea(meanings) { problems["unknown-area", default: 0] += 1 }
    }
    for day in row.days.compactMap(\.self) where day > plan.lastDay { problems["date-in-future", default: 0] += 1 }
    for (early, late) in [(0, 1), (0, 2), (1, 2)] {
      // An end before the referral follows from what is said of the start, if there is one.
      if early == 0, late == 2, row.days[1] != nil { continue }
      if let first = row.days[early], let second = row.days[late], second < first {
        problems["dates-out-of-order", default: 0] += 1
      }
    }
  }

  private func date(_ text: String) -> CalendarDay? {
    DateReading(text, isMonthFirst: plan.isMonthFirst).date
  }

  /// A detail: a day, or a name; empty if the cell says nothing.
  private func detail(_ text: String) -> String { date(text).map { "\($0.number)" } ?? NameValue(text).name }
}
