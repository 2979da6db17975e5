import MapModel
import Tabular

/// A file of evidence as rows of named cells, with its problems of form reported.
struct EvidenceTable {
  /// A row whose cells are found by the names that the format gives its columns.
  struct Row {
    let line: Int
    let cells: [String: DelimitedText.Cell]

    /// The text of a cell without surrounding white space; empty if the column is missing.
    func text(_ column: String) -> String {
      guard let cell = cells[column] else { return "" }
      return cell.text.trimmingWhitespace
    }
  }

  /// A column of the format.
  struct Column {
    var name: String
    var isRequired = false
  }

  let file: String
  private(set) var rows: [Row] = []
  /// Whether the header is that of a coding tool.
  private(set) var isOfTool = false
  /// Columns of which merged cells of a sheet all show what the first holds; numbers would be counted twice.
  static let mergeable: Set<String> = [
    "area", "period", "informant", "from", "to", "relation", "measure", "outcome", "document", "interview", "coder",
  ]

  /// Reads a table whose header names the columns, in any order and case.
  /// - Parameters:
  ///   - columns: the columns of the format.
  ///   - names: for columns that the file calls otherwise, the file's names.
  ///   - tools: the headers of tools; the columns of the first that fits are found without `names`, which go before it.
  init(
    _ bytes: [UInt8], file: String, columns: [Column], names: [String: String], tools: [ToolHeader] = [],
    problems: inout [Problem]
  ) {
    let decoded = DecodedText(bytes)
    if let fault = Self.fault(of: decoded.encoding) {
      problems.append(Problem(.warning, code: .encoding, file: file, message: fault))
    }
    let index = Self.index(columns, names, tools)
    let table = DelimitedText(decoded.bytes) { index[$0.trimmingWhitespace] }
    self.init(table, file: file, columns: columns, names: names, tools: tools, problems: &problems)
  }

  /// Reads a sheet of a workbook like a table of text.
  init(
    _ sheet: Workbook.Sheet, of workbook: Workbook, file: String, columns: [Column], names: [String: String],
    tools: [ToolHeader] = [], problems: inout [Problem]
  ) {
    let index = Self.index(columns, names, tools)
    var table = DelimitedText([])
    do throws(WorkbookFault) {
      var rows = try SheetRows(sheet, of: workbook) { index[$0.trimmingWhitespace] }
      let merged = (rows.header?.cells ?? []).enumerated().filter { _, cell in
        index[cell.text.trimmingWhitespace].map(Self.mergeable.contains) ?? false
      }
      rows.filledColumns = Set(merged.map { $0.offset + 1 })
      table = try DelimitedText(&rows)
      problems += Self.problems(of: rows.notes, file)
    } catch {
      problems.append(Self.problem(of: error, file))
      self.init(file: file)
      return
    }
    self.init(table, file: file, columns: columns, names: names, tools: tools, problems: &problems)
  }

  private init(file: String) { self.file = file }

  /// A table of what was read otherwise.
  init(file: String, rows: [Row]) { (self.file, self.rows) = (file, rows) }

  /// The columns that names stand for.
  private static func index(
    _ columns: [Column], _ names: [String: String], _ tools: [ToolHeader]
  ) -> NameIndex<String> {
    var index = NameIndex<String>()
    for column in columns { if let name = names[column.name] { index.add(name, for: column.name) } }
    for column in columns where names[column.name] == nil { index.add(column.name, for: column.name) }
    for name in tools.flatMap(\.required.values) { index.add(name, for: name) }
    return index
  }

  private init(
    _ table: DelimitedText, file: String, columns: [Column], names: [String: String], tools: [ToolHeader],
    problems: inout [Problem]
  ) {
    self.file = file
    problems += table.faults.map {
      Problem(code: Problem.Code(rawValue: $0.code), file: file, line: $0.line, column: $0.column, message: $0.message)
    }
    guard let header = table.rows.first else {
      if table.faults.isEmpty {
        problems.append(
          Problem(
            code: .emptyFile, file: file,
            message: "The file is empty; its first line should name the columns: "
              + columns.map { names[$0.name] ?? $0.name }.joined(separator: ",")))
      }
      return
    }
    if let fault = Self.fault(ofTitles: table.dialect) {
      problems.append(Problem(.warning, code: .titleRows, file: file, line: table.dialect.line, message: fault))
    }
    let tool = tools.lazy.compactMap { $0.columns(in: header, names) }.first
    isOfTool = tool != nil
    guard
      let positions = Self.positions(
        of: tool?.columns ?? columns, names: tool?.names ?? names, in: header, file: file, hints: tool == nil, &problems
      )
    else { return }
    let width = header.cells.count
    var ragged: [DelimitedText.Row] = []
    for row in table.rows.dropFirst() {
      // Spreadsheets leave empty cells behind the last column; they say nothing.
      let extra = row.cells.dropFirst(width).contains { !$0.text.trimmingWhitespace.isEmpty }
      if row.cells.count < width || extra {
        ragged.append(row)
      } else {
        rows.append(Row(line: row.line, cells: positions.mapValues { row.cells[$0] }))
      }
    }
    problems += Self.problems(of: ragged, header, isEveryRow: rows.isEmpty && ragged.count > 1, file: file)
  }

  /// One problem if all rows are alike, since then the header is wrong; otherwise one for each row.
  private static func problems(
    of ragged: [DelimitedText.Row], _ header: DelimitedText.Row, isEveryRow: Bool, file: String
  ) -> [Problem] {
    let width = header.cells.count
    let widths = Set(ragged.map(\.cells.count))
    if isEveryRow, widths.count == 1, let common = widths.first {
      return [
        Problem(
          code: .raggedHeader, file: file, line: header.line,
          message: "Every row has \(common) cells and the header \(width): "
            + (common > width ? "a column name is missing" : "the header names too many columns")
            + ". No row could be read")
      ]
    }
    return ragged.map { row in
      let cause =
        row.cells.count < width
        ? "cells are missing at its end" : "put cells that hold the separator in quotation marks"
      return Problem(
        code: .raggedRow, file: file, line: row.line,
        message: "The row has \(row.cells.count) cells and the header \(width); \(cause). The row was left out")
    }
  }

  /// What to say of lines above the header.
  static func fault(ofTitles dialect: Dialect) -> String? {
    guard dialect.titleLines > 0 else { return nil }
    let isOne = dialect.titleLines == 1
    return "The header stands in line \(dialect.line); \(dialect.titleLines) \(isOne ? "line" : "lines") above it"
      + " \(isOne ? "was" : "were") skipped. Delete \(isOne ? "it" : "them"), so that every tool can read the file"
  }

  /// What to say of an encoding that is not sure.
  static func fault(of encoding: TextEncoding) -> String? {
    switch encoding {
    case .utf8, .utf16: nil
    case .windows1252:
      "The file is not UTF-8; it was read as Windows-1252. Save it as \"CSV UTF-8\" to be sure of accents and quotation"
        + " marks"
    case .damagedUTF8:
      "Some letters of the file are damaged (they are not UTF-8, and the rest is) and show as \u{FFFD}; ask for the file"
        + " again, saved as \"CSV UTF-8\""
    }
  }

  /// Where the columns stand; `nil`, with the problems reported, if one is missing or stands twice.
  static func positions(
    of columns: [Column], names: [String: String], in header: DelimitedText.Row, file: String, hints: Bool = true,
    _ problems: inout [Problem]
  ) -> [String: Int]? {
    var index = NameIndex<String>()
    // What map.yaml says goes before what a column is called by itself: a file's `Segment` can be the excerpt.
    for column in columns { if let name = names[column.name] { index.add(name, for: column.name) } }
    for column in columns where names[column.name] == nil && index[column.name] == nil {
      index.add(column.name, for: column.name)
    }
    var positions: [String: Int] = [:]
    var isUsable = true
    for (position, cell) in header.cells.enumerated() {
      let name = cell.text.trimmingWhitespace
      if let column = index[name] {
        if positions[column] != nil {
          problems.append(
            Problem(
              code: .duplicateColumn, file: file, line: cell.line, column: cell.column,
              message: "There are two columns named \(name.quotedInMessage); rename or delete one"))
          isUsable = false
        }
        positions[column] = position
      } else if hints, let near = index.suggestion(for: name) {
        problems.append(
          Problem(
            .warning, code: .unknownColumn, file: file, line: cell.line, column: cell.column,
            message: "The column \(name.quotedInMessage) is not known and was not read; did you mean"
              + " \(near.quotedInMessage)?"))
      }
    }
    // A column that map.yaml names is meant to be there, even if the format could do without it.
    for column in columns where (column.isRequired || names[column.name] != nil) && positions[column.name] == nil {
      let name = names[column.name] ?? column.name
      problems.append(
        Problem(
          code: .missingColumn, file: file, line: header.line,
          message: "There is no column \(name.quotedInMessage); add it, or say in map.yaml under `columns:` what the"
            + " file calls it"))
      isUsable = false
    }
    return isUsable ? positions : nil
  }
}
