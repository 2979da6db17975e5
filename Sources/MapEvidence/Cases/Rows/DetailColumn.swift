import MapModel
import Tabular

/// Reads cells of a column of details, such as dates of birth, without keeping what they say.
struct DetailColumn: Sendable {
  let header: String
  private let isMonthFirst: Bool
  /// What was found of cells lately: most columns have few values.
  private var memory = [(raw: UInt64, hash: UInt64)](repeating: (0, 0), count: 512)

  init(header: String, isMonthFirst: Bool) { (self.header, self.isMonthFirst) = (header, isMonthFirst) }

  /// Reads the column of rows.
  /// - Parameters:
  ///   - position: which cell of a row it is.
  ///   - isChecked: whether what is wrong with a cell is to be noted.
  ///   - take: is called with each row that says something, and a number that is equal for cells that mean the same.
  @inline(__always)
  mutating func read(
    _ rows: CaseRows, at position: Int, isChecked: Bool, findings: inout CaseFindings, _ take: (Int, UInt64) -> Void
  ) {
    let block = rows.block
    let bytes = block.bytes.span
    let cells = block.cells.span
    for row in rows.cells.indices {
      let cell = cells[Int(rows.cells[row]) &+ position]
      let (start, length) = (Int(cell.start), cell.end &- Int(cell.start))
      if length == 0 { continue }
      // Dates of birth are many, and cheap to read.
      if length == 10 {
        let date = CalendarDay.iso(bytes, at: start)
        if date.fault == 0 {
          take(row, Self.hash(of: CalendarDay(number: date.number)))
          continue
        }
      }
      let (hash, fault) = hash(bytes, start..<cell.end)
      take(row, hash)
      if let fault, isChecked, rows.areUsed[row] { note(fault, of: cell, in: rows, row, &findings) }
    }
  }

  private func note(
    _ fault: Fault, of cell: CellBlock.Cell, in rows: CaseRows, _ row: Int, _ findings: inout CaseFindings
  ) {
    let (block, layout) = (rows.block, rows.layout)
    findings.note(
      .init(code: fault == .damage ? .encodingDamage : .formulaError, file: layout.file, column: header),
      line: Int(rows.lines[row] - layout.firstLine)
    ) { (block.text(cell), block.column(of: cell)) }
  }

  /// What is wrong with a cell, if anything.
  private enum Fault { case formulaError, damage }

  /// A number that is equal for cells that mean the same: dates in whatever form, texts without case and stray spaces.
  private mutating func hash(_ bytes: Span<UInt8>, _ part: Range<Int>) -> (hash: UInt64, fault: Fault?) {
    let raw = ByteHash.of(bytes, part)
    let slot = Int(truncatingIfNeeded: raw & 511)
    if memory[slot].raw == raw { return (memory[slot].hash, nil) }
    let cell = bytes.extracting(part)
    let text = cell.text.trimmingWhitespace
    let folded = NameFolding.folded(text)
    if CellWords.isFormulaError(text) { return (0, .formulaError) }
    let reading = DateReading(cell, isMonthFirst: isMonthFirst)
    let hash: UInt64
    if CellWords.stands(forNothing: folded) {
      hash = 0
    } else if let date = reading.date {
      hash = Self.hash(of: date)
    } else {
      let name = Array(folded.utf8)
      hash = ByteHash.of(name.span) | 1
    }
    if CellWords.isDamaged(text) { return (hash, .damage) }
    memory[slot] = (raw, hash)
    return (hash, nil)
  }

  @inline(__always) private static func hash(of date: CalendarDay) -> UInt64 {
    ByteHash.combined(UInt64(UInt32(bitPattern: date.number)), 1) | 1
  }
}
