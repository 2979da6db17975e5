import MapModel

/// Reads codings that stand beside statements: one row is one code on one stretch of a document by one coder.
struct CodingReader {
  static let columns: [EvidenceTable.Column] = [
    .init(name: "document", merging: .whereMarked), .init(name: "segment"), .init(name: "start"), .init(name: "end"),
    .init(name: "code", isRequired: true), .init(name: "coder", merging: .whereMarked),
    .init(name: "area", merging: .whereMarked), .init(name: "informant", merging: .whereMarked),
    .init(name: "excerpt"),
  ]

  /// Reads the rows of a table; those that cannot be used are reported and left out.
  static func read(_ table: EvidenceTable, with reader: inout EvidenceReader) -> [Coding] {
    table.rows.compactMap { cells in
      var row = EvidenceReader.Row(cells: cells, file: table.file)
      if cells.text("code").isEmpty {
        reader.report(&row, "code", .missingValue, "The column \"code\" is empty; name the code that was put there")
      }
      let (start, end) = (cells.text("start"), cells.text("end"))
      let stretch = stretch(of: cells)
      if stretch == nil, !start.isEmpty || !end.isEmpty {
        reader.report(
          &row, start.isEmpty ? "end" : "start", .badStretch,
          "A stretch goes from a whole number to one that is not smaller; this one is \(start.quotedInMessage) to"
            + " \(end.quotedInMessage). Leave both empty if the places are not known")
      }
      guard row.isUsable else { return nil }
      return coding(cells, cells.text("code"), in: cells.text("document"), table.file, by: reader.coder(cells))
    }
  }

  /// A row as a coding.
  static func coding(
    _ cells: EvidenceTable.Row, _ code: String, in document: String, _ file: String, by coder: String
  ) -> Coding {
    Coding(
      document: document, stretch: stretch(of: cells), segment: cells.text("segment"), code: code,
      coder: coder, area: cells.text("area"), informant: cells.text("informant"), excerpt: cells.text("excerpt"),
      location: SourceLocation(file: file, line: cells.line))
  }

  /// From where to where a row says that it goes; `nil` if it does not.
  static func stretch(of cells: EvidenceTable.Row) -> Range<Int>? {
    guard let start = Int(cells.text("start")), let end = Int(cells.text("end")), start <= end else { return nil }
    return start..<end
  }
}
