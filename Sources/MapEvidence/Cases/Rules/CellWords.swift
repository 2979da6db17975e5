/// What stands in cells that does not mean what it says.
enum CellWords {
  /// What people type where there is nothing to say, as names are folded.
  static let nothing: Set<String> = ["", "null", "n/a", "na", "nan", "nil", "n.a.", ".", "\u{2013}", "\u{2014}"]

  static func stands(forNothing folded: String) -> Bool { nothing.contains(folded) }

  /// A text without the apostrophe by which spreadsheets are kept from taking it for a number or a formula.
  static func unprotected(_ text: String) -> String {
    guard text.utf8.first == UInt8(ascii: "'"), let second = text.utf8.dropFirst().first,
      48...57 ~= second || "=+-@".utf8.contains(second)
    else { return text }
    return String(text.dropFirst())
  }

  /// What spreadsheets show where a formula has no result.
  static let formulaErrors: Set<String> = [
    "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!",
  ]

  static func isFormulaError(_ text: String) -> Bool { text.first == "#" && formulaErrors.contains(text) }

  /// Letters that were read in a wrong encoding once: the replacement character, or UTF-8 taken for Windows-1252.
  static func isDamaged(_ text: String) -> Bool {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return false }
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar == "\u{FFFD}" { return true }
      // 0xC3 and 0xC2 begin most accented letters in UTF-8, and 0xE2 0x80 most marks.
      let follows = 0x80...0xBF ~= scalar.value
      if last == "\u{C3}", follows || scalar == "\u{2030}" || scalar == "\u{160}" || scalar == "\u{A0}" { return true }
      if last == "\u{C2}", 0xA0...0xBF ~= scalar.value { return true }
      if last == "\u{E2}", scalar == "\u{20AC}" { return true }
      last = scalar
    }
    return false
  }
}
