import MapModel
import OrderedCollections
import Tabular

/// Compares the rows of case files with each other, and counts them by the rules.
///
/// Rows come in the order of the files, a block at a time; each block is read column by column.
struct CaseCounter: ~Copyable {
  let plan: CountingPlan
  private(set) var findings = CaseFindings()
  private(set) var usage: [FileUsage] = []
  private var columns: CaseColumns
  private var register = CaseRegister()
  private var oddIDs = OddCaseIDs()
  private let caseDetails: CaseDetails
  private let tallies: [Box<RuleTally>]
  /// The files that have been started, and where their lines begin.
  private var starts: [(file: Int, firstLine: UInt32)] = []
  private var counted = CountedRows()
  /// A number for all that the map reads of each row of the block at hand.
  private var hashes = GrowingBuffer<UInt64>()
  /// What each row of the block at hand should have in common with others of its case.
  private var details = GrowingBuffer<UInt64>()

  /// Makes a counter.
  /// - Parameter threads: how many threads read the rows that are counted.
  init(_ plan: CountingPlan, threads: Int) {
    precondition(plan.areas.count < RuleTally.mostAreas, "case files can be counted for up to 65,534 areas")
    self.plan = plan
    columns = CaseColumns(plan, threads: threads)
    caseDetails = CaseDetails(of: plan)
    tallies = plan.rules.map { Box(RuleTally($0)) }
  }

  // MARK: Reading

  /// Starts a file.
  mutating func start(_ layout: CaseLayout) {
    usage.append(FileUsage(file: plan.files[layout.file], unit: .rows))
    starts.append((layout.file, layout.firstLine))
  }

  /// Lets go of what is needed only while rows come: it takes most of the memory.
  mutating func forgetCases() { register = CaseRegister() }

  /// Makes room for rows that are to come.
  mutating func reserve(rows: Int) { register.reserve(register.count + rows) }

  /// Counts the rows of a block of the file at hand.
  /// - Parameter thread: who read them.
  mutating func add(_ rows: CaseRows, from thread: Int) {
    columns.learn(rows, from: thread)
    counted.start(rows)
    placeRows(rows, thread)
    hashRows(rows, thread)
    enterCases(rows)
    if !rows.oddIDs.isEmpty { takeOddIDs(rows) }
    for index in plan.columns.indices where columns[index].value.hasNoted {
      noteValues(rows, thread, column: index, at: rows.layout.values[index])
    }
    countRows(rows, thread)
  }

  /// Notes where a thread met values, when all rows have been read.
  mutating func add(_ places: [[ValueInterner.Places]], from thread: Int) { columns.add(places, from: thread) }

  /// Notes what is wrong with the values of a column.
  private mutating func noteValues(_ rows: CaseRows, _ thread: Int, column: Int, at position: Int) {
    let (block, layout) = (rows.block, rows.layout)
    let header = plan.columns[column].header
    for row in rows.cells.indices where rows.areUsed[row] {
      let value = columns.value(row, of: rows, column: column, from: thread)
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
      if facts.isUnknownActor, !facts.isMissing { note(.unmatchedValue, detail: columns[column].value.name(of: value)) }
      if facts.isUnknownArea { note(.unknownArea, detail: columns[column].value.name(of: value)) }
    }
  }

  /// Finds the area of each row; rows without one are left out.
  private mutating func placeRows(_ rows: CaseRows, _ thread: Int) {
    guard case .column(let asked) = plan.place else {
      var place: Int32 = -1
      if case .area(let area) = plan.place, let number = plan.areas.firstIndex(of: area) { place = Int32(number) }
      counted.areas.reset(to: place, count: counted.count)
      return
    }
    let places = columns.meanings(asked, of: rows, from: thread)
    for row in 0..<counted.count {
      let place = places[row]
      counted.areas[row] = place
      guard place < 0, counted.areUsed[row] else { continue }
      counted.areUsed[row] = false
      leaveOut(place == CaseActors.unknown ? .unknownArea : .missingValue)
    }
  }

  private mutating func leaveOut(_ code: CaseFindings.Code) {
    usage[usage.count - 1].leftOut[code.rawValue, default: 0] += 1
  }

  /// Enters each row with an id into the register, and compares it with earlier rows of the case.
  private mutating func enterCases(_ rows: CaseRows) {
    // A few rows at a time, whose places in the tables are prefetched together.
    for start in stride(from: 0, to: counted.count, by: Self.rowsAtOnce) {
      let part = start..<min(start + Self.rowsAtOnce, counted.count)
      register.prefetch(ids: rows.ids.span.extracting(part))
      knownRows.removeAll()
      knownHashes.removeAll()
      for row in part where rows.ids[row] != 0 {
        let entry = register.enter(rows.ids[row], hash: hashes[row], details: details[row])
        counted.cases[row] = entry.position
        counted.areFirst[row] = entry.isFirst
        if entry.isFirst { continue }
        knownRows.append(Int32(row))
        knownHashes.append(hashes[row])
      }
      knownHashes.withElements { register.prefetch(hashes: $0) }
      for index in 0..<knownRows.count { compare(Int(knownRows[index]), rows) }
    }
  }

  /// Notes the ids of new cases that are not written like most.
  private mutating func takeOddIDs(_ rows: CaseRows) {
    for odd in rows.oddIDs where counted.areFirst[odd.row] && rows.ids[odd.row] != 0 {
      let cell = rows.block.cells[Int(rows.cells[odd.row]) + rows.layout.id]
      oddIDs.add(odd, line: rows.lines[odd.row]) { rows.block.text(cell).trimmingWhitespace }
    }
  }

  static let rowsAtOnce = 128
  /// The rows at hand whose case has been seen before, and their hashes.
  private var knownRows = GrowingBuffer<Int32>()
  private var knownHashes = GrowingBuffer<UInt64>()

  /// Compares a row with what is known of its case.
  @inline(__always)
  private mutating func compare(_ row: Int, _ rows: CaseRows) {
    let position = counted.cases[row]
    let known = register.compare(position, hash: hashes[row])
    if known.isDuplicate || known.earlierDetails != details[row] { note(known, of: position, row, rows) }
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
      let differences = caseDetails.differences(known.earlierDetails, details[row])
      if !differences.isEmpty, counted.areUsed[row] {
        let block = rows.block
        let cell = block.cells[Int(rows.cells[row]) + layout.id]
        findings.note(
          .init(code: .conflictingDetails, file: layout.file, column: plan.id), line: line,
          parts: differences
        ) { (block.text(cell), block.column(of: cell)) }
      }
      register.setDetails(caseDetails.union(known.earlierDetails, details[row]), of: position)
    }
  }

  /// Finds the details of each row, and a number for all that the map reads of it.
  private mutating func hashRows(_ rows: CaseRows, _ thread: Int) {
    details.copy(rows.details)
    if let schools = columns.schools(of: rows, from: thread) {
      for row in 0..<counted.count {
        details[row] = caseDetails.adding(schools.details[Int(schools.values[row])], at: 0, to: details[row])
      }
    }
    hashes.reset(to: 0, count: counted.count)
    columns.addHashes(of: rows, from: thread, to: &hashes)
    let (ids, referred, started, ended) = (rows.ids, rows.days[0], rows.days[1], rows.days[2])
    for row in 0..<counted.count {
      let first = UInt64(UInt32(bitPattern: referred[row])) << 32 | UInt64(UInt32(bitPattern: started[row]))
      let days = ByteHash.combined(first, UInt64(UInt32(bitPattern: ended[row])))
      hashes[row] = ByteHash.combined(ByteHash.combined(ids[row], details[row]), hashes[row] &+ days)
    }
  }

  private mutating func countRows(_ rows: CaseRows, _ thread: Int) {
    for (index, rule) in plan.rules.enumerated() {
      let (sources, targets) = columns.ends(of: index, rows, from: thread)
      if rule.period == nil, rule.conditions.isEmpty {
        tallies[index].value.add(&counted, sources: sources, targets: targets) { _ in true }
        continue
      }
      let (first, last) = (rule.period?.first?.number ?? .min + 1, rule.period?.last?.number ?? .max)
      let conditions = rule.conditions.map { columns.meanings($0, of: rows, from: thread) }
      let (hasPeriod, referred) = (rule.period != nil, counted.referred)
      tallies[index].value.add(&counted, sources: sources, targets: targets) { row in
        if hasPeriod, referred[row] < first || referred[row] > last { return false }
        return conditions.allSatisfy { $0[row] == 1 }
      }
    }
    var (used, unused) = (0, 0)
    for row in 0..<counted.count {
      used &+= counted.areUsed[row] && counted.wereCounted[row] ? 1 : 0
      unused &+= counted.areUsed[row] && !counted.wereCounted[row] ? 1 : 0
    }
    usage[usage.count - 1].used += used
    if unused > 0 { usage[usage.count - 1].leftOut["no-rule", default: 0] += unused }
  }

  // MARK: Results

  /// The actors that were met or made.
  var actors: CaseActors { columns.actors }

  /// The names that are to be compared with each other, when all rows have been seen.
  var comparedNames: [ComparedNames] { columns.comparedNames }

  /// Notes case ids that are the same but for how they are written, while the register still knows all.
  mutating func noteOddIDs() {
    oddIDs.compare(with: register)
    for pair in oddIDs.pairs {
      guard let start = starts.last(where: { $0.firstLine < pair.line }) else { continue }
      findings.note(
        .init(code: .nearDuplicateID, file: start.file, column: plan.id), line: Int(pair.line - start.firstLine),
        parts: pair.differences.names
      ) { (pair.text, nil) }
    }
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
        for: .init(code: .nearDuplicateName, file: start.file, column: plan.columns[names.column].header, detail: text))
    }
  }

  /// What each rule counted.
  var groups: [[RuleTally.Group]] { tallies.map { $0.value.results } }

  /// What each rule counted of groups of actors, where the numbers of their parts cannot be added.
  mutating func countGroups() -> [[RuleTally.Group]] {
    let groups = columns.numberGroups()
    return tallies.map { $0.value.ofGroups(groups) }
  }
}
