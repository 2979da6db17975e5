import MapDisclosure
import MapEvidence
import MapModel
import OrderedCollections
import TestSupport
import Testing

/// What the checks find in rows of cases, beyond what `Maps/case-level` plants.
struct CaseChecksTests {
  private static func problems(_ rows: String, minimum: Int = 10) throws -> [Problem] {
    let folder = try TemporaryFolder([
      "map.yaml": """
      title: Test
      areas: [{id: north, name: North}]
      actors:
        - {id: mentors, name: Mentors, role: delivery, sector: delivery-charity, stage: delivery}
        - {id: gp, name: GPs, role: co-existing-support, sector: nhs, stage: delivery}
      relations: [{id: refers-to, family: coordination}]
      interviews: {file: interviews.csv}
      disclosure: {minimum: \(minimum)}
      mi:
        - file: cases.csv
          columns: {case: ID, area: Area, school: School, source: Source, referred: Referred, started: Started, ended: Ended}
          details: [Born]
          extracted: 2025-12-31
          rules: [{from: {column: source}, to: mentors, relation: refers-to}]

      """,
      "interviews.csv": "from,to,relation\n",
      "cases.csv": "ID,Area,School,Source,Referred,Started,Ended,Born\n" + rows,
    ])
    return MapFolder.read(at: folder.path).problems
  }

  @Test(
    arguments: [
      // Dates of birth that are the same day, and schools that are the same name, are no conflict.
      ("1,North,Oak,GPs,2025-01-01,,,2010-05-03\n1,North,OAK ,GPs,2025-02-01,,,03/05/2010\n", []),
      // Nor is what one of the rows does not say.
      ("1,North,,GPs,2025-01-01,,,\n1,North,Oak,GPs,2025-02-01,,,2010-05-03\n", []),
      (
        "1,North,,GPs,2025-01-01,,,\n1,North,Oak,GPs,2025-02-01,,,\n1,North,Elm,GPs,2025-03-01,,,\n",
        ["conflicting-details"]
      ),
      ("1,North,Oak,GPs,2025-01-01,,,\n 1 ,North,Oak,GPs,2025-01-01,,,\n", ["duplicate-row"]),
      ("1,North,Oak,GPs,2025-06-01,,2025-05-01,\n", ["dates-out-of-order"]),
      ("1,North,Oak,GPs,2026-01-01,,,\n", ["date-in-future"]),
      ("1,North,Oak,GPs,2025-01-01,,,,,\n", []), ("1,North,Oak,GPs,2025-01-01,,,,,x\n", ["ragged-row"]),
      ("Total: 4,,,,,,,\n,,Grand total,4,,,,\nTotally Oak,North,Oak,GPs,,,,\n", ["total-row"]),
      ("1,North,Oak,GPs,2025-01-01,\"a\"b,,\n2,North,Oak,GPs,,,,\n", ["stray-quote"]),
      ("NULL,North,Oak,GPs,,,,\n-,North,Oak,GPs,,,,\n", ["missing-case"]), ("#N/A,North,Oak,GPs,,,,\n", ["damaged-id"]),
      ("1e5,North,Oak,GPs,,,,\n2E+10x,North,Oak,GPs,,,,\n", []),
    ] as [(String, [String])])
  func `finds faults and no others`(rows: String, codes: [String]) throws {
    #expect(try Self.problems(rows).map(\.code.rawValue) == codes)
  }

  @Test func `names a value that stands in many rows, and hides one that may be somebody's`() throws {
    let rows = (1...12).map { "\($0),North,Oak,\($0 < 11 ? "GP surgery" : "Aunt Mary"),,,,\n" }.joined()
    let problems = try Self.problems(rows)
    #expect(problems.map(\.count) == [10, 2])
    #expect(problems[0].message.contains("\"GP surgery\""))
    #expect(!problems[1].message.contains("Mary"))
    #expect(problems[1].example == "Aunt Mary")
    #expect(problems[1].lines == [12, 13])
    #expect(!problems.contains { $0.description.contains("Mary") })
  }

  @Test func `counts a million rows with the same fault in one finding`() throws {
    let rows = String(repeating: "1,North,Oak,GPs,2025-02-01,2025-01-01,,\n", count: 20_000)
    let problems = try Self.problems(rows)
    #expect(problems.map(\.code.rawValue).sorted() == ["dates-out-of-order", "duplicate-row"])
    // All of them are out of order before the later ones turn out to be the same.
    #expect(problems.map(\.count).sorted() == [19_999, 20_000])
    #expect(problems.allSatisfy { $0.lines.count == 5 })
  }
}

/// What a second reader broke once.
struct CaseFilesRegressionTests {
  private static func definition(_ mi: String, disclosure: String = "{minimum: 10}") -> String {
    """
    title: Test
    areas: [{id: north, name: North}]
    actors:
      - {id: mentors, name: Mentors, role: delivery, sector: delivery-charity, stage: delivery}
    relations: [{id: refers-to, family: coordination}]
    interviews: {file: interviews.csv}
    disclosure: \(disclosure)
    mi:
    \(mi.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))

    """
  }

  private static let each =
    "rules: [{from: {column: school, each: {role: set-up, sector: school, stage: set-up}}, to: mentors, relation: refers-to}]"

  private static func read(_ mi: String, disclosure: String = "{minimum: 10}", _ files: [String: String]) throws
    -> MapReading
  {
    var all = files
    all["map.yaml"] = definition(mi, disclosure: disclosure)
    all["interviews.csv"] = "from,to,relation\n"
    return MapFolder.read(at: try TemporaryFolder(all).path)
  }

  @Test func `makes one actor of the same name in two items`() throws {
    let item = "columns: {case: ID, area: Area, school: School}, \(Self.each)"
    let reading = try Self.read(
      "- {file: a.csv, \(item)}\n- {file: b.csv, \(item.replacing("refers-to}", with: "refers-to, measure: more}"))}",
      ["a.csv": "ID,Area,School\n1,North,St Mary\n", "b.csv": "ID,Area,School\n2,North,st mary\n"])
    #expect(reading.problems == [])
    #expect(reading.map?.actors.keys.map(\.rawValue) == ["mentors", "st-mary"])
  }

  @Test(arguments: ["{minimum: 10}", "{minimum: 10, zeros: withheld}"])
  func `shows the public no actor from a few rows, nor that it is absent`(disclosure: String) throws {
    let rows = (1...40).map { "\($0),North,Oak\n" }.joined() + "41,North,Jane Doe at home\n"
    let reading = try Self.read(
      "- {file: a.csv, columns: {case: ID, area: Area, school: School}, \(Self.each)}", disclosure: disclosure,
      ["a.csv": "ID,Area,School\n" + rows])
    let full = try #require(reading.map)
    #expect(full.actors.count == 3)
    let published = full.published(for: .public).map
    #expect(published.actors.values.map(\.name) == ["Mentors", "Oak"])
    #expect(published.absences(matching: ConnectionQuery()).isEmpty)
    #expect(published.connections(matching: ConnectionQuery()).count == 1)
  }

  @Test func `asks conditions of the column of ids, too`() throws {
    let reading = try Self.read(
      "- file: a.csv\n  columns: {case: ID, area: Area}\n  rules:\n    - {from: mentors, to: mentors, relation: refers-to, where: {case: [\"A*\"]}}",
      ["a.csv": "ID,Area\nA1,North\nA2,North\nB1,North\n"])
    let map = try #require(reading.map)
    #expect(map.cases(of: try #require(map.connections.values.first))?.value == .number(2))
  }

  @Test func `counts the rows that a quotation mark swallows`() throws {
    let rows = (1...50).map { "\($0),North,Oak\n" }.joined()
    let reading = try Self.read(
      "- {file: a.csv, columns: {case: ID, area: Area, school: School}, \(Self.each)}",
      ["a.csv": "ID,Area,School\n0,North,\"Oak\n" + rows])
    #expect(reading.usage.map { [$0.total, $0.used] } == [[51, 0]])
    #expect(reading.problems.map(\.message).first?.hasSuffix("Lines 2 to 52 were left out") ?? false)
  }

  @Test func `takes a value of one case in many rows for somebody's`() throws {
    let rows = (1...13).map { "1,North,Jane Doe,2025-01-\(10 + $0)\n" }.joined()
    let reading = try Self.read(
      "- file: a.csv\n  columns: {case: ID, area: Area, school: School, referred: Date}\n  rules: [{from: {column: school}, to: mentors, relation: refers-to}]",
      ["a.csv": "ID,Area,School,Date\n" + rows])
    let found = try #require(reading.problems.first { $0.code.rawValue == "unmatched-value" })
    #expect(found.count == 13 && !found.description.contains("Jane") && found.example == "Jane Doe")
  }

  @Test func `says what is wrong with a header, and reads ids without blanks that cannot be seen`() throws {
    let item = "- {file: a.csv, columns: {case: ID, area: Area, school: School}, details: [School], \(Self.each)}"
    let broken = try Self.read(item, ["a.csv": "ID,Ar\"ea,School\n1,North,Oak\n"])
    #expect(broken.problems.map(\.code.rawValue) == ["stray-quote"])
    let read = try Self.read(item, ["a.csv": "ID,Area,School\nA1,North,#REF!\nA1\u{A0},North,\n"])
    #expect(read.problems.contains { $0.code.rawValue == "duplicate-row" })
    #expect(read.problems.first { $0.code.rawValue == "formula-error" }?.count == 1)
  }
}
