import CTabular

/// Splits UTF-8 text that has no fault of form into rows of cells, 64 bytes at a time.
///
/// Bytes become bits, and what is asked of single bytes is asked of 64 bits at once, as simdjson does (G. Langdale and
/// D. Lemire, "Parsing gigabytes of JSON per second", VLDB Journal 28, 2019, doi:10.1007/s00778-019-00578-5). Nearly all
/// text can be read so; what has a fault is left to ``CellScanner``, which knows how to say what is wrong.
package struct QuickCellScan {
  package enum Outcome {
    case finished
    /// There are more cells than there is room for.
    case needsRoom
    case hasFault
  }

  private let separator: UInt8
  package private(set) var rows: [CellBlock.Row] = []
  /// The cells written; those of blank rows stay, and no row has them.
  package private(set) var cellCount = 0
  /// Where the row at hand starts, and its line.
  package private(set) var rowStart = 0
  package private(set) var rowLine: Int
  private var rowCell = 0
  /// The lines that end inside of cells of the row at hand.
  private var innerLines = 0

  private static let quote: UInt8 = 34
  private static let lineFeed: UInt8 = 10
  private static let carriageReturn: UInt8 = 13

  /// Makes a scan; `nil` for a separator that means something else, too.
  package init?(separator: UInt8, line: Int) {
    guard ![Self.quote, Self.lineFeed, Self.carriageReturn].contains(separator) else { return nil }
    (self.separator, rowLine) = (separator, line)
  }

  // Unsafe, since this loop sees every byte of files of a gigabyte: `bytes` is only read below its count. 64 bytes end
  // at most 64 cells, for which `cells` is asked to have room before they are looked at; the end of the bytes may end
  // one more.
  package mutating func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, into cells: UnsafeMutableBufferPointer<CellBlock.Cell>
  ) -> Outcome {
    guard let first = UnsafeRawPointer(bytes.baseAddress), let cell = cells.baseAddress else { return .finished }
    let size = bytes.count
    var breaks = LineBreaks(roomFor: size / 64)
    // What the byte before the block was, as the lowest bit: inside quotation marks (in all bits), the end of a cell, or
    // a quotation mark that closes.
    var (isInside, wasEnd, wasClosing): (UInt64, UInt64, UInt64) = (0, 1, 0)
    // The place behind the last quotation mark that stands for itself.
    var lastDoubled = 0
    var (start, count, base) = (0, 0, 0)
    while base < size {
      if count &+ 65 > cells.count, cells.count <= size { return .needsRoom }
      let isWhole = base &+ 64 <= size
      let marks = isWhole ? Marks(first + base, separator) : Self.lastMarks(bytes[base...], separator)
      let present = isWhole ? ~0 : ~0 &>> UInt64(truncatingIfNeeded: 64 &- (size &- base))

      let inside = Self.prefixXOR(marks.quotes) ^ isInside
      let (opening, closing, ends) = (marks.quotes & inside, marks.quotes & ~inside, marks.ends & ~inside)
      let (afterEnd, afterClosing) = (ends &<< 1 | wasEnd, closing &<< 1 | wasClosing)
      // A cell opens where it starts, or goes on with a doubled mark; behind a mark that closes, it ends.
      let faults = opening & ~(afterEnd | afterClosing) | afterClosing & ~(marks.ends | marks.quotes) & present
      if faults != 0 { return .hasFault }
      (isInside, wasEnd, wasClosing) = (0 &- inside &>> 63, ends &>> 63, closing &>> 63)

      let (quoted, doubled) = (afterClosing & ends, opening & afterClosing)
      let (firstStart, before) = (start, count)
      var left = ends
      while left != 0 {
        let bit = UInt64(truncatingIfNeeded: left.trailingZeroBitCount)
        left &= left &- 1
        let position = base &+ Int(truncatingIfNeeded: bit)
        // 1 for a cell in quotation marks; to ask would be a branch that cannot be foreseen.
        let margin = Int(truncatingIfNeeded: quoted &>> bit & 1)
        (cell + count).initialize(
          to: CellBlock.Cell(
            start: UInt32(truncatingIfNeeded: start &+ margin),
            markedEnd: UInt32(truncatingIfNeeded: position &- margin)))
        (start, count) = (position &+ 1, count &+ 1)
      }
      breaks.note(marks.breaks, inside: inside, ends: ends, base, cellsBefore: before)
      if doubled != 0 || lastDoubled > firstStart {
        Self.markDoubled(doubled, lastDoubled, quoted, ends, base, before, cells)
        if doubled != 0 { lastDoubled = base &+ 64 &- doubled.leadingZeroBitCount }
      }
      base &+= 64
    }
    if isLast, isInside != 0 { return .hasFault }
    cellCount = count
    endRows(breaks, bytes, isLast: isLast, cells)
    if isLast, rowStart < size { endText(cellStart: start, lastDoubled, bytes, cells) }
    if lastDoubled > 0 { for index in 0..<cellCount { cells[index].unwrapFormula(in: bytes) } }
    return .finished
  }

  // MARK: Marks

  /// What stands in 64 bytes that matters, as bits; the first byte is the lowest bit.
  private struct Marks {
    var quotes: UInt64
    var breaks: UInt64
    /// Separators and breaks.
    var ends: UInt64

    /// Looks at 64 bytes.
    @inline(__always) init(_ bytes: UnsafeRawPointer, _ separator: UInt8) {
      quotes = netmaps_matches(bytes, QuickCellScan.quote)
      breaks =
        netmaps_matches(bytes, QuickCellScan.lineFeed) | netmaps_matches(bytes, QuickCellScan.carriageReturn)
      ends = breaks | netmaps_matches(bytes, separator)
    }
  }

  /// What matters of the last bytes, which are less than 64.
  @inline(never)
  private static func lastMarks(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ separator: UInt8) -> Marks {
    withUnsafeTemporaryAllocation(byteCount: 64, alignment: 64) { padded in
      // What stands behind them is nothing that matters: a letter, unless that is what separates.
      padded.initializeMemory(as: UInt8.self, repeating: separator == 120 ? 121 : 120)
      padded.copyBytes(from: bytes)
      return Marks(UnsafeRawPointer(padded.baseAddress.unsafelyUnwrapped), separator)
    }
  }

  /// The prefix XOR: a bit is set if an odd number of the bits up to it, with itself, are. Of the bits of quotation
  /// marks, it tells which bytes stand inside of quotation marks.
  @inline(__always) private static func prefixXOR(_ bits: UInt64) -> UInt64 {
    var prefix = bits ^ (bits &<< 1)
    prefix ^= prefix &<< 2
    prefix ^= prefix &<< 4
    prefix ^= prefix &<< 8
    prefix ^= prefix &<< 16
    return prefix ^ (prefix &<< 32)
  }

  // MARK: Cells and rows

  /// Marks those of the cells that end in a block that have doubled quotation marks.
  @inline(never)
  private static func markDoubled(
    _ doubled: UInt64, _ lastDoubled: Int, _ quoted: UInt64, _ ends: UInt64, _ base: Int, _ before: Int,
    _ cells: UnsafeMutableBufferPointer<CellBlock.Cell>
  ) {
    var left = quoted
    while left != 0 {
      let end = left & (0 &- left)
      left ^= end
      let index = before + (ends & (end &- 1)).nonzeroBitCount
      let start = Int(cells[index].start)
      let bitsFromStart: UInt64 = start > base ? ~0 << UInt64(start - base) : ~0
      if doubled & (end &- 1) & bitsFromStart != 0 || lastDoubled > start {
        cells[index].markedEnd |= CellBlock.Cell.doubled
      }
    }
  }

  /// Makes rows of the cells between line breaks.
  private mutating func endRows(
    _ breaks: borrowing LineBreaks, _ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool,
    _ cells: UnsafeMutableBufferPointer<CellBlock.Cell>
  ) {
    rows.reserveCapacity(breaks.count + 1)
    for index in 0..<breaks.count {
      let (position, cellEnd) = breaks[index]
      let isReturn = bytes[position] == Self.carriageReturn
      let isSecond = !isReturn && position > 0 && bytes[position - 1] == Self.carriageReturn
      if cellEnd == 0 {
        innerLines += isSecond ? 0 : 1
      } else if isSecond {
        (rowStart, rowCell) = (position + 1, cellEnd)
      } else {
        // At the end of a part, nobody knows yet what follows.
        if isReturn, position + 1 == bytes.count, !isLast { return }
        endRow(at: position, cellEnd, cells)
      }
    }
  }

  @inline(__always)
  private mutating func endRow(
    at position: Int, _ cellEnd: Int, _ cells: UnsafeMutableBufferPointer<CellBlock.Cell>
  ) {
    // An empty cell takes at most three bytes: two quotation marks and a separator.
    let isFilled =
      position - rowStart >= 3 * (cellEnd - rowCell) || cells[rowCell..<cellEnd].contains { Int($0.start) < $0.end }
    if isFilled {
      rows.append(
        CellBlock.Row(
          firstCell: UInt32(truncatingIfNeeded: rowCell), cellCount: UInt32(truncatingIfNeeded: cellEnd - rowCell),
          line: UInt32(truncatingIfNeeded: rowLine), start: UInt32(truncatingIfNeeded: rowStart)))
    }
    (rowStart, rowCell, rowLine, innerLines) = (position + 1, cellEnd, rowLine + innerLines + 1, 0)
  }

  /// Ends a row that the end of the text ends.
  private mutating func endText(
    cellStart: Int, _ lastDoubled: Int, _ bytes: UnsafeBufferPointer<UInt8>,
    _ cells: UnsafeMutableBufferPointer<CellBlock.Cell>
  ) {
    let margin = cellStart < bytes.count && bytes[cellStart] == Self.quote ? 1 : 0
    cells.initializeElement(
      at: cellCount,
      to: CellBlock.Cell(
        start: UInt32(truncatingIfNeeded: cellStart + margin),
        markedEnd: UInt32(truncatingIfNeeded: bytes.count - margin)
          | (lastDoubled > cellStart ? CellBlock.Cell.doubled : 0)))
    cellCount += 1
    endRow(at: bytes.count, cellCount, cells)
    // No line has ended with it.
    (rowStart, rowLine) = (bytes.count, rowLine - 1)
  }
}

/// The line breaks of a part of a text, with the cells before them.
private struct LineBreaks: ~Copyable {
  package private(set) var count = 0
  /// The place of each, and how many cells have ended with it, as two halves; no cells for one inside of a cell.
  private var breaks = GrowingBuffer<UInt64>()

  init(roomFor count: Int) { breaks.extend(with: 0, to: count + 64) }

  subscript(index: Int) -> (position: Int, cellEnd: Int) {
    (Int(truncatingIfNeeded: breaks[index] & 0xFFFF_FFFF), Int(truncatingIfNeeded: breaks[index] &>> 32))
  }

  /// Notes the breaks of a block, given as bits.
  @inline(__always)
  mutating func note(_ bits: UInt64, inside: UInt64, ends: UInt64, _ base: Int, cellsBefore: Int) {
    if count &+ 64 > breaks.count { breaks.extend(with: 0, to: breaks.count &* 2) }
    // Most blocks have one or none, and which cannot be foreseen: the first is written in any case.
    var left = bits
    repeat {
      let bit = left & (0 &- left)
      let cells = cellsBefore &+ (ends & (bit &- 1)).nonzeroBitCount &+ 1
      let cellEnd = inside & bit == 0 ? UInt64(truncatingIfNeeded: cells) : 0
      let position = UInt64(truncatingIfNeeded: base &+ bit.trailingZeroBitCount)
      breaks[count] = cellEnd &<< 32 | position
      count &+= left == 0 ? 0 : 1
      left ^= bit
    } while left != 0
  }
}
