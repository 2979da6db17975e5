import MapModel
import Tabular

/// The cells of a table of evidence as they are, to be written in another form.
enum EvidenceCells {
  /// All rows of a file or sheet, with those above its header; `nil` if it is no table, or cannot be read.
  static func rows(of name: String, sheet: String?, in files: MapFiles) -> [[String]]? {
    guard let source = files.source(of: name), source.standing == .file else { return nil }
    if name.hasSuffix(".xlsx") || name.hasSuffix(".xlsm") { return rows(of: source, sheet: sheet) }
    guard name.hasSuffix(".csv") || name.hasSuffix(".txt") || name.hasSuffix(".tsv"),
      let bytes = try? FileChunks.all(of: source, takesDigest: false).bytes, !SpreadsheetFile.isStart(bytes)
    else { return nil }
    return rows(ofText: DecodedText(bytes).bytes)
  }

  private static func rows(of source: ByteSource, sheet: String?) -> [[String]]? {
    guard let book = try? Workbook(source), let sheet = sheet.flatMap({ book[$0] }) ?? book.sheets.first,
      let table = try? book.table(of: sheet)
    else { return nil }
    return table.rows.enumerated().filter { $0.offset != 1 || !WorkbookDefinition.explains($0.element) }
      .map(\.element.cells)
  }

  /// The rows of a table of separated values; the columns that evidence can have tell which character separates them.
  private static func rows(ofText bytes: [UInt8]) -> [[String]] {
    var index = NameIndex<String>()
    for key in (EvidenceSheet.all + [.counts]).flatMap(\.keys) { index.add(key.name, for: key.name) }
    let text = DelimitedText(bytes) { index[$0.trimmingWhitespace] }
    return text.rows.map { $0.cells.map(\.text) }
  }
}
