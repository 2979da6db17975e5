import Foundation
import TestSupport
import Testing

/// Results as workbooks, read by openpyxl, and problems as GitHub shows them.
struct ResultWorkbookTests {
  private static let netmap = BuiltProgram("netmap")
  private static let python = InstalledProgram(Package.path(to: ".build/peers/bin/python"))
  private static let map = Package.path(to: "Maps/ami")

  /// Sheets with the number of rows of their tables and of the numbers in them, `Sheet rows numbers`, a line each.
  private static let script = """
    import openpyxl, sys
    book = openpyxl.load_workbook(sys.argv[1])
    assert book.sheetnames[:2] == ["Notes", "Contents"]
    for sheet in book.worksheets[2:]:
      rows = list(sheet.iter_rows(min_row=5, values_only=True))
      header = [cell.value for cell in sheet[4]]
      assert sheet.freeze_panes == "A5" and len(set(header)) == len(header) and None not in header, sheet.title
      numbers = sum(1 for row in rows for cell in row if isinstance(cell, (int, float)))
      print(sheet.title, len(rows), numbers)
    """

  private static func sheets(_ path: String) throws -> [String] {
    let run = try python.run(["-c", script, path])
    #expect(run.code == 0, "\(run.text)")
    return run.text.split(separator: "\n").map(String.init)
  }

  private static func json(_ arguments: String...) throws -> [String: Any] {
    let run = try netmap.run(arguments + ["--format", "json"])
    return try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  @Test(.enabled(if: python.isThereOrDemanded, "no openpyxl: .setup/peers installs it"))
  func `measure, gaps, check and compare give workbooks with real numbers`() throws {
    let folder = try TemporaryFolder()
    func run(_ arguments: String...) throws {
      let run = try Self.netmap.run(arguments + ["--format", "xlsx"])
      #expect(run.code == 0 && run.output.isEmpty, "\(arguments) \(run.errors)")
    }
    try run("measure", Self.map, "--output", folder.path + "/measures.xlsx")
    let actors = try #require(try Self.json("measure", Self.map)["actors"] as? [Any]).count
    let measures = try Self.sheets(folder.path + "/measures.xlsx")
    #expect(measures[0].hasPrefix("Actors \(actors) ") && measures.count == 3, "\(measures)")
    // In-degree and out-degree at least are numbers of each actor.
    #expect(Int(measures[0].split(separator: " ")[2]) ?? 0 >= 2 * actors)

    try run("check", Self.map, "--output", folder.path + "/check.xlsx")
    let check = try Self.json("check", Self.map)
    let counts = try ["problems", "claims"].map { try #require(check[$0] as? [Any]).count }
    let checked = try Self.sheets(folder.path + "/check.xlsx")
    #expect(checked.contains { $0.hasPrefix("Claims \(counts[1]) ") }, "\(checked)")
    #expect(counts[0] == 0 || checked[0].hasPrefix("Problems \(counts[0]) "), "\(checked)")

    try run("gaps", Self.map, "--output", folder.path + "/gaps")
    let gaps = try #require(try Self.json("gaps", Self.map)["gaps"] as? [Any]).count
    #expect(try Self.sheets(folder.path + "/gaps/gaps.xlsx") == ["Gaps \(gaps) 0"])

    try run("compare", Self.map, "--permutations", "20", "--output", folder.path + "/comparison")
    let compared = try Self.sheets(folder.path + "/comparison/comparison.xlsx")
    let table = try folder.text(of: "comparison/presence.csv").split(separator: "\n").count - 1
    #expect(compared.first == "Presence \(table) 0" && compared.contains { $0.hasPrefix("Rates ") }, "\(compared)")
  }

  @Test func `a workbook of results goes to standard output, too`() throws {
    let folder = try TemporaryFolder()
    for arguments in ["gaps", "check", "measure"] {
      let run = try InstalledProgram("sh").run(
        ["-c", "'\(Self.netmap.path)' \(arguments) '\(Self.map)' --format xlsx > out.xlsx"], in: folder.path)
      #expect(run.code == 0, "\(run.text)")
      let bytes = try Data(contentsOf: URL(filePath: folder.path + "/out.xlsx"))
      #expect(bytes.starts(with: [0x50, 0x4B, 3, 4]), "\(arguments)")
    }
  }

  @Test func `problems are commands of GitHub's workflows, at their lines`() throws {
    let folder = try TemporaryFolder()
    #expect(try Self.netmap.run(["new", "maps/a,b"], in: folder.path).code == 0)
    let path = folder.path + "/maps/a,b/map.yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.hasPrefix("# yaml-language-server: $schema=map.schema.json\n"))
    try text.replacing("title: Reading Friends", with: "titel: \"100 % ::error::x\"\ntitle: T")
      .write(toFile: path, atomically: true, encoding: .utf8)
    let run = try Self.netmap.run(["check", "maps/a,b/", "--format", "github"], in: folder.path)
    #expect(run.code == 1)
    #expect(
      run.output.hasPrefix(
        "::error file=maps/a%2Cb/map.yaml,line=4,col=1,title=netmap%3A unknown-key::the map has no key"),
      "\(run.output)")
    #expect(run.output.split(separator: "\n").allSatisfy { $0.hasPrefix("::") })
  }
}
