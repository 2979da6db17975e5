/// A table of separated values (CSV) that remembers where each cell stands.
package struct DelimitedText: Sendable {
  /// A cell and where it starts.
  package struct Cell: Sendable, Hashable {
    package var text: String
    package var line: Int
    package var column: Int

    package init(text: String, line: Int, column: Int) { (self.text, self.line, self.column) = (text, line, column) }
  }

  /// A row that is not blank.
  package struct Row: Sendable {
    package var line: Int
    package var cells: [Cell]
  }

  /// The rows, the header first.
  package let rows: [Row]
  /// The faults of form; rows with a fault are left out.
  package let faults: [CellBlock.Fault]
  /// The separator that was found, and where the header stands.
  package let dialect: Dialect

  /// Reads a table.
  /// - Parameters:
  ///   - bytes: the text, in UTF-8.
  ///   - column: the column that a name stands for, if it is one of those by which the header is known.
  /// - Complexity: O(n), where n is the length of the text.
  package init(_ bytes: [UInt8], naming column: (String) -> String? = { _ in nil }) {
    dialect = Dialect(bytes, naming: column)
    var scanner = CellScanner(separator: dialect.separator, line: dialect.line)
    let block = scanner.scan(dialect.start == 0 ? bytes : Array(bytes[dialect.start...]), isLast: true).block
    faults = block.faults
    rows = block.bytes.withUnsafeBufferPointer { bytes in
      block.rows.map { row in
        var (line, column, counted) = (Int(row.line), 1, Int(row.start))
        let cells = block.cells[Int(row.firstCell)..<Int(row.firstCell + row.cellCount)].map { cell in
          // A cell in quotation marks starts at the first of them.
          let isQuoted = Int(cell.start) > counted && bytes[Int(cell.start) - 1] == UInt8(ascii: "\"")
          let start = Int(cell.start) - (isQuoted ? 1 : 0)
          let step = CellScanner.place(of: start, from: counted, line: line, in: bytes)
          column = step.line == line ? column + step.column - 1 : step.column
          (line, counted) = (step.line, start)
          return Cell(text: block.text(cell), line: line, column: column)
        }
        return Row(line: Int(row.line), cells: cells)
      }
    }
  }
}
