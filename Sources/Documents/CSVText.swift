/// Rows as comma-separated values (RFC 4180), with line feeds.
public enum CSVText {
  /// The text of a table.
  ///
  /// A cell that a spreadsheet would take for a formula gets an apostrophe before it.
  /// - Complexity: O(n), where n is the length of the text.
  public static func text(header: [String], rows: [[String]]) -> String {
    ([header] + rows).map { row in row.map(quoted).joined(separator: ",") + "\n" }.joined()
  }

  /// A table; its columns stand as they are, the empty ones too.
  package static func text(of table: Document.Table) -> String { text(header: table.header, rows: table.rows) }

  /// A value in a cell: nothing where there is none, and all digits of a number.
  package static func cell(_ value: (some CustomStringConvertible)?) -> String { value.map { "\($0)" } ?? "" }

  // By scalars and bytes: a quotation mark with a mark on it is another character to Swift, and the same to a reader.
  private static func quoted(_ text: String) -> String {
    let isFormula = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
    let inert = isFormula && Double(text) == nil ? "'" + text : text
    let needsQuotes = inert.utf8.contains { [UInt8(ascii: ","), UInt8(ascii: "\""), 10, 13].contains($0) }
    guard needsQuotes else { return inert }
    let doubled = inert.utf8.flatMap { $0 == UInt8(ascii: "\"") ? [$0, $0] : [$0] }
    return "\"" + String(decoding: doubled, as: UTF8.self) + "\""
  }
}
