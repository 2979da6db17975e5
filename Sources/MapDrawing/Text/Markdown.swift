import Documents

/// The parts of Markdown that text alternatives are made of; ``Documents/MarkdownText`` writes them.
enum Markdown {
  /// A table; cells are escaped, headings are not.
  static func table(_ header: [String], _ rows: [[String]]) -> String { MarkdownText.table(header, rows) }

  /// A list; items are escaped.
  static func list(_ items: [String]) -> String { MarkdownText.list(items) }

  /// Text that Markdown shows as it is, on one line.
  static func escaped(_ text: String) -> String { MarkdownText.escaped(text) }
}
