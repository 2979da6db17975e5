import Documents
package import MapModel

extension CaseTotal {
  /// The number with what it is of: `120 (2024)`, `12 (pupils)`.
  ///
  /// Beside a target it is said of how many it is: `3,206 of a target of 3,000 (supported)`. That cases are counted, all the time, need not be said.
  package func text(_ settings: DisclosureSettings) -> String {
    let periods = self.periods.joined(separator: ", ")
    let left = otherPeriods.isEmpty ? "" : say("; not added: \(otherPeriods.joined(separator: ", "))")
    let what = [measure == "cases" ? "" : measure, periods].filter { !$0.isEmpty }.joined(separator: ", ")
    return number(settings) + (what.isEmpty ? "" : " (\(what)\(left))")
  }

  /// The number alone, with `~` where it is approximate, and with its target if it has one.
  private func number(_ settings: DisclosureSettings) -> String {
    guard case .number(let number) = value else { return value.text(settings) }
    let sign = isApproximate ? "~" : ""
    guard let target else { return sign + String(number) }
    return say("\(sign + number.grouped) of a target of \(target.grouped)")
  }
}
