/// A sheet that is to be written.
package struct WorkbookSheet: Sendable, Hashable {
  /// What a cell holds.
  package enum Cell: Sendable, Hashable {
    case empty
    /// A text, which stays one even if it looks like a number or a formula.
    case text(String)
    /// A whole number; one of more than 15 digits, which Excel cannot keep, becomes a text.
    case whole(Int)
    case decimal(Double)
    case truth(Bool)
  }

  /// How a row looks.
  package enum Look: Sendable, Hashable {
    case plain
    /// The names of columns: bold.
    case header
    /// A sentence for people: grey and slanted, on several lines where it is long.
    case explanation
    /// The heading of a sheet: bold and larger.
    case title
    /// Words for people, on several lines where they are long.
    case words
  }

  /// Cells from the first column on.
  package struct Row: Sendable, Hashable {
    package var cells: [Cell]
    package var look: Look

    package init(_ cells: [Cell], look: Look = .plain) { (self.cells, self.look) = (cells, look) }
  }

  /// A column of the sheet.
  package struct Column: Sendable, Hashable {
    /// In letters.
    package var width: Double
    /// Whether what people type in stays as they typed it, as ids with zeros before them must.
    package var isText: Bool

    package init(width: Double, isText: Bool = false) { (self.width, self.isText) = (width, isText) }
  }

  /// What may be chosen in the cells of a column.
  package struct Choice: Sendable, Hashable {
    /// Where the choices are.
    package enum Source: Sendable, Hashable {
      /// A few words, without commas; at most 255 letters together.
      case list([String])
      /// Cells of a sheet of the workbook.
      case range(sheet: String, column: Int, rows: ClosedRange<Int>)
    }

    package var column: Int
    package var rows: ClosedRange<Int>
    package var source: Source
    /// Whether other words can be typed in after a warning, as where a cell lists several.
    package var allowsOthers: Bool

    package init(column: Int, rows: ClosedRange<Int>, _ source: Source, allowsOthers: Bool = false) {
      (self.column, self.rows, self.source, self.allowsOthers) = (column, rows, source, allowsOthers)
    }
  }

  /// The mark at the start of a row that explains the columns above it, and is read by nobody but people.
  package static let explanationMark = "# "

  /// A table that Excel knows as one, so that who does not see it is told of its columns, and others sort and filter it.
  package struct Table: Sendable, Hashable {
    /// Letters, digits and underscores, in the whole workbook once.
    package var name: String
    /// The row of the header, from 1; below it stand the rows of the table, to the end of the sheet.
    package var headerRow: Int

    package init(_ name: String, headerRow: Int) { (self.name, self.headerRow) = (name, headerRow) }
  }

  /// A cell that leads to a sheet of the workbook.
  package struct Link: Sendable, Hashable {
    package var row: Int
    package var column: Int
    package var sheet: String

    package init(row: Int, column: Int, toSheet sheet: String) {
      (self.row, self.column, self.sheet) = (row, column, sheet)
    }
  }

  package var name: String
  package var rows: [Row]
  package var columns: [Column] = []
  /// How many rows at the top stay where they are when one scrolls.
  package var frozenRows = 0
  package var choices: [Choice] = []
  package var table: Table?
  package var links: [Link] = []
  package var isHidden = false

  package init(_ name: String, _ rows: [Row] = []) { (self.name, self.rows) = (name, rows) }
}

extension WorkbookSheet {
  /// Why Excel would not take a name of a sheet; `nil` if it does.
  package static func fault(ofName name: String) -> String? {
    if name.isEmpty || name.utf16.count > 31 { return "has 1 to 31 letters" }
    if name.contains(where: { "[]:*?/\\".contains($0) }) { return "has none of [ ] : * ? / \\" }
    if name.hasPrefix("'") || name.hasSuffix("'") { return "neither starts nor ends with '" }
    if name.lowercased() == "history" { return "is not History, which Excel keeps for itself" }
    return nil
  }
}
