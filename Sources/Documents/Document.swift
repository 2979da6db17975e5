/// What is said to somebody, as a value: its parts, without how they look on a terminal, on paper or in a browser.
package struct Document: Hashable, Sendable {
  /// A paragraph or an item, and lines that belong to it.
  package struct Entry: Hashable, Sendable {
    /// The words.
    package var text: String
    /// Lines that belong to it.
    package var details: [String]

    /// Makes an entry.
    package init(_ text: String, details: [String] = []) { (self.text, self.details) = (text, details) }
  }

  /// A word and what it means.
  package struct Term: Hashable, Sendable {
    /// The word.
    package var name: String
    /// What it means.
    package var meaning: String

    /// Makes a term.
    package init(_ name: String, meaning: String) { (self.name, self.meaning) = (name, meaning) }
  }

  /// A part of a section.
  package enum Block: Hashable, Sendable {
    /// What the section is about.
    case heading(String)
    /// A sentence or several.
    case paragraph(Entry)
    /// Items with a mark before each.
    case list([Entry])
    /// Rows and columns.
    case table(Table)
    /// Words with what they mean.
    case terms([Term])
    /// A picture with its caption.
    case picture(Picture)

    /// A sentence or several.
    package static func paragraph(_ text: String) -> Block { .paragraph(Entry(text)) }

    /// Whether it stands under a caption.
    var hasCaption: Bool {
      switch self {
      case .table, .picture: true
      case .heading, .paragraph, .list, .terms: false
      }
    }

    /// Items with a mark before each.
    package static func list(_ items: [String]) -> Block { .list(items.map { Entry($0) }) }
  }

  /// The sections, each of blocks that belong together; none is empty.
  package private(set) var sections: [[Block]] = []

  /// Makes an empty document.
  package init() {}

  /// Adds a section, unless it is empty.
  package mutating func add(_ blocks: [Block]) {
    if !blocks.isEmpty { sections.append(blocks) }
  }
}
