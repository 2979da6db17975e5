/// Splits UTF-8 text into rows of cells, in one pass over its bytes.
///
/// Reads what RFC 4180 allows, and any kind of line break. 64 bytes are looked at together; only those that are
/// separators, quotation marks or line breaks are handled one by one.
struct CellScanner {
  /// An ASCII character.
  let separator: UInt8
  /// The line of the next byte.
  private(set) var line: Int

  private static let quote: UInt8 = 34
  private static let lineFeed: UInt8 = 10
  private static let carriageReturn: UInt8 = 13

  init(separator: UInt8, line: Int = 1) {
    self.separator = separator
    self.line = line
  }

  /// The rows of a part of a text that starts at the start of a row.
  /// - Parameter isLast: whether nothing follows; otherwise a row that does not end in the part is left for later.
  /// - Returns: the rows, and how many bytes they take.
  /// - Complexity: O(n), where n is the number of bytes.
  mutating func scan(_ bytes: [UInt8], isLast: Bool) -> (block: CellBlock, consumed: Int) {
    precondition(bytes.count < Int(CellBlock.Cell.doubled), "places in a part are kept in 31 bits")
    // Cells have some letters: with fewer, there is room for a cell at every byte, and one.
    for capacity in [bytes.count / 4, bytes.count + 1] {
      var state = State(separator: separator, line: line)
      var isFinished = false
      let cells = [CellBlock.Cell](unsafeUninitializedCapacity: capacity) { cells, count in
        isFinished = bytes.withUnsafeBufferPointer { state.scan($0, isLast: isLast, into: cells) }
        count = isFinished ? state.cellCount : 0
      }
      guard isFinished else { continue }
      line = state.rowLine
      return (CellBlock(bytes: bytes, cells: cells, rows: state.rows, faults: state.faults), state.rowStart)
    }
    preconditionFailure("there is room for a cell at every byte")
  }

  /// The line and the column of a position, counted from a place whose line is known.
  static func place(
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
    /// The cells written, including those of the row at hand.
    var cellCount = 0
    var rowStart = 0
    var rowLine: Int
    private var rowCell = 0
    /// The fault of the row at hand; it counts when the row has ended.
    private var rowFault: CellBlock.Fault?
    private var rowIsFilled = false
    private var line: Int
    private var cellStart = 0
    private var isQuoted = false
    private var isInQuotes = false
    private var hasDoubledQuotes = false
    private var lastQuote = -1
    private var skipped = -1

    init(separator: UInt8, line: Int) {
      self.separator = separator
      self.line = line
      rowLine = line
    }

    /// The high bits of the bytes that are the one looked for; exact, without carries between bytes.
    @inline(__always) private static func matches(_ words: SIMD8<UInt64>, _ byte: UInt64) -> SIMD8<UInt64> {
      let low = SIMD8<UInt64>(repeating: 0x7F7F_7F7F_7F7F_7F7F)
      let difference = words ^ SIMD8<UInt64>(repeating: byte &* 0x0101_0101_0101_0101)
      return ~(((difference & low) &+ low) | difference | low)
    }

    /// The high bits of the bytes that are less than a limit, given eight times; exact, without carries between bytes.
    @inline(__always) private static func below(_ words: SIMD8<UInt64>, _ limits: UInt64) -> SIMD8<UInt64> {
      let high = SIMD8<UInt64>(repeating: 0x8080_8080_8080_8080)
      return ~(((words | high) &- SIMD8<UInt64>(repeating: limits)) | words) & high
    }

    // Unsafe, since this loop sees every byte of files of a gigabyte: `bytes` is only read below its count, and 64
    // bytes end at most 64 cells, for which `cells` is asked to have room before they are looked at; the end of the
    // bytes may end one more.
    /// - Returns: `false` if the cells need more room.
    mutating func scan(
      _ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, into cells: UnsafeMutableBufferPointer<CellBlock.Cell>
    ) -> Bool {
      guard let first = UnsafeRawPointer(bytes.baseAddress), let cell = cells.baseAddress else { return bytes.isEmpty }
      let (separator, size) = (separator, bytes.count)
      // Line breaks, quotation marks and commas lie below nearly all letters, so one look finds them; other separators
      // need another look.
      let isLow = separator <= 44
      let limits = UInt64(isLow ? 45 : 35) &* 0x0101_0101_0101_0101
      // What changes with every cell is kept at hand, and only the rest in the state.
      var (start, count, filled, isPlain) = (cellStart, cellCount, 0, !isQuoted)
      var base = 0
      while base < size {
        if count &+ 65 > cells.count, cells.count <= size { return false }
        // A bit for each of 64 bytes that may be more than a letter.
        var mask: UInt64 = 0
        if base &+ 64 <= size {
          let words = (first + base).loadUnaligned(as: SIMD8<UInt64>.self)
          // Names have blanks, which are not worth a closer look.
          var marks = Self.below(words, limits) & ~Self.matches(words, 32)
          if !isLow { marks |= Self.matches(words, UInt64(separator)) }
          for part in 0..<8 {
            // Gathers the high bits of eight bytes in one.
            let gathered = ((UInt64(littleEndian: marks[part]) &>> 7) &* 0x0102_0408_1020_4080) &>> 56
            mask |= gathered &<< UInt64(truncatingIfNeeded: 8 &* part)
          }
        } else {
          // At the end, every byte may be.
          mask = ~0 &>> UInt64(64 - (size - base))
        }
        while mask != 0 {
          let position = base &+ mask.trailingZeroBitCount
          let byte = bytes[position]
          mask &= mask &- 1
          if byte == separator, isPlain {
            (cell + count).initialize(
              to: CellBlock.Cell(
                start: UInt32(truncatingIfNeeded: start), markedEnd: UInt32(truncatingIfNeeded: position)))
            filled |= position &- start
            count &+= 1
            start = position &+ 1
          } else if byte == CellScanner.lineFeed, isPlain, position != skipped, rowFault == nil {
            (cell + count).initialize(
              to: CellBlock.Cell(
                start: UInt32(truncatingIfNeeded: start), markedEnd: UInt32(truncatingIfNeeded: position)))
            rowIsFilled = rowIsFilled || (filled | (position &- start)) != 0
            count = endPlainRow(count &+ 1, at: position)
            (start, filled) = (position &+ 1, 0)
          } else if byte == CellScanner.quote || byte == separator || byte == CellScanner.lineFeed
            || byte == CellScanner.carriageReturn
          {
            (cellStart, cellCount, rowIsFilled) = (start, count, rowIsFilled || filled != 0)
            if !meet(byte, at: position, isLast: isLast, bytes, cells) { return true }
            (start, count, filled, isPlain) = (cellStart, cellCount, 0, !isQuoted)
          }
        }
        base &+= 64
      }
      (cellStart, cellCount, rowIsFilled) = (start, count, rowIsFilled || filled != 0)
      guard isLast, rowStart < bytes.count else {
        // The cells of a row that does not end here are read again.
        cellCount = rowCell
        return true
      }
      if isInQuotes {
        note(
          "unclosed-quote", at: cellStart, bytes,
          "A quotation mark opens here and never closes; close it, or double it if it belongs to the text")
      }
      endRow(at: bytes.count, next: bytes.count, bytes, cells)
      return true
    }

    /// Ends a row whose last cell is plain and has been written.
    /// - Returns: how many cells are left: those of a blank row are not kept.
    @inline(__always) private mutating func endPlainRow(_ count: Int, at position: Int) -> Int {
      let kept = rowIsFilled ? count : rowCell
      if rowIsFilled {
        rows.append(
          CellBlock.Row(
            firstCell: UInt32(truncatingIfNeeded: rowCell), cellCount: UInt32(truncatingIfNeeded: count &- rowCell),
            line: UInt32(truncatingIfNeeded: rowLine), start: UInt32(truncatingIfNeeded: rowStart)))
      }
      line &+= 1
      (rowStart, rowCell, rowLine, rowIsFilled) = (position &+ 1, kept, line, false)
      return kept
    }

    /// Handles what does not just end a plain cell.
    /// - Returns: `false` for a carriage return at the end of a part, since nobody knows yet what follows.
    @inline(never)
    private mutating func meet(
      _ byte: UInt8, at position: Int, isLast: Bool, _ bytes: UnsafeBufferPointer<UInt8>,
      _ cells: UnsafeMutableBufferPointer<CellBlock.Cell>
    ) -> Bool {
      if byte == separator {
        if !isInQuotes { endCell(at: position, bytes, cells) }
      } else if byte == CellScanner.quote {
        meetQuote(at: position, bytes)
      } else if position != skipped {
        let isReturn = byte == CellScanner.carriageReturn
        let isPair = isReturn && position + 1 < bytes.count && bytes[position + 1] == CellScanner.lineFeed
        if isReturn, position + 1 == bytes.count, !isLast {
          cellCount = rowCell
          return false
        }
        if isPair { skipped = position + 1 }
        line += 1
        if !isInQuotes { endRow(at: position, next: position + (isPair ? 2 : 1), bytes, cells) }
      }
      return true
    }

    private mutating func meetQuote(at position: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
      if isInQuotes {
        isInQuotes = false
        lastQuote = position
      } else if position == cellStart {
        (isInQuotes, isQuoted) = (true, true)
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

    private mutating func endCell(
      at position: Int, _ bytes: UnsafeBufferPointer<UInt8>,
      _ cells: UnsafeMutableBufferPointer<CellBlock.Cell>
    ) {
      var (start, end) = (cellStart, position)
      if isQuoted {
        if !isInQuotes, lastQuote != position - 1 { noteTextAfterQuote(bytes) }
        (start, end) = (cellStart + 1, max(cellStart + 1, isInQuotes ? position : lastQuote))
      }
      if end > start { rowIsFilled = true }
      cells.initializeElement(
        at: cellCount,
        to: CellBlock.Cell(
          start: UInt32(truncatingIfNeeded: start),
          markedEnd: UInt32(truncatingIfNeeded: end) | (hasDoubledQuotes ? CellBlock.Cell.doubled : 0)))
      cellCount += 1
      cellStart = position + 1
      (isQuoted, isInQuotes, hasDoubledQuotes) = (false, false, false)
    }

    private mutating func endRow(
      at position: Int, next: Int, _ bytes: UnsafeBufferPointer<UInt8>,
      _ cells: UnsafeMutableBufferPointer<CellBlock.Cell>
    ) {
      endCell(at: position, bytes, cells)
      if var fault = rowFault {
        // The last line is the one before the last break, unless something follows that.
        let before = position > 0 ? bytes[position - 1] : 0
        let endsInBreak = next > position || before == CellScanner.lineFeed || before == CellScanner.carriageReturn
        let last = max(rowLine, endsInBreak ? line - 1 : line)
        if fault.code == "unclosed-quote" { fault.rows = last - rowLine + 1 }
        fault.message +=
          last == rowLine ? ". The row was left out" : ". Lines \(rowLine) to \(last) were left out"
        faults.append(fault)
        cellCount = rowCell
      } else if rowIsFilled {
        rows.append(
          CellBlock.Row(
            firstCell: UInt32(truncatingIfNeeded: rowCell), cellCount: UInt32(truncatingIfNeeded: cellCount - rowCell),
            line: UInt32(truncatingIfNeeded: rowLine), start: UInt32(truncatingIfNeeded: rowStart)))
      } else {
        cellCount = rowCell
      }
      (rowStart, cellStart, rowCell, rowLine) = (next, next, cellCount, line)
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
