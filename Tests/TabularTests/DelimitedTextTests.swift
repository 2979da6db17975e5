import Testing

@testable import Tabular

struct DelimitedTextTests {
  private func cells(_ text: String) -> [[String]] { DelimitedText(Array(text.utf8)).rows.map { $0.cells.map(\.text) } }

  @Test(arguments: [
    "a,b\n1,2\n", "a;b\r\n1;2\r\n", "a\tb\r1\t2", "sep=;\na;b\n1;2", "sep=|\r\na|b\r\n1|2", "a|b\n1|2",
    "\"a\",\"b\"\n1,2\n\n,\n",
  ])
  func `reads what spreadsheets write`(text: String) {
    #expect(cells(text) == [["a", "b"], ["1", "2"]])
  }

  @Test func `keeps separators, quotes and line breaks inside quotation marks`() {
    #expect(cells("a,b\n\"1,\"\"x\"\"\r\ny\",2\n") == [["a", "b"], ["1,\"x\"\ny", "2"]])
  }

  @Test func `knows where each cell stands, in characters`() {
    let row = DelimitedText(Array("a,b,c\né\u{1F600},\"x\ny\",z\n".utf8)).rows[1]
    #expect(row.cells.map(\.line) == [2, 2, 3])
    #expect(row.cells.map(\.column) == [1, 4, 4])
  }

  @Test(arguments: [
    ("a,b\n1\",2\n3,4\n", "stray-quote", 2, 2), ("a,b\n\"1\"x,2\n3,4\n", "stray-quote", 2, 4),
    ("a,b\n3,4\n1,\"2\n", "unclosed-quote", 3, 3),
  ])
  func `leaves out rows with a fault and says where it is`(text: String, code: String, line: Int, column: Int) {
    let table = DelimitedText(Array(text.utf8))
    #expect(table.faults.map(\.code) == [code])
    #expect(table.faults.map(\.line) == [line])
    #expect(table.faults.map(\.column) == [column])
    #expect(table.rows.map { $0.cells.map(\.text) } == [["a", "b"], ["3", "4"]])
  }

  @Test func `reads nothing from nothing`() {
    #expect(DelimitedText(Array("".utf8)).rows.isEmpty)
    #expect(DelimitedText(Array("\n\r\n\n".utf8)).rows.isEmpty)
  }
}
