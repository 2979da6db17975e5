extension WorkbookWriter {
  /// Whether a sheet has a table with at least one row, without which Excel knows none.
  static func hasTable(_ sheet: WorkbookSheet) -> Bool { sheet.table.map { sheet.rows.count > $0.headerRow } ?? false }

  /// The tables of the sheets, each with what says to which sheet it belongs.
  func tableParts() throws(WorkbookFault) -> [(name: String, content: [UInt8])] {
    var parts: [(name: String, content: [UInt8])] = []
    for (index, sheet) in sheets.enumerated() where Self.hasTable(sheet) {
      guard let table = sheet.table else { continue }
      parts.append(("xl/tables/table\(index + 1).xml", try content(of: table, index + 1, on: sheet)))
      parts.append(
        (
          "xl/worksheets/_rels/sheet\(index + 1).xml.rels",
          Array(Self.relations([("table", "../tables/table\(index + 1).xml")]).utf8)
        ))
    }
    return parts
  }

  private func content(
    of table: WorkbookSheet.Table, _ number: Int, on sheet: WorkbookSheet
  ) throws(WorkbookFault) -> [UInt8] {
    let header = sheet.rows[table.headerRow - 1].cells
    let last = CellReference(row: sheet.rows.count, column: header.count)
    let place = "\(CellReference(row: table.headerRow, column: 1)):\(last)"
    var bytes = Array(
      (Self.start + "<table xmlns=\"\(Self.main)\" id=\"\(number)\" name=\"\(table.name)\""
        + " displayName=\"\(table.name)\" ref=\"\(place)\"><autoFilter ref=\"\(place)\"/>"
        + "<tableColumns count=\"\(header.count)\">").utf8)
    var names: Set<String> = []
    for (index, cell) in header.enumerated() {
      guard case .text(let name) = cell, !name.contains(where: \.isNewline), names.insert(name.lowercased()).inserted
      else {
        throw WorkbookFault(
          .otherFile, "The columns of the table on the sheet \(sheet.name) need names, in one line and each its own")
      }
      bytes += Array("<tableColumn id=\"\(index + 1)\" name=\"".utf8)
      guard XMLText.append(name, escapingCells: true, to: &bytes) else {
        throw WorkbookFault(.otherFile, "The name of a column of the sheet \(sheet.name) holds a control character")
      }
      bytes += Array("\"/>".utf8)
    }
    // Without a style, so that it looks as the sheet does.
    return bytes + Array("</tableColumns></table>".utf8)
  }

  /// The cells that lead to other sheets.
  func links(of sheet: WorkbookSheet) throws(WorkbookFault) -> [UInt8] {
    if sheet.links.isEmpty { return [] }
    var bytes = Array("<hyperlinks>".utf8)
    for link in sheet.links {
      bytes += Array("<hyperlink ref=\"\(CellReference(row: link.row, column: link.column))\" location=\"".utf8)
      guard XMLText.append("'\(link.sheet.replacing("'", with: "''"))'!A1", to: &bytes) else {
        throw WorkbookFault(.otherFile, "The name of a sheet holds a control character")
      }
      bytes += Array("\"/>".utf8)
    }
    return bytes + Array("</hyperlinks>".utf8)
  }
}
