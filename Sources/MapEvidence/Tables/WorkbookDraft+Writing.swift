import Documents
import MapModel
import Tabular

extension WorkbookDraft {
  /// The last row for which a cell offers its choices: as many as people fill in by hand.
  private static let lastOffered = 2000

  /// The workbook as a file: the same sheets give the same bytes.
  /// - Throws: ``WorkbookFault`` if a workbook cannot hold a text.
  /// - Complexity: O(n), where n is the number of cells.
  func bytes() throws(WorkbookFault) -> [UInt8] {
    let lists = Dictionary(sheets.map { ($0.name, $0) }) { first, _ in first }
    return try WorkbookWriter.bytes(of: sheets.map { Self.sheet($0, lists) })
  }

  private static func sheet(_ sheet: Sheet, _ lists: [String: Sheet]) -> WorkbookSheet {
    var rows = [WorkbookSheet.Row(sheet.columns.map { .text($0.header) }, look: .header)]
    if sheet.isExplained {
      let meanings = sheet.columns.enumerated().map { place, column -> WorkbookSheet.Cell in
        let text = place == 0 ? WorkbookSheet.explanationMark + column.meaning : column.meaning
        return text.isEmpty ? .empty : .text(text)
      }
      rows.append(.init(meanings, look: .explanation))
    }
    rows += sheet.rows.map { WorkbookSheet.Row($0.map(cell)) }
    var result = WorkbookSheet(sheet.name, rows)
    result.frozenRows = sheet.isExplained ? 2 : 1
    result.columns = sheet.columns.indices.map { place in
      let longest = sheet.rows.prefix(200).map { $0.indices.contains(place) ? $0[place].count : 0 }.max() ?? 0
      return .init(width: Double(min(max(longest + 2, sheet.columns[place].header.count + 2, 18), 60)))
    }
    let first = result.frozenRows + 1
    let last = max(lastOffered, rows.count)
    for (place, column) in sheet.columns.enumerated() {
      guard let source = column.choices.flatMap({ choices(of: $0, in: lists) }) else { continue }
      result.choices.append(.init(column: place + 1, rows: first...last, source, allowsOthers: true))
    }
    return result
  }

  /// Where the choices of a column are; `nil` if the workbook has no such sheet, since the list is then the given one.
  private static func choices(
    of choices: DefinitionList.Choices, in lists: [String: Sheet]
  ) -> WorkbookSheet.Choice.Source? {
    switch choices {
    case .words(let words): return .list(words)
    case .sheet(let name):
      guard let list = lists[name] else { return nil }
      let first = list.isExplained ? 3 : 2
      return .range(sheet: name, column: 1, rows: first...max(lastOffered, first + list.rows.count))
    }
  }

  /// A number as one only if it reads the same again: an id with zeros before it is a text.
  private static func cell(_ text: String) -> WorkbookSheet.Cell {
    if text.isEmpty { return .empty }
    if text.utf8.count <= 15, let number = Int(text), String(number) == text { return .whole(number) }
    if let flag = ["TRUE": true, "FALSE": false][text] { return .truth(flag) }
    return .text(text)
  }
}
