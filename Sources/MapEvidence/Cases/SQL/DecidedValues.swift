import MapModel

/// What the values of a profile mean to a plan, decided by the code that reads files.
struct DecidedValues: Sendable {
  /// For each column that holds names and each of its values: a number, equal for values that are the same name.
  private(set) var names: [String: [(text: String, number: Int)]] = [:]
  /// For each column of the plan and each of its questions: what the numbers mean, as ``CaseActors`` numbers it.
  private(set) var meanings: [[[(name: Int, meaning: Int32)]]]
  /// For each table and column of dates: the day of each value, 0 if it says none.
  private(set) var days: [[String: [(text: String, day: Int)]]]
  private(set) var actors: CaseActors
  /// The numbers of actors that are ends of rules, whatever the rows say.
  private(set) var fixedEnds: [(source: Int32, target: Int32)] = []
  private(set) var findings = CaseFindings()

  init(_ tables: CaseTables, _ profile: CaseProfile) {
    let plan = tables.plan
    actors = CaseActors(known: plan.actorNames, groups: plan.groups)
    meanings = plan.columns.map { $0.questions.map { _ in [] } }
    days = tables.tables.map { _ in [:] }
    var actors = self.actors
    func number(_ end: CountingPlan.End) -> Int32 {
      if case .actor(let id) = end { actors.number(of: id) } else { CaseActors.missing }
    }
    for rule in plan.rules { fixedEnds.append((number(rule.source), number(rule.target))) }
    self.actors = actors
    for (index, column) in plan.columns.enumerated() where profile.knows(column.header) {
      decide(column, at: index, profile.values(of: column.header), plan)
    }
    for header in plan.details where profile.knows(header) && names[header] == nil {
      decideDetail(header, profile.values(of: header), plan)
    }
    decideDays(tables, profile)
  }

  // MARK: Names

  private mutating func decide(
    _ column: CountingPlan.NameColumn, at index: Int, _ values: [CaseProfile.Entry], _ plan: CountingPlan
  ) {
    var numbers: [String: Int] = ["": 0]
    names[column.header] = []
    for entry in values {
      let value = NameValue(entry.text)
      let number = numbers[value.name] ?? numbers.count
      names[column.header]?.append((entry.text, number))
      let isNew = numbers.updateValue(number, forKey: value.name) == nil
      let meanings = column.questions.map { plan.meaning(of: value, to: $0) }
      note(entry, value, column, meanings)
      guard isNew else { continue }
      for (question, meaning) in meanings.enumerated() {
        let known = actors.number(of: meaning, value)
        if known >= 0 { self.meanings[index][question].append((number, known)) }
      }
    }
    guard index == plan.school || column.makesActors else { return }
    let compared = values.filter { !NameValue($0.text).isMissing && !CellWords.isDamaged($0.text) }
    let groups = Dictionary(grouping: compared) { NameValue($0.text).name }.values.compactMap { group in
      group.min { $0.line < $1.line }.map { first in
        CaseProfile.Entry(text: first.text, count: group.reduce(0) { $0 + $1.count }, line: first.line)
      }
    }.sorted { $0.line < $1.line }
    for pair in NearDuplicates.pairs(groups.map(\.text), counts: groups.map(\.count)) {
      let (wrong, right) = (groups[pair.wrong], groups[pair.right])
      let text = "\(wrong.text) / \(right.text)"
      findings.add(
        .init(count: wrong.count, lines: [wrong.line], example: text),
        for: .init(code: .nearDuplicateName, file: 0, column: column.header, detail: text))
    }
  }

  /// Notes what is wrong with a value, as rows that hold it.
  private mutating func note(
    _ entry: CaseProfile.Entry, _ value: NameValue, _ column: CountingPlan.NameColumn,
    _ meanings: [CountingPlan.Meaning]
  ) {
    if CellWords.isFormulaError(value.text) {
      note(.formulaError, column.header, entry)
    } else if value.isMissing, column.isNeeded {
      note(.missingValue, column.header, entry)
    }
    if CellWords.isDamaged(value.text) { note(.encodingDamage, column.header, entry) }
    if !value.isMissing, column.isUnknownActor(meanings) { note(.unmatchedValue, column.header, entry, value.text) }
    if column.isUnknownArea(meanings) { note(.unknownArea, column.header, entry, value.text) }
  }

  private mutating func note(
    _ code: CaseFindings.Code, _ header: String, _ entry: CaseProfile.Entry, _ detail: String = ""
  ) {
    var found = CaseFindings()
    // The profile is for those who have the cases: they may see all values.
    found.add(
      .init(count: entry.count, lines: [entry.line], example: entry.text, parts: ["cases": entry.count]),
      for: .init(code: code, file: 0, column: header, detail: detail))
    findings.merge(found)
  }

  /// Decides which values of a column that is only compared are the same: days however they are written, and names.
  private mutating func decideDetail(_ header: String, _ values: [CaseProfile.Entry], _ plan: CountingPlan) {
    var numbers: [String: Int] = ["": 0]
    names[header] = values.map { entry in
      let day = DateReading(entry.text, isMonthFirst: plan.isMonthFirst ?? false).date
      let value = NameValue(entry.text)
      let key = value.isMissing ? "" : day.map { "day \($0.number)" } ?? "name \(value.name)"
      let number = numbers[key] ?? numbers.count
      numbers[key] = number
      return (entry.text, number)
    }
  }

  // MARK: Dates

  private mutating func decideDays(_ tables: CaseTables, _ profile: CaseProfile) {
    let plan = tables.plan
    let found = plan.dates.map { header in
      tables.tables.indices.map { file in
        (header.flatMap { profile.entries[file][$0] } ?? []).reduce(into: DateOrder()) { order, entry in
          var place = CaseFindings.Finding(count: entry.count, lines: [entry.line], example: entry.text)
          switch DateReading(entry.text, isMonthFirst: false).form {
          case .dayFirst: order.dayFirst.merge(place)
          case .monthFirst: order.monthFirst.merge(place)
          case .ambiguous: order.ambiguous += entry.count
          default: place.count = 0
          }
        }
      }
    }
    let orders = DateOrders(plan, showing: found)
    for (column, header) in plan.dates.enumerated() {
      guard let header else { continue }
      for file in tables.tables.indices {
        let isMonthFirst = orders.areMonthFirst[column][file]
        days[file][header] = (profile.entries[file][header] ?? []).map { entry in
          let reading = DateReading(entry.text, isMonthFirst: isMonthFirst)
          note(reading, entry, header)
          return (entry.text, Int(reading.date?.number ?? 0))
        }
        let order = found[column][file]
        if let mixed = order.mixed {
          findings.add(mixed, for: .init(code: .mixedDateOrder, file: 0, column: header))
        } else if let other = order.contradiction(to: plan.isMonthFirst, readMonthFirst: isMonthFirst) {
          findings.add(other, for: .init(code: .datesContradict, file: 0, column: header))
        }
      }
    }
  }

  private mutating func note(_ reading: DateReading, _ entry: CaseProfile.Entry, _ header: String) {
    if reading.hasShortYear { note(.twoDigitYear, header, entry) }
    if reading.form == .serial { note(.dateSerial, header, entry) }
    guard reading.form == .unreadable else { return }
    if CellWords.isFormulaError(entry.text) {
      note(.formulaError, header, entry)
    } else if !NameValue(entry.text).isMissing {
      note(.badDate, header, entry)
    }
  }
}
