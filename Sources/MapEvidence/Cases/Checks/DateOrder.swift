/// What the dates of a file say of the order of day and month.
struct DateOrder: Sendable {
  /// Rows whose date can only be read one way.
  var dayFirst = CaseFindings.Finding()
  var monthFirst = CaseFindings.Finding()
  var ambiguous = 0

  static func remember(
    _ line: Int, _ place: () -> (text: String, column: Int), in finding: inout CaseFindings.Finding
  ) {
    if finding.count == 0 { (finding.example, finding.column) = place() }
    finding.count += 1
    if finding.lines.count < 5 { finding.lines.append(line) }
  }

  /// Adds what another reader found in the same file.
  mutating func merge(_ other: DateOrder) {
    dayFirst.merge(other.dayFirst)
    monthFirst.merge(other.monthFirst)
    ambiguous += other.ambiguous
  }

  /// A finding if all dates that can be read in one way only contradict a setting, or what is usual, and others were read
  /// by it.
  /// - Parameters:
  ///   - setting: whether the month should come first; `nil` if nobody says.
  ///   - isMonthFirst: how dates were read that could be either.
  func contradiction(to setting: Bool?, readMonthFirst isMonthFirst: Bool) -> CaseFindings.Finding? {
    guard ambiguous > 0 else { return nil }
    let (found, other) = setting ?? false ? (dayFirst, monthFirst) : (monthFirst, dayFirst)
    guard other.count == 0, setting == nil ? isMonthFirst : found.count > 0 else { return nil }
    var finding = found
    finding.parts = ["sure": found.count, "either": ambiguous]
    if setting != true { finding.parts["month first"] = 1 }
    if setting != nil { finding.parts["setting"] = 1 }
    finding.count = max(1, found.count)
    return finding
  }

  /// A finding if some dates can only be day-first and some only month-first.
  var mixed: CaseFindings.Finding? {
    guard dayFirst.count > 0, monthFirst.count > 0 else { return nil }
    var rarer = dayFirst.count < monthFirst.count ? dayFirst : monthFirst
    rarer.parts = ["day first": dayFirst.count, "month first": monthFirst.count, "either": ambiguous]
    return rarer
  }
}

/// How the dates of files are read that could have the day or the month first, by column of dates and file.
struct DateOrders: Sendable, Equatable {
  /// Whether the month comes first.
  private(set) var areMonthFirst: [[Bool]]

  /// What the plan says; the day first if it says nothing.
  init(_ plan: CountingPlan) {
    let files = [Bool](repeating: plan.isMonthFirst ?? false, count: plan.files.count)
    areMonthFirst = plan.dates.map { _ in files }
  }

  /// What the dates themselves say, where the plan says nothing.
  ///
  /// A column of a file has one order: that of its dates that can be read in one way only, if all of them agree. A column
  /// without such dates has the order of all the others, if they agree.
  /// - Parameter found: what dates were found, by column and file.
  init(_ plan: CountingPlan, showing found: [[DateOrder]]) {
    self.init(plan)
    if plan.isMonthFirst != nil { return }
    let all = found.joined()
    let isMonthFirst = all.contains { $0.monthFirst.count > 0 } && !all.contains { $0.dayFirst.count > 0 }
    for (column, orders) in found.enumerated() {
      for (file, order) in orders.enumerated() where order.dayFirst.count == 0 {
        areMonthFirst[column][file] = order.monthFirst.count > 0 || isMonthFirst
      }
    }
  }
}
