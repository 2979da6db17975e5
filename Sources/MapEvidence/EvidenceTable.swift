import MapModel
import Tabular

/// A file of evidence as rows of named cells, with its problems of form reported.
struct EvidenceTable {
  /// A row whose cells are found by the names that the format gives its columns.
  struct Row {
    let line: Int
    var cells: [String: DelimitedText.Cell]

    /// The text of a cell without surrounding white space; empty if the column or the cell is missing.
    func text(_ column: String) -> String {
      guard let cell = cells[column] else { return "" }
      let text = cell.text.trimmingWhitespace
      return Self.prose.contains(column) ? text : CellWords.unprotected(text)
    }

    /// The columns of words, in which an apostrophe before a digit is one.
    private static let prose: Set<String> = ["excerpt", "reference", "computed"]
  }

  /// Which cells of a column show what stands in the one above.
  enum Merging {
    /// None: of numbers, which would be counted twice, and of words.
    case never
    /// Those that a workbook says are merged.
    case whereMarked
    /// Those, and empty ones below a name, in a table that names each thing once.
    case whereMarkedOrEmpty
  }

  /// A column of the format.
  struct Column {
    var name: String
    var isRequired = false
    /// Whether it says what a row is about, so that no two rows have the same in all such columns.
    var isKey = false
    var merging = Merging.never
  }

  let file: String
  let columns: [Column]
  var rows: [Row] = []
  /// The lines of rows that are none of these: totals, notes, and those that are not as wide as the header.
  private(set) var unused: [Int] = []
  /// Whether the header is that of a coding tool.
  private(set) var isOfTool = false
  /// What the tool puts between the codes of a cell, if not line breaks and semicolons.
  private(set) var separator: String?

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
      let mergeable = Set(columns.filter { $0.merging != .never }.map(\.name))
      let merged = (rows.header?.cells ?? []).enumerated().filter { _, cell in
        index[cell.text.trimmingWhitespace].map(mergeable.contains) ?? false
      }
      rows.filledColumns = Set(merged.map { $0.offset + 1 })
      table = try DelimitedText(&rows)
      problems += Self.problems(of: rows.notes, file)
    } catch {
      problems.append(Self.problem(of: error, file))
      self.init(unread: file, columns)
      return
    }
    self.init(table, file: file, columns: columns, names: names, tools: tools, problems: &problems)
  }

  private init(unread file: String, _ columns: [Column]) { (self.file, self.columns) = (file, columns) }

  /// A table of what was read otherwise.
  init(file: String, rows: [Row]) { (self.file, self.rows, columns) = (file, rows, []) }

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
    (self.file, self.columns) = (file, columns)
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
    (isOfTool, separator) = (tool != nil, tool?.separator)
    guard
      let positions = Self.positions(
        of: tool?.columns ?? columns, names: tool?.names ?? names, in: header, file: file, hints: tool == nil, &problems
      )
    else { return }
    var sorter = RowSorter(columns: columns, positions: positions, header: header, file: file)
    sorter.take(table.rows.dropFirst())
    problems += sorter.problems
    (rows, unused) = (sorter.rows, sorter.unused)
    fillMergedCells(&problems)
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
    let exact = Set(header.cells.compactMap { index[$0.text.trimmingWhitespace] })
    /// The column that a name means, whatever marks of notes stand behind it, if none is called so without.
    func column(_ name: String) -> String? {
      index[name] ?? RowWords.withoutNoteMark(name).flatMap { index[$0] }.flatMap { exact.contains($0) ? nil : $0 }
    }
    var positions: [String: Int] = [:]
    var isUsable = true
    for (position, cell) in header.cells.enumerated() {
      let name = cell.text.trimmingWhitespace
      if let column = column(name) {
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
      let all = header.cells.map { $0.text.trimmingWhitespace }.filter { !$0.isEmpty }
      let shown = all.prefix(12).map(\.quotedInMessage).joined(separator: ", ") + (all.count > 12 ? ", and more" : "")
      // It is enough to be told once what there is.
      let others = isUsable && !all.isEmpty ? ". It has \(shown)" : ""
      let hint =
        column.name == "code"
        ? ". Each row should be one piece of text with its codes; of a matrix of codes, export the coded segments instead"
        : ""
      problems.append(
        Problem(
          code: .missingColumn, file: file, line: header.line,
          message: "There is no column \(name.quotedInMessage); add it, or say in map.yaml under `columns:` what the"
            + " file calls it" + others + hint))
      isUsable = false
    }
    return isUsable ? positions : nil
  }
}
