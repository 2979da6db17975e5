/// A column of dates, and what its checks remember of a file.
struct DateColumn {
  /// Stands for a date that is missing or cannot be read.
  static let none = Int32.min

  /// The name that the files call it; `nil` if they have none.
  let header: String?
  let isMonthFirst: Bool
  /// The day of each row of the block at hand, as ``CaseDate`` numbers it.
  private(set) var days: [Int32] = []
  /// Rows whose date can only be read one way.
  private var dayFirst = CaseFindings.Finding()
  private var monthFirst = CaseFindings.Finding()
  private var ambiguous = 0

  init(header: String?, isMonthFirst: Bool) { (self.header, self.isMonthFirst) = (header, isMonthFirst) }

  /// Starts a file, which may write dates otherwise than the one before.
  mutating func start() { (dayFirst, monthFirst, ambiguous) = (.init(), .init(), 0) }

  /// Reads the dates of a block.
  /// - Parameter position: which cell of a row it is; `nil` if the file does not have the column.
  mutating func read(
    _ block: CellBlock, cells: [Int32], at position: Int?, lines: [UInt32], firstLine: UInt32, file: Int,
    areUsed: [Bool], future: CaseDate, findings: inout CaseFindings
  ) {
    guard let header, let position else {
      days = [Int32](repeating: Self.none, count: cells.count)
      return
    }
    days.removeAll(keepingCapacity: true)
    block.bytes.withUnsafeBufferPointer { bytes in
      for row in cells.indices {
        let cell = block.cells[Int(cells[row]) + position]
        let reading = CaseDateReading(
          UnsafeBufferPointer(rebasing: bytes[Int(cell.start)..<cell.end]), isMonthFirst: isMonthFirst)
        let day = reading.date?.number ?? Self.none
        days.append(day)
        let isPlain = reading.form == .plain && !reading.hasShortYear || reading.form == .empty
        if isPlain, day <= future.number || !areUsed[row] { continue }
        guard areUsed[row] else { continue }
        let place = { (block.text(cell), block.column(of: cell)) }
        let line = Int(lines[row] - firstLine)
        func note(_ code: CaseFindings.Code) {
          findings.note(.init(code: code, file: file, column: header), line: line, example: place)
        }
        if day != Self.none, day > future.number { note(.dateInFuture) }
        if reading.hasShortYear { note(.twoDigitYear) }
        switch reading.form {
        case .empty, .plain: break
        case .ambiguous: ambiguous += 1
        case .dayFirst: Self.remember(line, place, in: &dayFirst)
        case .monthFirst: Self.remember(line, place, in: &monthFirst)
        case .serial: note(.dateSerial)
        case .unreadable: noteUnreadable(block.text(cell), note)
        }
      }
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
