import Documents
import Testing

struct DocumentTests {
  private static let document: Document = {
    var document = Document()
    document.add([.heading("What there is"), .paragraph(.init("One *line*.", details: ["More of it."]))])
    document.add([])
    document.add([
      .table(
        Document.Table(["Name", "", "Number"], numbers: [2], rows: [["A | B", "", "5"], ["C\nD", "", "10"]])),
      .list([.init("first", details: ["inner"]), .init("second")]),
      .terms([.init("Core", meaning: "the closest"), .init("In", meaning: "to it")]),
    ])
    return document
  }()

  @Test func `is written for a terminal with aligned columns and capitals`() {
    #expect(
      TerminalText.text(of: Self.document) == """
        WHAT THERE IS
        One *line*.
          More of it.

        NAME   NUMBER
        A | B       5
        C D        10
        - first
          inner
        - second
        CORE  the closest
        IN    to it

        """)
  }

  @Test func `is written in Markdown with all signs escaped`() {
    #expect(
      MarkdownText.text(of: Self.document) == #"""
        ## What there is

        One \*line\*.

        - More of it.

        | Name | Number |
        | --- | ---: |
        | A \| B | 5 |
        | C D | 10 |

        - first
          - inner
        - second

        - **Core**: the closest
        - **In**: to it

        """#)
  }

  @Test func `keeps what would steer a terminal away from it`() {
    #expect(TerminalText.escaped("a\u{1B}[2Jb\u{202E}c\nd\u{9B}e") == "a[2Jbc de")
    #expect(TerminalText.escaped("plain") == "plain")
  }

  @Test func `writes tables as comma-separated values with all columns`() {
    let table = Document.Table(["a", "b"], rows: [["1", ""], ["=x", "y,z"]])
    #expect(CSVText.text(of: table) == "a,b\n1,\n'=x,\"y,z\"\n")
    #expect(CSVText.cell(nil as Double?) == "" && CSVText.cell(0.25) == "0.25" && CSVText.cell(true) == "true")
  }

  @Test func `counts with the right form of a noun`() {
    #expect(counted(1, "gap") == "1 gap" && counted(0, "gap") == "0 gaps")
    #expect(counted(2, "such connection is", plural: "such connections are") == "2 such connections are")
  }

  @Test(arguments: [
    (0.25, 1, "0.3"), (-0.25, 1, "-0.3"), (2.5, 0, "3"), (-0.001, 2, "0.00"), (12.345, 2, "12.35"), (1e16, 1, "1e+16"),
  ])
  func `rounds to decimals`(number: Double, decimals: Int, text: String) {
    #expect(rounded(number, decimals: decimals) == text)
  }
}

struct InertTextTests {
  @Test(arguments: [
    ("plain\ntext\t.", "plain\ntext\t."), ("\u{1B}[31mred\u{9B}0m\u{7}\u{7F}", "[31mred0m"),
    ("a\r\nb\u{2028}c", "a \nb c"),
    ("\u{202E}a\u{2066}b\u{200F}\u{61C}", "ab"), ("p\u{200B}a\u{AD}y\u{200D}\u{FEFF}\u{2060}\u{E0041}l", "payl"),
    // Pictures and letters that are joined stay so.
    ("\u{1F468}\u{200D}\u{1F469} \u{2764}\u{FE0F}", "\u{1F468}\u{200D}\u{1F469} \u{2764}\u{FE0F}"),
    ("\u{645}\u{6CC}\u{200C}\u{62E} e\u{301} \u{2192}", "\u{645}\u{6CC}\u{200C}\u{62E} e\u{301} \u{2192}"),
  ])
  func `what steers a terminal or hides is left out`(text: String, expected: String) {
    #expect(TerminalText.inert(text) == expected)
  }

  @Test func `JSON writes it by its number`() throws {
    let value = ["k": "\u{202E}a\u{9B}\u{7F}\u{E0041}\u{200D}é\n"]
    let text = try JSONText.text(of: value)
    #expect(text == "{\n  \"k\" : \"\\u202ea\\u009b\\u007f\\udb40\\udc41\u{200D}é\\n\"\n}\n")
  }
}
