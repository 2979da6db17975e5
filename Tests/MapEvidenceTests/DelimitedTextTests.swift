import Testing

@testable import MapEvidence

struct DelimitedTextTests {
  private func cells(_ text: String) -> [[String]] { DelimitedText(text).rows.map { $0.cells.map(\.text) } }

  @Test(arguments: [
    "a,b\n1,2\n", "a;b\r\n1;2\r\n", "a\tb\r1\t2", "sep=;\na;b\n1;2", "sep=|\r\na|b\r\n1|2", "\"a\",\"b\"\n1,2\n\n,\n",
  ])
  func `reads what spreadsheets write`(text: String) {
    #expect(cells(text) == [["a", "b"], ["1", "2"]])
  }

  @Test func `keeps separators, quotes and line breaks inside quotation marks`() {
    #expect(cells("a,b\n\"1,\"\"x\"\"\r\ny\",2\n") == [["a", "b"], ["1,\"x\"\ny", "2"]])
  }

  @Test func `knows where each cell stands, in characters`() {
    let row = DelimitedText("a,b,c\né\u{1F600},\"x\ny\",z\n").rows[1]
    #expect(row.cells.map(\.line) == [2, 2, 3])
    #expect(row.cells.map(\.column) == [1, 4, 4])
  }

  @Test(arguments: [
    ("a,b\n1\",2\n3,4\n", "stray-quote", 2, 2), ("a,b\n\"1\"x,2\n3,4\n", "stray-quote", 2, 4),
    ("a,b\n3,4\n1,\"2\n", "unclosed-quote", 3, 3),
  ])
  func `leaves out rows with a fault and says where it is`(text: String, code: String, line: Int, column: Int) {
    let table = DelimitedText(text)
    #expect(table.faults.map(\.code) == [code])
    #expect(table.faults.map(\.line) == [line])
    #expect(table.faults.map(\.column) == [column])
    #expect(table.rows.map { $0.cells.map(\.text) } == [["a", "b"], ["3", "4"]])
  }

  @Test func `reads nothing from nothing`() {
    #expect(DelimitedText("").rows.isEmpty)
    #expect(DelimitedText("\n\r\n\n").rows.isEmpty)
  }
}

struct TextDecodingTests {
  @Test func `reads every encoding that spreadsheets use`() {
    let text = "Caf\u{E9} \u{2019}"
    #expect(DecodedText(Array(text.utf8)).text == text)
    #expect(DecodedText([0xEF, 0xBB, 0xBF] + Array(text.utf8)).text == text)
    let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(DecodedText([0xFF, 0xFE] + little).text == text)
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(DecodedText([0xFE, 0xFF] + big).text == text)
    let windows = DecodedText([0x43, 0x61, 0x66, 0xE9, 0x20, 0x92])
    #expect(windows.text == text)
    #expect(windows.encoding == .windows1252)
  }

  @Test func `reads an odd byte at the end of UTF-16 without harm`() {
    #expect(DecodedText([0xFF, 0xFE, 0x41, 0x00, 0x42]).text == "A")
  }
}

struct InputFileTests {
  /// The examples of FIPS 180-4 (NIST, "SHA-256 Example").
  @Test(arguments: [
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
  ])
  func `takes the SHA-256 digest`(text: String, digest: String) {
    #expect(InputFile(name: "a", bytes: Array(text.utf8)).sha256 == digest)
  }
}
