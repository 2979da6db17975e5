/// Writes workbooks of Excel; the same sheets give the same bytes.
package struct WorkbookWriter {
  /// The texts, each once, in the order of their first coming.
  private var places: [String: Int] = [:]
  private var strings: [UInt8] = []
  let sheets: [WorkbookSheet]

  /// The workbook with some sheets, as a file.
  /// - Throws: ``WorkbookFault`` if Excel could not open it: for a name, a text that is too long, a character that XML cannot
  ///   hold, a number that is none, too many rows or columns.
  /// - Complexity: O(n), where n is the number of cells.
  package static func bytes(of sheets: [WorkbookSheet]) throws(WorkbookFault) -> [UInt8] {
    var writer = try WorkbookWriter(sheets)
    return try writer.archive()
  }

  private init(_ sheets: [WorkbookSheet]) throws(WorkbookFault) {
    self.sheets = sheets
    var names: Set<String> = []
    for sheet in sheets {
      if let fault = WorkbookSheet.fault(ofName: sheet.name) {
        throw WorkbookFault(.otherFile, "\(sheet.name.debugDescription) cannot be the name of a sheet, which \(fault)")
      }
      guard names.insert(sheet.name.lowercased()).inserted else {
        throw WorkbookFault(.otherFile, "Two sheets are called \(sheet.name.debugDescription), in whatever case")
      }
    }
    guard sheets.contains(where: { !$0.isHidden }) else {
      throw WorkbookFault(.otherFile, "A workbook needs a sheet that shows")
    }
  }

  private mutating func archive() throws(WorkbookFault) -> [UInt8] {
    var parts: [(name: String, content: [UInt8])] = []
    for (index, sheet) in sheets.enumerated() {
      parts.append(("xl/worksheets/sheet\(index + 1).xml", try content(of: sheet)))
    }
    strings += Array("</sst>".utf8)
    let head = Self.start + "<sst xmlns=\"\(Self.main)\" uniqueCount=\"\(places.count)\">"
    parts.append(("xl/sharedStrings.xml", Array(head.utf8) + strings))
    let (book, tables) = (try self.book, try tableParts())
    var zip = ZipWriter()
    do throws(ZipFault) {
      try zip.add("[Content_Types].xml", Array(contentTypes.utf8))
      try zip.add("_rels/.rels", Array(Self.relations([("officeDocument", "xl/workbook.xml")]).utf8))
      try zip.add("xl/workbook.xml", Array(book.utf8))
      let targets = sheets.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") }
      try zip.add(
        "xl/_rels/workbook.xml.rels",
        Array(Self.relations(targets + [("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")]).utf8))
      try zip.add("xl/styles.xml", Array(Self.styles.utf8))
      for part in parts { try zip.add(part.name, part.content) }
      for part in tables { try zip.add(part.name, part.content) }
    } catch { throw WorkbookFault(error) }
    return zip.archive()
  }

  // MARK: Sheets

  private mutating func content(of sheet: WorkbookSheet) throws(WorkbookFault) -> [UInt8] {
    let isFirst = sheet.name == sheets.first { !$0.isHidden }?.name
    var text = Self.start + "<worksheet xmlns=\"\(Self.main)\""
    text += (Self.hasTable(sheet) ? " xmlns:r=\"\(Self.office)\"" : "") + "><sheetViews><sheetView"
    text += (isFirst ? " tabSelected=\"1\"" : "") + " workbookViewId=\"0\">"
    if sheet.frozenRows > 0 {
      text += "<pane ySplit=\"\(sheet.frozenRows)\" topLeftCell=\"A\(sheet.frozenRows + 1)\""
      text += " activePane=\"bottomLeft\" state=\"frozen\"/>"
    }
    text += "</sheetView></sheetViews>"
    if !sheet.columns.isEmpty {
      text += "<cols>"
      for (index, column) in sheet.columns.enumerated() {
        text += "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(column.width)\""
        text += (column.isText ? " style=\"\(Self.textStyle)\"" : "") + " customWidth=\"1\"/>"
      }
      text += "</cols>"
    }
    var bytes = Array((text + "<sheetData>").utf8)
    guard sheet.rows.count <= CellReference.mostRows else {
      throw WorkbookFault(
        .tooLarge, "The sheet \(sheet.name) would have \(sheet.rows.count) rows; Excel has \(CellReference.mostRows)")
    }
    for (index, row) in sheet.rows.enumerated() { try append(row, index + 1, of: sheet, to: &bytes) }
    bytes += Array("</sheetData>".utf8)
    bytes += try choices(of: sheet)
    bytes += try links(of: sheet)
    if Self.hasTable(sheet) { bytes += Array("<tableParts count=\"1\"><tablePart r:id=\"rId1\"/></tableParts>".utf8) }
    return bytes + Array("</worksheet>".utf8)
  }

  /// The height of a row whose cells wrap, in points, so that all of their lines show: not every program works it out.
  private static func height(of row: WorkbookSheet.Row, in sheet: WorkbookSheet) -> Int? {
    guard [.explanation, .words].contains(row.look) else { return nil }
    let lines = row.cells.enumerated().map { index, cell -> Int in
      guard case .text(let text) = cell else { return 1 }
      let width = sheet.columns.indices.contains(index) ? sheet.columns[index].width : 10
      // Words leave some of each line empty.
      return Int((Double(text.count) * 1.2 / max(width, 1)).rounded(.up))
    }
    return 15 * min(max(lines.max() ?? 1, 1), 20)
  }

  private mutating func append(
    _ row: WorkbookSheet.Row, _ number: Int, of sheet: WorkbookSheet, to bytes: inout [UInt8]
  ) throws(WorkbookFault) {
    guard row.cells.contains(where: { $0 != .empty }) else { return }
    guard row.cells.count <= CellReference.mostColumns else {
      throw WorkbookFault(
        .tooLarge,
        "The sheet \(sheet.name) would have \(row.cells.count) columns; Excel has \(CellReference.mostColumns)")
    }
    let height = Self.height(of: row, in: sheet).map { " ht=\"\($0)\" customHeight=\"1\"" } ?? ""
    bytes += Array("<row r=\"\(number)\"\(height)>".utf8)
    for (index, cell) in row.cells.enumerated() where cell != .empty {
      let place = CellReference(row: number, column: index + 1)
      let isText = sheet.columns.indices.contains(index) && sheet.columns[index].isText
      let style =
        switch row.look {
        case .plain: isText ? Self.textStyle : 0
        case .header: Self.headerStyle
        case .explanation: Self.explanationStyle
        case .title: Self.titleStyle
        case .words:
          sheet.links.contains { $0.row == number && $0.column == index + 1 } ? Self.linkStyle : Self.wordsStyle
        }
      bytes += Array("<c r=\"\(place)\"\(style == 0 ? "" : " s=\"\(style)\"")".utf8)
      switch cell {
      case .empty: break
      // LibreOffice takes a truth value in a column of text for a number.
      case .truth(let truth) where isText: try append(truth ? "TRUE" : "FALSE", place, sheet, &bytes)
      case .truth(let truth): bytes += Array(" t=\"b\"><v>\(truth ? 1 : 0)</v></c>".utf8)
      case .whole(let number) where number.magnitude < 1_000_000_000_000_000:
        bytes += Array("><v>\(number)</v></c>".utf8)
      case .whole(let number): try append("\(number)", place, sheet, &bytes)
      case .decimal(let number):
        guard number.isFinite else { throw Self.fault(place, sheet, "is no number, but \(number)") }
        bytes += Array("><v>\(number)</v></c>".utf8)
      case .text(let text): try append(text, place, sheet, &bytes)
      }
    }
    bytes += Array("</row>".utf8)
  }

  private mutating func append(
    _ text: String, _ place: CellReference, _ sheet: WorkbookSheet, _ bytes: inout [UInt8]
  ) throws(WorkbookFault) {
    if places[text] == nil {
      if text.utf16.count > 32_767 {
        throw Self.fault(place, sheet, "has \(text.utf16.count) letters, and a cell of Excel at most 32,767")
      }
      // White space at the ends is kept only if it is said that it counts.
      strings += Array("<si><t xml:space=\"preserve\">".utf8)
      guard XMLText.append(text, escapingCells: true, to: &strings) else {
        throw Self.fault(place, sheet, "holds a control character, which a workbook cannot; delete it")
      }
      strings += Array("</t></si>".utf8)
      places[text] = places.count
    }
    bytes += Array(" t=\"s\"><v>\(places[text] ?? 0)</v></c>".utf8)
  }

  private static func fault(_ place: CellReference, _ sheet: WorkbookSheet, _ what: String) -> WorkbookFault {
    WorkbookFault(.tooLarge, "Cell \(place) of the sheet \(sheet.name) \(what)")
  }

  // MARK: Choices

  private func choices(of sheet: WorkbookSheet) throws(WorkbookFault) -> [UInt8] {
    if sheet.choices.isEmpty { return [] }
    var bytes = Array("<dataValidations count=\"\(sheet.choices.count)\">".utf8)
    for choice in sheet.choices {
      let letters = CellReference.letters(ofColumn: choice.column)
      let cells = "\(letters)\(choice.rows.lowerBound):\(letters)\(choice.rows.upperBound)"
      bytes += Array(
        ("<dataValidation type=\"list\"\(choice.allowsOthers ? " errorStyle=\"warning\"" : "") allowBlank=\"1\""
          + " showErrorMessage=\"1\" sqref=\"\(cells)\"><formula1>").utf8)
      guard XMLText.append(try formula(of: choice.source, cells, sheet), to: &bytes) else {
        throw WorkbookFault(.otherFile, "The choices for \(cells) of the sheet \(sheet.name) hold a control character")
      }
      bytes += Array("</formula1></dataValidation>".utf8)
    }
    return bytes + Array("</dataValidations>".utf8)
  }

  private func formula(
    of source: WorkbookSheet.Choice.Source, _ cells: String, _ sheet: WorkbookSheet
  ) throws(WorkbookFault) -> String {
    switch source {
    case .range(let name, let column, let rows):
      let letters = CellReference.letters(ofColumn: column)
      return "'\(name.replacing("'", with: "''"))'!$\(letters)$\(rows.lowerBound):$\(letters)$\(rows.upperBound)"
    case .list(let words):
      let list = words.joined(separator: ",")
      guard list.utf16.count <= 255, !words.contains(where: { $0.contains(",") }) else {
        throw WorkbookFault(
          .tooLarge,
          "The choices for \(cells) of the sheet \(sheet.name) are too many, or hold commas; list them in cells")
      }
      return "\"\(list.replacing("\"", with: "\"\""))\""
    }
  }

  // MARK: Other parts

  static let start = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let (headerStyle, explanationStyle, textStyle, titleStyle, wordsStyle, linkStyle) = (1, 2, 3, 4, 5, 6)

  /// The list of sheets.
  private var book: String {
    get throws(WorkbookFault) {
      let first = sheets.firstIndex { !$0.isHidden } ?? 0
      var bytes = Array(
        (Self.start + "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.office)\"><bookViews><workbookView"
          + " activeTab=\"\(first)\"/></bookViews><sheets>").utf8)
      for (index, sheet) in sheets.enumerated() {
        bytes += Array("<sheet name=\"".utf8)
        guard XMLText.append(sheet.name, to: &bytes) else {
          throw WorkbookFault(.otherFile, "The name of a sheet holds a control character")
        }
        let state = sheet.isHidden ? " state=\"hidden\"" : ""
        bytes += Array("\" sheetId=\"\(index + 1)\"\(state) r:id=\"rId\(index + 1)\"/>".utf8)
      }
      return String(decoding: bytes, as: UTF8.self) + "</sheets></workbook>"
    }
  }

  private var contentTypes: String {
    let spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    var parts = [("/xl/workbook.xml", "sheet.main"), ("/xl/styles.xml", "styles")]
    parts += sheets.indices.map { ("/xl/worksheets/sheet\($0 + 1).xml", "worksheet") }
    parts.append(("/xl/sharedStrings.xml", "sharedStrings"))
    parts += sheets.indices.filter { Self.hasTable(sheets[$0]) }.map { ("/xl/tables/table\($0 + 1).xml", "table") }
    let overrides = parts.map { "<Override PartName=\"\($0.0)\" ContentType=\"\(spreadsheet).\($0.1)+xml\"/>" }
    return Self.start + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
      + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" + overrides.joined() + "</Types>"
  }

  static func relations(_ targets: [(type: String, path: String)]) -> String {
    let relations = targets.enumerated().map { index, target in
      "<Relationship Id=\"rId\(index + 1)\" Type=\"\(office)/\(target.type)\" Target=\"\(target.path)\"/>"
    }
    return start + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + relations.joined() + "</Relationships>"
  }

  /// Plain cells, headers, explanations, columns of text (format 49), titles, words and links.
  private static let styles =
    start + "<styleSheet xmlns=\"\(main)\"><fonts count=\"5\">"
    + "<font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font>"
    + "<font><i/><sz val=\"11\"/><color rgb=\"FF595959\"/><name val=\"Calibri\"/></font>"
    + "<font><b/><sz val=\"14\"/><name val=\"Calibri\"/></font>"
    + "<font><u/><sz val=\"11\"/><color rgb=\"FF0563C1\"/><name val=\"Calibri\"/></font></fonts>"
    + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
    + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
    + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
    + "<cellXfs count=\"7\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
    + "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>"
    + "<xf numFmtId=\"0\" fontId=\"2\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" applyAlignment=\"1\">"
    + "<alignment vertical=\"top\" wrapText=\"1\"/></xf>"
    + "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
    + "<xf numFmtId=\"0\" fontId=\"3\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>"
    + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyAlignment=\"1\">"
    + "<alignment vertical=\"top\" wrapText=\"1\"/></xf>"
    + "<xf numFmtId=\"0\" fontId=\"4\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/></cellXfs>"
    + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
}
