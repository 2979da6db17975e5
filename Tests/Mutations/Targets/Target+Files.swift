import NetworkMaps
import Tabular

extension Target {
  /// Archives and what is in them.
  static let files = [
    Target(
      name: "archive",
      seeds: { bases in
        var writer = ZipWriter()
        try writer.add("a.txt", Array("some text, some text, some text".utf8))
        try writer.add("b/c.txt", Array("stored".utf8), isCompressed: false)
        return [writer.archive()]
          + bases.maps.compactMap { $0.files[MapConversion.workbookName] }.filter { $0.count < 30_000 }
      },
      fault: { input in
        guard let archive = try? ZipArchive(.memory(input)) else { return nil }
        var room = 1 << 24
        for entry in archive.entries where room > 0 {
          guard let bytes = try? archive.bytes(of: entry, limit: room) else { continue }
          if bytes.count > room { return "an entry has more bytes than were allowed" }
          room -= bytes.count
        }
        return nil
      }),
    Target(
      name: "workbook",
      seeds: { bases in
        try bases.maps.compactMap { $0.files[MapConversion.workbookName] }.prefix(8).map { book in
          let archive = try ZipArchive(.memory(book))
          return joined(try archive.entries.map { ($0.name, Array(try archive.bytes(of: $0).prefix(6_000))) })
        } + [joined(smallWorkbook.map { ($0, Array($1.utf8)) })]
      },
      fault: { input in
        var writer = ZipWriter()
        for (name, bytes) in split(input) { try? writer.add(name, bytes, isCompressed: false) }
        guard let book = try? Workbook(.memory(writer.archive())) else { return nil }
        for sheet in book.sheets.prefix(4) {
          guard let table = try? book.table(of: sheet, limit: 1 << 16) else { continue }
          for row in table.rows.prefix(100) {
            for column in 0..<min(row.cells.count, 100) { _ = table.shown(row: row, column: column) }
          }
        }
        return nil
      }),
  ]

  /// A workbook as other programs write it: with shared and formatted texts, numbers of many formats, and dates.
  private static let smallWorkbook = [
    (
      "[Content_Types].xml",
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"
    ),
    (
      "_rels/.rels",
      "<Relationships><Relationship Id=\"r1\" Type=\"http://x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    ),
    (
      "xl/workbook.xml",
      "<workbook xmlns:r=\"r\"><workbookPr date1904=\"1\"/><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    ),
    (
      "xl/_rels/workbook.xml.rels",
      "<Relationships><Relationship Id=\"r1\" Type=\"http://x/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"http://x/styles\" Target=\"styles.xml\"/><Relationship Id=\"r3\" Type=\"http://x/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
    ),
    (
      "xl/styles.xml",
      "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy hh:mm\"/><numFmt numFmtId=\"165\" formatCode=\"[Red]0.00%;&quot;x&quot;#,##0;@\"/><numFmt numFmtId=\"166\" formatCode=\"# ?/?\"/></numFmts><cellXfs><xf/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"11\"/><xf numFmtId=\"46\"/></cellXfs></styleSheet>"
    ),
    (
      "xl/sharedStrings.xml",
      "<sst><si><t>id</t></si><si><r><t>in</t></r><r><t xml:space=\"preserve\"> parts</t></r></si><si><t>_x000D_x</t></si></sst>"
    ),
    (
      "xl/worksheets/sheet1.xml",
      "<worksheet><dimension ref=\"A1:D9\"/><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"inlineStr\"><is><t>inline</t></is></c></row><row r=\"3\" hidden=\"1\"><c r=\"B3\" s=\"1\"><v>45678</v></c><c s=\"2\"><v>45678.75</v></c><c s=\"3\"><v>-0.125</v></c></row><row><c s=\"4\"><v>1.5</v></c><c s=\"5\"><v>1e300</v></c><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#REF!</v></c><c t=\"str\"><f>A1</f><v>x</v></c><c s=\"6\"><v>1.2</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells></worksheet>"
    ),
  ]
}
