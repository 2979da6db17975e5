import Documents
import MapModel
import XML

/// What the page says in the language of its map.
enum PageWords {
  /// The book of phrases of a map; `nil` if it has none, so that all stays English.
  static func book(of map: NetworkMap) -> Phrasebook? {
    forScript(of: map).map { Phrasebook(language: map.language, phrases: $0) }
  }

  /// The phrases that a map translates, each with its forms.
  static func forScript(of map: NetworkMap) -> [String: [String: String]]? {
    if map.pageWords.isEmpty { return nil }
    let words = map.pageWords.map { word in
      (word.english, word.translation.isEmpty ? word.forms : word.forms.merging(["other": word.translation]) { $1 })
    }
    return Dictionary(words) { first, _ in first }
  }

  /// The page's own elements with their texts and labels in the language of what is written.
  /// - Complexity: O(n), where n is the length of the elements.
  static func translated(_ html: String) -> String {
    guard Phrasebook.open != nil else { return html }
    return html.replacing(#/>([^<]*[A-Za-z][^<]*)<|aria-label="([^"]*)"/#) { match in
      if let label = match.2 { return "aria-label=\"\(XMLTree.escaped(said(String(label))))\"" }
      let text = match.1 ?? ""
      let bare = String(text).trimmingWhitespace
      return ">" + text.replacing(bare, with: XMLTree.escaped(said(bare)), maxReplacements: 1) + "<"
    }
  }
}
