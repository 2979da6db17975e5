import Testing

@testable import Tabular

struct WorkbookFaultTests {
  private static func fault(_ bytes: [UInt8]) -> WorkbookFault? {
    do throws(WorkbookFault) {
      let workbook = try Workbook(.memory(bytes))
      for sheet in workbook.sheets { _ = try workbook.table(of: sheet) }
      return nil
    } catch { return error }
  }

  private static func archive(_ names: [String], _ content: String = "") throws -> [UInt8] {
    var zip = ZipWriter()
    for name in names { try zip.add(name, Array(content.utf8)) }
    return zip.archive()
  }

  /// The start of a file of the old kind: a header of 512 bytes, and in the sector that it names the list of contents.
  private static func compound(_ name: String) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 2048)
    bytes.replaceSubrange(0..<4, with: [0xD0, 0xCF, 0x11, 0xE0])
    bytes[30] = 9
    bytes[48] = 1
    bytes.replaceSubrange(1024..<(1024 + 2 * name.utf8.count), with: name.utf8.flatMap { [$0, 0] })
    return bytes
  }

  @Test func `says what a file is that is no workbook, and what to do`() throws {
    let cases: [([UInt8], WorkbookFault.Kind, String)] = [
      ([], .otherFile, "empty"), (Array("a,b\n1,2\n".utf8), .otherFile, "ends in .csv"),
      (Array("\n<html><table>".utf8), .otherFile, "web page"),
      (Self.compound("Workbook"), .otherFile, "(.xls)"), (Self.compound("EncryptedPackage"), .locked, "password"),
      (try Self.archive(["mimetype"], "application/vnd.oasis.opendocument.spreadsheet"), .otherFile, "LibreOffice"),
      (try Self.archive(["xl/workbook.bin", "[Content_Types].xml"]), .otherFile, ".xlsb"),
      (try Self.archive(["Index/Document.iwa"]), .otherFile, "Numbers"),
      (try Self.archive(["word/document.xml", "[Content_Types].xml"]), .otherFile, "Word"),
      (try Self.archive(["data.csv"]), .otherFile, "take the workbook out"),
      (try Self.archive(["[Content_Types].xml"], "<Types/>"), .damaged, "xl/workbook.xml is missing"),
      (try Self.archive(["xl/workbook.xml"], "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), .damaged, "document type"),
      (Array("PK\u{3}\u{4}".utf8), .damaged, "its end is missing"),
    ]
    for (bytes, kind, words) in cases {
      let fault = try #require(Self.fault(bytes))
      #expect(fault.kind == kind && fault.description.contains(words), "\(fault)")
    }
  }

  @Test(arguments: [
    ("<row r=\"2\"/><row r=\"2\"/>", WorkbookFault.Kind.damaged), ("<row r=\"0\"/>", .damaged),
    ("<row r=\"1048577\"/>", .damaged), ("<row r=\"99999999999999999999\"/>", .damaged),
    ("<row><c r=\"B1\"/><c r=\"A1\"/></row>", .damaged), ("<row><c r=\"XFE1\"><v>1</v></c></row>", .damaged),
    ("<row><c r=\"\"><v>1</v></c></row>", .damaged), ("<row><c t=\"s\"><v>0</v></c></row>", .damaged),
    ("<row><c t=\"s\"><v>-1</v></c></row>", .damaged), ("<row><c><v>one</v></c></row>", .damaged),
    ("<row><c><v>1</v></row>", .damaged),
  ])
  func `refuses sheets that contradict themselves`(rows: String, kind: WorkbookFault.Kind) throws {
    #expect(Self.fault(try SmallWorkbook(rows).bytes)?.kind == kind)
  }

  @Test func `reads rows and cells without end, and stops where nobody could use them`() throws {
    // A million rows that hold nothing.
    let empty = (1...1_048_576).map { "<row r=\"\($0)\"/>" }.joined()
    #expect(try SmallWorkbook(empty).rows().isEmpty)
    // A row of all columns, and then so many that all would be as wide.
    let wide = "<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>"
    #expect(try SmallWorkbook(wide).rows()[0].count == 16_384)
    let long = wide + (2...1_000).map { "<row r=\"\($0)\"><c><v>1</v></c></row>" }.joined()
    let workbook = try Workbook(.memory(SmallWorkbook(long).bytes))
    var stream = try SheetStream(workbook.sheets[0], of: workbook, mostCells: 1_000_000)
    var fault: WorkbookFault?
    do throws(WorkbookFault) { while try stream.next() != nil {} } catch { fault = error }
    #expect(fault?.kind == .tooLarge && fault?.description.contains("column XFD") == true)
    let text = String(repeating: "x", count: 17_000_000)
    let fat = "<row><c t=\"inlineStr\"><is><t>\(text)</t></is></c></row>"
    #expect(Self.fault(try SmallWorkbook(fat).bytes)?.kind == .tooLarge)
  }

  @Test func `changed bytes never do harm`() throws {
    var random = SystemRandomNumberGenerator()
    let bytes = try WorkbookWriter.bytes(of: [
      WorkbookSheet("A", [.init([.text("name"), .whole(1)]), .init([.decimal(0.5), .truth(true)])])
    ])
    for _ in 0..<2_000 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        changed[Int.random(in: changed.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      _ = Self.fault(changed)
    }
  }
}
