import Documents
import MapModel
import OrderedCollections

extension JSONValue {
  /// A whole number.
  static func whole(_ number: Int) -> JSONValue { .number(String(number)) }

  /// A value of an exported graph.
  init(_ value: ExportedValue) {
    self =
      switch value {
      case .text(let text): .text(text)
      case .whole, .decimal: .number(value.text)
      case .flag(let flag): .flag(flag)
      }
  }

  /// The document as text, with names in their order: what stands deeper than the given number of levels is on one line.
  ///
  /// What would steer a terminal, turn the direction of writing or hide is written by its number, as ``JSONText`` does.
  /// - Complexity: O(n), where n is the length of the text.
  func document(levels: Int) -> String {
    var text = ""
    write(to: &text, levels: levels, indent: "")
    return JSONText.numbered(text) + "\n"
  }

  private func write(to text: inout String, levels: Int, indent: String) {
    switch self {
    case .null: text += "null"
    case .flag(let flag): text += String(flag)
    case .number(let number): text += number
    case .text(let value): Self.write(value, to: &text)
    case .list(let items):
      Self.write(items.map { (nil, $0) }, "[", "]", to: &text, levels, indent)
    case .object(let fields):
      Self.write(fields.map { ($0.key, $0.value) }, "{", "}", to: &text, levels, indent)
    }
  }

  private static func write(
    _ items: [(name: String?, value: JSONValue)], _ open: String, _ close: String, to text: inout String, _ levels: Int,
    _ indent: String
  ) {
    let isOpen = levels > 0 && !items.isEmpty
    text += open
    for (place, item) in items.enumerated() {
      if place > 0 { text += isOpen ? "," : ", " }
      if isOpen { text += "\n\(indent)  " }
      if let name = item.name {
        write(name, to: &text)
        text += ": "
      }
      item.value.write(to: &text, levels: levels - 1, indent: indent + "  ")
    }
    text += isOpen ? "\n\(indent)\(close)" : close
  }

  private static func write(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\0"..<" ":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
