import MapModel
import Tabular

/// Reads what can be read of a row of a case file by itself: whether it is a case at all, its id, details and dates.
///
/// It knows nothing of other rows, so that each thread can have its own, and several together come to the same.
struct RowParser: ~Copyable {
  /// What a parser found in all rows that it read.
  struct Findings: Sendable {
    var findings: CaseFindings
    /// By file.
    var usage: [FileUsage]
    /// By column of dates and file.
    var dateOrders: [[DateOrder]]
    /// By column of names and value.
    var places: [[ValueInterner.Places]]
  }

  private let plan: CountingPlan
  private let caseDetails: CaseDetails
  private var details: [DetailColumn]
  private var dates: [DateColumn]
  private var values: [Box<ValueInterner>]
  private var findings = CaseFindings()
  private var usage: [FileUsage]

  init(_ plan: CountingPlan) {
    self.plan = plan
    caseDetails = CaseDetails(of: plan)
    details = plan.details.map { DetailColumn(header: $0, isMonthFirst: plan.isMonthFirst) }
    dates = plan.dates.map { DateColumn(header: $0, isMonthFirst: plan.isMonthFirst, files: plan.files.count) }
    values = plan.columns.map { _ in Box(ValueInterner()) }
    usage = plan.files.map { FileUsage(file: $0, unit: .rows) }
  }

  /// What was found in all rows.
  var found: Findings {
    Findings(
      findings: findings, usage: usage, dateOrders: dates.map(\.orders), places: values.map { $0.value.places })
  }

  /// Reads the rows of a block.
  mutating func read(_ block: CellBlock, _ layout: CaseLayout) -> CaseRows {
    // Rows with a fault of form were reported as they were found.
    if !block.faults.isEmpty {
      let lost = block.faults.reduce(0) { $0 + $1.rows }
      usage[layout.file].total += lost
      usage[layout.file].leftOut["bad-quotes", default: 0] += lost
    }
    var rows = CaseRows(block: block, layout: layout)
    selectRows(&rows)
    readIDs(&rows)
    readDetails(&rows)
    readDates(&rows)
    for (column, position) in zip(values, layout.values) {
      let read = column.value.read(rows, at: position)
      rows.values.append(read.numbers)
      rows.newValues.append(read.new)
    }
    return rows
  }

  private mutating func leaveOut(_ code: CaseFindings.Code, _ layout: CaseLayout) {
    usage[layout.file].leftOut[code.rawValue, default: 0] += 1
  }

  // MARK: Rows

  private mutating func selectRows(_ rows: inout CaseRows) {
    let (block, layout) = (rows.block, rows.layout)
    usage[layout.file].total += block.rows.count
    rows.cells.reserveCapacity(block.rows.count)
    rows.lines.reserveCapacity(block.rows.count)
    for row in block.rows {
      if let code = fault(of: row, block, layout) {
        findings.note(.init(code: code, file: layout.file, column: ""), line: Int(row.line))
        leaveOut(code, layout)
      } else {
        rows.cells.append(Int32(truncatingIfNeeded: row.firstCell))
        rows.lines.append(layout.firstLine + row.line)
      }
    }
    rows.areUsed = [Bool](repeating: true, count: rows.cells.count)
  }

  /// What makes a row no case: a total, or more or fewer cells than the header.
  @inline(__always)
  private func fault(of row: CellBlock.Row, _ block: CellBlock, _ layout: CaseLayout) -> CaseFindings.Code? {
    let (first, count) = (Int(row.firstCell), Int(row.cellCount))
    if count != layout.width {
      // Spreadsheets leave empty cells behind the last column; they say nothing.
      let extra = block.cells[first..<first + count].dropFirst(layout.width)
      if count < layout.width || extra.contains(where: { !block.text($0).trimmingWhitespace.isEmpty }) {
        return isTotal(block, row) ? .totalRow : .raggedRow
      }
    }
    // A look at a byte, since nearly all rows are not totals: `T`, `G`, `S` begin the words, and a blank cell goes before.
    let cell = block.cells[first]
    let letter = Int(cell.start) < cell.end ? block.bytes[Int(cell.start)] | 0x20 : 0x20
    guard letter == 0x74 || letter == 0x67 || letter == 0x73 || letter == 0x20 else { return nil }
    return isTotal(block, row) ? .totalRow : nil
  }

  private func isTotal(_ block: CellBlock, _ row: CellBlock.Row) -> Bool {
    let cells = block.cells[Int(row.firstCell)..<Int(row.firstCell + row.cellCount)]
    guard let filled = cells.first(where: { !block.text($0).trimmingWhitespace.isEmpty }) else { return false }
    let text = NameFolding.folded(block.text(filled)).split(separator: ":").first.map(String.init) ?? ""
    return ["total", "totals", "grand total", "sub total", "subtotal", "sum"].contains(text)
  }

  // MARK: Ids

  private mutating func readIDs(_ rows: inout CaseRows) {
    let header = plan.id
    let (block, layout) = (rows.block, rows.layout)
    var faults: [(row: Int, code: CaseFindings.Code)] = []
    let bytes = block.bytes.span
    var ids = [UInt64](repeating: 0, count: rows.cells.count)
    for (row, first) in rows.cells.enumerated() {
      let cell = block.cells[Int(first) + layout.id]
      var (start, end) = (Int(cell.start), cell.end)
      while start < end, bytes[start] <= 32 { start += 1 }
      while end > start, bytes[end - 1] <= 32 { end -= 1 }
      if let code = Self.fault(ofID: bytes.extracting(start..<end), header: header) {
        faults.append((row, code))
        continue
      }
      // Blanks that do not look like blanks come with text that was copied from elsewhere. What has no fault is not empty.
      let isPlain = bytes[start] < 0x80 && bytes[end - 1] < 0x80
      let hash = isPlain ? ByteHash.of(bytes, start..<end) : Self.hashOfTrimmed(bytes.extracting(start..<end))
      ids[row] = hash | 1
    }
    rows.ids = ids
    for (row, code) in faults {
      rows.areUsed[row] = false
      leaveOut(code, layout)
      let cell = block.cells[Int(rows.cells[row]) + layout.id]
      findings.note(
        .init(code: code, file: layout.file, column: code == .repeatedHeader ? "" : header),
        line: Int(rows.lines[row] - layout.firstLine)
      ) { (block.text(cell), block.column(of: cell)) }
    }
  }

  private static func hashOfTrimmed(_ id: Span<UInt8>) -> UInt64 {
    let bytes = Array(id.text.trimmingWhitespace.utf8)
    return ByteHash.of(bytes.span)
  }

  /// What makes an id unusable; a number in scientific notation has lost its last digits.
  private static func fault(ofID id: Span<UInt8>, header: String) -> CaseFindings.Code? {
    guard !id.isEmpty else { return .missingCase }
    let (first, last) = (id[0], id[id.count - 1])
    if 48...57 ~= first {
      return hasExponent(id) && Double(id.text) != nil ? .damagedID : nil
    }
    // Nothing else that is looked for has digits at its end, and most ids do.
    if 48...57 ~= last, first != UInt8(ascii: "#"), id.count != header.utf8.count { return nil }
    guard id.count <= max(8, header.utf8.count) else { return nil }
    let text = id.text
    if text == header { return .repeatedHeader }
    if CellWords.isFormulaError(text) { return .damagedID }
    return CellWords.stands(forNothing: NameFolding.folded(text)) ? .missingCase : nil
  }

  /// Whether an `e` and a plus sign are somewhere in an id.
  private static func hasExponent(_ id: Span<UInt8>) -> Bool {
    var (hasLetter, hasSign) = (false, false)
    for index in id.indices {
      hasLetter = hasLetter || id[index] | 0x20 == 0x65
      hasSign = hasSign || id[index] == 43
    }
    return hasLetter && hasSign
  }

  // MARK: Details and dates

  private mutating func readDetails(_ rows: inout CaseRows) {
    var read = [UInt64](repeating: 0, count: rows.cells.count)
    let first = plan.school == nil ? 0 : 1
    for index in details.indices {
      // What is a name, too, is checked as one.
      let isChecked = !plan.columns.contains { $0.header == details[index].header }
      let position = rows.layout.details[index]
      details[index].read(rows, at: position, isChecked: isChecked, findings: &findings) { row, hash in
        read[row] = caseDetails.adding(hash, at: first + index, to: read[row])
      }
    }
    rows.details = read
  }

  private mutating func readDates(_ rows: inout CaseRows) {
    let layout = rows.layout
    rows.days = dates.indices.map { index in
      dates[index].read(rows, at: layout.dates[index], future: plan.lastDay, findings: &findings)
    }
    for (early, late) in [(0, 1), (0, 2), (1, 2)] {
      guard let first = dates[early].header, let second = dates[late].header else { continue }
      let (from, to, start) = (rows.days[early], rows.days[late], rows.days[1])
      for row in from.indices where DateColumn.isBefore(to[row], from[row]) && rows.areUsed[row] {
        // An end before the referral follows from what is said of the start, if there is one.
        if early == 0, late == 2, start[row] != DateColumn.none { continue }
        findings.note(
          .init(code: .datesOutOfOrder, file: layout.file, column: second, detail: first),
          line: Int(rows.lines[row] - layout.firstLine))
      }
    }
  }
}
