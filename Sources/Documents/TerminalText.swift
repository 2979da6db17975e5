/// Documents as people read them on a terminal.
package enum TerminalText {
  /// A document, with an empty line between its sections.
  ///
  /// Headings, also those of tables and terms, are in capitals.
  /// - Complexity: O(n), where n is the length of the text.
  package static func text(of document: Document) -> String {
    document.sections.map { section in section.map { text(of: $0) }.joined() }.joined(separator: "\n")
  }

  /// The text on one line: line breaks become spaces, and what would steer the terminal or turn the direction of writing
  /// is left out.
  package static func escaped(_ text: String) -> String {
    // Most texts are plain, and looking at their bytes tells.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: scalars.append(" ")
      case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: break
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  private static func text(of block: Document.Block) -> String {
    switch block {
    case .heading(let heading): line(heading.uppercased())
    case .paragraph(let paragraph): text(of: paragraph)
    case .list(let items): items.map { "- " + text(of: $0) }.joined()
    case .table(let table): text(of: table)
    case .terms(let terms): text(of: terms)
    }
  }

  private static func line(_ text: String) -> String { escaped(text) + "\n" }

  private static func text(of entry: Document.Entry) -> String {
    line(entry.text) + entry.details.map { "  " + line($0) }.joined()
  }

  private static func text(of terms: [Document.Term]) -> String {
    let width = terms.map(\.name.count).max() ?? 0
    return terms.map { term in
      line(term.name.uppercased() + String(repeating: " ", count: width + 2 - term.name.count) + term.meaning)
    }.joined()
  }

  /// A table with two spaces between columns; those that are empty in all rows are left out.
  private static func text(of table: Document.Table) -> String {
    let shown = table.filledColumns
    let lines = ([table.header.map { $0.uppercased() }] + table.rows).map { row in
      shown.map { column in
        let text = escaped(row[column])
        return (text: text, width: text.count)
      }
    }
    let widths = shown.indices.map { column in lines.map { $0[column].width }.max() ?? 0 }
    return lines.map { line in
      let cells = line.enumerated().map { column, cell in
        let padding = String(repeating: " ", count: widths[column] - cell.width)
        if table.numbers.contains(shown[column]) { return padding + cell.text }
        // Nothing follows the last column.
        return column == line.count - 1 ? cell.text : cell.text + padding
      }
      return cells.joined(separator: "  ") + "\n"
    }.joined()
  }
}
