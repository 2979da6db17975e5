import MapModel
import OrderedCollections

/// Compares the rows of case files with each other, and counts them by the rules.
///
/// Rows come in the order of the files, a block at a time; each block is read column by column.
struct CaseCounter: ~Copyable {
  /// A part of the counter that holds memory of its own, which an array cannot hold.
  private final class Box<Value: ~Copyable> {
    var value: Value
    init(_ value: consuming Value) { self.value = value }
  }

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
  private var layout: CaseLayout?
  private let schoolColumn: Int?
  private let areaColumn: Int?
  /// The files that have been started, and where their lines begin.
  private var starts: [(file: Int, firstLine: UInt32)] = []
  /// The number of each row's value, for each column of the block at hand.
  private var values: [[Int32]]

  /// Makes a counter.
  /// - Parameters:
  ///   - actors: the names of the map's actors.
  ///   - areas: the names of its areas, and their order.
  init(_ files: CaseFiles, actors: NameIndex<Actor.ID>, areas: NameIndex<Area.ID>, order: [Area.ID]) {
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
    self.layout = layout
    usage.append(FileUsage(file: files.names[layout.file], unit: .rows))
    starts.append((layout.file, layout.firstLine))
  }

  /// Lets go of what is needed only while rows come: it takes most of the memory.
  mutating func forgetCases() { register = CaseRegister() }

  /// Makes room for rows that are to come.
  mutating func reserve(rows: Int) { register.reserve(register.count + rows) }

  /// Counts the rows of a block of the file at hand.
  mutating func add(_ read: CaseRows) {
    guard let layout else { return }
    var rows = read
    for index in columns.indices {
      if let position = layout.values[index] {
        values[index] = columns[index].value.read(rows, at: position, actors: &actors)
      } else {
        values[index] = [Int32](repeating: -1, count: rows.cells.count)
      }
    }
    addSchools(to: &rows.details, layout)
    var counted = RuleTally.Rows(referred: rows.days[0])
    counted.areas = placeRows(&rows, layout)
    enterCases(&rows, &counted, layout)
    for index in columns.indices where columns[index].value.hasNoted {
      if let position = layout.values[index] { noteValues(read, counted, layout, column: index, at: position) }
    }
    counted.areUsed = rows.areUsed
    countRows(counted)
  }

  /// Notes what is wrong with the values of a column.
  private mutating func noteValues(
    _ rows: CaseRows, _ counted: RuleTally.Rows, _ layout: CaseLayout, column: Int, at position: Int
  ) {
    let block = rows.block
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
  private func addSchools(to details: inout [UInt64], _ layout: CaseLayout) {
    guard let schoolColumn, layout.values[schoolColumn] != nil else { return }
    let facts = columns[schoolColumn].value.facts
    for row in details.indices {
      let school = facts[Int(values[schoolColumn][row])]
      if school.isMissing { continue }
      let digest = ByteDigest.combined(UInt64(school.canonical), 2)
      details[row] = caseDetails.adding(digest, at: 0, to: details[row])
    }
  }

  /// Finds the area of each row; rows without one are left out.
  private mutating func placeRows(_ rows: inout CaseRows, _ layout: CaseLayout) -> [Int32] {
    guard let areaColumn, layout.values[areaColumn] != nil else {
      let area = files.area.flatMap { areas.firstIndex(of: $0) } ?? -1
      return [Int32](repeating: Int32(area), count: rows.cells.count)
    }
    let meanings = columns[areaColumn].value.readers[areaReader].meanings
    let places = values[areaColumn].map { meanings[Int($0)] }
    for row in places.indices where places[row] < 0 && rows.areUsed[row] {
      rows.areUsed[row] = false
      let isUnknown = places[row] == ValueColumn.Meaning.unmatched
      leaveOut(isUnknown ? .unknownArea : .missingValue)
    }
    return places
  }

  private mutating func leaveOut(_ code: CaseFindings.Code) {
    usage[usage.count - 1].leftOut[code.rawValue, default: 0] += 1
  }

  /// Enters each row with an id into the register, and compares it with earlier rows of the case.
  private mutating func enterCases(_ rows: inout CaseRows, _ counted: inout RuleTally.Rows, _ layout: CaseLayout) {
    let digests = digests(of: rows)
    counted.cases = [Int32](repeating: -1, count: rows.cells.count)
    counted.areFirst = [Bool](repeating: false, count: rows.cells.count)
    // Of no use but to have memory fetched for many rows at once.
    touched ^= register.touch(rows.ids)
    for row in digests.indices where rows.ids[row] != 0 {
      let entry = register.enter(rows.ids[row], digest: digests[row], details: rows.details[row])
      counted.cases[row] = entry.position
      counted.areFirst[row] = entry.isFirst
      if !entry.isFirst { compare(entry, row, &rows, layout) }
    }
  }

  private var touched: UInt64 = 0

  /// Compares a row with what is known of its case.
  private mutating func compare(_ entry: CaseRegister.Entry, _ row: Int, _ rows: inout CaseRows, _ layout: CaseLayout) {
    let line = Int(rows.lines[row] - layout.firstLine)
    if entry.isDuplicate {
      guard rows.areUsed[row] else { return }
      rows.areUsed[row] = false
      findings.note(.init(code: .duplicateRow, file: layout.file, column: ""), line: line)
      leaveOut(.duplicateRow)
    } else if entry.earlierDetails != rows.details[row] {
      let differences = caseDetails.differences(entry.earlierDetails, rows.details[row])
      if !differences.isEmpty, rows.areUsed[row] {
        let block = rows.block
        let cell = block.cells[Int(rows.cells[row]) + layout.id]
        findings.note(
          .init(code: .conflictingDetails, file: layout.file, column: files.columns[.id] ?? ""), line: line,
          parts: differences
        ) { (block.text(cell), block.column(of: cell)) }
      }
      register.setDetails(caseDetails.union(entry.earlierDetails, rows.details[row]), of: entry.position)
    }
  }

  /// A number for all that the map reads of each row.
  private func digests(of rows: CaseRows) -> [UInt64] {
    var digests = zip(rows.ids, rows.details).map(ByteDigest.combined)
    for column in columns.indices {
      let (facts, values) = (columns[column].value.facts, values[column])
      for row in digests.indices {
        let value = Int(values[row])
        let canonical = value < 0 ? -1 : facts[value].canonical
        digests[row] = ByteDigest.combined(digests[row], UInt64(UInt32(bitPattern: canonical)))
      }
    }
    for days in rows.days {
      for row in digests.indices {
        digests[row] = ByteDigest.combined(digests[row], UInt64(UInt32(bitPattern: days[row])))
      }
    }
    return digests
  }

  private mutating func countRows(_ rows: RuleTally.Rows) {
    let count = rows.areUsed.count
    var wereCounted = [Bool](repeating: false, count: count)
    for index in tallies.indices {
      let rule = files.rules[index]
      var isAdmitted = [Bool](repeating: true, count: count)
      for (column, reader) in ruleReaders[index].conditions {
        let meanings = columns[column].value.readers[reader].meanings
        for row in 0..<count {
          let value = Int(values[column][row])
          if value < 0 || meanings[value] != 1 { isAdmitted[row] = false }
        }
      }
      if let period = rule.period {
        let (first, last) = (period.first?.number ?? .min + 1, period.last?.number ?? .max)
        for row in 0..<count where rows.referred[row] < first || rows.referred[row] > last {
          isAdmitted[row] = false
        }
      }
      tallies[index].value.add(
        rows, sources: ends(ruleReaders[index].source, count), targets: ends(ruleReaders[index].target, count),
        isAdmitted: isAdmitted, wereCounted: &wereCounted)
    }
    for row in 0..<count where rows.areUsed[row] {
      if wereCounted[row] {
        usage[usage.count - 1].used += 1
      } else {
        usage[usage.count - 1].leftOut["no-rule", default: 0] += 1
      }
    }
  }

  private func ends(_ reader: EndReader, _ count: Int) -> [Int32] {
    switch reader {
    case .actor(let number): return [Int32](repeating: number, count: count)
    case .column(let column, let index):
      let meanings = columns[column].value.readers[index].meanings
      return values[column].map { $0 < 0 ? ValueColumn.Meaning.missing : meanings[Int($0)] }
    }
  }

  // MARK: Results

  /// Notes names that are nearly the same, when all rows have been seen.
  mutating func noteNearDuplicates() {
    let chosen = columns.indices.filter { index in
      index == schoolColumn || files.rules.contains { $0.makesActors(of: columnNames[index], files) }
    }
    for index in chosen {
      for pair in columns[index].value.nearDuplicates() {
        guard let first = pair.lines.first, let start = starts.last(where: { $0.firstLine < first }) else { continue }
        let next = starts.first { $0.firstLine > start.firstLine }?.firstLine ?? .max
        let inFile = pair.lines.filter { $0 <= next }.map { Int($0 - start.firstLine) }
        let names = "\(pair.wrong) / \(pair.right)"
        findings.add(
          CaseFindings.Finding(count: pair.count, lines: inFile, example: names),
          for: .init(code: .nearDuplicateName, file: start.file, column: columnNames[index], detail: names))
      }
    }
  }

  /// What each rule counted.
  var results: [(rule: CaseRule, counts: [(area: Int, source: Int, target: Int, count: Int)])] {
    tallies.map { ($0.value.rule, $0.value.results) }
  }
}
