import MapModel
import OrderedCollections

/// Counts the rows of case files by their rules, and checks them on the way.
///
/// Blocks come in the order of the files; each is read column by column.
struct CaseCounter: ~Copyable {
  /// A part of the counter that holds memory of its own, which an array cannot hold.
  private final class Box<Value: ~Copyable> {
    var value: Value
    init(_ value: consuming Value) { self.value = value }
  }

  /// Where a file's columns stand; `nil` for those that it does not have.
  struct Layout {
    var file: Int
    var width: Int
    var id: Int
    var values: [Int?]
    var details: [Int?]
    var dates: [Int?]
    /// What is added to the file's lines, so that lines over all files differ.
    var firstLine: UInt32
  }

  let files: CaseFiles
  let areas: [Area.ID]
  private(set) var findings = CaseFindings()
  private(set) var usage: [FileUsage] = []
  private(set) var actors: CaseActors
  private var register = CaseRegister()
  private var columns: [Box<ValueColumn>] = []
  private var columnNames: OrderedSet<String>
  private var details: [DetailColumn]
  private var caseDetails: CaseDetails
  private var dates: [DateColumn]
  private var tallies: [Box<RuleTally>] = []
  private var layout: Layout?
  private let schoolColumn: Int?
  private let areaColumn: Int?
  private let future: CaseDate

  // Kept from block to block, for their memory.
  private var rows = RuleTally.Rows()
  private var cells: [Int32] = []
  private var lines: [UInt32] = []
  private var digests: [UInt64] = []
  private var ids: [UInt64] = []
  private var rowDetails: [UInt64] = []
  private var values: [[Int32]]

  /// Makes a counter.
  /// - Parameters:
  ///   - names: the names of the map's actors and areas.
  ///   - today: the day after which dates lie in the future, if the files do not say when they were written.
  init(_ files: CaseFiles, actors: NameIndex<Actor.ID>, areas: NameIndex<Area.ID>, order: [Area.ID], today: CaseDate) {
    self.files = files
    self.areas = order
    self.actors = CaseActors(known: actors)
    future = files.extracted ?? today
    let known: [CaseFiles.Column] = [.area, .school, .source, .service, .status]
    var names = OrderedSet(known.compactMap { files.columns[$0] })
    for rule in files.rules { names.formUnion(rule.columns.map(files.header)) }
    names.subtract([files.columns[.id]].compactMap(\.self))
    columnNames = names
    schoolColumn = files.columns[.school].flatMap { names.firstIndex(of: $0) }
    areaColumn = files.columns[.area].flatMap { names.firstIndex(of: $0) }
    columns = names.map { Box(ValueColumn(header: $0)) }
    details = files.details.map { DetailColumn(header: $0, isMonthFirst: files.isMonthFirst) }
    caseDetails = CaseDetails(names: [files.columns[.school]].compactMap(\.self) + files.details)
    dates = CaseFiles.Column.dates.map { DateColumn(header: files.columns[$0], isMonthFirst: files.isMonthFirst) }
    values = names.map { _ in [] }
    tallies = files.rules.map { Box(RuleTally($0)) }
    addReaders(areas)
  }

  // MARK: What rules ask of columns

  /// How a rule finds what it needs of a row: the reader of a column, or an actor that is always the same.
  private enum EndReader {
    case actor(Int32)
    case column(Int, reader: Int)
  }

  private struct RuleReaders {
    var source: EndReader
    var target: EndReader
    /// The columns and readers that must say 1.
    var conditions: [(column: Int, reader: Int)]
  }

  private var ruleReaders: [RuleReaders] = []
  private var areaReader = 0

  private mutating func addReaders(_ areaNames: NameIndex<Area.ID>) {
    if let areaColumn {
      let order = Dictionary(areas.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: min)
      areaReader = add(
        .area, to: areaColumn, { text, _ in areaNames[text].flatMap { order[$0] } ?? ValueColumn.Meaning.unmatched })
    }
    for rule in files.rules {
      var conditions = rule.conditions.map { ($0.column, $0.patterns) }
      if rule.unit == .completed { conditions.append((CaseFiles.Column.status.rawValue, files.completed)) }
      let source = reader(of: rule.source)
      let target = reader(of: rule.target)
      let conditionReaders = conditions.compactMap { column, patterns -> (column: Int, reader: Int)? in
        guard let index = columnNames.firstIndex(of: files.header(column)) else { return nil }
        let reader = add(.condition, to: index) { text, _ in
          let folded = NameIndex<Bool>.folded(text)
          return patterns.contains { $0.matches(folded: folded) } ? 1 : 0
        }
        return (index, reader)
      }
      ruleReaders.append(RuleReaders(source: source, target: target, conditions: conditionReaders))
    }
  }

  private mutating func add(
    _ purpose: ValueColumn.Reader.Purpose, to column: Int, _ meaning: @escaping (String, inout CaseActors) -> Int32
  ) -> Int {
    columns[column].value.readers.append(.init(purpose: purpose, meaning: meaning))
    return columns[column].value.readers.count - 1
  }

  private mutating func reader(of end: CaseRule.End) -> EndReader {
    switch end {
    case .actor(let id): return .actor(actors.number(of: id))
    case .column(let end):
      guard let column = columnNames.firstIndex(of: files.header(end.column)) else {
        return .actor(ValueColumn.Meaning.missing)
      }
      return .column(column, reader: add(.end, to: column, end.meaning))
    }
  }

  // MARK: Reading

  /// Starts a file.
  mutating func start(_ layout: Layout) {
    self.layout = layout
    usage.append(FileUsage(file: files.names[layout.file], unit: .rows))
    for index in dates.indices { dates[index].start() }
  }

  /// Makes room for rows that are to come.
  mutating func reserve(rows: Int) { register.reserve(register.count + rows) }

  /// Notes the lines above the header.
  mutating func noteTitles(_ form: TableForm) {
    guard let layout else { return }
    var finding = CaseFindings.Finding(count: form.titleLines, lines: Array(1...min(5, form.titleLines)))
    finding.column = 1
    findings.add(finding, for: .init(code: .titleRows, file: layout.file, column: ""))
  }

  /// Counts rows that have a fault of form, which were reported as they were found.
  mutating func leaveOut(faulty count: Int) {
    guard count > 0 else { return }
    usage[usage.count - 1].total += count
    usage[usage.count - 1].leftOut["bad-quotes", default: 0] += count
  }

  /// Ends a file: what is known only when all its rows have been seen.
  mutating func finishFile() {
    guard let layout else { return }
    for column in dates {
      guard let header = column.header, let finding = column.mixedOrder else { continue }
      findings.add(finding, for: .init(code: .mixedDateOrder, file: layout.file, column: header))
    }
    ends.append((file: layout.file, firstLine: layout.firstLine))
  }

  private var ends: [(file: Int, firstLine: UInt32)] = []

  /// Reads a block of the file at hand.
  mutating func add(_ block: CellBlock) {
    guard let layout else { return }
    selectRows(block, layout)
    readIDs(block, layout)
    for index in columns.indices {
      guard let position = layout.values[index] else {
        values[index] = [Int32](repeating: -1, count: rows.areUsed.count)
        continue
      }
      readValues(block, layout, column: index, at: position)
    }
    readDetails(block, layout)
    readDates(block, layout)
    placeRows(layout)
    enterCases(block, layout)
    countRows()
  }

  private mutating func selectRows(_ block: CellBlock, _ layout: Layout) {
    cells.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
    for row in block.rows {
      usage[usage.count - 1].total += 1
      let line = Int(row.line)
      let count = Int(row.cellCount)
      // Spreadsheets leave empty cells behind the last column; they say nothing.
      if count != layout.width {
        let extra = block.cells[Int(row.firstCell)..<Int(row.firstCell) + count].dropFirst(layout.width)
        if count < layout.width || extra.contains(where: { !block.text($0).trimmingWhitespace.isEmpty }) {
          leaveOut(isTotal(block, row) ? .totalRow : .raggedRow, line, layout)
          continue
        }
      }
      let first = block.cells[Int(row.firstCell)]
      if mayBeTotal(block, first), isTotal(block, row) {
        leaveOut(.totalRow, line, layout)
        continue
      }
      cells.append(Int32(truncatingIfNeeded: row.firstCell))
      lines.append(layout.firstLine + row.line)
    }
    rows.areUsed = [Bool](repeating: true, count: cells.count)
  }

  private mutating func leaveOut(_ code: CaseFindings.Code, _ line: Int, _ layout: Layout) {
    findings.note(.init(code: code, file: layout.file, column: ""), line: line)
    usage[usage.count - 1].leftOut[code.rawValue, default: 0] += 1
  }

  /// A look at a byte, since nearly all rows are not totals: `T`, `G`, `S` begin the words, and a blank cell goes before.
  @inline(__always) private func mayBeTotal(_ block: CellBlock, _ cell: CellBlock.Cell) -> Bool {
    guard Int(cell.start) < cell.end else { return true }
    let letter = block.bytes[Int(cell.start)] | 0x20
    return letter == 0x74 || letter == 0x67 || letter == 0x73 || letter == 0x20
  }

  private func isTotal(_ block: CellBlock, _ row: CellBlock.Row) -> Bool {
    let cells = block.cells[Int(row.firstCell)..<Int(row.firstCell + row.cellCount)]
    guard let filled = cells.first(where: { !block.text($0).trimmingWhitespace.isEmpty }) else { return false }
    let text = NameIndex<Bool>.folded(block.text(filled)).split(separator: ":").first.map(String.init) ?? ""
    return ["total", "totals", "grand total", "sub total", "subtotal", "sum"].contains(text)
  }

  private mutating func readIDs(_ block: CellBlock, _ layout: Layout) {
    ids.removeAll(keepingCapacity: true)
    let header = files.columns[.id] ?? ""
    block.bytes.withUnsafeBytes { bytes in
      for row in cells.indices {
        let cell = block.cells[Int(cells[row]) + layout.id]
        var (start, end) = (Int(cell.start), cell.end)
        while start < end, bytes[start] <= 32 { start += 1 }
        while end > start, bytes[end - 1] <= 32 { end -= 1 }
        let id = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
        ids.append(ByteDigest.of(id))
        if let code = Self.fault(ofID: id, header: header) {
          rows.areUsed[row] = false
          ids[row] = 0
          let place = { (block.text(cell), block.column(of: cell)) }
          let line = Int(lines[row] - layout.firstLine)
          findings.note(
            .init(code: code, file: layout.file, column: code == .repeatedHeader ? "" : header), line: line,
            example: place)
          usage[usage.count - 1].leftOut[code.rawValue, default: 0] += 1
        }
      }
    }
  }

  /// What makes an id unusable; a number in scientific notation has lost its last digits.
  private static func fault(ofID id: UnsafeRawBufferPointer, header: String) -> CaseFindings.Code? {
    guard let first = id.first else { return .missingCase }
    if 48...57 ~= first {
      let hasExponent = id.contains { $0 | 0x20 == 0x65 } && id.contains(43)
      return hasExponent && Double(String(decoding: id, as: UTF8.self)) != nil ? .damagedID : nil
    }
    // An id usually starts with its own letters; nothing else that is looked for is longer than the header.
    guard id.count <= max(4, header.utf8.count) else { return nil }
    let text = String(decoding: id, as: UTF8.self)
    if text == header { return .repeatedHeader }
    if ValueColumn.isFormulaError(text) { return .damagedID }
    return ValueColumn.stands(forNothing: NameIndex<Bool>.folded(text)) ? .missingCase : nil
  }

  private mutating func readValues(_ block: CellBlock, _ layout: Layout, column: Int, at position: Int) {
    columns[column].value.read(
      block, rows: cells, at: position, lines: lines, into: &values[column], actors: &actors)
    let header = columns[column].value.header
    guard columns[column].value.hasNoted else { return }
    for row in cells.indices where rows.areUsed[row] {
      let value = Int(values[column][row])
      let facts = columns[column].value.facts[value]
      guard facts.isNoted else { continue }
      let text = columns[column].value.texts[value]
      let cell = block.cells[Int(cells[row]) + position]
      let place = { (text: text, column: Int?(block.column(of: cell))) }
      let line = Int(lines[row] - layout.firstLine)
      func note(_ code: CaseFindings.Code, detail: String = "") {
        findings.note(
          .init(code: code, file: layout.file, column: header, detail: detail), line: line, example: place)
      }
      if facts.isFormulaError {
        note(.formulaError)
      } else if facts.isMissing {
        note(.missingValue)
      }
      if facts.isDamaged { note(.encodingDamage) }
      if facts.isUnmatched, !facts.isMissing { note(.unmatchedValue, detail: columns[column].value.name(of: value)) }
    }
  }

  private mutating func readDetails(_ block: CellBlock, _ layout: Layout) {
    rowDetails = [UInt64](repeating: 0, count: cells.count)
    if let schoolColumn, layout.values[schoolColumn] != nil {
      let facts = columns[schoolColumn].value.facts
      for row in cells.indices {
        let school = facts[Int(values[schoolColumn][row])]
        if school.isMissing { continue }
        let digest = ByteDigest.combined(UInt64(school.canonical), 2)
        rowDetails[row] = caseDetails.adding(digest, at: 0, to: rowDetails[row])
      }
    }
    let offset = files.columns[.school] == nil ? 0 : 1
    for index in details.indices {
      guard let position = layout.details[index] else { continue }
      readDetail(block, layout, index, at: position, part: offset + index)
    }
  }

  private mutating func readDetail(_ block: CellBlock, _ layout: Layout, _ index: Int, at position: Int, part: Int) {
    block.bytes.withUnsafeBufferPointer { bytes in
      for row in cells.indices {
        let cell = block.cells[Int(cells[row]) + position]
        let content = UnsafeBufferPointer(rebasing: bytes[Int(cell.start)..<cell.end])
        let (digest, fault) = details[index].digest(content)
        rowDetails[row] = caseDetails.adding(digest, at: part, to: rowDetails[row])
        if let fault, rows.areUsed[row] {
          let code: CaseFindings.Code = fault == .damage ? .encodingDamage : .formulaError
          findings.note(
            .init(code: code, file: layout.file, column: details[index].header),
            line: Int(lines[row] - layout.firstLine)
          ) { (block.text(cell), block.column(of: cell)) }
        }
      }
    }
  }

  private mutating func readDates(_ block: CellBlock, _ layout: Layout) {
    for index in dates.indices {
      dates[index].read(
        block, cells: cells, at: layout.dates[index], lines: lines, firstLine: layout.firstLine, file: layout.file,
        areUsed: rows.areUsed, future: future, findings: &findings)
    }
    rows.referred = dates[0].days
    for (early, late) in [(0, 1), (0, 2), (1, 2)] {
      guard let first = dates[early].header, let second = dates[late].header else { continue }
      // An end before the referral follows from what is said of the start, if there is one.
      for row in cells.indices where rows.areUsed[row] {
        let (from, to) = (dates[early].days[row], dates[late].days[row])
        guard from != DateColumn.none, to != DateColumn.none, to < from else { continue }
        if early == 0, late == 2, dates[1].days[row] != DateColumn.none { continue }
        findings.note(
          .init(code: .datesOutOfOrder, file: layout.file, column: second, detail: first),
          line: Int(lines[row] - layout.firstLine))
      }
    }
  }

  /// Finds the area of each row.
  private mutating func placeRows(_ layout: Layout) {
    guard let areaColumn, layout.values[areaColumn] != nil else {
      let area = files.area.flatMap { areas.firstIndex(of: $0) } ?? -1
      rows.areas = [Int32](repeating: Int32(area), count: cells.count)
      return
    }
    let meanings = columns[areaColumn].value.readers[areaReader].meanings
    rows.areas.removeAll(keepingCapacity: true)
    for row in cells.indices {
      let value = Int(values[areaColumn][row])
      let area = meanings[value]
      rows.areas.append(area)
      if area >= 0 || !rows.areUsed[row] { continue }
      rows.areUsed[row] = false
      let isUnknown = area == ValueColumn.Meaning.unmatched
      if isUnknown {
        let text = columns[areaColumn].value.name(of: value)
        findings.note(
          .init(code: .unknownArea, file: layout.file, column: columnNames[areaColumn], detail: text),
          line: Int(lines[row] - layout.firstLine)
        ) { (text, nil) }
      }
      let code: CaseFindings.Code = isUnknown ? .unknownArea : .missingValue
      usage[usage.count - 1].leftOut[code.rawValue, default: 0] += 1
    }
  }

  /// Enters each row with an id into the register, and compares it with earlier rows of the case.
  private mutating func enterCases(_ block: CellBlock, _ layout: Layout) {
    digestRows()
    rows.cases = [Int32](repeating: -1, count: cells.count)
    rows.areFirst = [Bool](repeating: false, count: cells.count)
    // Of no use but to have memory fetched for many rows at once.
    var touched: UInt64 = register.touch(ids)
    for row in cells.indices where ids[row] != 0 {
      let entry = register.enter(ids[row], digest: digests[row], details: rowDetails[row], line: lines[row])
      rows.cases[row] = entry.position
      rows.areFirst[row] = entry.isFirst
      touched ^= 1
      if entry.isFirst { continue }
      let line = Int(lines[row] - layout.firstLine)
      if entry.isDuplicate {
        guard rows.areUsed[row] else { continue }
        rows.areUsed[row] = false
        leaveOut(.duplicateRow, line, layout)
      } else if entry.earlierDetails != rowDetails[row] {
        let differences = caseDetails.differences(entry.earlierDetails, rowDetails[row])
        if !differences.isEmpty, rows.areUsed[row] {
          let cell = block.cells[Int(cells[row]) + layout.id]
          findings.note(
            .init(code: .conflictingDetails, file: layout.file, column: files.columns[.id] ?? ""), line: line,
            parts: differences
          ) { (block.text(cell), block.column(of: cell)) }
        }
        register.setDetails(caseDetails.union(entry.earlierDetails, rowDetails[row]), of: entry.position)
      }
    }
    lastTouched = touched
  }

  private var lastTouched: UInt64 = 0

  /// A number for all that the map reads of each row.
  private mutating func digestRows() {
    digests = zip(ids, rowDetails).map(ByteDigest.combined)
    for column in columns.indices {
      let facts = columns[column].value.facts
      for row in cells.indices {
        let value = Int(values[column][row])
        let canonical = value < 0 ? -1 : facts[value].canonical
        digests[row] = ByteDigest.combined(digests[row], UInt64(UInt32(bitPattern: canonical)))
      }
    }
    for index in dates.indices where dates[index].header != nil {
      for row in cells.indices {
        digests[row] = ByteDigest.combined(digests[row], UInt64(UInt32(bitPattern: dates[index].days[row])))
      }
    }
  }

  private mutating func countRows() {
    var wereCounted = [Bool](repeating: false, count: cells.count)
    for index in tallies.indices {
      let rule = files.rules[index]
      var isAdmitted = [Bool](repeating: true, count: cells.count)
      for (column, reader) in ruleReaders[index].conditions {
        let meanings = columns[column].value.readers[reader].meanings
        for row in cells.indices {
          let value = Int(values[column][row])
          if value < 0 || meanings[value] != 1 { isAdmitted[row] = false }
        }
      }
      if let period = rule.period {
        let (first, last) = (period.first?.number ?? .min + 1, period.last?.number ?? .max)
        for row in cells.indices where rows.referred[row] < first || rows.referred[row] > last {
          isAdmitted[row] = false
        }
      }
      tallies[index].value.add(
        rows, sources: ends(ruleReaders[index].source), targets: ends(ruleReaders[index].target),
        isAdmitted: isAdmitted, wereCounted: &wereCounted)
    }
    for row in cells.indices where rows.areUsed[row] {
      if wereCounted[row] {
        usage[usage.count - 1].used += 1
      } else {
        usage[usage.count - 1].leftOut["no-rule", default: 0] += 1
      }
    }
  }

  private func ends(_ reader: EndReader) -> [Int32] {
    switch reader {
    case .actor(let number): return [Int32](repeating: number, count: cells.count)
    case .column(let column, let index):
      let meanings = columns[column].value.readers[index].meanings
      return values[column].map { $0 < 0 ? ValueColumn.Meaning.missing : meanings[Int($0)] }
    }
  }

  // MARK: Results

  /// The headers of the columns that hold names.
  var valueHeaders: OrderedSet<String> { columnNames }

  /// Notes names that are nearly the same, when all rows have been seen.
  mutating func noteNearDuplicates() {
    let chosen = columns.indices.filter { index in
      index == schoolColumn || files.rules.contains { $0.makesActors(of: columnNames[index], files) }
    }
    for index in chosen {
      let (facts, counts) = (columns[index].value.facts, columns[index].value.counts)
      // Values that are the same name are one.
      var totals: OrderedDictionary<Int, Int> = [:]
      for value in facts.indices where !facts[value].isMissing && !facts[value].isDamaged {
        totals[Int(facts[value].canonical), default: 0] += counts[value]
      }
      let values = Array(totals.keys)
      let texts = values.map { columns[index].value.texts[$0] }
      for pair in NearDuplicates.pairs(texts, counts: Array(totals.values)) {
        let found = columns[index].value.firstLines(of: values[pair.wrong])
        guard let first = found.first, let start = ends.last(where: { $0.firstLine < first }) else { continue }
        let next = ends.first { $0.firstLine > start.firstLine }?.firstLine ?? .max
        let inFile = found.filter { $0 <= next }.map { Int($0 - start.firstLine) }
        var finding = CaseFindings.Finding(count: totals.values[pair.wrong], lines: inFile)
        finding.example = "\(texts[pair.wrong]) / \(texts[pair.right])"
        findings.add(
          finding,
          for: .init(
            code: .nearDuplicateName, file: start.file, column: columnNames[index], detail: finding.example))
      }
    }
  }

  /// What each rule counted.
  var results: [(rule: CaseRule, counts: [(area: Int, source: Int, target: Int, count: Int)])] {
    tallies.map { ($0.value.rule, $0.value.results) }
  }

  /// How many different cases there are.
  var caseCount: Int { register.count }
}
