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

  /// A finding if some dates can only be day-first and some only month-first.
  var mixed: CaseFindings.Finding? {
    guard dayFirst.count > 0, monthFirst.count > 0 else { return nil }
    var rarer = dayFirst.count < monthFirst.count ? dayFirst : monthFirst
    rarer.parts = ["day first": dayFirst.count, "month first": monthFirst.count, "either": ambiguous]
    return rarer
  }
}
