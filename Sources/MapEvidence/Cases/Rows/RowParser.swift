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

  /// Makes a parser.
  /// - Parameter order: how dates are read that could have the day or the month first.
  init(_ plan: CountingPlan, _ order: DateOrders) {
    self.plan = plan
    caseDetails = CaseDetails(of: plan)
    details = plan.details.map { DetailColumn(header: $0, isMonthFirst: plan.isMonthFirst ?? false) }
    dates = zip(plan.dates, order.areMonthFirst).map { DateColumn(header: $0, areMonthFirst: $1) }
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
    var rows = CaseRows(block: block.fillingShortRows(to: layout.width), layout: layout)
    selectRows(&rows, written: block.rows)
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

  private mutating func selectRows(_ rows: inout CaseRows, written: [CellBlock.Row]) {
    let (block, layout) = (rows.block, rows.layout)
    usage[layout.file].total += block.rows.count
    rows.cells.reserveCapacity(block.rows.count)
    rows.lines.reserveCapacity(block.rows.count)
    for (index, row) in block.rows.enumerated() {
      if let code = fault(of: row, cells: written[index].cellCount, block, layout) {
        findings.note(.init(code: code, file: layout.file, column: ""), line: Int(row.line))
        leaveOut(code, layout)
        continue
      }
      rows.cells.append(Int32(truncatingIfNeeded: row.firstCell))
      rows.lines.append(layout.firstLine + row.line)
      if written[index].cellCount <= layout.lastRead { rows.shortRows.append(rows.cells.count - 1) }
    }
    rows.areUsed = [Bool](repeating: true, count: rows.cells.count)
  }

  /// What makes a row no case: a total, or more cells than the header.
  @inline(__always)
  private func fault(
    of row: CellBlock.Row, cells written: UInt32, _ block: CellBlock, _ layout: CaseLayout
  ) -> CaseFindings.Code? {
    if written == 1, layout.width > 1, isSeparatedOtherwise(row, block, layout) { return .raggedRow }
    if row.cellCount > layout.width {
      // Spreadsheets leave empty cells behind the last column; they say nothing.
      let cells = block.cells[Int(row.firstCell)..<Int(row.firstCell + row.cellCount)]
      if cells.dropFirst(layout.width).contains(where: { !block.text($0).trimmingWhitespace.isEmpty }) {
        let first = cells.first.map(block.text) ?? ""
        return isTotal(block, row, layout) ? .totalRow : RowWords.isNote(first, isAlone: false) ? .noteRow : .raggedRow
      }
    }
    let cell = block.cells[Int(row.firstCell)]
    return Self.mayBeTotal(block.bytes.span, Int(cell.start)..<cell.end) && isTotal(block, row, layout)
      ? .totalRow : nil
  }

  private func isSeparatedOtherwise(_ row: CellBlock.Row, _ block: CellBlock, _ layout: CaseLayout) -> Bool {
    RowWords.hasOtherSeparator(block.text(block.cells[Int(row.firstCell)]), width: layout.width)
  }

  /// Whether a first cell may be that of a total, from a quick look at it: nearly all are not.
  @inline(__always) private static func mayBeTotal(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Bool {
    guard let start = cell.first, let last = cell.last, bytes[start] > 0x20, bytes[start] < 0x80 else { return true }
    if bytes[last] | 0x20 == UInt8(ascii: "l") || bytes[last] | 0x20 == UInt8(ascii: "s"), cell.count > 4 {
      return true
    }
    switch bytes[start] | 0x20 {
    case UInt8(ascii: "t"), UInt8(ascii: "g"), UInt8(ascii: "s"), UInt8(ascii: "o"), UInt8(ascii: "a"),
      UInt8(ascii: "m"), UInt8(ascii: "c"), UInt8(ascii: "e"), UInt8(ascii: "n"):
      break
    default: return false
    }
    var (word, index) = (UInt64(0), start)
    while index <= last, index - start < 9, 97...122 ~= bytes[index] | 0x20 {
      word = word &<< 8 | UInt64(bytes[index] | 0x20)
      index += 1
    }
    return totalWords.contains(word)
  }

  /// The words with which totals begin, as numbers; of long ones the last eight letters.
  private static let totalWords: Set<UInt64> = Set(
    [
      "total", "totals", "grand", "sub", "subtotal", "subtotals", "sum", "overall", "all", "average", "mean", "median",
      "combined", "everyone", "number", "count", "column", "cases",
    ].map { $0.utf8.suffix(8).reduce(0) { $0 &<< 8 | UInt64($1) } })

  private func isTotal(_ block: CellBlock, _ row: CellBlock.Row, _ layout: CaseLayout) -> Bool {
    let cells = block.cells[Int(row.firstCell)..<Int(row.firstCell + row.cellCount)]
    guard let index = cells.firstIndex(where: { !block.text($0).trimmingWhitespace.isEmpty }) else { return false }
    let id = cells.startIndex + layout.id
    // A row with a case id can be of a school called "All Saints".
    return index == id || block.text(cells[id]).trimmingWhitespace.isEmpty
      ? RowWords.isTotal(block.text(cells[index])) : RowWords.isPlainTotal(block.text(cells[index]))
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
      // Blanks that do not look like blanks come with text that was copied from elsewhere.
      if end > start, bytes[start] >= 0x80 || bytes[end - 1] >= 0x80 {
        let text = bytes.extracting(start..<end).text
        let trimmed = text.trimmingWhitespace
        // What is left is in one piece.
        start += text.utf8.count - (trimmed.isEmpty ? 0 : Self.countFromFirst(of: trimmed, in: text))
        end = start + trimmed.utf8.count
        while start < end, bytes[start] <= 32 { start += 1 }
        while end > start, bytes[end - 1] <= 32 { end -= 1 }
      }
      // An apostrophe keeps spreadsheets from taking the id for a number.
      if end - start > 1, bytes[start] == UInt8(ascii: "'") { start += 1 }
      let shape = CaseIDStyle.shape(of: bytes.extracting(start..<end))
      if let code = fault(ofID: bytes.extracting(start..<end), shape: shape, header: header)
        ?? note(rows, row, start..<end, shape)
      {
        let isNote = code == .missingCase && isNote(rows, row)
        faults.append((row, isNote ? .noteRow : code))
        continue
      }
      // What has no fault is not empty.
      ids[row] = ByteHash.of(bytes, start..<end) | 1
      let oddities = layout.idStyle.oddities(of: bytes.extracting(start..<end), shape: shape)
      if !oddities.isEmpty {
        let folded = CaseIDStyle.folded(bytes.extracting(start..<end))
        let usual = ByteHash.of(layout.idStyle.usual(folded).span) | 1
        // It may be written in the style after all, of which the first id shows only a part.
        if usual != ids[row] {
          rows.oddIDs.append(.init(row: row, oddities: oddities, folded: ByteHash.of(folded.span), usual: usual))
        }
      }
    }
    rows.ids = ids
    for (row, code) in faults {
      rows.areUsed[row] = false
      leaveOut(code, layout)
      let cell = block.cells[Int(rows.cells[row]) + layout.id]
      findings.note(
        .init(
          code: code, file: layout.file, column: [.repeatedHeader, .noteRow, .totalRow].contains(code) ? "" : header),
        line: Int(rows.lines[row] - layout.firstLine)
      ) { (block.text(cell), block.column(of: cell)) }
    }
    for row in rows.shortRows where rows.areUsed[row] {
      findings.note(
        .init(code: .shortRow, file: layout.file, column: ""), line: Int(rows.lines[row] - layout.firstLine))
    }
  }

  /// What a row is whose id could be the words of a total or a note.
  @inline(__always)
  private func note(_ rows: CaseRows, _ row: Int, _ id: Range<Int>, _ shape: UInt8) -> CaseFindings.Code? {
    let first = rows.block.bytes[id.lowerBound]
    let isPlain = shape & (CaseIDStyle.blank | CaseIDStyle.digits) == CaseIDStyle.digits
    if isPlain, 48...57 ~= first || 97...122 ~= first | 0x20 { return nil }
    return words(rows, row, id)
  }

  @inline(never)
  private func words(_ rows: CaseRows, _ row: Int, _ id: Range<Int>) -> CaseFindings.Code? {
    let text = String(decoding: rows.block.bytes[id], as: UTF8.self)
    if NameFolding.folded(text.trimmingWhitespace) == NameFolding.folded(plan.id) { return .repeatedHeader }
    return RowWords.kind(
      ofID: text, isAlone: filled(rows, row).count == 1, others: rows.layout.idStyle.hasDigits)
  }

  /// Whether a row without an id is a note, and no case that lacks one.
  private func isNote(_ rows: CaseRows, _ row: Int) -> Bool {
    let filled = filled(rows, row)
    return filled.first.map { RowWords.isNote($0, isAlone: filled.count == 1) } ?? false
  }

  /// The texts of a row's cells that are not empty.
  private func filled(_ rows: CaseRows, _ row: Int) -> [String] {
    let first = Int(rows.cells[row])
    return rows.block.cells[first..<(first + rows.layout.width)].map { rows.block.text($0).trimmingWhitespace }
      .filter { !$0.isEmpty }
  }

  /// How many bytes a text has from where a part of it starts, which has no blanks at its ends.
  private static func countFromFirst(of part: String, in text: String) -> Int {
    let isBlank = { (scalar: Unicode.Scalar) in String(scalar).trimmingWhitespace.isEmpty }
    return String(text.unicodeScalars.drop(while: isBlank)).utf8.count
  }

  /// What makes an id unusable; a number in scientific notation has lost its last digits.
  private func fault(ofID id: Span<UInt8>, shape: UInt8, header: String) -> CaseFindings.Code? {
    guard !id.isEmpty else { return .missingCase }
    let (first, last) = (id[0], id[id.count - 1])
    if 48...57 ~= first {
      return Self.hasExponent(id) && Double(id.text) != nil ? .damagedID : nil
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
