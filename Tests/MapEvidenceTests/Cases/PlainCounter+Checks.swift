import MapModel
import Tabular

@testable import MapEvidence

/// What makes a row no case, and what is reported of those that are.
extension PlainCounter {
  mutating func leaveOut(_ code: String) {
    usage[usage.count - 1].leftOut[code, default: 0] += 1
    if ["total-row", "note-row", "ragged-row", "missing-case", "damaged-id", "repeated-header"].contains(code) {
      problems[code, default: 0] += 1
    }
  }

  /// Learns whether ids have digits, from the first rows of the files.
  mutating func learnIDs(_ files: [String: String]) {
    for name in plan.files {
      let (header, rows) = table(files[name] ?? "")
      guard let place = header.firstIndex(of: plan.id) else { continue }
      let ids = rows.prefix(20).filter { place < $0.count }.map { $0[place] }
        .filter { !$0.isEmpty && !RowWords.isTotal($0) }
      othersHaveDigits = ids.contains { $0.contains(where: \.isNumber) }
      if !ids.isEmpty { return }
    }
  }

  /// The rows of a file, but for totals and those that are too wide.
  mutating func rows(of text: String, _ areMonthFirst: [Bool]) -> [Row] {
    let (header, cells) = table(text)
    var places: [String: Int] = [:]
    for (index, cell) in header.enumerated() { places[cell] = index }
    let read = ([plan.id] + plan.columns.map(\.header) + plan.details + plan.dates.compactMap(\.self))
      .compactMap { places[$0] }
    var rows: [Row] = []
    for cells in cells {
      func text(_ header: String) -> String { places[header].flatMap { $0 < cells.count ? cells[$0] : nil } ?? "" }
      usage[usage.count - 1].total += 1
      if let code = fault(ofCells: cells, id: text(plan.id).trimmingWhitespace, width: places.count) {
        leaveOut(code)
        continue
      }
      let id = text(plan.id).trimmingWhitespace
      rows.append(
        Row(
          id: id.hasPrefix("'") && id.count > 1 ? String(id.dropFirst()) : id,
          names: plan.columns.map { NameValue(text($0.header)) },
          details: plan.details.map { detail(text($0)) },
          days: zip(plan.dates, areMonthFirst).map { header, isFirst in
            header.flatMap { DateReading(text($0), isMonthFirst: isFirst).date }
          },
          filled: cells.map(\.trimmingWhitespace).filter { !$0.isEmpty }, isShort: cells.count <= read.max() ?? 0,
          othersHaveDigits: othersHaveDigits))
    }
    return rows
  }

  private func table(_ text: String) -> (header: [String], rows: [[String]]) {
    let table = DelimitedText(Array(text.utf8)) { cell in plan.headers.first { $0 == cell } }
    let rows = table.rows.map { $0.cells.map(\.text) }
    return (rows[0], Array(rows.dropFirst()))
  }

  private func fault(ofCells cells: [String], id: String, width: Int) -> String? {
    if cells.count == 1, RowWords.hasOtherSeparator(cells[0], width: width) { return "ragged-row" }
    let first = cells.map(\.trimmingWhitespace).first { !$0.isEmpty } ?? ""
    if first == id || id.isEmpty ? RowWords.isTotal(first) : RowWords.isPlainTotal(first) { return "total-row" }
    return cells.dropFirst(width).contains { !$0.trimmingWhitespace.isEmpty } ? "ragged-row" : nil
  }

  /// What makes a row no case, by its id.
  func fault(of row: Row) -> String? {
    let (id, isAlone) = (row.id, row.filled.count == 1)
    if NameFolding.folded(id) == NameFolding.folded(plan.id) { return "repeated-header" }
    // A number in scientific notation has lost its last digits.
    if id.contains("+"), id.lowercased().contains("e"), Double(id) != nil { return "damaged-id" }
    if CellWords.isFormulaError(id) { return "damaged-id" }
    if NameValue(id).isMissing {
      return RowWords.isNote(row.filled.first ?? "", isAlone: isAlone) ? "note-row" : "missing-case"
    }
    return RowWords.kind(ofID: id, isAlone: isAlone, others: row.othersHaveDigits)?.rawValue
  }

  // MARK: Ids

  /// Counts the ids that are others in another spelling: without blanks, zeros before the number, and decimals of 0.
  mutating func noteIDs() {
    let kinds = Dictionary(grouping: ids) { id in
      var letters = Array(id.lowercased().filter { !$0.isWhitespace })
      if letters.suffix(2) == [".", "0"], letters.dropLast(2).last?.isNumber == true { letters.removeLast(2) }
      guard let start = letters.firstIndex(where: \.isNumber) else { return String(letters) }
      while letters[start] == "0", start + 1 < letters.count, letters[start + 1].isNumber { letters.remove(at: start) }
      return String(letters)
    }
    let repeated = kinds.values.reduce(0) { $0 + $1.count - 1 }
    if repeated > 0 { problems["near-duplicate-id"] = repeated }
  }

  // MARK: Dates

  /// Whether the month comes first, by file and column of dates.
  func monthFirst(in files: [String: String]) -> [String: [Bool]] {
    var forms: [String: [Set<DateReading.Form>]] = [:]
    for name in plan.files {
      let (header, rows) = table(files[name] ?? "")
      forms[name] = plan.dates.map { date in
        let place = date.flatMap { header.firstIndex(of: $0) } ?? header.count
        // Only what is counted shows how dates are written.
        let cases = rows.filter { row in
          let id = row.first?.trimmingWhitespace ?? ""
          let (text, filled) = (id.hasPrefix("'") ? String(id.dropFirst()) : id, row.filter { !$0.isEmpty })
          let probe = Row(
            id: text, names: [], details: [], days: [], filled: filled, isShort: false,
            othersHaveDigits: othersHaveDigits)
          return fault(ofCells: row, id: id, width: header.count) == nil && fault(of: probe) == nil
        }
        return Set(cases.filter { place < $0.count }.map { DateReading($0[place], isMonthFirst: false).form })
      }
    }
    if let isMonthFirst = plan.isMonthFirst { return forms.mapValues { $0.map { _ in isMonthFirst } } }
    let all = forms.values.joined().reduce(into: Set()) { $0.formUnion($1) }
    let isMonthFirst = all.contains(.monthFirst) && !all.contains(.dayFirst)
    return forms.mapValues { columns in
      columns.map { !$0.contains(.dayFirst) && ($0.contains(.monthFirst) || isMonthFirst) }
    }
  }

  /// Looks at the names and dates of a row that has an id.
  mutating func check(_ row: Row) {
    if row.isShort { problems["short-row", default: 0] += 1 }
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

  /// A detail: a day, or a name; empty if the cell says nothing.
  private func detail(_ text: String) -> String {
    DateReading(text, isMonthFirst: plan.isMonthFirst ?? false).date.map { "\($0.number)" } ?? NameValue(text).name
  }
}
