import Testing

@testable import Tabular

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

  @Test(arguments: 12...40)
  func `marks stand for what is above whatever the size of the parts`(partSize: Int) {
    let text = "*,1\n\"A \"\"x\",1\n*,2\n*,3\n,4\n*,5\n\"B \"\"y\"\"\",6\n*,7\n8\n*,9\nC,*\n"
    var scanner = CellScanner(separator: UInt8(ascii: ","))
    var (above, rest): ([Int: [UInt8]], [UInt8]) = ([:], [])
    var (names, lines): ([String], [Int]) = ([], [])
    let bytes = Array(text.utf8)
    for start in stride(from: 0, through: bytes.count, by: partSize) {
      rest += bytes[start..<min(start + partSize, bytes.count)]
      let (block, consumed) = scanner.scan(rest, isLast: start + partSize > bytes.count)
      let filled = block.fillingMarks(in: [0], from: &above) {
        $0 == "*"
      } found: { line, _ in
        lines.append(line)
      }
      names += filled.rows.map { filled.text(filled.cells[Int($0.firstCell)]) }
      rest = Array(rest[consumed...])
    }
    #expect(names == ["*", "A \"x", "A \"x", "A \"x", "", "*", "B \"y\"", "B \"y\"", "8", "8", "C"])
    #expect(lines == [3, 4, 8, 10])
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

  @Test(arguments: 1...12)
  func `takes a formula that is nothing but a text for the text`(partSize: Int) {
    let text = "id,b\n=\"0123\",\"=\"\"045\"\"\"\n\"=\"\"a\"\"&\"\"b\"\"\",=1\n"
    let read = rows(text, partSize: partSize)
    #expect(read.faults == [])
    #expect(read.rows == [["id", "b"], ["0123", "045"], ["=\"a\"&\"b\"", "=1"]])
  }

  @Test func `fills rows up whose last cells were not written`() {
    var scanner = CellScanner(separator: 44)
    let block = scanner.scan(Array("a,b,c\n1\n2,x\n3,y,z\n4,,,\n".utf8), isLast: true).block.fillingShortRows(to: 3)
    let texts = block.rows.map { row in
      block.cells[Int(row.firstCell)..<Int(row.firstCell + row.cellCount)].map(block.text)
    }
    #expect(texts == [["a", "b", "c"], ["1", "", ""], ["2", "x", ""], ["3", "y", "z"], ["4", "", "", ""]])
    #expect(block.rows.map(\.line) == [1, 2, 3, 4, 5])
  }

  @Test func `knows lines and columns`() throws {
    var scanner = CellScanner(separator: 59)
    let block = scanner.scan(Array("a;b\n\"x\ny\";é\n\"q\";z\n".utf8), isLast: true).block
    #expect(block.rows.map(\.line) == [1, 2, 4])
    #expect(block.column(of: block.cells[1]) == 3)
    #expect(block.column(of: block.cells[3]) == 4)
    #expect(block.column(of: block.cells[4]) == 1)
  }

  /// A text of what matters to a scanner, and some letters; a few texts have faults, most have none.
  private static func randomText(_ state: inout UInt64) -> [UInt8] {
    func next(_ limit: UInt64) -> UInt64 {
      // A generator of pseudo-random numbers (Knuth, MMIX).
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % limit
    }
    let pieces = [
      "a", "", "é", "some letters", "\"\"", "\"quoted\"", "\"a, \"\"b\"\"\"", "\"\"\"\"", "\"two\nlines\"",
      "\"cr\r\nlf\"",
      "\"\r\"", String(repeating: "long ", count: 20), "\"" + String(repeating: "\"\"", count: 40) + "\"",
    ]
    let faulty = ["x\"y", "\"x\"y", "\"open"]
    let (hasFaults, breaks) = (next(6) == 0, [["\n"], ["\r\n"], ["\r"], ["\n", "\r\n", "\r"]][Int(next(4))])
    var text = ""
    for _ in 0..<next(30) {
      let cell = hasFaults && next(12) == 0 ? faulty[Int(next(3))] : pieces[Int(next(UInt64(pieces.count)))]
      text += cell + (next(4) == 0 ? breaks[Int(next(UInt64(breaks.count)))] : ",")
    }
    return Array(text.utf8)
  }

  @Test(arguments: 1...40)
  func `reads many bytes at a time as it reads one by one`(seed: UInt64) {
    var state = seed
    for _ in 0..<100 {
      let text = Self.randomText(&state)
      for isLast in [false, true] {
        var (scanner, careful) = (CellScanner(separator: 44, line: 7), CellScanner(separator: 44, line: 7))
        let (block, consumed) = scanner.scan(text, isLast: isLast)
        let (expected, expectedConsumed) = careful.scanWithFaults(text, isLast: isLast)
        func rows(_ block: CellBlock) -> [[Int]] {
          block.rows.map { row in
            let cells = block.cells[Int(row.firstCell)..<Int(row.firstCell + row.cellCount)]
            return [Int(row.line), Int(row.start)] + cells.flatMap { [Int($0.start), Int($0.markedEnd)] }
          }
        }
        #expect(rows(block) == rows(expected), "\(String(decoding: text, as: UTF8.self).debugDescription)")
        #expect(block.faults.map(\.message) == expected.faults.map(\.message))
        #expect(consumed == expectedConsumed && scanner.line == careful.line)
      }
    }
  }
}
