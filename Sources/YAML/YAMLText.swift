/// A value to be written as YAML, so that any reader of YAML takes its texts for what they are.
package enum YAMLText: Sendable {
  /// A text, whatever stands in it.
  case text(String)
  case number(Int)
  /// A finite number, perhaps with decimals.
  case decimal(Double)
  case flag(Bool)
  /// What stands for a number, a truth value or nothing, as it was written.
  case plain(String)
  case list([YAMLText])
  /// Keys, which are plain words, with their values in this order; those without a value are left out.
  case mapping([(key: String, value: YAMLText?)])
  /// Keys, which can be any texts, with their values.
  case pairs([(key: String, value: YAMLText)])

  /// A list of texts.
  package static func texts(_ texts: some Sequence<String>) -> YAMLText { .list(texts.map(YAMLText.text)) }

  /// A mapping as a whole document: a key on each line, and the items of lists on lines of their own.
  /// - Complexity: O(n), where n is the length of the text.
  package static func document(_ fields: [(key: String, value: YAMLText?)]) -> String {
    fields.map { key, value in value.map { block(key, $0, indent: "") } ?? "" }.joined()
  }

  /// Whether there is a list of mappings in it, whose items stand on lines of their own.
  private var isLong: Bool {
    switch self {
    case .list(let items): items.contains { if case .mapping = $0 { true } else { $0.isLong } }
    case .mapping(let fields): fields.contains { $0.value?.isLong ?? false }
    default: false
    }
  }

  /// A key with its value, on as many lines as it takes.
  private static func block(_ key: String, _ value: YAMLText, indent: String) -> String {
    switch value {
    case .list(let items) where value.isLong || indent.isEmpty && !items.isEmpty:
      return "\(indent)\(key):\n"
        + items.map { item in
          guard case .mapping(let fields) = item, item.isLong else { return "\(indent)  - \(item.line)\n" }
          let lines = fields.map { key, value in value.map { block(key, $0, indent: indent + "    ") } ?? "" }.joined()
          return "\(indent)  - " + lines.dropFirst(indent.count + 4)
        }.joined()
    case .mapping(let fields) where value.isLong:
      return "\(indent)\(key):\n"
        + fields.map { key, value in value.map { block(key, $0, indent: indent + "  ") } ?? "" }.joined()
    default: return "\(indent)\(key): \(value.line)\n"
    }
  }

  /// The value on one line.
  private var line: String {
    switch self {
    case .text(let text): Self.quoted(text)
    case .number(let number): String(number)
    case .decimal(let number): Int(exactly: number).map { String($0) } ?? String(number)
    case .pairs(let pairs): "{\(pairs.map { "\(Self.quoted($0)): \($1.line)" }.joined(separator: ", "))}"
    case .flag(let flag): String(flag)
    case .plain(let text): text
    case .list(let items): "[\(items.map(\.line).joined(separator: ", "))]"
    case .mapping(let fields):
      "{\(fields.compactMap { key, value in value.map { "\(key): \($0.line)" } }.joined(separator: ", "))}"
    }
  }

  /// What stands for something else than a text where it is not in quotation marks, in YAML 1.1 or in some reader.
  private static let words: Set<String> = [
    "y", "n", "yes", "no", "on", "off", "true", "false", "null", "inf", "infinity", "nan",
  ]

  /// A text as it is if it is words of plain letters, and otherwise in quotation marks.
  private static func quoted(_ text: String) -> String {
    let isPlain =
      text.first?.isLetter ?? false && text.last != " "
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: " "):
          true
        default: false
        }
      }
    if isPlain, !words.contains(text.lowercased()) { return text }
    return "\"" + text.unicodeScalars.map(escaped).joined() + "\""
  }

  /// A part of a text in quotation marks (YAML 1.1, section 5.6); what cannot be seen is written as a number.
  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"", "\\": return "\\\(scalar)"
    case "\n": return "\\n"
    case "\t": return "\\t"
    case " ": return " "
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator, .spaceSeparator:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let width = digits.count <= 2 ? 2 : digits.count <= 4 ? 4 : 8
      return "\\\(width == 2 ? "x" : width == 4 ? "u" : "U")"
        + String(repeating: "0", count: width - digits.count) + digits
    default: return String(scalar)
    }
  }
}
