package import MapModel

extension CaseTotal {
  /// The number with what it is of: `120 (2024)`, `12 (pupils)`.
  ///
  /// That cases are counted, all the time, need not be said.
  package func text(_ settings: DisclosureSettings) -> String {
    let periods = self.periods.joined(separator: ", ")
    let left = otherPeriods.isEmpty ? "" : "; not added: \(otherPeriods.joined(separator: ", "))"
    let what = [measure == "cases" ? "" : measure, periods].filter { !$0.isEmpty }.joined(separator: ", ")
    return value.text(settings) + (what.isEmpty ? "" : " (\(what)\(left))")
  }
}
