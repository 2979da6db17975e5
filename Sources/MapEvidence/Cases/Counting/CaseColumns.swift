import MapModel
import Tabular

/// The columns of names of case files: what their values are, and what they mean to the plan's questions.
///
/// Each thread numbers the values as it meets them. What they mean is kept by these numbers, so that nothing stands between
/// a row and its meaning.
struct CaseColumns: ~Copyable {
  /// What the rows of a block mean to a question.
  struct RowMeanings {
    let values: [Int32]
    let meanings: [Int32]

    subscript(row: Int) -> Int32 { @inline(__always) get { meanings[Int(values[row])] } }
  }

  /// What one thread's numbers of a column's values stand for.
  private struct KnownValues {
    /// The column's numbers.
    var numbers: [Int32] = []
    /// What a value adds to the hash of a row; equal for values that are the same name.
    var hashes: [UInt64] = []
    /// What a value is as a detail of a case.
    var details: [UInt64] = []
    /// What it means to each question.
    var meanings: [[Int32]]
  }

  private(set) var actors: CaseActors
  /// The numbers of actors that are ends of rules, whatever the rows say: of each rule's source and target.
  private var fixedEnds: [(source: Int32, target: Int32)] = []
  private let plan: CountingPlan
  private let columns: [Box<ValueColumn>]
  /// By thread and column.
  private var known: [[KnownValues]] = []
  /// The values of rows that all have the same.
  private var sameValues: [Int32] = []

  init(_ plan: CountingPlan, threads: Int) {
    self.plan = plan
    var actors = CaseActors(known: plan.actorNames, groups: plan.groups)
    columns = plan.columns.map { Box(ValueColumn($0)) }
    let unknown = plan.columns.map { KnownValues(meanings: $0.questions.map { _ in [] }) }
    known = [[KnownValues]](repeating: unknown, count: threads)
    func number(_ end: CountingPlan.End) -> Int32 {
      if case .actor(let id) = end { actors.number(of: id) } else { CaseActors.missing }
    }
    for rule in plan.rules { fixedEnds.append((number(rule.source), number(rule.target))) }
    self.actors = actors
  }

  subscript(column: Int) -> Box<ValueColumn> { columns[column] }

  /// The groups of each actor by its number, for each of which there is a number as well.
  mutating func numberGroups() -> [[Int32]] { actors.numberGroups() }

  /// Learns the values of rows that are new.
  /// - Parameter thread: who read the rows.
  mutating func learn(_ rows: CaseRows, from thread: Int) {
    for (index, column) in columns.enumerated() {
      for value in rows.newValues[index] {
        let number = column.value.number(of: value, &actors, by: plan)
        known[thread][index].numbers.append(number)
        known[thread][index].details.append(column.value.detailHashes[Int(number)])
        let canonical = UInt64(column.value.facts[Int(number)].canonical)
        known[thread][index].hashes.append(ByteHash.combined(canonical, UInt64(index)))
        for (question, meanings) in column.value.meanings.enumerated() {
          known[thread][index].meanings[question].append(meanings[Int(number)])
        }
      }
    }
    if sameValues.count < rows.cells.count { sameValues = [Int32](repeating: 0, count: rows.cells.count) }
  }

  /// Notes where a thread met values, when all rows have been read.
  mutating func add(_ places: [[ValueInterner.Places]], from thread: Int) {
    for (index, column) in columns.enumerated() { column.value.add(places[index], known[thread][index].numbers) }
  }

  /// Adds to the hash of each row what its names are.
  func addHashes(of rows: CaseRows, from thread: Int, to hashes: inout GrowingBuffer<UInt64>) {
    for column in columns.indices {
      let known = known[thread][column].hashes
      let values = rows.values[column]
      for row in 0..<hashes.count { hashes[row] &+= known[Int(values[row])] }
    }
  }

  /// The school of each row as a detail of its case; `nil` if there are no schools.
  ///
  /// Schools are known by number, so that two spellings of one are no conflict.
  func schools(of rows: CaseRows, from thread: Int) -> (values: [Int32], details: [UInt64])? {
    plan.school.map { (rows.values[$0], known[thread][$0].details) }
  }

  /// The column's number of a row's value.
  func value(_ row: Int, of rows: CaseRows, column: Int, from thread: Int) -> Int {
    Int(known[thread][column].numbers[Int(rows.values[column][row])])
  }

  /// What the rows mean to a question.
  func meanings(_ asked: CountingPlan.Asked, of rows: CaseRows, from thread: Int) -> RowMeanings {
    RowMeanings(values: rows.values[asked.column], meanings: known[thread][asked.column].meanings[asked.question])
  }

  /// The source and the target of each row by a rule.
  func ends(of rule: Int, _ rows: CaseRows, from thread: Int) -> (sources: RowMeanings, targets: RowMeanings) {
    func meanings(_ end: CountingPlan.End, _ fixed: Int32) -> RowMeanings {
      switch end {
      case .actor: RowMeanings(values: sameValues, meanings: [fixed])
      case .column(let asked): self.meanings(asked, of: rows, from: thread)
      }
    }
    let (planned, fixed) = (plan.rules[rule], fixedEnds[rule])
    return (meanings(planned.source, fixed.source), meanings(planned.target, fixed.target))
  }

  /// The names that are to be compared with each other, when all rows have been seen.
  var comparedNames: [ComparedNames] {
    columns.indices.filter { $0 == plan.school || plan.columns[$0].makesActors }
      .map { columns[$0].value.comparedNames(column: $0) }
  }
}
