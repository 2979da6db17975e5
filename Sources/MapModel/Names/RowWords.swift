/// What rows of tables begin with that are no data: totals, and notes below the table.
package enum RowWords {
  /// Whether a text says that its row is a total, in whatever words: `Grand total`, `Ashby total`, `All cases`, `Overall`.
  package static func isTotal(_ text: String) -> Bool {
    let words = words(of: text)
    guard let first = words.first, let last = words.last, words.count <= 8 else { return false }
    let opening = ["grand", "sub"].contains(first) ? words.dropFirst() : words[...]
    // "Total for Ashby", "Ashby sub-total"; a school called "Total Learning" is none.
    if opening.count > 1, let word = opening.first, totals.contains(word) {
      let next = opening[opening.startIndex + 1]
      if prepositions.contains(next) || text.contains(":") { return true }
    }
    if totals.contains(last) { return true }
    return words.contains { totals.contains($0) || wholes.contains($0) }
      && words.allSatisfy { totals.contains($0) || wholes.contains($0) || neutral.contains($0) || Int($0) != nil }
  }

  /// Whether a text says that it is a total by that word alone, whatever else stands in the row.
  package static func isPlainTotal(_ text: String) -> Bool {
    isTotal(text) && words(of: text).contains { totals.contains($0) || $0 == "sum" }
  }

  /// Whether the first word of a text is one for totals: `Total ties`, and the school called "Total Learning", too.
  package static func beginsWithTotal(_ text: String) -> Bool { words(of: text).first.map(totals.contains) ?? false }

  /// Whether a text says of what a number is: `Number of organisations`.
  package static func isOfNumber(_ text: String) -> Bool {
    let words = words(of: text)
    return words.count > 2 && ["number", "no", "count"].contains(words[0]) && words[1] == "of"
  }

  /// Whether none of the words of a text could be part of a name: `Number of cases`, `All pupils`.
  package static func namesNothing(_ text: String) -> Bool {
    let words = words(of: text)
    return !words.isEmpty && words.allSatisfy { neutral.contains($0) || wholes.contains($0) }
  }

  /// Whether a text is a note, and no name or id: `* less than 5`, `Source: MIS extract 31/08/2025`, `End of report`.
  /// - Parameter isAlone: whether nothing else stands in the row; then any text that no id could be is a note.
  package static func isNote(_ text: String, isAlone: Bool) -> Bool {
    let text = text.trimmingWhitespace
    guard let sign = text.unicodeScalars.first, text.contains(where: \.isLetter) else { return false }
    let parts = text.split(whereSeparator: \.isWhitespace)
    let words = parts.map { $0.filter { $0.isLetter || $0 == "'" || $0 == "\u{2019}" } }
    let isSigned = "*\u{2020}\u{2021}\u{A7}\u{B9}\u{B2}\u{B3}".unicodeScalars.contains(sign)
    if isSigned, parts.count > 1 || isAlone { return true }
    if let first = words.first?.lowercased(), notes.contains(first), isAlone || text.contains(":") { return true }
    // Four words of small letters are a sentence.
    let small = words.count { $0.count > 1 && $0.allSatisfy { !$0.isUppercase } }
    let long = words.count { $0.count > 1 }
    if long > 3, small > 2 { return true }
    guard isAlone else { return false }
    if text.lowercased().filter({ !$0.isWhitespace }).hasPrefix("n=") { return true }
    if !text.contains(where: \.isNumber) || !sign.properties.isAlphabetic && sign.properties.numericType == nil {
      return true
    }
    let whole = zip(parts, words).filter { $0.count == $1.count && $1.count > 1 }
    return parts.count > 1 && (whole.count > 1 || whole.contains { $1.count > 3 } || text.contains(": "))
  }

  /// A name without the mark of a note behind it, such as `[note 2]`, `*` or \u{B2}; `nil` if there is none.
  package static func withoutNoteMark(_ text: String) -> String? {
    var name = Substring(text.trimmingWhitespace)
    if name.last == "]", let open = name.lastIndex(of: "[") {
      let mark = NameFolding.folded(String(name[name.index(after: open)...].dropLast()))
      let number = mark.hasPrefix("note ") ? mark.dropFirst(5) : mark[...]
      if number.allSatisfy({ $0.isNumber || ", ".contains($0) }) || ["r", "p", "e", "b"].contains(mark) {
        name = name[..<open]
      }
    }
    while let last = name.last, noteMarks.contains(last) { name.removeLast() }
    let plain = String(name).trimmingWhitespace
    return plain.isEmpty || plain == text.trimmingWhitespace ? nil : plain
  }

  /// Whether a text stands for the one above it: `"`, `do.`, `ditto`, `-"-`, `as above`.
  package static func isDitto(_ text: String) -> Bool {
    // Most cells are longer.
    if text.utf8.count > 12 { return false }
    // "DO" alone can be a name.
    if text.trimmingWhitespace.lowercased() == "-do-" { return true }
    let mark = NameFolding.folded(text).filter { !"-\u{2013}\u{2014} ".contains($0) }
    return ditto.contains(mark)
  }

  /// Whether the only cell of a row holds several that something else separates than the table's cells.
  package static func hasOtherSeparator(_ text: String, width: Int) -> Bool {
    [";", "\t", "|", ","].contains { separator in text.count { $0 == separator } * 2 >= max(width - 1, 2) }
  }

  private static func words(of text: String) -> [String] {
    NameFolding.folded(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static let totals: Set<String> = ["total", "totals", "subtotal", "subtotals"]
  private static let wholes: Set<String> = [
    "sum", "overall", "all", "average", "mean", "median", "combined", "everyone",
  ]
  private static let prepositions: Set<String> = ["for", "of", "in", "at", "by", "from", "per", "across"]
  /// What stands beside these words and is no name.
  private static let neutral: Set<String> = [
    "grand", "sub", "number", "numbers", "no", "n", "of", "the", "in", "for", "by", "and", "across", "case", "cases",
    "row", "rows", "record", "records", "referral", "referrals", "pupil", "pupils", "child", "children", "people",
    "person", "persons", "young", "client", "clients", "participant", "participants", "area", "areas", "school",
    "schools",
    "district", "districts", "region", "regions", "site", "sites", "service", "services", "programme", "whole",
    "column",
    "count", "counted", "together", "above", "year", "years", "period", "periods",
  ]
  private static let noteMarks: Set<Character> = [
    "*", "\u{2020}", "\u{2021}", "\u{A7}", "\u{B9}", "\u{B2}", "\u{B3}", "\u{2070}", "\u{2074}", "\u{2075}", "\u{2076}",
    "\u{2077}", "\u{2078}",
    "\u{2079}",
  ]
  private static let ditto: Set<String> = [
    "\"", "\"\"", "''", "'", ",,", "\u{201C}", "\u{201D}", "\u{201E}", "\u{2033}", "\u{3003}", "\u{301E}", "do.",
    "asabove",
    "ditto", "idem",
  ]
  private static let notes: Set<String> = [
    "note", "notes", "nb", "footnote", "footnotes", "source", "sources", "caveat", "caveats",
  ]
}
