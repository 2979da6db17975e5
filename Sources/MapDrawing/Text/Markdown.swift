/// The parts of Markdown that text alternatives are made of.
enum Markdown {
  /// A table; cells are escaped, headings are not.
  static func table(_ header: [String], _ rows: [[String]]) -> String {
    let lines = [header, header.map { _ in "---" }] + rows.map { $0.map(escaped) }
    return lines.map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
  }

  /// A list; items are escaped.
  static func list(_ items: [String]) -> String { items.map { "- \(escaped($0))" }.joined(separator: "\n") }

  /// Text that Markdown shows as it is, on one line.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case "\\", "`", "*", "_", "[", "]", "|", "~":
        result.append("\\")
        result.append(scalar)
      case _ where scalar.properties.isWhitespace: result.append(" ")
      case _ where scalar.properties.generalCategory == .control: break
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
