import MapModel
import Tabular

/// A column of dates, and what its checks remember of a file.
struct DateColumn: Sendable {
  /// Stands for a date that is missing or cannot be read.
  static let none = Int32.min

  /// The name that the files call it; `nil` if they have none.
  let header: String?
  /// For each file, whether the month comes first where a date could have it so or otherwise.
  let areMonthFirst: [Bool]
  /// What each file's dates say of their order: files may write dates differently.
  private(set) var orders: [DateOrder]

  init(header: String?, areMonthFirst: [Bool]) {
    (self.header, self.areMonthFirst) = (header, areMonthFirst)
    orders = [DateOrder](repeating: DateOrder(), count: areMonthFirst.count)
  }

  /// Whether a day is there, and before another that is there, too.
  @inline(__always) static func isBefore(_ day: Int32, _ other: Int32) -> Bool {
    // Without its sign, a missing day is later than all.
    UInt32(bitPattern: day) < UInt32(max(0, other))
  }

  /// Reads the dates of rows.
  /// - Parameter position: which cell of a row it is; `nil` if the file does not have the column.
  /// - Returns: the day of each row, as ``CalendarDay`` numbers it.
  mutating func read(
    _ rows: CaseRows, at position: Int?, future: CalendarDay, findings: inout CaseFindings
  ) -> [Int32] {
    guard let header, let position else { return [Int32](repeating: Self.none, count: rows.cells.count) }
    let (block, file, firstLine) = (rows.block, rows.layout.file, rows.layout.firstLine)
    let isMonthFirst = areMonthFirst[file]
    let bytes = block.bytes.span
    let cells = block.cells.span
    var numbers = [Int32](repeating: Self.none, count: rows.cells.count)
    var days = numbers.mutableSpan
    for row in rows.cells.indices {
      let cell = cells[Int(rows.cells[row]) &+ position]
      let (start, length) = (Int(cell.start), cell.end &- Int(cell.start))
      // Most cells hold a date like 2024-01-31 or nothing; which, cannot be foreseen, and is not asked.
      if start &+ 10 <= bytes.count {
        let date = CalendarDay.iso(bytes, at: start)
        let isFilled: UInt64 = length == 0 ? 0 : ~0
        let fault = (date.fault | UInt64(truncatingIfNeeded: length ^ 10)) & isFilled
        let day = length == 0 ? Self.none : date.number
        days[row] = day
        if fault == 0, day <= future.number { continue }
      }
      let reading = DateReading(bytes.extracting(start..<cell.end), isMonthFirst: isMonthFirst)
      days[row] = reading.date?.number ?? Self.none
      let isPlain = reading.form == .plain && !reading.hasShortYear || reading.form == .empty
      if isPlain && reading.date?.number ?? 0 <= future.number || !rows.areUsed[row] { continue }
      let line = Int(rows.lines[row] - firstLine)
      check(reading, future, block, cell, line, file) { code in
        findings.note(.init(code: code, file: file, column: header), line: line) {
          (block.text(cell), block.column(of: cell))
        }
      }
    }
    return numbers
  }

  /// Notes what is unusual of a date.
  private mutating func check(
    _ reading: DateReading, _ future: CalendarDay, _ block: CellBlock, _ cell: CellBlock.Cell, _ line: Int,
    _ file: Int, _ note: (CaseFindings.Code) -> Void
  ) {
    if let date = reading.date, date > future { note(.dateInFuture) }
    if reading.hasShortYear { note(.twoDigitYear) }
    let place = { (block.text(cell), block.column(of: cell)) }
    switch reading.form {
    case .empty, .plain: break
    case .ambiguous: orders[file].ambiguous += 1
    case .dayFirst: DateOrder.remember(line, place, in: &orders[file].dayFirst)
    case .monthFirst: DateOrder.remember(line, place, in: &orders[file].monthFirst)
    case .serial: note(.dateSerial)
    case .unreadable: noteUnreadable(block.text(cell), note)
    }
  }

  private func noteUnreadable(_ text: String, _ note: (CaseFindings.Code) -> Void) {
    let text = text.trimmingWhitespace
    if CellWords.isFormulaError(text) {
      note(.formulaError)
    } else if !["", "-", "null", "n/a", "na", "nil", "n.a."].contains(text.lowercased()) {
      note(.badDate)
    }
  }
}
