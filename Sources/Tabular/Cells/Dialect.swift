/// What separates the cells of a table, and where its header stands.
///
/// Spreadsheets separate by comma, semicolon, tab or bar, sometimes say which in a first line `sep=;`, and people put
/// titles above the header.
package struct Dialect: Sendable, Hashable {
  /// An ASCII character.
  package var separator: UInt8
  /// Where the header starts, in bytes.
  package var start = 0
  /// The line of the header, from 1.
  package var line = 1
  /// How many lines that are not blank stand above the header.
  package var titleLines = 0

  /// Finds the dialect from the first part of a file: the header is the row that names the most columns.
  /// - Parameters:
  ///   - bytes: the first bytes of the text, in UTF-8.
  ///   - column: the column that a name stands for, if it is one of those that are looked for.
  /// - Complexity: O(n), where n is the number of bytes; at most 64 kB are looked at.
  package init(_ bytes: [UInt8], naming column: (String) -> String?) {
    // A header of many columns can be long, and has no line break before its end.
    let head = bytes.prefix(1 << 14)
    let start = Array(head.contains(10) || head.contains(13) ? head : bytes.prefix(1 << 16))
    if let declared = Self.declared(start) {
      self = declared
      locateHeader(start, column)
      return
    }
    var best = Dialect(separator: UInt8(ascii: ","))
    var bestScore = best.locateHeader(start, column)
    for separator in [UInt8(ascii: ";"), 9, UInt8(ascii: "|")] where !bestScore.isWhole {
      var dialect = Dialect(separator: separator)
      let score = dialect.locateHeader(start, column)
      if (score.known, score.cells) > (bestScore.known, bestScore.cells) { (best, bestScore) = (dialect, score) }
    }
    self = best
  }

  private init(separator: UInt8) { self.separator = separator }

  /// The dialect of a sheet, which separates nothing.
  init(headerIn line: Int, titleLines: Int) {
    self.init(separator: UInt8(ascii: ","))
    (self.line, self.titleLines) = (line, titleLines)
  }

  /// How good a header a row is: the number of columns that it names, then of cells.
  struct Score {
    var known = 0
    var cells = 0
    /// Whether it is nothing but names of columns: nothing can be better.
    var isWhole: Bool { known > 1 && known == cells }
  }

  /// Excel's `sep=;` in the first line.
  private static func declared(_ bytes: [UInt8]) -> Dialect? {
    guard bytes.count > 5, bytes.starts(with: Array("sep=".utf8)), bytes[4] < 0x80, bytes[5] == 10 || bytes[5] == 13
    else { return nil }
    var dialect = Dialect(separator: bytes[4])
    dialect.start = bytes[5] == 13 && bytes.count > 6 && bytes[6] == 10 ? 7 : 6
    dialect.line = 2
    return dialect
  }

  /// Moves to the row that names the most columns; the first one if none does.
  /// - Returns: how good a header it is.
  @discardableResult
  private mutating func locateHeader(_ bytes: [UInt8], _ column: (String) -> String?) -> Score {
    var scanner = CellScanner(separator: separator, line: line)
    let (offset, firstLine) = (start, line)
    let block = scanner.scan(Array(bytes[offset...]), isLast: true).block
    let (index, best) = Self.header(of: block, column)
    if block.rows.indices.contains(index) {
      let row = block.rows[index]
      (start, line, titleLines) = (offset + Int(row.start), Int(row.line), index)
    }
    // A header with a fault of form is no row; what follows it is not the header.
    if best.known == 0, let fault = block.faults.first, fault.line < line {
      (start, line, titleLines) = (offset, firstLine, 0)
    }
    return best
  }

  /// The row that names the most columns, the first if none does, and how good a header it is.
  static func header(of block: CellBlock, _ column: (String) -> String?) -> (row: Int, score: Score) {
    var (best, place) = (Score(), 0)
    for (index, row) in block.rows.prefix(40).enumerated() where !best.isWhole {
      let cells = block.cells[Int(row.firstCell)..<Int(row.firstCell + row.cellCount)]
      let known = Set(cells.compactMap { column(block.text($0)) })
      if index == 0 || known.count > best.known {
        (best, place) = (Score(known: known.count, cells: cells.count), index)
      }
    }
    return (place, best)
  }
}
