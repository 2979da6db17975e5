import MapModel
import Tabular

/// A column whose cells are names of things: areas, schools, services, statuses.
///
/// Each different value becomes a `String` once, and what it means to the plan's questions is found once.
struct ValueColumn: ~Copyable {
  /// What a value is, apart from single questions.
  struct Facts {
    /// The first value that is the same name.
    var canonical: Int32
    var isMissing: Bool
    var isFormulaError: Bool
    var isDamaged: Bool
    /// Whether rules look for an actor in the column and none knows the value.
    var isUnknownActor: Bool
    /// Whether it should be an area and is none.
    var isUnknownArea: Bool
    /// Whether each row with the value is to be noted.
    var isNoted: Bool
  }

  let plan: CountingPlan.NameColumn
  /// What each value means to each question, as numbers; see ``CaseActors/number(of:_:)``.
  private(set) var meanings: [[Int32]]
  /// The values by the hash of their bytes.
  private var table = NumberTable<NoValue>()
  private(set) var facts: [Facts] = []
  private(set) var texts: [String] = []
  /// Whether there are values whose rows are to be noted.
  private(set) var hasNoted = false
  /// Where each value stands, when all rows have been read.
  private(set) var places: [ValueInterner.Places] = []
  private var firstValues: [String: Int32] = [:]
  /// What each value is as a detail of a case: equal for values that are the same name, 0 for one that is missing.
  private(set) var detailHashes: [UInt64] = []

  init(_ plan: CountingPlan.NameColumn) {
    self.plan = plan
    meanings = plan.questions.map { _ in [] }
  }

  /// The number of a value that some thread met for the first time.
  mutating func number(
    of value: ValueInterner.NewValue, _ actors: inout CaseActors, by plan: borrowing CountingPlan
  ) -> Int32 {
    let (number, isNew) = table.insert(value.hash)
    if isNew { learn(value.text, &actors, by: plan) }
    return Int32(number)
  }

  /// Notes where a thread met the values.
  /// - Parameter numbers: the values' numbers, in the order of the thread's own.
  mutating func add(_ found: [ValueInterner.Places], _ numbers: [Int32]) {
    places += [ValueInterner.Places](repeating: .init(), count: facts.count - places.count)
    for (place, number) in zip(found, numbers) {
      places[Int(number)].count += place.count
      places[Int(number)].lines = Array((places[Int(number)].lines + place.lines).sorted().prefix(5))
    }
  }

  /// A value as messages name it: as it was first written, for all that are the same name.
  func name(of value: Int) -> String { texts[Int(facts[value].canonical)] }

  private mutating func learn(_ raw: String, _ actors: inout CaseActors, by plan: borrowing CountingPlan) {
    let value = NameValue(raw)
    let canonical = firstValues[value.name] ?? Int32(texts.count)
    firstValues[value.name] = canonical
    detailHashes.append(value.isMissing ? 0 : ByteHash.combined(UInt64(canonical), 2))
    let meanings = self.plan.questions.map { plan.meaning(of: value, to: $0) }
    for (question, meaning) in meanings.enumerated() {
      self.meanings[question].append(actors.number(of: meaning, value))
    }
    let isFormulaError = CellWords.isFormulaError(value.text)
    let isDamaged = CellWords.isDamaged(value.text)
    let (isUnknownActor, isUnknownArea) = (self.plan.isUnknownActor(meanings), self.plan.isUnknownArea(meanings))
    texts.append(value.text)
    facts.append(
      Facts(
        canonical: canonical, isMissing: value.isMissing, isFormulaError: isFormulaError, isDamaged: isDamaged,
        isUnknownActor: isUnknownActor, isUnknownArea: isUnknownArea,
        isNoted: value.isMissing && self.plan.isNeeded || isFormulaError || isDamaged || isUnknownActor
          || isUnknownArea))
    hasNoted = hasNoted || facts[facts.count - 1].isNoted
  }
}
