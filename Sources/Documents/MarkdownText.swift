/// Documents in Markdown (CommonMark, with GitHub's tables).
package enum MarkdownText {
  /// A document, with an empty line between its blocks.
  /// - Parameter level: that of its headings, from 1 to 6.
  /// - Complexity: O(n), where n is the length of the text.
  package static func text(of document: Document, level: Int = 2) -> String {
    document.sections.joined().map { text(of: $0, level) + "\n" }.joined(separator: "\n")
  }

  /// A table; cells are escaped, headings are taken as they are.
  package static func table(_ header: [String], _ rows: [[String]]) -> String {
    let lines = [header, header.map { _ in "---" }] + rows.map { $0.map(escaped) }
    return lines.map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
  }

  /// A list; items are escaped.
  package static func list(_ items: [String]) -> String { items.map { "- \(escaped($0))" }.joined(separator: "\n") }

  /// Text that Markdown shows as it is, on one line.
  package static func escaped(_ text: String) -> String {
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

  /// A line of text that begins nothing else than a paragraph, whatever it begins with.
  private static func line(_ text: String) -> String {
    let text = escaped(text)
    if let first = text.first, "#+->=".contains(first) { return "\\" + text }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    return !digits.isEmpty && (rest.hasPrefix(".") || rest.hasPrefix(")")) ? digits + "\\" + rest : text
  }

  /// Blocks with an empty line between each two, without a line break at the end.
  /// - Parameter level: that of their headings, from 1 to 6.
  package static func text(of blocks: [Document.Block], level: Int = 2) -> String {
    blocks.map { text(of: $0, level) }.joined(separator: "\n\n")
  }

  static func text(of block: Document.Block, _ level: Int) -> String {
    switch block {
    case .heading(let heading): "\(String(repeating: "#", count: level)) \(escaped(heading))"
    case .paragraph(let paragraph):
      ([line(paragraph.text)] + (paragraph.details.isEmpty ? [] : ["", list(paragraph.details)]))
        .joined(separator: "\n")
    case .list(let items):
      items.flatMap { ["- \(escaped($0.text))"] + $0.details.map { "  - \(escaped($0))" } }.joined(separator: "\n")
    case .table(let table): text(of: table)
    case .terms(let terms):
      terms.map { "- **\(escaped($0.name))**: \(escaped($0.meaning))" }.joined(separator: "\n")
    case .picture(let picture):
      "**\(escaped(picture.caption))**\n\n![\(escaped(picture.alternative))](\(picture.address))"
    }
  }

  /// A table without columns that are empty in all rows, numbers flush right.
  private static func text(of table: Document.Table) -> String {
    let shown = table.filledColumns
    let rule = shown.map { table.numbers.contains($0) ? "---:" : "---" }
    let rows = ([table.header] + table.rows).map { row in shown.map { escaped(row[$0]) } }
    let caption = table.caption.isEmpty ? "" : "**\(escaped(table.caption))**\n\n"
    return caption
      + ([rows[0], rule] + rows.dropFirst()).map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
  }
}
