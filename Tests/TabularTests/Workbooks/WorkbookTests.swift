import Testing

@testable import Tabular

struct WorkbookTests {
  /// Rows of one cell, with a style and a number each.
  private static func numbers(_ values: [String], style: Int = 0) -> String {
    values.map { "<row><c s=\"\(style)\"><v>\($0)</v></c></row>" }.joined()
  }

  @Test(arguments: ["", "x:"]) func `reads cells of every kind, whatever the prefix`(prefix: String) throws {
    func cell(_ attributes: String, _ content: String) -> String { "<\(prefix)c \(attributes)>\(content)</\(prefix)c>" }
    func element(_ name: String, _ content: String) -> String { "<\(prefix)\(name)>\(content)</\(prefix)\(name)>" }
    let runs = element("r", element("t", "rich ")) + element("r", element("t", "text"))
    let cells =
      cell("r=\"A1\" t=\"s\"", element("v", "1")) + cell("r=\"B1\" t=\"inlineStr\"", element("is", runs))
      + cell("r=\"D1\" t=\"b\"", element("v", "1")) + cell("r=\"E1\" t=\"b\"", element("v", "0"))
      + cell("r=\"F1\" t=\"e\"", element("v", "#N/A"))
      + cell("r=\"G1\" t=\"str\"", element("f", "A1&amp;\"x\"") + element("v", " kept "))
      + cell("r=\"H1\" t=\"d\"", element("v", "2026-11-28T00:00:00"))
      + cell("r=\"I1\" t=\"d\"", element("v", "2026-11-28T14:30:00.000Z"))
      + cell("r=\"J1\"", element("f", "1+1")) + cell("r=\"K1\"", element("v", "007"))
      + cell("r=\"L1\" t=\"inlineStr\"", element("is", element("t", "a_x000D_b_x0041_ _x005F_x0041_")))
    var workbook = SmallWorkbook("<\(prefix)row r=\"3\">\(cells)</\(prefix)row>")
    workbook.prefix = prefix
    workbook.strings =
      element("si", element("t", "first"))
      + element("si", element("t", "\u{6771}") + element("rPh", element("t", "\u{3072}\u{304C}\u{3057}")))
    if !prefix.isEmpty { workbook.namespace = "http://purl.oclc.org/ooxml/spreadsheetml/main" }
    let table = try workbook.table()
    #expect(
      table.rows == [
        SheetTable.Row(
          number: 3,
          cells: [
            "\u{6771}", "rich text", "", "TRUE", "FALSE", "#N/A", " kept ", "2026-11-28", "2026-11-28T14:30:00", "",
            "7",
            "a\nbA _x0041_",
          ])
      ])
    #expect(table.notes.errors.first == CellReference("F3") && table.notes.errors.count == 1)
    #expect(table.notes.formulasWithoutValue.first?.description == "J3")
  }

  /// What Excel shows of these numbers in a cell that is wide enough.
  @Test func `shows numbers without an exponent and without what doubles add`() throws {
    let cases = [
      ("1200000000000", "1200000000000"), ("1.2E+12", "1200000000000"), ("0.30000000000000004", "0.3"),
      ("12345678901234567890", "12345678901234600000"), ("0.1", "0.1"), ("12.50", "12.5"), ("3.0", "3"), ("-0", "0"),
      ("1E-7", "0.0000001"), ("99999999999999.96", "100000000000000"), ("1.5E+300", "1.5E+300"), ("-1.5", "-1.5"),
      ("2.2250738585072014E-308", "2.2250738585072E-308"), ("4.9999999999999998E-1", "0.5"), ("100", "100"),
    ]
    #expect(try SmallWorkbook(Self.numbers(cases.map(\.0))).rows() == cases.map { [$0.1] })
  }

  @Test func `gives dates of both calendars, and keeps zeros of formats`() throws {
    let formats = [
      "yyyy\\-mm\\-dd;@", "[$-809]d mmmm yyyy", "h:mm", "[h]:mm", "0.00%", "00000", "General", "\"day \"0", "mmm\\-yy",
      "[Red]0.0;[Blue]\\-0.0", "0.00E+00",
    ]
    var workbook = SmallWorkbook("")
    workbook.styles =
      "<numFmts>"
      + formats.enumerated().map {
        "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\($1.replacing("\"", with: "&quot;"))\"/>"
      }.joined() + "</numFmts><cellXfs>"
      + ([0, 14, 22] + formats.indices.map { 164 + $0 }).map { "<xf numFmtId=\"\($0)\"/>" }.joined() + "</cellXfs>"
    func rows(_ style: Int, _ values: [String]) throws -> [String] {
      workbook.sheets = [("Data", Self.numbers(values, style: style))]
      return try workbook.rows().map { $0[0] }
    }
    // 46,354 is 28 November 2026; 60 is the day that never was.
    #expect(
      try rows(1, ["46354", "1", "59", "60", "61"]) == [
        "2026-11-28", "1900-01-01", "1900-02-28", "1900-02-29", "1900-03-01",
      ])
    #expect(try rows(2, ["46354.604166666664", "46354.999999"]) == ["2026-11-28T14:30:00", "2026-11-29"])
    #expect(try rows(3, ["46354"]) == ["2026-11-28"])
    #expect(try rows(4, ["46354"]) == ["2026-11-28"])
    #expect(try rows(5, ["0.5", "46354.5"]) == ["12:00:00", "2026-11-28T12:00:00"])
    #expect(try rows(6, ["1.5"]) == ["36:00:00"])
    #expect(try rows(7, ["0.256"]) == ["0.256"])
    #expect(try rows(8, ["42", "123456", "1.5"]) == ["00042", "123456", "1.5"])
    #expect(try rows(9, ["46354"]) == ["46354"])
    #expect(try rows(10, ["46354"]) == ["46354"])
    #expect(try rows(11, ["46354"]) == ["2026-11-28"])
    #expect(try rows(12, ["46354"]) == ["46354"])
    #expect(try rows(13, ["46354"]) == ["46354"])
    #expect(try rows(1, ["-1", "2958466"]) == ["-1", "2958466"])
    workbook.properties = "<workbookPr date1904=\"1\"/>"
    #expect(try rows(1, ["0", "44892"]) == ["1904-01-01", "2026-11-28"])
  }

  @Test func `tells hidden sheets and rows, and what merged cells show`() throws {
    var workbook = SmallWorkbook(
      "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>area</v></c></row>"
        + "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\"><v>10</v></c></row>"
        + "<row r=\"3\" hidden=\"1\"><c r=\"B3\"><v>20</v></c></row><row r=\"4\" hidden=\"1\"/>"
        + "<row r=\"9\"><c r=\"C9\"><v>3</v></c></row>")
    workbook.behind = "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>"
    workbook.sheets += [("Other", ""), ("Lists", "")]
    workbook.states = ["Other": "veryHidden", "Lists": "visible"]
    let book = try Workbook(.memory(workbook.bytes))
    #expect(book.sheets.map(\.name) == ["Data", "Other", "Lists"])
    #expect(book.sheets.map(\.isHidden) == [false, true, false])
    #expect(book["lists"]?.name == "Lists")
    let table = try book.table(of: book.sheets[0])
    #expect(table.rows.map(\.number) == [1, 2, 3, 9])
    #expect(table.notes.hiddenRows.count == 1 && table.notes.hiddenRows.first?.row == 3)
    #expect(table.rows[2][1] == "" && table.shown(row: table.rows[2], column: 1) == "1")
    #expect(table.shown(row: table.rows[3], column: 1) == "")
    var rows = try SheetRows(book.sheets[0], of: book) { _ in nil }
    rows.filledColumns = [1]
    #expect(
      try DelimitedText(&rows).rows.map { $0.cells.map(\.text) } == [
        ["area"], ["1", "10"], ["1", "20"], ["", "", "3"],
      ])
  }

  @Test func `a cell knows its place`() throws {
    let workbook = try Workbook(
      .memory(SmallWorkbook("<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"AA2\"><v>2</v></c></row>").bytes))
    var stream = try workbook.stream(of: workbook.sheets[0])
    let block = try #require(try stream.next())
    #expect(block.cells.indices.map { block.column(of: block.cells[$0]) } == Array(1...27))
    #expect(CellReference(row: 2, column: 27).description == "AA2")
    #expect(CellReference("XFD1048576") == CellReference(row: 1_048_576, column: 16_384))
    for text in ["XFE1", "A0", "1A", "A", "A1048577", "", "A1B"] { #expect(CellReference(text) == nil) }
    #expect(try stream.next() == nil)
  }
}
