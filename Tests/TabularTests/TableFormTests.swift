import Testing

@testable import Tabular

struct TableFormTests {
  private func form(_ text: String) -> TableForm {
    let names = ["Case ID", "Area", "School"]
    return TableForm(Array(text.utf8)) { cell in names.first { $0.lowercased() == cell.lowercased() } }
  }

  @Test(arguments: [",", ";", "\t", "|"])
  func `finds the separator by the columns that it gives`(separator: String) {
    let header = ["Case ID", "Area", "Notes, and more; or less"].joined(separator: separator)
    #expect(form(header + "\n").separator == separator.utf8.first)
  }

  @Test func `finds the header below titles and blank lines`() {
    let found = form("Referrals, by area; 2024,,\n\n\"Made by\nthe provider\"\nCASE ID,school,Area\n1,2,3\n")
    #expect(found.line == 5)
    #expect(found.titleLines == 2)
    #expect(found.separator == UInt8(ascii: ","))
  }

  @Test func `takes a separator that the file declares`() {
    let found = form("sep=;\r\nCase ID;Area\r\n")
    #expect((found.separator, found.start, found.line, found.titleLines) == (UInt8(ascii: ";"), 7, 2, 0))
  }

  @Test func `takes the first line where no column is known`() {
    #expect(form("x,y\n1,2\n").line == 1)
    #expect(form("").line == 1)
  }
}
