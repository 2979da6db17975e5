/// The one rule by which names are the same: whatever their case, their spacing, their kind of hyphen and what
/// nobody sees.
package enum NameFolding {
  /// One spelling for all that people mean by a name: lower case, straight apostrophes, single spaces, no hyphens.
  package static func folded(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
      // A hyphen is as good as a space: "multi-agency meeting", "multi agency meeting".
      case 0x21...0x7E where byte != UInt8(ascii: "-"): bytes.append(byte)
      case 0x80...: return foldedUnicode(text)
      default: if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// One spelling for all that mean a period by it: `2024/25` and `2024-25`, `Q1 2024` and `2024 Q1`.
  package static func period(_ name: String) -> String {
    guard let span = PeriodSpan(name) else { return withoutAccents(folded(name)) }
    return "\(span.scale) \(span.first) \(span.last)"
  }

  /// One spelling for all that mean a measure by it: `Pupils` and `pupil`.
  package static func measure(_ name: String) -> String {
    let name = withoutAccents(folded(name))
    return name.hasSuffix("s") && name.utf8.count > 3 ? String(name.dropLast()) : name
  }

  /// A name without the accents of its letters: who types it elsewhere may have none.
  package static func withoutAccents(_ name: String) -> String {
    if name.utf8.allSatisfy({ $0 < 0x80 }) { return name }
    var plain = ""
    for scalar in name.unicodeScalars where scalar.properties.generalCategory != .nonspacingMark {
      if scalar.value < 0x80 { plain.unicodeScalars.append(scalar) } else { plain += letter(scalar) }
    }
    return plain
  }

  /// What is left of a name without accents, apostrophes, full stops, spaces and the like: two names of which the same is
  /// left are probably one, as "Citizen's Advice" and "Citizens Advice" are.
  package static func skeleton(_ name: String) -> String {
    let plain = Array(withoutAccents(folded(name)).replacing("&", with: " and ").unicodeScalars)
    var letters = String.UnicodeScalarView()
    for (place, scalar) in plain.enumerated() {
      if " '.,:;()\"!?\u{201C}\u{201D}\u{2013}\u{2014}".unicodeScalars.contains(scalar) {
        // "Team 1.1" and "Team 11" are two.
        let isBetweenDigits =
          place > 0 && place + 1 < plain.count && plain[place - 1].properties.numericType != nil
          && plain[place + 1].properties.numericType != nil
        if !isBetweenDigits { continue }
      }
      letters.append(scalar)
    }
    return String(letters)
  }

  /// The letter of a scalar, by the name that Unicode gives it: `LATIN SMALL LETTER E WITH ACUTE` is an e. A letter of
  /// another script stays under its name.
  private static func letter(_ scalar: Unicode.Scalar) -> String {
    guard let name = scalar.properties.name, let end = name.firstRange(of: " WITH ")?.lowerBound else {
      return String(scalar)
    }
    let letter = name[..<end]
    let word = letter.split(separator: " ").last ?? ""
    guard letter.hasPrefix("LATIN "), word.utf8.count == 1 else { return String(letter) }
    return letter.contains("SMALL") ? word.lowercased() : String(word)
  }

  /// Whether a name says that it stands for all that it stands beside, as "Total" and "All areas" do.
  package static func isOfAll(_ name: String) -> Bool {
    let words = folded(name).split { !$0.isLetter }
    return words.contains { ["total", "totals", "all", "overall", "whole", "sum", "both", "everyone"].contains($0) }
  }

  private static func foldedUnicode(_ text: String) -> String {
    text.withoutInvisibleLetters.lowercased().replacing("\u{2019}", with: "'").replacing("\u{2018}", with: "'")
      .split(whereSeparator: {
        $0.isWhitespace || "-\u{2010}\u{2011}".contains($0)
          // What steers a terminal parts words here as it does between letters of ASCII.
          || $0.asciiValue.map { $0 < 0x20 || $0 == 0x7F } ?? false
      }).joined(separator: " ")
  }
}
