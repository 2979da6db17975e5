/// Rows as comma-separated values (RFC 4180), with line feeds.
public enum CSVText {
  /// The text of a table.
  ///
  /// A cell that a spreadsheet would take for a formula gets an apostrophe before it.
  /// - Complexity: O(n), where n is the length of the text.
  public static func text(header: [String], rows: [[String]]) -> String {
    ([header] + rows).map { row in row.map(cell).joined(separator: ",") + "\n" }.joined()
  }

  private static func cell(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
    let inert = isFormula && Double(text) == nil ? "'" + text : text
    guard inert.utf8.contains(where: { [UInt8(ascii: ","), UInt8(ascii: "\""), 10, 13].contains($0) }) else {
      return inert
    }
    return "\"" + inert.replacing("\"", with: "\"\"") + "\""
  }
}
