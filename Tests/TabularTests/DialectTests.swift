import Testing

@testable import Tabular

struct DialectTests {
  private func dialect(_ text: String) -> Dialect {
    let names = ["Case ID", "Area", "School"]
    return Dialect(Array(text.utf8)) { cell in names.first { $0.lowercased() == cell.lowercased() } }
  }

  @Test(arguments: [",", ";", "\t", "|"])
  func `finds the separator by the columns that it gives`(separator: String) {
    let header = ["Case ID", "Area", "Notes, and more; or less"].joined(separator: separator)
    #expect(dialect(header + "\n").separator == separator.utf8.first)
  }

  @Test func `finds the header below titles and blank lines`() {
    let found = dialect("Referrals, by area; 2024,,\n\n\"Made by\nthe provider\"\nCASE ID,school,Area\n1,2,3\n")
    #expect(found.line == 5)
    #expect(found.titleLines == 2)
    #expect(found.separator == UInt8(ascii: ","))
  }

  @Test func `takes a separator that the file declares`() {
    let found = dialect("sep=;\r\nCase ID;Area\r\n")
    #expect((found.separator, found.start, found.line, found.titleLines) == (UInt8(ascii: ";"), 7, 2, 0))
  }

  @Test func `takes the first line where no column is known`() {
    #expect(dialect("x,y\n1,2\n").line == 1)
    #expect(dialect("").line == 1)
  }
}
