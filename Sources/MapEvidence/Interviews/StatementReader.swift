import MapModel

/// Reads coded interviews: one row is one statement about a connection.
struct StatementReader {
  static let columns: [EvidenceTable.Column] = [
    .init(name: "id"), .init(name: "area", merging: .whereMarked), .init(name: "period", merging: .whereMarked),
    .init(name: "interview", merging: .whereMarked), .init(name: "informant", merging: .whereMarked),
    .init(name: "from", isRequired: true, merging: .whereMarked),
    .init(name: "to", isRequired: true, merging: .whereMarked),
    .init(name: "relation", isRequired: true, merging: .whereMarked), .init(name: "stance"), .init(name: "frequency"),
    .init(name: "attribution"), .init(name: "excerpt"), .init(name: "reference"),
    .init(name: "coder", merging: .whereMarked),
    .init(name: "speaker"),
  ]

  /// Reads the rows of a table; those that cannot be used are reported and left out.
  static func read(
    _ table: EvidenceTable, with reader: inout EvidenceReader
  ) -> [(id: Connection.ID, statement: CodedStatement)] {
    var statements: [(id: Connection.ID, statement: CodedStatement)] = []
    for cells in table.rows {
      var row = EvidenceReader.Row(cells: cells, file: table.file)
      var id = cells.text("id")
      if id.isEmpty {
        id = reader.freeID("line-\(cells.line)")
      } else if let first = reader.statementPlaces[id] {
        reader.report(
          &row, "id", .duplicateID,
          "This id already stands in line \(first.line)\(first.file == table.file ? "" : " of \(first.file)"); give each"
            + " statement its own")
      } else {
        reader.statementPlaces[id] = SourceLocation(file: table.file, line: cells.line)
      }
      let connection = reader.connection(&row)
      let placement = reader.placement(&row)
      let time = reader.time(&row)
      let informants = reader.entities(&row, "informant", "informant group", reader.informants)
      let stance: Stance? = choice(&row, "stance", default: .present, with: &reader)
      let frequency: Frequency? = choice(&row, "frequency", default: nil, with: &reader)
      let attribution: Attribution? = choice(&row, "attribution", default: nil, with: &reader)
      guard row.isUsable, let connection, let stance else { continue }
      statements.append(
        (
          connection,
          CodedStatement(
            id: id, placement: placement, time: time, interview: cells.text("interview"), informants: informants,
            stance: stance,
            frequency: frequency, attribution: attribution, excerpt: cells.text("excerpt"),
            reference: cells.text("reference"),
            coder: reader.coder(cells),
            location: SourceLocation(file: table.file, line: cells.line))
        ))
    }
    return statements
  }

  private static func choice<Choice: RawRepresentable & CaseIterable>(
    _ row: inout EvidenceReader.Row, _ column: String, default fallback: Choice?, with reader: inout EvidenceReader
  ) -> Choice? where Choice.RawValue == String {
    let text = row.cells.text(column).lowercased()
    if text.isEmpty { return fallback }
    if let choice = Choice(rawValue: text) { return choice }
    let choices = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    reader.report(
      &row, column, .unknownValue,
      "The \(column) is \(text.quotedInMessage); it should be one of \(choices), or empty")
    return nil
  }
}
