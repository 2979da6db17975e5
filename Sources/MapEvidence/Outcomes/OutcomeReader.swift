import MapModel

/// Reads what came of the programme: one row is one outcome of an area.
struct OutcomeReader {
  static let columns: [EvidenceTable.Column] = [
    .init(name: "area"), .init(name: "outcome", isRequired: true), .init(name: "value", isRequired: true),
    .init(name: "cases"), .init(name: "reference"),
  ]

  private struct Key: Hashable {
    var name: String
    var area: Area.ID?
  }

  /// Reads the rows of a table; those that cannot be used are reported and left out.
  static func read(_ table: EvidenceTable, with reader: inout EvidenceReader) -> [Outcome] {
    var outcomes: [Outcome] = []
    var lines: [Key: Int] = [:]
    for cells in table.rows {
      var row = EvidenceReader.Row(cells: cells, file: table.file)
      let areas = reader.entities(&row, "area", "area", reader.areas)
      if areas.count > 1 {
        reader.report(
          &row, "area", .severalAreas,
          "An outcome belongs to one area, or to the whole programme if the cell is empty")
      }
      let (name, text) = (cells.text("outcome"), cells.text("value"))
      if name.isEmpty { reader.report(&row, "outcome", .emptyCell, "The outcome has no name; say what was measured") }
      let value = Double(text).flatMap { $0.isFinite ? $0 : nil }
      if value == nil {
        reader.report(
          &row, "value", .badNumber, "\(text.quotedInMessage) is not a number; write it with a point, such as 3.6")
      }
      var cases: Int?
      if !cells.text("cases").isEmpty {
        cases = Int(cells.text("cases"))
        if cases ?? -1 < 0 {
          reader.report(
            &row, "cases", .badNumber,
            "\(cells.text("cases").quotedInMessage) is not a number of cases; write 0 or greater, or leave it empty")
        }
      }
      guard row.isUsable, let value else { continue }
      let key = Key(name: name, area: areas.first)
      if let line = lines[key] {
        reader.report(
          &row, "outcome", .duplicateOutcome, "Line \(line) already gives this outcome of the same area; keep one")
        continue
      }
      lines[key] = cells.line
      outcomes.append(
        Outcome(name, area: areas.first, value: value, cases: cases, reference: cells.text("reference")))
    }
    return outcomes
  }
}
