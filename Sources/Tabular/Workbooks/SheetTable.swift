/// All cells of a sheet that hold something, as texts, each with its place: for sheets that people fill in by hand.
package struct SheetTable: Sendable {
  /// A row that is not blank.
  package struct Row: Sendable, Hashable {
    /// Its number in the sheet, from 1.
    package let number: Int
    /// The texts of its cells, the first column's first, up to the last column that any row so far has.
    package let cells: [String]

    /// The text of a cell of a column, from 1; empty where there is none.
    package subscript(column: Int) -> String { cells.indices.contains(column - 1) ? cells[column - 1] : "" }
  }

  package let name: String
  package let rows: [Row]
  /// Cells that are merged: only the first of them holds what all show.
  package let merged: [CellRange]
  package let notes: SheetNotes

  /// What a cell shows: that of the first of the cells that it is merged with, if it is.
  package func shown(row: Row, column: Int) -> String {
    let text = row[column]
    guard text.isEmpty, let range = merged.first(where: { $0.contains(row: row.number, column: column) }) else {
      return text
    }
    return rows.first { $0.number == range.first.row }?[range.first.column] ?? ""
  }
}

extension Workbook {
  /// The cells of a sheet, part by part.
  package func stream(of sheet: Sheet) throws(WorkbookFault) -> SheetStream { try SheetStream(sheet, of: self) }

  /// All cells of a sheet.
  /// - Parameter limit: how many cells it may have, empty ones between others included.
  /// - Throws: ``WorkbookFault`` if the sheet cannot be read, or has more.
  /// - Complexity: O(n), where n is the number of cells.
  package func table(of sheet: Sheet, limit: Int = 10_000_000) throws(WorkbookFault) -> SheetTable {
    var stream = try stream(of: sheet)
    var (rows, count): ([SheetTable.Row], Int) = ([], 0)
    while let block = try stream.next() {
      count += block.cells.count
      guard count <= limit else {
        throw WorkbookFault(
          .tooLarge, "The sheet \(sheet.name) has more than \(limit) cells; delete what does not belong to the table")
      }
      for row in block.rows {
        let cells = block.cells[Int(row.firstCell)..<Int(row.firstCell + row.cellCount)]
        rows.append(SheetTable.Row(number: Int(row.line), cells: cells.map(block.text)))
      }
    }
    return SheetTable(name: sheet.name, rows: rows, merged: stream.merged, notes: stream.notes)
  }
}
