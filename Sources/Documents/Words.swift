/// A number with a fixed count of decimals, at most two, rounded to the nearest, halves away from zero.
package func rounded(_ value: Double, decimals: Int) -> String {
  let scale = decimals == 0 ? 1.0 : decimals == 1 ? 10.0 : 100.0
  let scaled = (value.magnitude * scale).rounded()
  guard scaled < 1e15 else { return "\(value)" }
  let number = Int(scaled)
  let sign = value < 0 && number > 0 ? "-" : ""
  if decimals == 0 { return sign + String(number) }
  let fraction = String(number % Int(scale))
  return sign + String(number / Int(scale)) + "." + String(repeating: "0", count: decimals - fraction.count) + fraction
}

extension [String] {
  /// Items as a list in a sentence: `one`, `one and two`, `one, two and three`.
  package var asList: String { joined { say("\($0) and \($1)") } }

  /// Items as a choice in a sentence: `one`, `one or two`, `one, two or three`.
  package var asChoice: String { joined { say("\($0) or \($1)") } }

  private func joined(_ ending: (String, String) -> String) -> String {
    guard let last, count > 1 else { return first ?? "" }
    return ending(dropLast().joined(separator: ", "), last)
  }
}
