/// A place in a sheet, as spreadsheets name it: `B7` is the second column of the seventh row.
package struct CellReference: Sendable, Hashable, CustomStringConvertible {
  /// The most columns and rows that a sheet of Excel has.
  package static let mostColumns = 16_384
  package static let mostRows = 1_048_576

  /// From 1.
  package var row: Int
  /// From 1.
  package var column: Int

  package init(row: Int, column: Int) { (self.row, self.column) = (row, column) }

  /// Reads a name such as `B7` or `$B$7`; `nil` if it is none, or outside of what a sheet can have.
  package init?(_ text: some StringProtocol) {
    var (row, column) = (0, 0)
    for byte in text.utf8 where byte != UInt8(ascii: "$") {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0: column = column * 26 + Int(byte - 64)
      case UInt8(ascii: "a")...UInt8(ascii: "z") where row == 0: column = column * 26 + Int(byte - 96)
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0: row = row * 10 + Int(byte - 48)
      default: return nil
      }
      if column > Self.mostColumns || row > Self.mostRows { return nil }
    }
    guard row > 0, column > 0 else { return nil }
    self.init(row: row, column: column)
  }

  /// The letters of a column: `A`, `Z`, `AA`.
  package static func letters(ofColumn column: Int) -> String {
    var (rest, letters) = (column, "")
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  package var description: String { Self.letters(ofColumn: column) + String(row) }
}

/// Cells from one to another, with all between.
package struct CellRange: Sendable, Hashable {
  package var first: CellReference
  package var last: CellReference

  /// Reads `A1:B7`; `nil` if it is none.
  package init?(_ text: String) {
    let parts = text.split(separator: ":")
    guard parts.count == 2, let first = CellReference(parts[0]), let last = CellReference(parts[1]),
      first.row <= last.row, first.column <= last.column
    else { return nil }
    (self.first, self.last) = (first, last)
  }

  package func contains(row: Int, column: Int) -> Bool {
    first.row <= row && row <= last.row && first.column <= column && column <= last.column
  }
}
