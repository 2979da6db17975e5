/// What text has that was copied from elsewhere and nobody sees: soft hyphens, joiners, marks of the direction of writing.
package enum InvisibleLetters {
  /// All of them, as Unicode's Default_Ignorable_Code_Point has them among format characters. Variation selectors and tags are
  /// none: they are parts of emoji.
  private static let all: String =
    "\u{AD}\u{61C}\u{180E}\u{200B}\u{200C}\u{200D}\u{200E}\u{200F}\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}\u{2060}\u{2061}\u{2062}"
    + "\u{2063}\u{2064}\u{2066}\u{2067}\u{2068}\u{2069}\u{206A}\u{206B}\u{206C}\u{206D}\u{206E}\u{206F}\u{FEFF}"
  private static let set = Set(all.unicodeScalars)

  /// Whether a scalar is one of them.
  package static func contain(_ scalar: Unicode.Scalar) -> Bool { scalar.value > 0x7F && set.contains(scalar) }
}

extension String {
  /// The text without what nobody sees.
  package var withoutInvisibleLetters: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    return String(String.UnicodeScalarView(unicodeScalars.filter { !InvisibleLetters.contain($0) }))
  }
}
