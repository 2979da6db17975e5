/// Documents as people read them on a terminal.
package enum TerminalText {
  /// A document, with an empty line between its sections.
  ///
  /// Headings, also those of tables and terms, are in capitals.
  /// - Complexity: O(n), where n is the length of the text.
  package static func text(of document: Document) -> String {
    document.sections.map { section in section.map { text(of: $0) }.joined() }.joined(separator: "\n")
  }

  /// The text on one line: line breaks become spaces, and what ``inert(_:)`` leaves out is left out.
  package static func escaped(_ text: String) -> String {
    // Most texts are plain, and looking at their bytes tells.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    return inert(text.unicodeScalars, keepsLines: false)
  }

  /// The text with its lines, of which nothing steers a terminal, turns the direction of writing or hides.
  ///
  /// White space becomes spaces. A name must look like what it is: what cannot be seen is left out, apart from what
  /// letters and pictures beyond ASCII need to be joined.
  /// - Complexity: O(n), where n is the length of the text.
  package static func inert(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A }) { return text }
    return inert(text.unicodeScalars, keepsLines: true)
  }

  private static func inert(_ text: String.UnicodeScalarView, keepsLines: Bool) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text {
      switch scalar.value {
      case 0x09 where keepsLines, 0x0A where keepsLines: result.append(scalar)
      case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: result.append(" ")
      case 0x200C, 0x200D: if let last = result.last, !last.isASCII { result.append(scalar) }
      default: if !scalar.isUnseen { result.append(scalar) }
      }
    }
    return String(result)
  }

  private static func text(of block: Document.Block) -> String {
    switch block {
    case .heading(let heading): line(heading.uppercased())
    case .paragraph(let paragraph): text(of: paragraph)
    case .list(let items): items.map { "- " + text(of: $0) }.joined()
    case .table(let table): text(of: table)
    case .terms(let terms): text(of: terms)
    case .picture(let picture): line(picture.caption) + line(picture.alternative)
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

extension Unicode.Scalar {
  /// Whether it is a control character, turns the direction of writing, or cannot be seen (Unicode's
  /// Default_Ignorable_Code_Point, but for the selectors that choose how a picture looks).
  var isUnseen: Bool {
    switch value {
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFFF9...0xFFFB: true
    case 0..<0x7F, 0xFE00...0xFE0F: false
    default: properties.isDefaultIgnorableCodePoint
    }
  }
}
