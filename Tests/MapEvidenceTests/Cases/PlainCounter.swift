import MapModel
import Tabular

@testable import MapEvidence

/// Counts case files by a plan, a row at a time, with sets and dictionaries: slow, and short enough to be checked by reading.
///
/// It shares with the quick counter what a single cell means (the plan's meanings, dates) and nothing else: no hashes, no
/// numbers in place of names, no blocks, no threads.
struct PlainCounter {
  struct Key: Hashable {
    var connection: Connection.ID
    var area: Area.ID?
    var measure: String
    var period: String
  }

  /// A number, and whether it is the connection's cases.
  struct Number: Equatable {
    var count: Int
    var isOfCases: Bool
  }

  /// All that the map reads of a row.
  struct Row {
    var id: String
    var names: [NameValue]
    var details: [String]
    var days: [CalendarDay?]
    /// The texts of the cells that say something.
    var filled: [String]
    /// Whether it ends before the last column that is read.
    var isShort: Bool
    /// Whether the ids of other rows have digits.
    var othersHaveDigits: Bool
    /// Equal for rows that say the same.
    var said: [String] { [id] + names.map(\.name) + details + days.map { "\($0?.number ?? 0)" } }
  }

  let plan: CountingPlan
  private var actors: CaseActors
  private var seen: Set<[String]> = []
  /// What each case says of its school and its details, the first time that it says something.
  private var known: [String: [String]] = [:]
  /// What each rule counted.
  private var counted: [[Key: Set<[String]>]]
  /// By file.
  var usage: [FileUsage] = []
  /// In how many places each problem was found, of those that this counter looks for.
  var problems: [String: Int] = [:]

  /// Whether ids have digits.
  var othersHaveDigits = false
  /// All ids of cases.
  var ids: Set<String> = []
  /// For each file and column of dates, whether the month comes first where it could.
  private var areMonthFirst: [String: [Bool]] = [:]

  init(_ plan: CountingPlan, files: [String: String]) {
    self.plan = plan
    actors = CaseActors(known: plan.actorNames, groups: plan.groups)
    counted = plan.rules.map { _ in [:] }
    learnIDs(files)
    areMonthFirst = monthFirst(in: files)
    for name in plan.files { if let text = files[name] { add(text, file: name) } }
    noteIDs()
  }

  private mutating func add(_ text: String, file: String) {
    usage.append(FileUsage(file: file, unit: .rows))
    let rows = self.rows(of: text, areMonthFirst[file] ?? [])
    // Actors made of values get their ids column by column.
    for (column, planned) in plan.columns.enumerated() {
      for row in rows {
        for question in planned.questions.indices { _ = actor(row, .column(.init(column: column, question: question))) }
      }
    }
    for (number, row) in rows.enumerated() { count(row, "\(file) \(number)") }
  }

  private mutating func count(_ row: Row, _ place: String) {
    if let code = fault(of: row) { return leaveOut(code) }
    check(row)
    ids.insert(row.id)
    let isRepeated = !seen.insert(row.said).inserted
    var area: Area.ID?
    var fault = isRepeated ? "duplicate-row" : nil
    switch plan.place {
    case .programme: break
    case .area(let id): area = id
    case .column(let asked):
      switch meaning(row, asked) {
      case .area(let number): area = plan.areas[number]
      case .missing: fault = "missing-value"
      default: fault = "unknown-area"
      }
    }
    if fault == "duplicate-row" { problems["duplicate-row", default: 0] += 1 }
    if !isRepeated {
      let details = (plan.school.map { [row.names[$0].name] } ?? []) + row.details
      let earlier = known[row.id] ?? details
      let isConflict = zip(earlier, details).contains { $0 != $1 && !$0.isEmpty && !$1.isEmpty }
      if isConflict, fault == nil { problems["conflicting-details", default: 0] += 1 }
      known[row.id] = zip(earlier, details).map { $0.isEmpty ? $1 : $0 }
    }
    if let fault { return leaveOut(fault) }
    let rules = plan.rules.indices.filter { count(row, place, area, byRule: $0) }
    if rules.isEmpty { leaveOut("no-rule") } else { usage[usage.count - 1].used += 1 }
  }

  /// Counts a row by a rule, if the rule admits it.
  private mutating func count(_ row: Row, _ place: String, _ area: Area.ID?, byRule index: Int) -> Bool {
    let rule = plan.rules[index]
    guard let source = actor(row, rule.source), let target = actor(row, rule.target),
      rule.conditions.allSatisfy({ meaning(row, $0) == .condition(true) })
    else { return false }
    if let period = rule.period {
      guard let day = row.days[0], period.first.map({ $0 <= day }) ?? true, period.last.map({ day <= $0 }) ?? true
      else { return false }
    }
    let key = Key(
      connection: .init(from: source, to: target, rule.relation), area: area, measure: rule.measure,
      period: rule.period?.name ?? "")
    switch rule.distinct {
    case .rows: counted[index][key, default: []].insert([place])
    case .cases: counted[index][key, default: []].insert([row.id])
    case .referralDays: counted[index][key, default: []].insert([row.id, "\(row.days[0]?.number ?? 0)"])
    }
    return true
  }

  /// The numbers of all rules.
  var numbers: [Key: Number] {
    let counted = zip(plan.rules, counted).map { counts($0, $1) }
    var numbers: [Key: Number] = [:]
    for (rule, counts) in zip(plan.rules, counted) {
      for (key, count) in counts {
        // Of several rules for a connection, those that count people give its cases.
        let rivals = zip(plan.rules, counted).filter { rival in
          rival.1.keys.contains { other in
            other.connection.relation == key.connection.relation
              && withGroups(other.connection.source).contains(key.connection.source)
              && withGroups(other.connection.target).contains(key.connection.target)
          }
        }
        let best = CaseRule.Unit.allCases.first { unit in rivals.contains { $0.0.unit == unit } }
        numbers[key] = Number(count: count, isOfCases: rule.unit == best)
      }
    }
    return numbers
  }

  /// The numbers of a rule, of which it is known which rows, or cases, each counts.
  private func counts(_ rule: CountingPlan.Rule, _ counted: [Key: Set<[String]>]) -> [Key: Int] {
    var counts = counted.mapValues(\.count)
    for area in Set(counted.keys.map(\.area)) where rule.countsZeros && area != nil {
      for var key in counted.keys {
        key.area = area
        counts[key] = counts[key] ?? 0
      }
    }
    if rule.distinct == .cases {
      for keys in Dictionary(grouping: counted.keys, by: \.connection).values
      where !keys.contains(where: { $0.area == nil }) {
        let all = keys.reduce(into: Set<[String]>()) { $0.formUnion(counted[$1] ?? []) }
        let isRepeated = all.count < keys.reduce(0) { $0 + (counted[$1]?.count ?? 0) }
        if isRepeated, var key = keys.first {
          key.area = nil
          counts[key] = all.count
        }
      }
      for (key, count) in ofGroups(counted) { counts[key] = count }
    }
    return counts
  }

  /// Numbers of groups of which cases are counted at several parts.
  private func ofGroups(_ counted: [Key: Set<[String]>]) -> [Key: Int] {
    var members: [Key: [Set<[String]>]] = [:]
    for (key, cases) in counted {
      for source in withGroups(key.connection.source) {
        for target in withGroups(key.connection.target) {
          var whole = key
          whole.connection = .init(from: source, to: target, key.connection.relation)
          if !counted.keys.contains(where: { $0.connection == whole.connection }) {
            members[whole, default: []].append(cases)
          }
        }
      }
    }
    func all(_ sets: [Set<[String]>]) -> Set<[String]> { sets.reduce(into: []) { $0.formUnion($1) } }
    var numbers: [Key: Int] = [:]
    for (key, sets) in members where all(sets).count < sets.reduce(0, { $0 + $1.count }) {
      numbers[key] = all(sets).count
    }
    for keys in Dictionary(grouping: members.keys, by: \.connection).values {
      let areas = keys.map { all(members[$0] ?? []) }
      if var key = keys.first, key.area != nil, all(areas).count < areas.reduce(0, { $0 + $1.count }) {
        key.area = nil
        numbers[key] = all(areas).count
      }
    }
    return numbers
  }

  private func withGroups(_ actor: MapActor.ID) -> [MapActor.ID] {
    guard let group = plan.groups[actor] ?? actors.made.first(where: { $0.id == actor })?.group else { return [actor] }
    return [actor] + withGroups(group)
  }

  func meaning(_ row: Row, _ asked: CountingPlan.Asked) -> CountingPlan.Meaning {
    plan.meaning(of: row.names[asked.column], to: plan.columns[asked.column].questions[asked.question])
  }

  private mutating func actor(_ row: Row, _ end: CountingPlan.End) -> MapActor.ID? {
    guard case .column(let asked) = end else { if case .actor(let id) = end { return id } else { return nil } }
    switch meaning(row, asked) {
    case .actor(let id): return id
    case .ownActor(let template):
      let number = actors.number(ofNew: row.names[asked.column], like: template)
      return actors.ids[Int(number)]
    default: return nil
    }
  }
}
