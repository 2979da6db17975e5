import MapModel
import OrderedCollections
import Tabular

/// A table of nodes or of edges: its columns, and its rows as texts.
struct GraphTable {
  struct Row {
    /// The line or the row in the file, from 1.
    var place: Int
    var cells: [String]
  }

  var file: String
  /// The sheet of a workbook in which it stands; empty outside of workbooks.
  var sheet = ""
  var columns: [String]
  var rows: [Row]
  /// The row that names the columns, if there is one.
  var header: Row?
  /// What it says, if it is a matrix: then the rows are its ties.
  var matrix: Matrix?

  /// Reads a table of separated values.
  ///
  /// A file whose first row names none of the columns that are known has no header if what stands there stands in other
  /// rows, too, or is all numbers.
  init(_ bytes: [UInt8], file: String, matrices: Matrix.Kinds = .none) throws(GraphFileError) {
    let text = DecodedText(bytes)
    var table = DelimitedText(text.bytes) { Self.isKnown($0) ? NameFolding.folded($0) : nil }
    var linesAbove = 0
    let isOneColumn = table.rows.allSatisfy { $0.cells.count == 1 }
    if isOneColumn, table.rows.allSatisfy({ Self.words(of: $0.cells[0].text).count > 1 }) {
      // Words apart by spaces; a first line tells the reader so.
      table = DelimitedText(Array("sep= \n".utf8) + text.bytes)
      linesAbove = 1
    }
    if let fault = table.faults.first {
      throw GraphFileError(file: file, line: fault.line - linesAbove, message: fault.message)
    }
    var rows = table.rows.map { row in
      Row(place: row.line - linesAbove, cells: row.cells.map { Self.withoutGuard($0.text.trimmingWhitespace) })
    }
    if linesAbove > 0 { for place in rows.indices { rows[place].cells.removeAll(where: \.isEmpty) } }
    try self.init(rows, file: file, matrices: matrices)
  }

  /// Makes a table of rows, of which the first may be a header.
  /// - Parameter matrices: which matrices of ties are looked for.
  init(_ rows: [Row], file: String, sheet: String = "", matrices: Matrix.Kinds = .none) throws(GraphFileError) {
    (self.file, self.sheet) = (file, sheet)
    guard let first = rows.first else {
      throw GraphFileError(file: file, message: "the file is empty; its first row should name the columns")
    }
    if matrices != .none, let matrix = Self.matrix(rows), matrices == .all || !matrix.isOfTwoKinds {
      self.matrix = matrix
      // What no tie says is no column.
      let said = Matrix.columns.indices.filter { column in
        matrix.ties.contains { !["", "1"].contains($0.cells[column]) }
      }
      columns = said.map { Matrix.columns[$0] }
      self.rows = matrix.ties.map { tie in Row(place: tie.place, cells: said.map { tie.cells[$0] }) }
    } else if Self.isHeader(first, of: rows) {
      (columns, header) = (first.cells, first)
      self.rows = Array(rows.dropFirst())
      // R writes the names of rows without a name above them.
      if !self.rows.isEmpty, self.rows.allSatisfy({ $0.cells.count == first.cells.count + 1 && $0.cells.last != "" }) {
        columns.insert("", at: 0)
      }
    } else {
      columns = first.cells.indices.map { $0 == 0 ? "source" : $0 == 1 ? "target" : "column \($0 + 1)" }
      self.rows = rows
    }
  }

  /// A text without the apostrophe that keeps spreadsheets from taking it for a formula, as CSV of netmap has it.
  private static func withoutGuard(_ text: String) -> String {
    let scalars = text.unicodeScalars.prefix(2)
    guard scalars.first == "'", let second = scalars.dropFirst().first, "=+-@".unicodeScalars.contains(second) else {
      return text
    }
    return String(text.unicodeScalars.dropFirst())
  }

  private static func words(of text: String) -> [Substring] { text.split(separator: " ") }

  /// Names by which a header is known.
  private static let known = Set(
    actorNames + [
      "id", "label", "name", "source", "target", "from", "to", "type", "weight", "relation", "direction", "role",
      "sector",
    ])
  static func isKnown(_ name: String) -> Bool { known.contains(NameFolding.folded(name.trimmingWhitespace)) }

  private static func isHeader(_ first: Row, of rows: [Row]) -> Bool {
    if first.cells.contains(where: isKnown) { return true }
    let ends = first.cells.prefix(2)
    if ends.allSatisfy({ Double($0) != nil }) { return false }
    return !rows.dropFirst().contains { row in row.cells.prefix(2).contains(where: ends.contains) }
  }

  /// Where a row stands, as people say it.
  func place(of row: Row) -> String { "row \(row.place)" + (sheet.isEmpty ? "" : " of sheet \(sheet)") }

  /// The sheet as it is told behind something that stands there.
  var onSheet: String { sheet.isEmpty ? "" : " on the sheet \(sheet.quotedInMessage)" }

  /// The columns of the ends of edges, where they are called so.
  var ends: (source: Int, target: Int)? {
    let names = [
      ("source", "target"), ("from", "to"), ("source id", "target id"), ("from id", "to id"),
      ("from actor", "to actor"), ("from organisation", "to organisation"), ("from organization", "to organization"),
      ("source actor", "target actor"), ("sender", "receiver"), ("ego", "alter"), ("who", "whom"),
      ("actor 1", "actor 2"), ("node 1", "node 2"), ("node1", "node2"),
    ]
    return names.lazy.compactMap { source, target in
      guard let source = column(source), let target = column(target) else { return nil }
      return (source, target)
    }.first
  }

  /// The place of the first column that has one of these names.
  func column(_ names: String...) -> Int? { column(names) }

  /// The place of the first column that has one of these names.
  func column(_ names: [String]) -> Int? {
    for name in names {
      if let place = columns.firstIndex(where: { NameFolding.folded($0) == name }) { return place }
    }
    return nil
  }

  /// The text of a cell; empty where the row ends before it.
  static func text(_ row: Row, _ column: Int?) -> String {
    guard let column, column < row.cells.count else { return "" }
    return row.cells[column]
  }

  /// What the columns say in each row, but for some columns; a column in which there is nothing but numbers holds numbers.
  func attributes(without taken: Set<Int>) -> [OrderedDictionary<String, ImportedGraph.Value>] {
    var all = [OrderedDictionary<String, ImportedGraph.Value>](repeating: [:], count: rows.count)
    for (place, name) in columns.enumerated() where !taken.contains(place) && !name.isEmpty {
      let texts = rows.map { Self.text($0, place) }
      let areNumbers = texts.allSatisfy { $0.isEmpty || Self.isNumber($0) }
      for (row, text) in texts.enumerated() where !text.isEmpty {
        all[row][name] = areNumbers ? ImportedGraph.Value(numeric: text) : .text(text)
      }
    }
    return all
  }

  /// Whether a text is a number and nothing else: a zero in front makes it an identifier.
  static func isNumber(_ text: String) -> Bool {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.dropFirst() : text[...]
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }),
      digits.utf8.count(where: { $0 == UInt8(ascii: ".") }) < 2, digits.utf8.last != UInt8(ascii: "."),
      let first = digits.utf8.first, (0x30...0x39).contains(first)
    else { return false }
    return digits.utf8.count < 2 || first != UInt8(ascii: "0") || digits.dropFirst().hasPrefix(".")
  }
}
