import MapModel

/// The texts of a list in one cell, set apart by semicolons.
///
/// A text that holds a semicolon, or starts with a quotation mark, stands in quotation marks, those in it twice. `[]` is
/// a list without texts, where that is something else than no list.
enum CellItems {
  static let none = "[]"

  private static let mark: Unicode.Scalar = "\""
  private static let separator: Unicode.Scalar = ";"

  /// The texts that a cell holds.
  static func split(_ cell: String) -> [String] {
    if cell.trimmingWhitespace == none { return [] }
    var items: [String] = []
    // By scalars: a letter can swallow a mark that joins it.
    var rest = Substring(cell).unicodeScalars
    while true {
      rest = rest.drop { $0.properties.isWhitespace }
      if let (text, after) = quoted(rest) {
        items.append(text)
        rest = after
      } else {
        let item = rest.prefix { $0 != separator }
        let text = String(item).trimmingWhitespace
        if !text.isEmpty { items.append(text) }
        rest = rest[item.endIndex...]
      }
      if rest.isEmpty { return items }
      rest.removeFirst()
    }
  }

  /// A text in quotation marks, if one starts here and ends with the item.
  private static func quoted(
    _ start: Substring.UnicodeScalarView
  ) -> (text: String, after: Substring.UnicodeScalarView)? {
    guard start.first == mark else { return nil }
    var (text, rest) = (String.UnicodeScalarView(), start.dropFirst())
    while let scalar = rest.popFirst() {
      if scalar != mark {
        text.append(scalar)
      } else if rest.first == mark {
        text.append(scalar)
        rest.removeFirst()
      } else {
        rest = rest.drop { $0.properties.isWhitespace }
        return rest.isEmpty || rest.first == separator ? (String(text), rest) : nil
      }
    }
    return nil
  }

  /// The one text in quotation marks that a cell holds, if it would be something else without them: a number, a list, or
  /// a text without the white space at its ends.
  static func unquoted(_ cell: String) -> String? {
    guard let (text, after) = quoted(Substring(cell).unicodeScalars), after.isEmpty else { return nil }
    return isOther(text) || Double(text) != nil ? text : nil
  }

  /// Whether a text would be read as another one if it stood alone in a cell.
  private static func isOther(_ text: String) -> Bool {
    text != text.trimmingWhitespace || text == none || unquoted(text) != nil
  }

  /// A cell with one text.
  /// - Parameter isNumber: whether a number is meant where it looks like one.
  static func cell(_ text: String, isNumber: Bool) -> String {
    isOther(text) || !isNumber && Double(text) != nil ? inQuotationMarks(text) : text
  }

  /// A cell that holds texts.
  static func join(_ items: [String]) -> String {
    if items.isEmpty { return none }
    return items.map { item in
      let scalars = item.unicodeScalars
      let isPlain = !isOther(item) && !item.isEmpty && scalars.first != mark && !scalars.contains(separator)
      return isPlain ? item : inQuotationMarks(item)
    }.joined(separator: "; ")
  }

  /// A text in quotation marks, those in it twice.
  static func inQuotationMarks(_ text: String) -> String {
    var quoted = String.UnicodeScalarView([mark])
    for scalar in text.unicodeScalars {
      if scalar == mark { quoted.append(mark) }
      quoted.append(scalar)
    }
    quoted.append(mark)
    return String(quoted)
  }
}
