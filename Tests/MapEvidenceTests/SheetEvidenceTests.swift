import Foundation
import MapEvidence
import MapModel
import OrderedCollections
import Tabular
import TestSupport
import Testing

struct SheetEvidenceTests {
  private static func definition(_ evidence: String) -> String {
    """
    title: Test
    areas: [{id: north, name: North}, {id: south, name: South}]
    actors:
      - {id: gp, name: GP, role: delivery, sector: nhs, stage: delivery}
      - {id: school, name: School, role: delivery, sector: school, stage: delivery}
    relations: [{id: refers-to, family: coordination}]
    informants: [{id: staff, name: Staff, speaks-for: []}]

    """ + evidence
  }

  /// A sheet of texts, in which what is a number is one.
  private static func sheet(_ name: String, _ rows: [[String]], isHidden: Bool = false) -> WorkbookSheet {
    var sheet = WorkbookSheet(
      name, rows.map { row in .init(row.map { text in Int(text).map { .whole($0) } ?? .text(text) }) })
    sheet.isHidden = isHidden
    return sheet
  }

  /// A workbook, with cells merged in its first sheet.
  private static func workbook(_ sheets: [WorkbookSheet], merging ranges: [String] = []) throws -> [UInt8] {
    let bytes = try WorkbookWriter.bytes(of: sheets)
    if ranges.isEmpty { return bytes }
    let archive = try ZipArchive(.memory(bytes))
    var writer = ZipWriter()
    for entry in archive.entries {
      var text = String(decoding: try archive.bytes(of: entry), as: UTF8.self)
      if entry.name.hasSuffix("sheet1.xml") {
        let list = ranges.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
        text = text.replacing("</sheetData>", with: "</sheetData><mergeCells>\(list)</mergeCells>")
      }
      try writer.add(entry.name, Array(text.utf8))
    }
    return writer.archive()
  }

  private static func read(_ evidence: String, _ files: [String: [UInt8]]) -> MapReading {
    MapFolder.read(
      MapFiles(files.merging(["map.yaml": Array(definition(evidence).utf8)]) { $1 }),
      options: ReadingOptions(takesDigests: true))
  }

  private static let tables: [String: [[String]]] = [
    "Said": [
      ["id", "from", "to", "relation", "area", "informant"], ["s1", "GP", "School", "refers-to", "North", "Staff"],
      ["s2", "School", "GP", "refers-to", "", ""],
    ],
    "Field work": [["informant", "interviews", "area"], ["staff", "3", "north"]],
    "Outcomes": [["outcome", "value", "area"], ["rating", "4", "south"]],
    "Counts": [
      ["from", "to", "relation", "count", "area"], ["gp", "school", "refers-to", "12", "north"],
      ["gp", "school", "refers-to", "7", "south"],
    ],
    "Cases": [
      ["id", "source", "area", "started"], ["0012", "GP", "North", "2025-01-02"], ["13", "GP", "South", "2025-01-03"],
      ["14", "GP", "South", ""],
    ],
  ]
  private static let noInterviews = Array("from,to,relation\n".utf8)
  private static let caseRules = """
    columns: {case: id, area: area, started: started}, \
    rules: [{from: {column: source}, to: school, relation: refers-to, measure: referred}]
    """

  @Test func `evidence of every kind is the same from sheets as from CSV`() throws {
    let names = ["Said", "Field work", "Outcomes", "Counts", "Cases"]
    var csv = Self.tables.mapValues { Array($0.map { $0.joined(separator: ",") + "\n" }.joined().utf8) }
    csv = Dictionary(uniqueKeysWithValues: csv.map { ($0.key + ".csv", $0.value) })
    let sheets = names.map { Self.sheet($0, Self.tables[$0] ?? []) }
    let plain = Self.read(
      """
      interviews: {file: Said.csv}
      fieldwork: {file: Field work.csv}
      outcomes: {file: Outcomes.csv}
      mi: [{file: Counts.csv, cases: []}, {file: Cases.csv, \(Self.caseRules)}]
      """, csv)
    let book = Self.read(
      """
      interviews: {file: all.xlsx, sheet: Said}
      fieldwork: {file: all.xlsx, sheet: field work}
      outcomes: {file: all.xlsx, sheet: Outcomes}
      mi: [{file: all.xlsx, sheet: Counts, cases: []}, {file: all.xlsx, sheet: Cases, \(Self.caseRules)}]
      """, ["all.xlsx": try Self.workbook(sheets)])
    #expect(plain.problems.map(\.description) == [])
    #expect(book.problems.map(\.description) == [])
    let (expected, map) = (try #require(plain.map), try #require(book.map))
    #expect(map.fieldwork == expected.fieldwork && map.outcomes == expected.outcomes)
    #expect(map.connections.keys == expected.connections.keys)
    for (id, connection) in map.connections {
      let other = try #require(expected.connections[id])
      #expect(connection.statements.map(\.id) == other.statements.map(\.id))
      #expect(connection.statements.map(\.placement) == other.statements.map(\.placement))
      #expect(connection.statements.map(\.location?.line) == other.statements.map(\.location?.line))
      #expect(connection.counts.map(\.value) == other.counts.map(\.value))
      #expect(connection.counts.map(\.area) == other.counts.map(\.area))
    }
    #expect(map.connections.values.first?.statements.first?.location?.file == "all.xlsx[Said]")
    #expect(book.usage.map(\.used) == plain.usage.map(\.used) && book.usage.map(\.file) == ["all.xlsx[Cases]"])
    #expect(book.inputs.dropFirst().allSatisfy { $0.name == "all.xlsx" && $0.sha256?.count == 64 })
  }

  @Test func `problems name the sheet and the cell`() throws {
    var rows = Self.tables["Counts"] ?? []
    rows[2][3] = "many"
    rows.insert([], at: 1)
    let reading = Self.read(
      "mi: [{file: mi.xlsx}]\n",
      ["mi.xlsx": try Self.workbook([Self.sheet("Counts", rows)]), "interviews.csv": Self.noInterviews])
    let problem = try #require(reading.problems.first { $0.code == .badNumber })
    #expect(problem.file == "mi.xlsx" && problem.sheet == "Counts" && problem.cell == "D4")
    #expect(problem.description.hasPrefix("mi.xlsx, sheet Counts, cell D4: error: \"many\" is not a count"))
    let missing = Self.read(
      "mi: [{file: mi.xlsx}]\n", ["mi.xlsx": try Self.workbook([Self.sheet("Counts", [["from", "to"]])])])
    #expect(missing.problems.contains { $0.description.hasPrefix("mi.xlsx, sheet Counts, row 1: error: There is no") })
  }

  @Test(arguments: [
    ("{file: a.xlsx, sheet: Cuonts}", "missing-sheet", "did you mean \"Counts\"?"),
    ("{file: a.xlsx, sheet: Nowhere}", "missing-sheet", "it has \"Counts\", \"More\", \"Empty\", \"Old\""),
    ("{file: a.xlsx}", "missing-sheet", "several sheets (\"Counts\", \"More\")"),
    ("{file: a.xlsx, sheet: Old}", "hidden-cells", "is hidden"),
    ("{file: t.csv, sheet: Old}", "missing-sheet", "is text"),
    ("{file: e.xlsx}", "empty-file", "No sheet"), ("{file: b.xlsx}", "not-text", "its end is missing"),
  ])
  func `says which sheets there are`(file: String, code: String, words: String) throws {
    let counts = Self.tables["Counts"] ?? []
    let book = try Self.workbook([
      Self.sheet("Counts", counts), Self.sheet("More", counts), Self.sheet("Empty", []),
      Self.sheet("Old", counts, isHidden: true),
    ])
    let reading = Self.read(
      "mi: [\(file)]\n",
      [
        "a.xlsx": book, "t.csv": Array("from,to,relation,count\n".utf8), "b.xlsx": Array(book.prefix(200)),
        "e.xlsx": try Self.workbook([Self.sheet("Empty", [])]),
      ])
    #expect(
      reading.problems.contains { $0.code.rawValue == code && $0.message.contains(words) }, "\(reading.problems)")
  }

  @Test func `merged cells of areas hold for all their rows, and those of numbers for the first`() throws {
    let counts = [
      ["area", "from", "to", "relation", "measure", "count"], ["North", "GP", "School", "refers-to", "cases", "5"],
      ["", "School", "GP", "refers-to", "cases", ""],
    ]
    let reading = Self.read(
      "mi: [{file: a.xlsx, cases: [cases]}]\n",
      [
        "a.xlsx": try Self.workbook([Self.sheet("A", counts)], merging: ["A2:A3", "F2:F3"]),
        "interviews.csv": Self.noInterviews,
      ])
    #expect(reading.problems.filter { $0.severity == .error }.map(\.code) == [.badNumber])
    #expect(reading.map?.connections.values.flatMap { $0.counts.map(\.area) } == ["north"])
    let cases = [
      ["id", "source", "area", "started"], ["1", "GP", "North", ""], ["2", "GP", "", ""], ["3", "GP", "", ""],
    ]
    let counted = Self.read(
      "mi: [{file: a.xlsx, \(Self.caseRules)}]\n",
      ["a.xlsx": try Self.workbook([Self.sheet("A", cases)], merging: ["C2:C4"]), "interviews.csv": Self.noInterviews])
    #expect(counted.map?.connections.values.first?.counts.map(\.value) == [.number(3)])
    #expect(counted.map?.connections.values.first?.counts.map(\.area) == ["north"])
  }

  // MARK: Several files

  @Test func `interviews and fieldwork take several files`() throws {
    let header = "id,from,to,relation\n"
    let reading = Self.read(
      """
      interviews: [a.csv, {file: b.xlsx, sheet: Coded, columns: {from: Who}}, {file: c.csv}]
      fieldwork: {files: [f1.csv, f2.csv], columns: {interviews: n}}
      """,
      [
        "a.csv": Array((header + ",gp,school,refers-to\ns1,gp,school,refers-to\n").utf8),
        "b.xlsx": try Self.workbook([
          Self.sheet("Coded", [["id", "Who", "to", "relation"], ["", "gp", "school", "refers-to"]])
        ]),
        "c.csv": Array((header + "s1,gp,school,refers-to\n").utf8),
        "f1.csv": Array("informant,n,area\nstaff,2,north\n".utf8),
        "f2.csv": Array("informant,n,area\nstaff,5,south\n".utf8),
      ])
    #expect(reading.problems.map(\.code) == [.duplicateID])
    #expect(reading.problems.first?.message.contains("line 3 of a.csv") == true)
    #expect(reading.map?.connections.values.first?.statements.map(\.id) == ["line-2", "s1", "line-2-2"])
    #expect(reading.map?.fieldwork.entries.map(\.interviews) == [2, 5])
    // What was read from several files is one map, which a folder can hold.
    #expect(try reading.map.map(MapFolder.files(of:))?["interviews.csv"] != nil)
  }

  @Test(arguments: [
    ("../data/x.csv", true), ("../data/deep/x.csv", true), ("../data/../secret/x.csv", false),
    ("../secret/x.csv", false),
    ("../datax/x.csv", false), ("../data", false), ("/data/x.csv", false), ("sub/x.csv", true),
    ("./../data/x.csv", true),
    ("sub/../../secret/x.csv", false), ("..\\data\\x.csv", false),
  ])
  func `files of other folders are read only where the map lists the folder`(name: String, isRead: Bool) throws {
    let table = Array("from,to,relation\ngp,school,refers-to\n".utf8)
    let reading = Self.read("folders: [../data/]\ninterviews: {file: '\(name)'}\n", [name: table])
    #expect(reading.problems.contains { $0.code == .outsideFolder } == !isRead)
    #expect(reading.map?.connections.isEmpty == !isRead)
    for folders in ["", "folders: [/data]\n", "folders: [..]\n"] {
      let other = Self.read(folders + "interviews: {file: ../data/x.csv}\n", ["../data/x.csv": table])
      #expect(other.problems.contains { $0.code == .outsideFolder } == (folders != "folders: [..]\n"))
    }
  }
}
