import MapModel

/// What stands in the place of numbers in official statistics, and beside them, and what it means.
///
/// Without a word in `map.yaml`, the symbols of the Government Statistical Service ("Using symbols and shorthand in tables")
/// and those that it took the place of mean what they mean there.
struct NumberSymbols: Sendable, Equatable {
  /// What a symbol means.
  enum Meaning: String, CaseIterable, Sendable {
    /// There is a number, it is not 0, and the source does not give it.
    case withheld
    /// The number is not 0, and less than half of the unit to which the source rounds.
    case low
    /// None.
    case zero
    /// There is no number, or none can be.
    case notAvailable = "not-available"
    /// It stands beside a number that counts as it is: revised, provisional, with a note.
    case marks
  }

  /// A number as a source writes it.
  enum Reading: Hashable {
    /// Its digits, with a point before decimals and perhaps a sign.
    case number(String, isApproximate: Bool)
    case withheld
    case low
    case notAvailable
    /// A symbol that means one thing here and another there.
    case ambiguous
    /// No number, and no symbol that is known.
    case unknown
  }

  /// The meanings by symbol, as ``key(_:)`` writes it.
  private var meanings: [String: Meaning] = [:]

  init() {
    let usual: [(Meaning, [String])] = [
      (.withheld, ["[c]", "c", "*", "**", "[*]", "[s]", "suppressed", "withheld", "confidential"]),
      (.low, ["[low]", "low", "~", "[k]", "k"]),
      (
        .notAvailable,
        [
          "[x]", "x", "[z]", "z", "..", "...", "\u{2026}", ".", ":", "n/a", "na", "n.a.", "notavailable",
          "notapplicable", "[w]",
        ]
      ),
      (.marks, ["[r]", "r", "(r)", "[p]", "p", "(p)", "*", "\u{2020}", "\u{2021}", "\u{A7}", "[b]", "[u]", "u"]),
    ]
    for (meaning, symbols) in usual { for symbol in symbols { set(symbol, to: meaning) } }
  }

  /// Says what a symbol means. A mark stands beside a number, and so can mean something else in the place of one.
  mutating func set(_ symbol: String, to meaning: Meaning) {
    meanings[(meaning == .marks ? "mark " : "") + Self.key(symbol)] = meaning
  }

  /// Symbols are the same whatever their case and the blanks in them.
  private static func key(_ text: String) -> String {
    String(text.lowercased().unicodeScalars.filter { !$0.properties.isWhitespace })
  }

  private func isMark(_ text: String) -> Bool { meanings["mark " + Self.key(text)] != nil }

  // MARK: Reading

  /// Reads what stands in the place of a number.
  func reading(of written: String) -> Reading {
    let text = written.withoutInvisibleLetters
    let key = Self.key(text)
    switch meanings[key] {
    case .withheld: return .withheld
    case .low: return .low
    case .notAvailable: return .notAvailable
    case .zero: return .number("0", isApproximate: false)
    case .marks, nil: break
    }
    if ["-", "--", "\u{2010}", "\u{2013}", "\u{2014}", "\u{2212}"].contains(key) { return .ambiguous }
    if Self.isBelowLimit(key) { return .withheld }
    var (rest, isApproximate) = (text.trimmingWhitespace[...], false)
    if rest.first == "~" || rest.first == "\u{2248}" {
      isApproximate = true
      rest = rest.dropFirst()
    }
    while let shorter = withoutMark(rest) {
      isApproximate = isApproximate || shorter.isEstimate
      rest = shorter.rest
    }
    let bare = String(rest).trimmingWhitespace
    if let digits = Self.digits(of: bare) { return .number(digits, isApproximate: isApproximate) }
    // A symbol with a mark beside it: `[c] [r]`.
    return bare.count < text.count && meanings[Self.key(bare)] != nil ? reading(of: bare) : .unknown
  }

  /// `<5`, `fewer than 5`, `5 or fewer`: the source tells that there are some, and not how many.
  private static func isBelowLimit(_ key: String) -> Bool {
    func isNumber(_ text: some StringProtocol) -> Bool {
      !text.isEmpty && text.utf8.count <= 12 && text.utf8.allSatisfy { 48...57 ~= $0 }
    }
    for start in ["<=", "<", "\u{2264}", "fewerthan", "lessthan", "under", "below"] where key.hasPrefix(start) {
      return isNumber(key.dropFirst(start.count))
    }
    for end in ["orfewer", "orless"] where key.hasSuffix(end) { return isNumber(key.dropLast(end.count)) }
    return false
  }

  /// A text without a mark at its end or its start, and whether that says that the number is an estimate.
  private func withoutMark(_ text: Substring) -> (rest: Substring, isEstimate: Bool)? {
    let trimmed = Substring(String(text).trimmingWhitespace)
    guard let last = trimmed.last, let first = trimmed.first, trimmed.count > 1 else { return nil }
    if last == "]" || last == ")", let open = trimmed.lastIndex(of: last == "]" ? "[" : "("), open > trimmed.startIndex
    {
      let mark = String(trimmed[open...])
      let isNote = last == "]" && Self.key(mark).trimmingNote.allSatisfy { $0.isASCII && $0.isNumber }
      if isNote || isMark(mark) { return (trimmed[..<open], false) }
      if ["[e]", "(e)"].contains(Self.key(mark)) { return (trimmed[..<open], true) }
    }
    if isMark(String(last))
      || "\u{B9}\u{B2}\u{B3}\u{2070}\u{2074}\u{2075}\u{2076}\u{2077}\u{2078}\u{2079}".contains(last)
    {
      return (trimmed.dropLast(), false)
    }
    if last == "e" || last == "E" { return (trimmed.dropLast(), true) }
    return isMark(String(first)) && meanings["mark " + Self.key(String(first))] == .marks
      && !"*\u{2020}\u{2021}".contains(first) && !first.isLetter ? (trimmed.dropFirst(), false) : nil
  }

  /// The digits of a number with thousands apart by commas or by blanks that do not break, and with a point before decimals.
  private static func digits(of text: String) -> String? {
    let isNegative = text.first == "-" || text.first == "\u{2212}"
    let number = isNegative ? text.dropFirst() : text[...]
    let parts = number.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, !whole.isEmpty else { return nil }
    let separators = Set(whole.filter { !$0.isNumber })
    guard separators.count < 2 else { return nil }
    let groups = whole.split(omittingEmptySubsequences: false) { !$0.isNumber }
    if groups.count > 1 {
      guard let separator = separators.first, ",\u{A0}\u{2009}\u{202F}\u{2007}".contains(separator),
        (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
    }
    let digits = groups.joined() + (parts.count > 1 ? "." + parts[1] : "")
    guard digits.utf8.allSatisfy({ 48...57 ~= $0 || $0 == UInt8(ascii: ".") }), parts.count == 1 || !parts[1].isEmpty,
      !(parts.count > 1 && parts[1].contains("."))
    else { return nil }
    return (isNegative ? "-" : "") + digits
  }
}

extension String {
  /// The number of a note such as `[note3]`.
  fileprivate var trimmingNote: Substring {
    let inner = dropFirst().dropLast()
    return inner.hasPrefix("note") && inner.count > 4 ? inner.dropFirst(4) : inner.isEmpty ? self[...] : inner
  }
}
