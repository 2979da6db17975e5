/// What the phrases of an output are in another language.
///
/// A phrase is known by its English text, in which numbers stand for what is inserted: `nothing connects {1} with {2}`.
/// What has no translation stays English. Reports that have no book open are English.
package struct Phrasebook: Sendable {
  /// The book that is open while something is written.
  @TaskLocal package static var open: Phrasebook?

  /// The language, as a tag of BCP 47.
  package let language: String
  /// The forms of each phrase by their names in CLDR; the one of most numbers, and of phrases that count nothing, is
  /// `other`.
  package let phrases: [String: [String: String]]

  /// Makes a book.
  package init(language: String, phrases: [String: [String: String]]) {
    (self.language, self.phrases) = (language, phrases)
  }

  /// A phrase in the language; `nil` if it is not in the book.
  package func translation(of phrase: String) -> String? { phrases[phrase]?["other"] }

  /// The form of a phrase that goes with a number; `nil` if it is not in the book.
  package func translation(of phrase: String, for number: Int) -> String? {
    guard let forms = phrases[phrase] else { return nil }
    return forms[PluralForm(of: number, in: language).rawValue] ?? forms["other"]
  }
}

/// A text with what is inserted into it, which can be said in another language.
package struct Phrase: ExpressibleByStringInterpolation {
  /// The English text, with numbers for what is inserted.
  let english: String
  let values: [String]

  package init(stringLiteral value: String) { (english, values) = (value, []) }

  package init(stringInterpolation: StringInterpolation) {
    (english, values) = (stringInterpolation.english, stringInterpolation.values)
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var english = ""
    fileprivate var values: [String] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) { english += literal }

    package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      values.append(value.description)
      english += "{\(values.count)}"
    }
  }

  /// A phrase with its places filled.
  fileprivate static func filled(_ phrase: String, _ values: [String]) -> String {
    var (text, rest) = ("", phrase[...])
    while let start = rest.firstIndex(of: "{") {
      text += rest[..<start]
      let inside = rest[rest.index(after: start)...]
      if let end = inside.firstIndex(of: "}"), let place = Int(inside[..<end]), values.indices.contains(place - 1) {
        text += values[place - 1]
        rest = inside[inside.index(after: end)...]
      } else {
        text += "{"
        rest = inside
      }
    }
    return text + rest
  }

  fileprivate var text: String { Self.filled(english, values) }

  /// The phrase as a book has it; white space around it belongs to what it stands in.
  fileprivate func text(in book: Phrasebook) -> String {
    let bare = english.trimmed
    guard let known = book.translation(of: bare) else { return text }
    let start = english.prefix { $0 == " " },
      end = english.count > start.count ? english.reversed().prefix { $0 == " " }.count : 0
    return start + Self.filled(known, values) + String(repeating: " ", count: end)
  }
}

extension String {
  /// The text without spaces at its ends.
  fileprivate var trimmed: String {
    var text = drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

/// A text in the language of what is written.
package func say(_ phrase: Phrase) -> String { Phrasebook.open.map(phrase.text(in:)) ?? phrase.text }

/// A text that stands in a table of words, in the language of what is written.
package func said(_ text: String) -> String { Phrasebook.open?.translation(of: text) ?? text }

/// A number and its noun: `1 connection`, `2 connections`.
package func counted(_ number: Int, _ noun: String, plural: String? = nil) -> String {
  let many = plural ?? noun + "s"
  let known = Phrasebook.open?.translation(of: "{1} \(many)", for: number)
  return known.map { Phrase.filled($0, [String(number)]) } ?? "\(number) \(number == 1 ? noun : many)"
}
