// What a scalar means as a truth value or a number, by YAML 1.1.

extension YAMLNode {
  /// The scalar as a truth value: `true`, `yes` and `on` or their opposites, in any case, without quotation marks.
  package var bool: Bool? {
    guard let scalar, scalar.tag != Scalar.stringTag else { return nil }
    switch scalar.string.lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default: return nil
    }
  }

  /// The scalar as a whole number: decimal, `0x`, `0b`, `0o` or, with a leading nought, octal; or in base 60 with
  /// colons. Underscores between digits are left out.
  package var int: Int? {
    guard let scalar else { return nil }
    // Spreadsheets keep numbers as texts where somebody formatted the cell so, and know no other base than ten.
    if scalar.cellItems != nil { return Int(scalar.string) }
    guard scalar.isPlain else { return nil }
    let text = scalar.string.filter { $0 != "_" }
    if text == "0" { return 0 }
    let isNegative = text.hasPrefix("-")
    let digits = text.dropFirst(isNegative || text.hasPrefix("+") ? 1 : 0)
    for (prefix, radix) in [("0x", 16), ("0b", 2), ("0o", 8), ("0", 8)] where digits.hasPrefix(prefix) {
      return Int((isNegative ? "-" : "") + digits.dropFirst(prefix.count), radix: radix)
    }
    if digits.contains(":") { return Self.sexagesimal(digits, isNegative: isNegative) }
    return Int(text)
  }

  /// A number in base 60, such as `1:30`; `nil` if it is too large to hold.
  private static func sexagesimal(_ text: Substring, isNegative: Bool) -> Int? {
    var sum = 0
    for part in text.split(separator: ":", omittingEmptySubsequences: false) {
      guard let digit = Int(part, radix: 10) else { return nil }
      let (shifted, isTooLarge) = sum.multipliedReportingOverflow(by: 60)
      let (added, isTooLargeNow) = shifted.addingReportingOverflow(digit)
      if isTooLarge || isTooLargeNow { return nil }
      sum = added
    }
    return isNegative ? -sum : sum
  }
}
