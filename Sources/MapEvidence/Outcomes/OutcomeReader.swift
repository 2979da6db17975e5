import MapModel

/// Reads what came of the programme: one row is one outcome of an area.
struct OutcomeReader {
  static let columns: [EvidenceTable.Column] = [
    .init(name: "area", isKey: true, merging: .whereMarkedOrEmpty),
    .init(name: "outcome", isRequired: true, isKey: true, merging: .whereMarkedOrEmpty),
    .init(name: "value", isRequired: true),
    .init(name: "cases"), .init(name: "reference"),
  ]

  private struct Key: Hashable {
    var name: String
    var area: Area.ID?
  }

  /// Reads the rows of a table; those that cannot be used are reported and left out.
  static func read(
    _ table: EvidenceTable, symbols: NumberSymbols, with reader: inout EvidenceReader
  ) -> [Outcome] {
    var numbers = NumberReader(symbols)
    var outcomes: [Outcome] = []
    var lines: [Key: Int] = [:]
    for cells in table.rows {
      var row = EvidenceReader.Row(cells: cells, file: table.file)
      let area = reader.area(
        &row, fault: "An outcome belongs to one area, or to the whole programme if the cell is empty")
      let (name, text) = (cells.text("outcome"), cells.text("value"))
      if name.isEmpty { reader.report(&row, "outcome", .emptyCell, "The outcome has no name; say what was measured") }
      let value = value(text, &row, numbers: &numbers, with: &reader)
      let cases = cases(&row, symbols, with: &reader)
      guard row.isUsable, let value else { continue }
      let key = Key(name: name, area: area)
      if let line = lines[key] {
        reader.report(
          &row, "outcome", .duplicateOutcome, "Line \(line) already gives this outcome of the same area; keep one")
        continue
      }
      lines[key] = cells.line
      outcomes.append(
        Outcome(name, area: area, value: value, cases: cases, reference: cells.text("reference")))
    }
    reader.problems += numbers.problems(in: table.file)
    return outcomes
  }

  /// A value, or that the source withholds it; `nil` if it gives none, which is reported unless the source says so.
  private static func value(
    _ text: String, _ row: inout EvidenceReader.Row, numbers: inout NumberReader, with reader: inout EvidenceReader
  ) -> Double?? {
    if let value = Double(text), value.isFinite { return value }
    switch numbers.reading(&row, "value", expected: "a number; write it with a point, such as 3.6", with: &reader) {
    case .number(let digits, _): return Double(digits).map { .some($0) } ?? nil
    case .withheld, .low: return .some(nil)
    case .notAvailable, .ambiguous, .unknown: return nil
    }
  }

  /// On how many cases the value rests; `nil` if the source does not say.
  private static func cases(
    _ row: inout EvidenceReader.Row, _ symbols: NumberSymbols, with reader: inout EvidenceReader
  ) -> Int? {
    let text = row.cells.text("cases")
    if text.isEmpty { return nil }
    switch symbols.reading(of: text) {
    case .number(let digits, _): if let number = NumberReader.whole(digits) { return number }
    // What the source withholds is few.
    case .withheld, .low: return 1
    case .notAvailable: return nil
    case .ambiguous, .unknown: break
    }
    reader.report(
      &row, "cases", .badNumber,
      "\(text.quotedInMessage) is not a number of cases; write 0 or greater, or leave it empty")
    return nil
  }
}
