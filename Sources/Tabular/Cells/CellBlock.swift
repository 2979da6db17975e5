/// Rows of cells, as places in the bytes of a part of a table.
///
/// A cell is two numbers and no `String`: a file of management information has millions of them, and most are read
/// only to be compared.
@usableFromInline package struct CellBlock: Sendable {
  /// The content of a cell, without its quotation marks.
  @usableFromInline package struct Cell: Sendable {
    @usableFromInline package var start: UInt32
    /// The end; its highest bit says that quotation marks stand doubled in the content.
    @usableFromInline package var markedEnd: UInt32

    @inlinable package static var doubled: UInt32 { 1 << 31 }
    @inlinable package var end: Int { Int(markedEnd & ~Self.doubled) }
    @inlinable package var hasDoubledQuotes: Bool { markedEnd & Self.doubled != 0 }
  }

  /// A row that is not blank and has no fault of form.
  package struct Row: Sendable {
    package var firstCell: UInt32
    package var cellCount: UInt32
    /// The line in which it starts, from 1.
    package var line: UInt32
    /// Where it starts.
    package var start: UInt32
  }

  /// A fault of the form, not of the content.
  package struct Fault: Sendable {
    package var code: String
    package var line: Int
    package var column: Int
    package var message: String
    /// How many rows are lost with it, as far as can be told.
    package var rows = 1
  }

  /// The bytes, in UTF-8.
  package let bytes: [UInt8]
  package let cells: [Cell]
  package let rows: [Row]
  /// The faults of form; rows with a fault are left out.
  package let faults: [Fault]
  /// Whether it is a part of a sheet of a workbook: the lines of rows are their numbers, and columns are the sheet's.
  package var isOfSheet = false

  /// The first row, with its texts.
  package var firstRow: DelimitedText.Row? {
    rows.first.map { row in
      let cells = cells[Int(row.firstCell)..<Int(row.firstCell + row.cellCount)]
      return DelimitedText.Row(
        line: Int(row.line),
        cells: cells.map { DelimitedText.Cell(text: text($0), line: Int(row.line), column: column(of: $0)) })
    }
  }

  /// The block without its first row.
  package var droppingFirstRow: CellBlock {
    CellBlock(bytes: bytes, cells: cells, rows: Array(rows.dropFirst()), faults: faults, isOfSheet: isOfSheet)
  }

  /// The bytes of a cell as they stand.
  package func content(_ cell: Cell) -> ArraySlice<UInt8> { bytes[Int(cell.start)..<cell.end] }

  /// The text of a cell: doubled quotation marks single, line breaks as line feeds.
  package func text(_ cell: Cell) -> String {
    let content = content(cell)
    guard cell.hasDoubledQuotes || content.contains(13) else { return String(decoding: content, as: UTF8.self) }
    var text: [UInt8] = []
    text.reserveCapacity(content.count)
    var index = content.startIndex
    while index < content.endIndex {
      let byte = content[index]
      let next = index + 1 < content.endIndex ? content[index + 1] : 0
      text.append(byte == 13 ? 10 : byte)
      index += byte == 34 && next == 34 && cell.hasDoubledQuotes || byte == 13 && next == 10 ? 2 : 1
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Where in its line a cell starts, in characters as editors count them; in a sheet, its column.
  package func column(of cell: Cell) -> Int {
    if isOfSheet {
      let row = rows[max(0, rows.partitioningIndex { $0.start > cell.start } - 1)]
      return cells[Int(row.firstCell)..<Int(row.firstCell + row.cellCount)].partitioningIndex { $0.start > cell.start }
    }
    let content = bytes[..<Int(cell.start)]
    let lineStart = content.lastIndex { $0 == 10 || $0 == 13 }.map { $0 + 1 } ?? 0
    // Bytes that continue a character do not count, nor the quotation mark before the content.
    let characters = content[lineStart...].count { $0 & 0xC0 != 0x80 }
    return content.last == 34 && lineStart < content.endIndex ? characters : characters + 1
  }
}

extension RandomAccessCollection {
  /// How many elements stand before the first for which something holds that holds for all behind it.
  fileprivate func partitioningIndex(_ isBehind: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[index(startIndex, offsetBy: middle)]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
