import MapEvidence
import MapModel
import OrderedCollections
import TestSupport
import Testing

/// How periods, and when evidence holds, are read.
struct PeriodReadingTests {
  private static let definition = """
    title: Test
    areas: [{id: north, name: North}]
    actors:
      - {id: mentors, name: Mentors, role: delivery, sector: school, stage: delivery}
      - {id: children, name: Children, role: delivery, sector: families, stage: delivery, beneficiary: true}
    relations: [{id: supports, family: support}]
    informants: [{id: staff, name: Staff, speaks-for: [mentors]}]
    interviews: {file: interviews.csv}
    fieldwork: {file: fieldwork.csv}

    """

  private static let periods = """
    periods:
      - {name: Year 1, from: 2023-09, to: 2024-08-31, aliases: [first year]}
      - {name: Years 2 and 3, from: 2024-09, contains: [year 2]}
      - {name: Year 2, from: 2024-09, to: 2025-08}
      - {name: Year 3, within: years 2 and 3}

    """

  private static func read(
    _ lines: String, interviews: String = "from,to,relation\n", fieldwork: String = "informant,interviews\n"
  ) throws -> MapReading {
    let files = ["map.yaml": definition + lines, "interviews.csv": interviews, "fieldwork.csv": fieldwork]
    return MapFolder.read(at: try TemporaryFolder(files).path)
  }

  @Test func `periods have dates, other names, and periods in them`() throws {
    let reading = try Self.read(Self.periods)
    #expect(reading.problems == [])
    #expect(
      reading.map?.periods == [
        Period("Year 1", aliases: ["first year"], from: PartialDate("2023-09"), to: PartialDate("2024-08-31")),
        Period("Years 2 and 3", from: PartialDate("2024-09"), contains: ["Year 2", "Year 3"]),
        Period("Year 2", from: PartialDate("2024-09"), to: PartialDate("2025-08")), Period("Year 3"),
      ])
  }

  @Test(arguments: [
    ("[{name: A, from: 2024-13}]", Problem.Code.badDate, 10, 27), ("[{name: A, from: spring}]", .badDate, 10, 27),
    ("[{name: A, to: 2023-02-29}]", .badDate, 10, 25),
    ("[{name: A, from: 2024-02, to: 2024-01}]", .badPeriod, 10, 11),
    ("[{name: A, from: 2024, to: 2024}, {name: B, from: 2024-12, to: 2025}]", .periodsOverlap, 10, 44),
    ("[{name: A, from: 2024, to: 2024, contains: B}, {name: B, from: 2024-12, to: 2025}]", .periodOutside, 10, 57),
    ("[{name: A, contains: B}, {name: B, contains: A}]", .badSum, 10, 11), ("[{name: all}]", .badID, 10, 18),
    ("[{name: A}, {name: A}]", .duplicateID, 10, 29), ("[{name: A, aliases: [B]}, {name: B}]", .ambiguousName, 10, 30),
  ])
  func `what periods cannot be is told with its place`(list: String, code: Problem.Code, line: Int, column: Int) throws
  {
    let problem = try #require(try Self.read("periods: \(list)\n").problems.first)
    #expect(problem.code == code && problem.severity == .error, "\(problem)")
    #expect(problem.line == line && problem.column == column, "\(problem)")
  }

  @Test func `statements and interviews say when`() throws {
    let reading = try Self.read(
      Self.periods,
      interviews: """
        id,period,from,to,relation
        s1,Year 1,mentors,children,supports
        s2,first  YEAR; year 3,mentors,children,supports
        s3,all,mentors,children,supports
        s4,,mentors,children,supports

        """, fieldwork: "area,period,informant,interviews\nNorth,Year 2; Year 3,staff,4\n,,staff,1\n")
    #expect(reading.problems == [])
    let map = try #require(reading.map)
    #expect(
      map.connections.values.flatMap(\.statements).map(\.time) == [
        .periods(["Year 1"]), .periods(["Year 1", "Year 3"]), .throughout, .unsaid,
      ])
    #expect(map.fieldwork.entries.map(\.time) == [.periods(["Year 2", "Year 3"]), .unsaid])
    #expect(map.interviews(in: .wholeMap) == 5 && map.interviews(in: .period("Years 2 and 3")) == 4)
  }

  @Test func `fieldwork of no place and no time is warned of, and all is no area of it`() throws {
    let reading = try Self.read(Self.periods, fieldwork: "informant,interviews\nstaff,4\n")
    #expect(reading.problems.map(\.code) == [.unplacedFieldwork, .unplacedFieldwork])
    #expect(!reading.hasErrors && reading.problems.allSatisfy { $0.file == "fieldwork.csv" })
    let ofAll = try Self.read("", fieldwork: "area,informant,interviews\nall,staff,4\n")
    #expect(ofAll.problems.map(\.code) == [.severalAreas] && ofAll.problems[0].line == 2)
  }

  @Test func `a period that the map does not list is an error, with the one that may be meant`() throws {
    let reading = try Self.read(
      Self.periods, interviews: "from,to,relation,period\nmentors,children,supports,Yaer 1\n")
    #expect(reading.problems.map(\.code) == [.unknownPeriod])
    #expect(reading.problems[0].line == 2 && reading.problems[0].column == 27)
    #expect(reading.problems[0].message.contains("did you mean \"Year 1\"?"))
    #expect(reading.map?.connections.isEmpty == true)
  }

  @Test func `names of periods are free where none are listed`() throws {
    let reading = try Self.read("", interviews: "from,to,relation,period\nmentors,children,supports,Term 1; Term 2\n")
    #expect(reading.problems == [])
    #expect(reading.map?.connections.values.first?.statements.first?.time == .periods(["Term 1", "Term 2"]))
    #expect(reading.map?.knownPeriods == ["Term 1", "Term 2"])
  }

  @Test func `figures, claims and expectations are of a period`() throws {
    let reading = try Self.read(
      Self.periods + """
        figures: [{id: f, title: F, area: North, period: first year}]
        claims: [{id: c, words: w, actor: mentors, period: Year 2}]
        expectations: [{id: e, because: b, actor: mentors, period: Year 3}]

        """)
    #expect(reading.problems == [])
    #expect(reading.map?.figures.first?.scope == Scope(area: "north", period: "Year 1"))
    #expect(reading.map?.claims.first?.period == "Year 2")
    #expect(reading.map?.expectations.first?.period == "Year 3")
  }

  @Test(arguments: [
    "figures: [{id: f, title: F, period: Year 4}]", "claims: [{id: c, words: w, actor: mentors, period: Year 4}]",
    "expectations: [{id: e, because: b, actor: mentors, period: Year 4}]",
  ])
  func `a period that is not listed is none to ask of`(line: String) throws {
    let reading = try Self.read(Self.periods + line + "\n")
    #expect(reading.problems.map(\.code) == [.unknownPeriod])
    #expect(reading.map?.claims.isEmpty == true && reading.map?.expectations.isEmpty == true)
  }

  @Test func `a figure of the legend is of no place and no time`() throws {
    let reading = try Self.read(Self.periods + "figures: [{id: f, title: F, legend: true, period: Year 1}]\n")
    #expect(reading.problems.map(\.code) == [.unusedKey])
  }

  @Test func `counts take the name that the map has for their period`() throws {
    let files = [
      "map.yaml": Self.definition + Self.periods + "mi: [{file: m.csv, cases: [cases]}]\n",
      "interviews.csv": "from,to,relation\n", "fieldwork.csv": "informant,interviews\n",
      "m.csv": "from,to,relation,count,period\nmentors,children,supports,3,first year\n"
        + "mentors,children,supports,4,2030\n",
    ]
    let map = try #require(MapFolder.read(at: try TemporaryFolder(files).path).map)
    #expect(map.connections.values.flatMap(\.counts).map(\.period) == ["Year 1", "2030"])
  }

  @Test func `codes, documents and a column of segments say when`() throws {
    let definition = """
      title: Test
      actors:
        - {id: mentors, name: Mentors, role: delivery, sector: school, stage: delivery}
        - {id: children, name: Children, role: delivery, sector: families, stage: delivery, beneficiary: true}
      relations: [{id: supports, family: support}]
      periods: [{name: Wave 1}, {name: Wave 2}, {name: Wave 3}]
      interviews: {file: e.csv, documents: [{document: "first*", period: Wave 1}]}
      codes:
        - {code: support, from: mentors, to: children, relation: supports}
        - {code: later, period: Wave 2}

      """
    let export = """
      segment,interview,code,excerpt,period
      1,first visit,support,words,
      2,first visit,support,words,
      2,first visit,later,words,
      3,second visit,support,words,wave 3
      4,second visit,support,words,

      """
    let reading = MapFolder.read(at: try TemporaryFolder(["map.yaml": definition, "e.csv": export]).path)
    #expect(reading.problems.filter { $0.severity == .error } == [])
    #expect(
      reading.map?.connections.values.flatMap(\.statements).map(\.time) == [
        .periods(["Wave 1"]), .periods(["Wave 2"]), .periods(["Wave 3"]), .unsaid,
      ])
  }
}
