import MapModel
import OrderedCollections

/// Compares the rows of case files with each other, and counts them by the rules.
///
/// Rows come in the order of the files, a block at a time; each block is read column by column.
struct CaseCounter: ~Copyable {
  let files: CaseFiles
  let areas: [Area.ID]
  private(set) var findings = CaseFindings()
  private(set) var usage: [FileUsage] = []
  private(set) var actors: CaseActors
  private var register = CaseRegister()
  private var columns: [Box<ValueColumn>] = []
  private let columnNames: OrderedSet<String>
  private let caseDetails: CaseDetails
  private var tallies: [Box<RuleTally>] = []
  private let schoolColumn: Int?
  private let areaColumn: Int?
  /// The files that have been started, and where their lines begin.
  private var starts: [(file: Int, firstLine: UInt32)] = []
  /// The column's numbers of the values as each reader numbers them, by reader and column.
  private var numbers: [[[Int32]]]
  /// The number of each row's value, for each column of the block at hand.
  private var values: [[Int32]]
  private var counted = CountedRows()
  /// A number for all that the map reads of each row of the block at hand.
  private var digests = GrowingBuffer<UInt64>()

  /// Makes a counter.
  /// - Parameters:
  ///   - actors: the names of the map's actors.
  ///   - areas: the names of its areas, and their order.
  ///   - readers: how many readers' rows are counted.
  init(_ files: CaseFiles, actors: NameIndex<Actor.ID>, areas: NameIndex<Area.ID>, order: [Area.ID], readers: Int) {
    self.files = files
    self.areas = order
    self.actors = CaseActors(known: actors)
    let names = files.valueHeaders
    columnNames = names
    schoolColumn = files.columns[.school].flatMap { names.firstIndex(of: $0) }
    areaColumn = files.columns[.area].flatMap { names.firstIndex(of: $0) }
    columns = names.map { Box(ValueColumn(header: $0)) }
    caseDetails = CaseDetails(of: files)
    values = names.map { _ in [] }
    numbers = [[[Int32]]](repeating: names.map { _ in [] }, count: readers)
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
  mutating func start(_ layout: CaseLayout) {
    usage.append(FileUsage(file: files.names[layout.file], unit: .rows))
    starts.append((layout.file, layout.firstLine))
  }

  /// Lets go of what is needed only while rows come: it takes most of the memory.
  mutating func forgetCases() { register = CaseRegister() }

  /// Makes room for rows that are to come.
  mutating func reserve(rows: Int) { register.reserve(register.count + rows) }

  /// Counts the rows of a block of the file at hand.
  /// - Parameter reader: whose rows they are.
  mutating func add(_ read: CaseRows, from reader: Int) {
    var rows = read
    for index in columns.indices {
      for value in rows.newValues[index] {
        numbers[reader][index].append(columns[index].value.number(of: value, &actors))
      }
      let known = numbers[reader][index]
      values[index] = rows.layout.values[index] == nil ? rows.values[index] : rows.values[index].map { known[Int($0)] }
    }
    addSchools(to: &rows)
    counted.start(rows)
    placeRows(rows)
    enterCases(rows)
    for index in columns.indices where columns[index].value.hasNoted {
      if let position = rows.layout.values[index] { noteValues(rows, column: index, at: position) }
    }
    countRows()
  }

  /// Notes where a reader met values, when all rows have been read.
  mutating func add(_ places: [[ValueReader.Places]], from reader: Int) {
    for index in columns.indices { columns[index].value.add(places[index], numbers[reader][index]) }
  }

  /// Notes what is wrong with the values of a column.
  private mutating func noteValues(_ rows: CaseRows, column: Int, at position: Int) {
    let (block, layout) = (rows.block, rows.layout)
    let header = columns[column].value.header
    for row in rows.cells.indices where rows.areUsed[row] {
      let value = Int(values[column][row])
      let facts = columns[column].value.facts[value]
      guard facts.isNoted else { continue }
      let text = columns[column].value.texts[value]
      let cell = block.cells[Int(rows.cells[row]) + position]
      let place = { (text: text, column: Int?(block.column(of: cell))) }
      let line = Int(rows.lines[row] - layout.firstLine)
      func note(_ code: CaseFindings.Code, detail: String = "") {
        findings.note(
          .init(code: code, file: layout.file, column: header, detail: detail), line: line,
          // A value of many rows of one case is still one person's.
          parts: counted.areFirst[row] ? ["cases"] : [], example: place)
      }
      if facts.isFormulaError {
        note(.formulaError)
      } else if facts.isMissing {
        note(.missingValue)
      }
      if facts.isDamaged { note(.encodingDamage) }
      if facts.isUnmatched, !facts.isMissing { note(.unmatchedValue, detail: columns[column].value.name(of: value)) }
      if facts.isUnknownArea { note(.unknownArea, detail: columns[column].value.name(of: value)) }
    }
  }

  /// Schools are known by number, so that two spellings of one are no conflict.
  private func addSchools(to rows: inout CaseRows) {
    guard let schoolColumn, rows.layout.values[schoolColumn] != nil else { return }
    let digests = columns[schoolColumn].value.detailDigests
    for (row, school) in values[schoolColumn].enumerated() {
      rows.details[row] = caseDetails.adding(digests[Int(school)], at: 0, to: rows.details[row])
    }
  }

  /// Finds the area of each row; rows without one are left out.
  private mutating func placeRows(_ rows: CaseRows) {
    guard let areaColumn, rows.layout.values[areaColumn] != nil else {
      let area = files.area.flatMap { areas.firstIndex(of: $0) } ?? -1
      counted.areas.reset(to: Int32(area), count: counted.count)
      return
    }
    let meanings = columns[areaColumn].value.readers[areaReader].meanings
    for (row, value) in values[areaColumn].enumerated() {
      let place = meanings[Int(value)]
      counted.areas[row] = place
      guard place < 0, counted.areUsed[row] else { continue }
      counted.areUsed[row] = false
      leaveOut(place == ValueColumn.Meaning.unmatched ? .unknownArea : .missingValue)
    }
  }

  private mutating func leaveOut(_ code: CaseFindings.Code) {
    usage[usage.count - 1].leftOut[code.rawValue, default: 0] += 1
  }

  /// Enters each row with an id into the register, and compares it with earlier rows of the case.
  private mutating func enterCases(_ rows: CaseRows) {
    digestRows(rows)
    // A few rows at a time, for which memory fetches what is needed before it is.
    for start in stride(from: 0, to: counted.count, by: Self.rowsAtOnce) {
      let part = start..<min(start + Self.rowsAtOnce, counted.count)
      rows.ids.withUnsafeBufferPointer { register.fetch(ids: UnsafeBufferPointer(rebasing: $0[part])) }
      knownRows.removeAll()
      knownDigests.removeAll()
      for row in part where rows.ids[row] != 0 {
        let entry = register.enter(rows.ids[row], digest: digests[row], details: rows.details[row])
        counted.cases[row] = entry.position
        counted.areFirst[row] = entry.isFirst
        if entry.isFirst { continue }
        knownRows.append(Int32(truncatingIfNeeded: row))
        knownDigests.append(digests[row])
      }
      knownDigests.withElements(0..<knownDigests.count) { register.fetch(digests: $0) }
      for index in 0..<knownRows.count { compare(Int(knownRows[index]), rows) }
    }
  }

  static let rowsAtOnce = 128
  /// The rows at hand whose case has been seen before, and their digests.
  private var knownRows = GrowingBuffer<Int32>()
  private var knownDigests = GrowingBuffer<UInt64>()

  /// Compares a row with what is known of its case.
  @inline(__always)
  private mutating func compare(_ row: Int, _ rows: CaseRows) {
    let position = counted.cases[row]
    let known = register.compare(position, digest: digests[row])
    if known.isDuplicate || known.earlierDetails != rows.details[row] { note(known, of: position, row, rows) }
  }

  /// Notes what a row has in common with earlier rows of its case, and what not.
  private mutating func note(_ known: CaseRegister.Comparison, of position: Int32, _ row: Int, _ rows: CaseRows) {
    let layout = rows.layout
    let line = Int(rows.lines[row] - layout.firstLine)
    if known.isDuplicate {
      guard counted.areUsed[row] else { return }
      counted.areUsed[row] = false
      findings.note(.init(code: .duplicateRow, file: layout.file, column: ""), line: line)
      leaveOut(.duplicateRow)
    } else {
      let differences = caseDetails.differences(known.earlierDetails, rows.details[row])
      if !differences.isEmpty, counted.areUsed[row] {
        let block = rows.block
        let cell = block.cells[Int(rows.cells[row]) + layout.id]
        findings.note(
          .init(code: .conflictingDetails, file: layout.file, column: files.columns[.id] ?? ""), line: line,
          parts: differences
        ) { (block.text(cell), block.column(of: cell)) }
      }
      register.setDetails(caseDetails.union(known.earlierDetails, rows.details[row]), of: position)
    }
  }

  /// Finds a number for all that the map reads of each row.
  private mutating func digestRows(_ rows: CaseRows) {
    digests.reset(to: 0, count: counted.count)
    for row in 0..<counted.count { digests[row] = ByteDigest.combined(rows.ids[row], rows.details[row]) }
    for column in columns.indices {
      let canonicals = columns[column].value.canonicals
      for (row, value) in values[column].enumerated() {
        let canonical = value < 0 ? -1 : canonicals[Int(value)]
        digests[row] = ByteDigest.combined(digests[row], UInt64(UInt32(bitPattern: canonical)))
      }
    }
    for days in rows.days {
      for (row, day) in days.enumerated() {
        digests[row] = ByteDigest.combined(digests[row], UInt64(UInt32(bitPattern: day)))
      }
    }
  }

  private mutating func countRows() {
    for index in tallies.indices {
      let rule = files.rules[index]
      let (first, last) = (rule.period?.first?.number ?? .min + 1, rule.period?.last?.number ?? .max)
      let conditions = ruleReaders[index].conditions.map { column, reader in
        (values: values[column], meanings: columns[column].value.readers[reader].meanings)
      }
      let (hasPeriod, referred) = (rule.period != nil, counted.referred)
      let (sources, targets) = (meanings(ruleReaders[index].source), meanings(ruleReaders[index].target))
      tallies[index].value.add(counted, sources: sources, targets: targets) { (row: Int) -> Bool in
        if hasPeriod, referred[row] < first || referred[row] > last { return false }
        return conditions.allSatisfy { values, meanings in values[row] >= 0 && meanings[Int(values[row])] == 1 }
      }
    }
    var (used, unused) = (0, 0)
    for row in 0..<counted.count where counted.areUsed[row] {
      if counted.wereCounted[row] { used += 1 } else { unused += 1 }
    }
    usage[usage.count - 1].used += used
    if unused > 0 { usage[usage.count - 1].leftOut["no-rule", default: 0] += unused }
  }

  /// What an end of a rule makes of the rows of the block at hand.
  private func meanings(_ reader: EndReader) -> [Int32] {
    switch reader {
    case .actor(let number): return [Int32](repeating: number, count: counted.count)
    case .column(let column, let index):
      let meanings = columns[column].value.readers[index].meanings
      return values[column].map { $0 < 0 ? ValueColumn.Meaning.missing : meanings[Int($0)] }
    }
  }

  // MARK: Results

  /// The names that are to be compared with each other, when all rows have been seen.
  var comparedNames: [ComparedNames] {
    let chosen = columns.indices.filter { index in
      index == schoolColumn || files.rules.contains { $0.makesActors(of: columnNames[index], files) }
    }
    return chosen.map { columns[$0].value.comparedNames(column: $0) }
  }

  /// Notes names that are nearly the same.
  mutating func noteNearDuplicates(among names: ComparedNames, _ pairs: [(right: Int, wrong: Int)]) {
    for pair in columns[names.column].value.nearDuplicates(among: names, pairs) {
      guard let first = pair.lines.first, let start = starts.last(where: { $0.firstLine < first }) else { continue }
      let next = starts.first { $0.firstLine > start.firstLine }?.firstLine ?? .max
      let inFile = pair.lines.filter { $0 <= next }.map { Int($0 - start.firstLine) }
      let text = "\(pair.wrong) / \(pair.right)"
      findings.add(
        CaseFindings.Finding(count: pair.count, lines: inFile, example: text),
        for: .init(code: .nearDuplicateName, file: start.file, column: columnNames[names.column], detail: text))
    }
  }

  /// What each rule counted.
  var groups: [[RuleTally.Group]] { tallies.map { $0.value.results } }
}
