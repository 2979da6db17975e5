import Documents
import MapModel
import Tabular

/// Tables as a workbook for people, as the UK Government Analysis Function asks for in "Releasing statistics in
/// spreadsheets": a cover with notes, a list of contents that leads to the others, and one table a sheet, whose header always
/// stands in the same row and stays in sight, with numbers as numbers.
struct TableWorkbook {
  /// A table with what is to be known of it.
  typealias Part = Document.TitledTable

  /// The heading of the cover.
  var title: String
  /// What is to be known of all tables, a paragraph each.
  var notes: [String]
  var parts: [Part]

  /// The row of the header on every sheet with a table.
  private static let headerRow = 4

  /// The workbook as a file.
  /// - Throws: an error of the writer if there are more rows or columns than Excel has.
  var bytes: [UInt8] {
    get throws {
      var names = DistinctNames()
      let named = parts.map { part in
        var part = part
        part.name = names.name(Self.name(part.name))
        return part
      }
      return try WorkbookWriter.bytes(of: [cover, contents(named)] + named.enumerated().map(Self.sheet))
    }
  }

  /// A name that sheets can have, with room for a number behind it.
  private static func name(_ name: String) -> String {
    let plain = name.map { "[]:*?/\\'".contains($0) ? " " : $0 }
    return String(plain.prefix(27))
  }

  private var cover: WorkbookSheet {
    let rows = [WorkbookSheet.Row([WorkbookText.text(title)], look: .title)]
    var sheet = WorkbookSheet(
      "Notes", rows + notes.filter { !$0.isEmpty }.map { .init([WorkbookText.text($0)], look: .words) })
    sheet.columns = [.init(width: 100)]
    return sheet
  }

  private func contents(_ parts: [Part]) -> WorkbookSheet {
    var sheet = WorkbookSheet(
      "Contents",
      [
        .init([.text("Contents")], look: .title),
        .init([.text("This sheet contains one table: the sheets of this workbook.")]), .init([]),
        .init(["Sheet", "What it shows", "Rows"].map { .text($0) }, look: .header),
      ]
        + parts.map {
          .init([.text($0.name), WorkbookText.text($0.title), .whole($0.table.rows.count)], look: .words)
        })
    sheet.columns = [.init(width: 24), .init(width: 70), .init(width: 10)]
    sheet.table = .init("contents", headerRow: Self.headerRow)
    sheet.links = parts.enumerated().map { place, part in
      .init(row: Self.headerRow + 1 + place, column: 1, toSheet: part.name)
    }
    sheet.frozenRows = Self.headerRow
    return sheet
  }

  private static func sheet(_ place: Int, _ part: Part) -> WorkbookSheet {
    let table = part.table
    var names: Set<String> = []
    let header = table.header.enumerated().map { column, name in
      let name = WorkbookText.cell(name).visibleOnOneLine.trimmingWhitespace
      let own = name.isEmpty ? "Column \(column + 1)" : name
      return own.numbered(" ") { names.insert($0.lowercased()).inserted ? $0 : nil }
    }
    let rows = table.rows.map { row in
      WorkbookSheet.Row(
        row.enumerated().map { column, text in
          table.numbers.contains(column) ? number(text) : WorkbookText.text(text)
        })
    }
    let count = counted(table.rows.count, "row")
    var sheet = WorkbookSheet(
      part.name,
      [
        .init([WorkbookText.text(part.title)], look: .title),
        .init([.text("This sheet contains one table with \(count); its header is row \(headerRow).")]),
        .init([part.note.isEmpty ? .empty : WorkbookText.text(part.note)]),
        .init(header.map { .text($0) }, look: .header),
      ] + rows)
    sheet.columns = header.indices.map { column in
      let letters =
        ([header[column]] + table.rows.prefix(200).map { $0[column] }).map { $0.prefix(60).count }.max() ?? 8
      return .init(width: Double(min(max(letters + 2, 8), 48)))
    }
    sheet.frozenRows = headerRow
    sheet.table = .init("table_\(place + 1)", headerRow: headerRow)
    return sheet
  }

  /// A number where the text is one; the text where it stands in the place of one, such as `[c]`.
  private static func number(_ text: String) -> WorkbookSheet.Cell {
    if text.isEmpty { return .empty }
    if let whole = Int(text), String(whole) == text { return .whole(whole) }
    let isPlain = text.utf8.allSatisfy { "0123456789.-+eE".utf8.contains($0) }
    if isPlain, let decimal = Double(text), decimal.isFinite { return .decimal(decimal) }
    return WorkbookText.text(text)
  }
}
