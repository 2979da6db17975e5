import MapModel
import OrderedCollections
import TestSupport
import Testing

@testable import MapEvidence

/// What comes back from a database and cannot be used is told in a sentence that says what to do.
struct ResultFaultTests {
  private static let definition = """
    title: Small
    areas: [{id: north}]
    relations: [{id: refers-to, family: coordination}]
    actors:
      - {id: mentors, role: delivery, sector: delivery-charity, stage: delivery}
      - {id: gp, role: other, sector: nhs, stage: delivery}
    mi:
      - query: {table: cases, counts: counts.csv, checks: checks.csv}
        columns: {case: ID, area: Area, source: Source}
        rules: [{from: {column: source}, to: mentors, relation: refers-to}]
    """

  private static let counts = "rule,area,from,relation,to,measure,period,count,of,reference\n"
  private static let checks = "code,column_name,other_column,row_count\nrows,,,3\n"

  private static func read(counts: String, checks: String = checks) -> MapReading {
    MapFolder.read(
      MapFiles([
        "map.yaml": definition.utf8, "counts.csv": counts.utf8, "checks.csv": checks.utf8,
        "interviews.csv": "from,to,relation\n".utf8,
      ]))
  }

  @Test func `a result is read with its reference, and checks become warnings`() throws {
    let reading = Self.read(
      counts: Self.counts + "1,north,gp,refers-to,mentors,cases,,12,,\"Counted in cases by DuckDB\"\n",
      checks: Self.checks + "missing-case,ID,,2\nconflicting-details,Born,,0\n")
    #expect(!reading.hasErrors, "\(reading.problems)")
    let count = try #require(reading.map?.connections.values.first?.counts.first)
    #expect(count.value == .number(12) && count.area == "north" && count.isOfCases)
    #expect(count.reference == "Counted in cases")
    #expect(reading.problems.map(\.code) == [.missingCase])
    #expect(reading.problems[0].message.hasPrefix("2 rows have no case id (\"ID\")"))
  }

  @Test(arguments: [
    ("", Problem.Code.emptyFile, "The result is empty"),
    ("a,b\n1,2\n", .missingColumn, "should name the columns rule, area, from"),
    ("LINE 1: ERROR\n", .missingColumn, "netmap sql count"),
    ("1,north,gp,refers-to,mentors,cases,,many,,\n", .badNumber, "no count"),
    ("2,north,gp,refers-to,mentors,cases,,1,,\n", .otherResult, "of another map"),
    ("1,south,gp,refers-to,mentors,cases,,1,,\n", .otherResult, "of another map"),
    ("1,north,nurse,refers-to,mentors,cases,,1,,\n", .otherResult, "of another map"),
    ("1,north,gp,refers-to,mentors,referrals,,1,,\n", .otherResult, "of another map"),
    ("1,north,gp,refers-to,mentors,cases,,1,,\n1,north,gp,refers-to,mentors,cases,,1,,\n", .duplicateCount, "twice"),
    ("0,,(x),,(x),,,7,,\n", .oldProfile, "7 rows of the database hold values that came after the profile"),
  ])
  func `another result is refused`(rows: String, code: Problem.Code, words: String) throws {
    let hasHeader = rows.isEmpty || rows.hasPrefix("a,b") || rows.hasPrefix("LINE")
    let reading = Self.read(counts: hasHeader ? rows : Self.counts + rows)
    let problem = try #require(reading.problems.first { $0.severity == .error })
    #expect(problem.code == code && problem.file == "counts.csv")
    #expect(problem.message.contains(words) && problem.message.contains("netmap sql count"), "\(problem.message)")
    #expect(reading.map?.connections.isEmpty == true)
  }

  @Test(arguments: [
    ("", "The result is empty"), ("x\n1\n", "should name the columns table_number, column_name, cell, row_count"),
    ("table_number,column_name,cell,row_count\n0,Area,North,1\n", "it lacks \"Source\""),
    ("table_number,column_name,cell,row_count\n0,Area,North,1\n0,Source,,1\n0,Sex,F,1\n", "it has \"Sex\""),
    ("table_number,column_name,cell,row_count\n0,Area,N,1\n0,Source,,1\n0,Area,N,1\n", "stands twice"),
    ("table_number,column_name,cell,row_count\n4,Area,North,1\n", "The row is none of a profile"),
    ("table_number,column_name,cell,row_count\n0,Area,No\0rth,1\n", "holds the character NUL"),
  ])
  func `another profile is refused`(profile: String, words: String) throws {
    let queries = try CaseQueries(MapFiles(["map.yaml": Self.definition.utf8]), dialect: .duckdb)
    let fault = try #require(throws: CaseQueries.Fault.self) {
      try queries.decided(by: Array(profile.utf8), file: "profile.csv")
    }
    #expect(fault.description.contains(words), "\(fault.description)")
    #expect(fault.description.contains("netmap sql profile"), "\(fault.description)")
  }

  @Test(
    .enabled("there is no SQLite, DuckDB or PostgreSQL") { Engine.all[0].isThereOrDemanded },
    arguments: Engine.all.prefix(3).filter(\.isThereOrDemanded))
  func `values that came after the profile are noticed`(engine: Engine) throws {
    let queries = try CaseQueries(MapFiles(["map.yaml": Self.definition.utf8]), dialect: engine.dialect)
    let header = ["ID", "Area", "Source"]
    let old = ["cases": [header, ["a1", "North", "GP"]]]
    let new = ["cases": [header, ["a1", "North", "GP"], ["b2", "North", "G.P."], ["c3", "Nord", "GP"]]]
    let profile = try #require(try engine.run([.init(tables: old, statements: [queries.profile()])])[0][0].csv)
    let decided = try queries.decided(by: Array(profile.utf8), file: "profile.csv")
    let answers = try engine.run([.init(tables: new, statements: [decided.counts, decided.checks])])[0]
    let counts = try #require(answers[0].csv, "\(answers[0].error ?? "")")
    let checks = try #require(answers[1].csv, "\(answers[1].error ?? "")")
    let problems = Self.read(counts: counts, checks: checks).problems.filter { $0.code == .oldProfile }
    #expect(problems.map(\.count).contains(2), "\(counts) \(checks)")
  }

  @Test func `a query says who counts, and where`() {
    func problems(_ query: String) -> [String] {
      let text = Self.definition.replacing("query: {table: cases, counts: counts.csv, checks: checks.csv}", with: query)
      return MapFolder.read(MapFiles(["map.yaml": text.utf8, "interviews.csv": "from,to,relation\n".utf8])).problems
        .map(\.message)
    }
    #expect(problems("query: {table: cases}").contains { $0.contains("should say which program counts") })
    #expect(problems("query: {counts: counts.csv}").contains { $0.contains("in which table") })
    #expect(problems("query: {table: a..b, counts: c.csv}").contains { $0.contains("is not the name of a table") })
    #expect(problems("query: {table: a, engine: oracle}").contains { $0.contains("duckdb") })
    #expect(problems("query: {table: a, engine: psql, file: x.parquet}").contains { $0.contains("Only DuckDB") })
    #expect(problems("query: {file: ../x.parquet, engine: duckdb}").contains { $0.contains("outside the map folder") })
  }
}
