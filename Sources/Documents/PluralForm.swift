/// The forms that languages have for numbers of things, by their names in CLDR (Unicode Technical Standard 35, part 3),
/// as far as whole numbers need them.
package enum PluralForm: String, CaseIterable, Sendable {
  case zero, one, two, few, many, other

  /// The form that goes with a whole number in a language; of languages that are not listed here, that of English.
  package init(of number: Int, in language: String) {
    let n = number.magnitude
    let (tens, hundreds) = (n % 10, n % 100)
    let isTeen = (11...14).contains(hundreds)
    self =
      switch language.prefix(while: { $0 != "-" }).lowercased() {
      case "id", "ja", "ko", "ms", "th", "vi", "yue", "zh": .other
      case "bn", "fa", "gu", "hi", "kn", "pa", "am", "ln", "wo", "zu": n <= 1 ? .one : .other
      case "fr", "pt": n <= 1 ? .one : Self.isMillions(n) ? .many : .other
      case "es", "it", "ca": n == 1 ? .one : Self.isMillions(n) ? .many : .other
      case "cy": [0: .zero, 1: .one, 2: .two, 3: .few, 6: .many][n] ?? .other
      case "ga": n == 1 ? .one : n == 2 ? .two : (3...6).contains(n) ? .few : (7...10).contains(n) ? .many : .other
      case "gd":
        [1, 11].contains(n) ? .one : [2, 12].contains(n) ? .two : (3...19).contains(n) ? .few : .other
      case "pl": n == 1 ? .one : (2...4).contains(tens) && !isTeen ? .few : .many
      case "be", "ru", "uk": tens == 1 && !isTeen ? .one : (2...4).contains(tens) && !isTeen ? .few : .many
      case "bs", "hr", "sr": tens == 1 && !isTeen ? .one : (2...4).contains(tens) && !isTeen ? .few : .other
      case "cs", "sk": n == 1 ? .one : (2...4).contains(n) ? .few : .other
      case "sl": hundreds == 1 ? .one : hundreds == 2 ? .two : [3, 4].contains(hundreds) ? .few : .other
      case "lt":
        (11...19).contains(hundreds) || tens == 0 ? .other : tens == 1 ? .one : .few
      case "lv": tens == 0 || (11...19).contains(hundreds) ? .zero : tens == 1 ? .one : .other
      case "ro": n == 1 ? .one : n == 0 || (1...19).contains(hundreds) ? .few : .other
      case "ar":
        n <= 2 ? [.zero, .one, .two][Int(n)] : (3...10).contains(hundreds) ? .few : hundreds >= 11 ? .many : .other
      case "he": n == 1 ? .one : n == 2 ? .two : .other
      case "mt":
        n == 1
          ? .one
          : n == 2
            ? .two
            : n == 0 || (3...10).contains(hundreds)
              ? .few
              : (11...19).contains(hundreds) ? .many : .other
      case "is", "mk": tens == 1 && hundreds != 11 ? .one : .other
      default: n == 1 ? .one : .other
      }
  }

  private static func isMillions(_ number: UInt) -> Bool { number != 0 && number % 1_000_000 == 0 }
}
