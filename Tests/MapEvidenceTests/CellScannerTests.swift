import Testing

@testable import MapEvidence

struct CellScannerTests {
  /// The texts of all cells, read in parts of a size, as a file is.
  private func rows(_ text: String, partSize: Int, separator: Character = ",") -> (rows: [[String]], faults: [String]) {
    var scanner = CellScanner(separator: separator.asciiValue ?? 0)
    var (rows, faults): ([[String]], [String]) = ([], [])
    var rest: [UInt8] = []
    let bytes = Array(text.utf8)
    for start in stride(from: 0, through: bytes.count, by: partSize) {
      rest += bytes[start..<min(start + partSize, bytes.count)]
      let (block, consumed) = scanner.scan(rest, isLast: start + partSize > bytes.count)
      rows += block.rows.map { row in
        block.cells[Int(row.firstCell)..<Int(row.firstCell + row.cellCount)].map(block.text)
      }
      faults += block.faults.map { "\($0.code) \($0.line):\($0.column) \($0.message)" }
      rest = Array(rest[consumed...])
    }
    return (rows, faults)
  }

  private static let text =
    "id,name,note\r\n1,\"A, \"\"x\"\"\",\r\n2,é\u{1F600},\"two\nlines\r\nand three\"\r3,plain,last\n\n,,\n4,\"\",\"\"\"\"\n"

  @Test(arguments: 1...40)
  func `reads the same whatever the size of the parts`(partSize: Int) {
    let read = rows(Self.text, partSize: partSize)
    #expect(read.faults == [])
    #expect(
      read.rows == [
        ["id", "name", "note"], ["1", "A, \"x\"", ""], ["2", "é\u{1F600}", "two\nlines\nand three"],
        ["3", "plain", "last"], ["4", "", "\""],
      ])
  }

  @Test(arguments: 1...24)
  func `finds the same faults whatever the size of the parts`(partSize: Int) {
    let text = "a,b\n1\",2\n\"x\"y,3\n4,5\n\"p\nq\"r,6\n7,8\n9,\"open\nto the end\n"
    let whole = rows(text, partSize: 1000)
    #expect(rows(text, partSize: partSize) == whole)
    #expect(whole.rows == [["a", "b"], ["4", "5"], ["7", "8"]])
    #expect(
      whole.faults.map { $0.prefix(15) } == [
        "stray-quote 2:2", "stray-quote 3:4", "stray-quote 5:1", "unclosed-quote ",
      ])
  }

  @Test func `knows lines and columns`() throws {
    var scanner = CellScanner(separator: 59)
    let block = scanner.scan(Array("a;b\n\"x\ny\";é\n\"q\";z\n".utf8), isLast: true).block
    #expect(block.rows.map(\.line) == [1, 2, 4])
    #expect(block.column(of: block.cells[1]) == 3)
    #expect(block.column(of: block.cells[3]) == 4)
    #expect(block.column(of: block.cells[4]) == 1)
  }
}
