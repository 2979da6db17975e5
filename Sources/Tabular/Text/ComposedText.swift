/// Text with each letter and its marks in one scalar, where Unicode has one: in the form in which nearly all software
/// writes (normalization form C, Unicode Standard Annex 15), and macOS names of files do not.
///
/// Swift takes both forms of a text for equal and its bytes for different, and cells are compared by their bytes. The few
/// letters that the standard keeps apart, as some of Devanagari, are joined here: all that matters is that a text has one
/// form.
package enum ComposedText {
  /// Whether bytes in UTF-8 may hold marks that belong to the letter before them.
  /// - Complexity: O(n), where n is the number of bytes.
  static func hasMarks(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      for index in bytes.indices where bytes[index] >= 0xCC {
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        switch bytes[index] {
        // U+0300 to U+036F, the marks of Latin, Greek and Cyrillic letters.
        case 0xCC, 0xCD: return true
        // Letters of India; Arabic; the parts of Korean syllables, and Burmese; the marks of Japanese syllables.
        case 0xE0: return true
        case 0xD9 where 0x93...0x95 ~= next: return true
        case 0xE1 where 0x84...0x87 ~= next || next == 0x80: return true
        case 0xE3 where next == 0x82: return true
        default: continue
        }
      }
      return false
    }
  }

  /// Composes the end of a text in UTF-8, where it stands.
  /// - Parameter start: where the end begins; a mark there belongs to the letter before it.
  static func compose(_ text: inout [UInt8], from start: Int) {
    guard hasMarks(text[start...]) else { return }
    var first = start
    while first > 0, start - first < 64, first == start || text[first] >= 0x80 { first -= 1 }
    while first < start, text[first] & 0xC0 == 0x80 { first += 1 }
    let composed = composed(String(decoding: text[first...], as: UTF8.self))
    text.replaceSubrange(first..., with: composed.utf8)
  }

  /// Composes a text in UTF-8 that stands at the end of others, from which it is apart.
  static func compose(_ text: inout [UInt8], apartFrom start: Int) {
    guard hasMarks(text[start...]) else { return }
    text.replaceSubrange(start..., with: composed(String(decoding: text[start...], as: UTF8.self)).utf8)
  }

  /// A text in its composed form.
  /// - Complexity: O(n), where n is the length of the text.
  package static func composed(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var composed = String.UnicodeScalarView()
    for character in text {
      let scalars = character.unicodeScalars
      if scalars.index(after: scalars.startIndex) == scalars.endIndex {
        composed.append(scalars[scalars.startIndex])
      } else {
        composed += self.composed(Array(scalars))
      }
    }
    return String(composed)
  }

  /// The scalars of a letter, as few as there can be.
  private static func composed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var marks = Array(scalars.dropFirst())
    func order(_ mark: Unicode.Scalar) -> UInt8 { mark.properties.canonicalCombiningClass.rawValue }
    // Marks at different sides of a letter can stand in any order.
    if marks.allSatisfy({ order($0) > 0 }) {
      marks = marks.enumerated().sorted { (order($0.element), $0.offset) < (order($1.element), $1.offset) }.map(
        \.element)
    }
    var (composed, letter, last) = ([scalars[0]], 0, UInt8(0))
    for mark in marks {
      let order = order(mark)
      if last == 0 && letter == composed.count - 1 || last < order, let joined = joined(composed[letter], mark) {
        composed[letter] = joined
        continue
      }
      composed.append(mark)
      last = order
      if order == 0 { letter = composed.count - 1 }
    }
    return composed
  }

  private static func joined(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    // Korean syllables are computed (The Unicode Standard, section 3.12).
    switch (letter.value, mark.value) {
    case (0x1100...0x1112, 0x1161...0x1175):
      return Unicode.Scalar(0xAC00 + ((letter.value - 0x1100) * 21 + mark.value - 0x1161) * 28)
    case (0xAC00...0xD7A3, 0x11A8...0x11C2) where (letter.value - 0xAC00) % 28 == 0:
      return Unicode.Scalar(letter.value + mark.value - 0x11A7)
    default: break
    }
    var both = String.UnicodeScalarView([letter])
    both.append(mark)
    return both.count == 2 ? precomposed[String(both)] : nil
  }

  /// The scalars that are letters with marks. Texts are equal in whatever form they are, so that each is found by its parts.
  private static let precomposed: [String: Unicode.Scalar] = {
    let ranges: [ClosedRange<UInt32>] = [
      0xC0...0x24F, 0x370...0x4FF, 0x620...0x6D5, 0x900...0xDFF, 0x1026...0x1026, 0x1B00...0x1B4F, 0x1E00...0x1FFF,
      0x2190...0x22FF, 0x3040...0x30FF,
    ]
    let scalars = ranges.joined().compactMap(Unicode.Scalar.init)
    return Dictionary(scalars.map { (String($0), $0) }) { first, _ in first }
  }()
}
