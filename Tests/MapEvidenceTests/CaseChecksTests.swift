import MapEvidence
import MapModel
import TestSupport
import Testing

/// What the checks find in rows of cases, beyond what `Examples/case-level` plants.
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
    #expect(try Self.problems(rows).map(\.code) == codes)
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
    #expect(problems.map(\.code).sorted() == ["dates-out-of-order", "duplicate-row"])
    // All of them are out of order before the later ones turn out to be the same.
    #expect(problems.map(\.count).sorted() == [19_999, 20_000])
    #expect(problems.allSatisfy { $0.lines.count == 5 })
  }
}
