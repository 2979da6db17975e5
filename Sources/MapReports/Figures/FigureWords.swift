package import Documents
import MapDisclosure
import MapModel

/// What a figure says in words: for those who do not see it, and for a spreadsheet.
package struct FigureWords: Sendable, Hashable {
  /// One sentence or a few that identify the figure.
  package var summary: String
  /// What it shows, in sentences.
  package var description: String
  /// The whole of it in Markdown.
  package var markdown: String
  /// The same as rows for a spreadsheet, comma-separated; `nil` if it is no table.
  package var csv: String?
  /// What it shows in sentences, as parts of a document; without what ``summary`` says, and without tables.
  package var blocks: [Document.Block] = []
}

extension PublishedMap {
  /// The lines with which the text alternative of an overview or a matrix ends: the source, and what of numbers is withheld.
  /// - Parameter showsCases: whether numbers of cases are shown.
  func closing(showsCases: Bool) -> [String] {
    let source = map.source.map { "Source: \(MarkdownText.escaped($0.line))." }
    // Where what is withheld is left out, no number of connections holds it.
    let note = MarkdownText.escaped(note(whereCountsAreShown: showsCases))
    let rest = map.leavesOutCounts ? "No number of connections holds what is left out." : nil
    return [source, note.isEmpty ? nil : note, rest].compactMap(\.self)
  }
}
