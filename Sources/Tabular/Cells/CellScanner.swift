/// Splits UTF-8 text into rows of cells, in one pass over its bytes.
///
/// Reads what RFC 4180 allows, and any kind of line break. Parts without a fault of form, as nearly all are, are read by
/// ``QuickCellScan``.
package struct CellScanner {
  /// An ASCII character.
  package let separator: UInt8
  /// The line of the next byte.
  package private(set) var line: Int

  private static let quote: UInt8 = 34
  private static let lineFeed: UInt8 = 10
  private static let carriageReturn: UInt8 = 13

  package init(separator: UInt8, line: Int = 1) {
    self.separator = separator
    self.line = line
  }

  /// The rows of a part of a text that starts at the start of a row.
  /// - Parameter isLast: whether nothing follows; otherwise a row that does not end in the part is left for later.
  /// - Returns: the rows, and how many bytes they take.
  /// - Complexity: O(n), where n is the number of bytes.
  package mutating func scan(_ bytes: [UInt8], isLast: Bool) -> (block: CellBlock, consumed: Int) {
    precondition(bytes.count < Int(CellBlock.Cell.doubled), "places in a part are kept in 31 bits")
    // Cells have some letters: with fewer, there is room for a cell at every byte, and one.
    for capacity in [bytes.count / 4, bytes.count + 1] {
      guard var scan = QuickCellScan(separator: separator, line: line) else { break }
      var outcome = QuickCellScan.Outcome.finished
      let cells = [CellBlock.Cell](unsafeUninitializedCapacity: capacity) { cells, count in
        outcome = bytes.withUnsafeBufferPointer { scan.scan($0, isLast: isLast, into: cells) }
        count = outcome == .finished ? scan.cellCount : 0
      }
      switch outcome {
      case .needsRoom: continue
      case .hasFault: return scanWithFaults(bytes, isLast: isLast)
      case .finished:
        line = scan.rowLine
        return (CellBlock(bytes: bytes, cells: cells, rows: scan.rows, faults: []), scan.rowStart)
      }
    }
    return scanWithFaults(bytes, isLast: isLast)
  }

  /// The rows of a part that has a fault of form; byte by byte, since it must be known where what is.
  package mutating func scanWithFaults(_ bytes: [UInt8], isLast: Bool) -> (block: CellBlock, consumed: Int) {
    var state = State(separator: separator, line: line)
    bytes.withUnsafeBufferPointer { state.scan($0, isLast: isLast) }
    line = state.rowLine
    return (CellBlock(bytes: bytes, cells: state.cells, rows: state.rows, faults: state.faults), state.rowStart)
  }

  /// The line and the column of a position, counted from a place whose line is known.
  package static func place(
    of position: Int, from start: Int, line: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (line: Int, column: Int) {
    var (line, column, index) = (line, 1, start)
    while index < position {
      let byte = bytes[index]
      if byte == lineFeed || byte == carriageReturn {
        if byte == carriageReturn, index + 1 < position, bytes[index + 1] == lineFeed { index += 1 }
        (line, column) = (line + 1, 1)
      } else if byte & 0xC0 != 0x80 {
        // Bytes that continue a character do not count.
        column += 1
      }
      index += 1
    }
    return (line, column)
  }

  /// What is known while the bytes go by.
  private struct State {
    let separator: UInt8
    var rows: [CellBlock.Row] = []
    var faults: [CellBlock.Fault] = []
    /// The cells, including those of the row at hand.
    var cells: [CellBlock.Cell] = []
    var rowStart = 0
    var rowLine: Int
    private var rowCell = 0
    /// The fault of the row at hand; it counts when the row has ended.
    private var rowFault: CellBlock.Fault?
    private var rowIsFilled = false
    private var line: Int
    private var cellStart = 0
    private var isQuoted = false
    /// Whether an equals sign stands before the quotation mark: `="0123"` is a text that no spreadsheet takes for a number.
    private var isFormula = false
    private var isInQuotes = false
    private var hasDoubledQuotes = false
    private var lastQuote = -1
    private var skipped = -1

    init(separator: UInt8, line: Int) {
      self.separator = separator
      self.line = line
      rowLine = line
    }

    mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) {
      for (position, byte) in bytes.enumerated() {
        let isMark =
          byte == separator || byte == CellScanner.quote || byte == CellScanner.lineFeed
          || byte == CellScanner.carriageReturn
        if isMark, !meet(byte, at: position, isLast: isLast, bytes) { return }
      }
      guard isLast, rowStart < bytes.count else {
        // The cells of a row that does not end here are read again.
        cells.removeSubrange(rowCell...)
        return
      }
      if isInQuotes {
        note(
          "unclosed-quote", at: cellStart, bytes,
          "A quotation mark opens here and never closes; close it, or double it if it belongs to the text")
      }
      endRow(at: bytes.count, next: bytes.count, bytes)
    }

    /// Handles what may end a cell.
    /// - Returns: `false` for a carriage return at the end of a part, since nobody knows yet what follows.
    private mutating func meet(
      _ byte: UInt8, at position: Int, isLast: Bool, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
      if byte == separator {
        if !isInQuotes { endCell(at: position, bytes) }
      } else if byte == CellScanner.quote {
        meetQuote(at: position, bytes)
      } else if position != skipped {
        let isReturn = byte == CellScanner.carriageReturn
        let isPair = isReturn && position + 1 < bytes.count && bytes[position + 1] == CellScanner.lineFeed
        if isReturn, position + 1 == bytes.count, !isLast {
          cells.removeSubrange(rowCell...)
          return false
        }
        if isPair { skipped = position + 1 }
        line += 1
        if !isInQuotes { endRow(at: position, next: position + (isPair ? 2 : 1), bytes) }
      }
      return true
    }

    private mutating func meetQuote(at position: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
      if isInQuotes {
        isInQuotes = false
        lastQuote = position
      } else if position == cellStart {
        (isInQuotes, isQuoted) = (true, true)
      } else if position == cellStart + 1, bytes[cellStart] == UInt8(ascii: "=") {
        (isInQuotes, isQuoted, isFormula) = (true, true, true)
      } else if isQuoted, lastQuote == position - 1 {
        (isInQuotes, hasDoubledQuotes) = (true, true)
      } else if isQuoted {
        noteTextAfterQuote(bytes)
      } else {
        note(
          "stray-quote", at: position, bytes,
          "A quotation mark stands inside a cell that does not start with one; put the whole cell in quotation marks"
            + " and double those inside it")
      }
    }

    private mutating func endCell(at position: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
      var (start, end) = (cellStart, position)
      if isQuoted {
        if !isInQuotes, lastQuote != position - 1 { noteTextAfterQuote(bytes) }
        start = cellStart + (isFormula ? 2 : 1)
        end = max(start, isInQuotes ? position : lastQuote)
      }
      if end > start { rowIsFilled = true }
      var cell = CellBlock.Cell(
        start: UInt32(truncatingIfNeeded: start),
        markedEnd: UInt32(truncatingIfNeeded: end) | (hasDoubledQuotes ? CellBlock.Cell.doubled : 0))
      cell.unwrapFormula(in: bytes)
      cells.append(cell)
      cellStart = position + 1
      (isQuoted, isInQuotes, hasDoubledQuotes, isFormula) = (false, false, false, false)
    }

    private mutating func endRow(at position: Int, next: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
      endCell(at: position, bytes)
      if var fault = rowFault {
        // The last line is the one before the last break, unless something follows that.
        let before = position > 0 ? bytes[position - 1] : 0
        let endsInBreak = next > position || before == CellScanner.lineFeed || before == CellScanner.carriageReturn
        let last = max(rowLine, endsInBreak ? line - 1 : line)
        if fault.code == "unclosed-quote" { fault.rows = last - rowLine + 1 }
        fault.message +=
          last == rowLine ? ". The row was left out" : ". Lines \(rowLine) to \(last) were left out"
        faults.append(fault)
        cells.removeSubrange(rowCell...)
      } else if rowIsFilled {
        rows.append(
          CellBlock.Row(
            firstCell: UInt32(truncatingIfNeeded: rowCell),
            cellCount: UInt32(truncatingIfNeeded: cells.count - rowCell),
            line: UInt32(truncatingIfNeeded: rowLine), start: UInt32(truncatingIfNeeded: rowStart)))
      } else {
        cells.removeSubrange(rowCell...)
      }
      (rowStart, cellStart, rowCell, rowLine) = (next, next, cells.count, line)
      (rowFault, rowIsFilled) = (nil, false)
    }

    private mutating func noteTextAfterQuote(_ bytes: UnsafeBufferPointer<UInt8>) {
      let start = CellScanner.place(of: cellStart, from: rowStart, line: rowLine, in: bytes)
      let end = CellScanner.place(of: lastQuote + 1, from: rowStart, line: rowLine, in: bytes)
      let isOneLine = start.line == end.line
      note(
        "stray-quote", at: isOneLine ? lastQuote + 1 : cellStart, bytes,
        isOneLine
          ? "Text follows a closing quotation mark; double the quotation marks that belong to the text"
          : "A quotation mark opens here, and text follows the one that closes in line \(end.line); take it away, or"
            + " double the quotation marks that belong to the text")
    }

    /// The first fault of a row is the cause; later ones in it follow from it.
    private mutating func note(
      _ code: String, at position: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ message: String
    ) {
      guard rowFault == nil else { return }
      let place = CellScanner.place(of: position, from: rowStart, line: rowLine, in: bytes)
      rowFault = .init(code: code, line: place.line, column: place.column, message: message)
    }
  }
}
