/// A column of dates, and what its checks remember of a file.
struct DateColumn: Sendable {
  /// Stands for a date that is missing or cannot be read.
  static let none = Int32.min

  /// The name that the files call it; `nil` if they have none.
  let header: String?
  let isMonthFirst: Bool
  /// Rows whose date can only be read one way.
  private var dayFirst = CaseFindings.Finding()
  private var monthFirst = CaseFindings.Finding()
  private var ambiguous = 0

  init(header: String?, isMonthFirst: Bool) { (self.header, self.isMonthFirst) = (header, isMonthFirst) }

  /// Starts a file, which may write dates otherwise than the one before.
  mutating func start() { (dayFirst, monthFirst, ambiguous) = (.init(), .init(), 0) }

  /// Reads the dates of rows.
  /// - Parameter position: which cell of a row it is; `nil` if the file does not have the column.
  /// - Returns: the day of each row, as ``CaseDate`` numbers it.
  mutating func read(
    _ rows: CaseRows, at position: Int?, firstLine: UInt32, file: Int, future: CaseDate,
    findings: inout CaseFindings
  ) -> [Int32] {
    guard let header, let position else { return [Int32](repeating: Self.none, count: rows.cells.count) }
    let block = rows.block
    return block.bytes.withUnsafeBufferPointer { bytes in
      rows.cells.enumerated().map { row, first in
        let cell = block.cells[Int(first) + position]
        let content = UnsafeBufferPointer(rebasing: bytes[Int(cell.start)..<cell.end])
        let reading = CaseDateReading(content, isMonthFirst: isMonthFirst)
        let day = reading.date?.number ?? Self.none
        let isPlain = reading.form == .plain && !reading.hasShortYear || reading.form == .empty
        if isPlain && day <= future.number || !rows.areUsed[row] { return day }
        let line = Int(rows.lines[row] - firstLine)
        check(reading, future, block, cell, line) { code in
          findings.note(.init(code: code, file: file, column: header), line: line) {
            (block.text(cell), block.column(of: cell))
          }
        }
        return day
      }
    }
  }

  /// Notes what is unusual of a date.
  private mutating func check(
    _ reading: CaseDateReading, _ future: CaseDate, _ block: CellBlock, _ cell: CellBlock.Cell, _ line: Int,
    _ note: (CaseFindings.Code) -> Void
  ) {
    if let date = reading.date, date > future { note(.dateInFuture) }
    if reading.hasShortYear { note(.twoDigitYear) }
    let place = { (block.text(cell), block.column(of: cell)) }
    switch reading.form {
    case .empty, .plain: break
    case .ambiguous: ambiguous += 1
    case .dayFirst: Self.remember(line, place, in: &dayFirst)
    case .monthFirst: Self.remember(line, place, in: &monthFirst)
    case .serial: note(.dateSerial)
    case .unreadable: noteUnreadable(block.text(cell), note)
    }
  }

  private func noteUnreadable(_ text: String, _ note: (CaseFindings.Code) -> Void) {
    let text = text.trimmingWhitespace
    if ValueColumn.isFormulaError(text) {
      note(.formulaError)
    } else if !["", "-", "null", "n/a", "na", "nil", "n.a."].contains(text.lowercased()) {
      note(.badDate)
    }
  }

  private static func remember(
    _ line: Int, _ place: () -> (text: String, column: Int), in finding: inout CaseFindings.Finding
  ) {
    if finding.count == 0 { (finding.example, finding.column) = place() }
    finding.count += 1
    if finding.lines.count < 5 { finding.lines.append(line) }
  }

  /// What the file's dates say of their order: a finding if some can only be day-first and some only month-first.
  var mixedOrder: CaseFindings.Finding? {
    guard dayFirst.count > 0, monthFirst.count > 0 else { return nil }
    var rarer = dayFirst.count < monthFirst.count ? dayFirst : monthFirst
    rarer.parts = ["day first": dayFirst.count, "month first": monthFirst.count, "either": ambiguous]
    return rarer
  }
}
