/// A sheet read as a table: its header at once, its rows in blocks.
package struct SheetRows: ~Copyable {
  /// The row that names the columns; `nil` if the sheet is empty.
  package let header: DelimitedText.Row?
  /// How many rows that are not blank stand above the header.
  package let titleRows: Int
  /// The columns, from 1, of which each cell of merged ones shows what the first holds.
  package var filledColumns: Set<Int> = []
  private var stream: SheetStream
  /// What follows the header in the first block.
  private var rest: CellBlock?

  /// Reads a sheet up to its header, the row that names the most columns.
  /// - Parameter column: the column that a name stands for, if it is one of those by which the header is known.
  package init(
    _ sheet: Workbook.Sheet, of workbook: Workbook, naming column: (String) -> String?
  ) throws(WorkbookFault) {
    var stream = try SheetStream(sheet, of: workbook)
    let block = try stream.next()
    let place = block.map { Dialect.header(of: $0, column).row } ?? 0
    rest = block.map { $0.droppingFirstRows(place) }
    header = rest?.firstRow
    titleRows = place
    rest = rest?.droppingFirstRow
    // What explains the columns stands right below them.
    if let first = rest?.firstRow, first.line == header.map({ $0.line + 1 }),
      first.cells.first(where: { !$0.text.isEmpty })?.text.hasPrefix(WorkbookSheet.explanationMark) ?? false
    {
      rest = rest?.droppingFirstRow
    }
    self.stream = stream
  }

  /// What is to be said of the cells that have come so far.
  package var notes: SheetNotes { stream.notes }
  /// How many bytes the sheet has.
  package var size: Int { stream.size }
  /// How much of it has been read, from 0 to 1.
  package var share: Double { size == 0 ? 1 : Double(stream.position) / Double(size) }

  /// The next rows behind the header; `nil` after the last.
  package mutating func next() throws(WorkbookFault) -> CellBlock? {
    defer { rest = nil }
    guard let block = if let rest { rest } else { try stream.next() } else { return nil }
    return stream.fill(block, columns: filledColumns)
  }
}

extension DelimitedText {
  /// All rows of a sheet, as those of a table of separated values: the line of a cell is its row, its column the sheet's.
  /// - Throws: ``WorkbookFault`` if the sheet cannot be read.
  /// - Complexity: O(n), where n is the number of cells.
  package init(_ rows: inout SheetRows) throws(WorkbookFault) {
    var all: [Row] = []
    if let header = rows.header { all.append(header) }
    while let block = try rows.next() {
      for row in block.rows {
        let cells = block.cells[Int(row.firstCell)..<Int(row.firstCell + row.cellCount)]
        all.append(
          Row(
            line: Int(row.line),
            cells: cells.enumerated().map { Cell(text: block.text($1), line: Int(row.line), column: $0 + 1) }))
      }
    }
    (self.rows, faults) = (all, [])
    dialect = Dialect(headerIn: rows.header?.line ?? 1, titleLines: rows.titleRows)
  }
}
