import Foundation
import MapEvidence
import MapModel
import OrderedCollections
import TestSupport
import Testing

/// What rules count in files of cases; the rows are few enough to count by hand.
struct CaseRulesTests {
  private static let definition = """
    title: Test
    areas:
      - {id: north, name: North}
      - {id: south, name: South}
    actors:
      - {id: mentors, name: Mentors, role: delivery, sector: delivery-charity, stage: delivery}
      - {id: schools, name: Schools, role: set-up, sector: school, stage: set-up, aliases: [school]}
      - {id: gp, name: GPs, role: co-existing-support, sector: nhs, stage: delivery}
      - {id: children, name: Children, role: delivery, sector: families, stage: delivery, beneficiary: true}
    relations:
      - {id: refers-to, family: coordination}
      - {id: supports, family: support}
    interviews: {file: interviews.csv}
    mi:
      - file: cases.csv
        columns: {case: ID, area: Area, school: School, source: Source, status: Status, referred: Referred}
        completed: [Completed, "Closed*"]
        extracted: 2025-12-31
        rules:

    """

  private static let cases = """
    ID,Area,School,Source,Status,Referred
    c1,North,Oak,School,Completed,2025-01-10
    c2,North,Elm,School,Open,2025-02-10
    c2,North,Elm,School,Open,2025-03-10
    c2,North,Elm,School,Open,2025-03-10
    c3,North,Oak,Doctor,Closed - moved,2025-04-10
    c3,South,Oak,school,Completed,2025-05-10
    c4,South,Ash,Self,Open,2025-06-10
    c5,South,Ash,GP (north),Open,2025-07-10
    c6,South,Ash,,Open,2025-08-10

    """

  private static func reading(
    _ rules: String, cases: String = cases, twoThreads: Bool = true, definition: String = definition
  ) throws -> MapReading {
    let folder = try TemporaryFolder([
      "map.yaml": definition + rules.split(separator: "\n").map { "      " + $0 + "\n" }.joined(),
      "interviews.csv": "from,to,relation\n", "cases.csv": cases,
    ])
    return MapFolder.read(at: folder.path, options: ReadingOptions(usesTwoThreads: twoThreads))
  }

  /// The counts as `source > target in area: number`.
  private static func counts(_ rules: String) throws -> [String] {
    let map = try #require(try reading(rules).map)
    return map.connections.values.flatMap { connection in
      connection.counts.map { count in
        "\(connection.source) > \(connection.target) in \(count.area?.rawValue ?? "all"):"
          + " \(count.value.text(map.disclosure))\(count.period.isEmpty ? "" : " \(count.period)")"
      }
    }
  }

  private static let source =
    "from: {column: source, values: {gp: [Doctor, \"GP*\"]}, ignore: [Self]}, to: mentors, relation: refers-to"

  @Test(arguments: [
    // The second row of c2 is another referral of the same case, the third repeats it.
    (
      "- {\(source), count: cases}",
      [
        "schools > mentors in north: 2", "schools > mentors in south: 1", "gp > mentors in north: 1",
        "gp > mentors in south: 1",
      ]
    ),
    (
      "- {\(source), count: referrals}",
      [
        "schools > mentors in north: 3", "schools > mentors in south: 1", "gp > mentors in north: 1",
        "gp > mentors in south: 1",
      ]
    ),
    (
      "- {\(source), count: cases, re-referrals: again}",
      [
        "schools > mentors in north: 3", "schools > mentors in south: 1", "gp > mentors in north: 1",
        "gp > mentors in south: 1",
      ]
    ),
    (
      "- {\(source), count: completed}",
      ["schools > mentors in north: 1", "schools > mentors in south: 1", "gp > mentors in north: 1"]
    ),
    (
      "- {\(source), count: cases, period: {name: spring, from: 2025-02-01, to: 2025-04-30}}",
      ["schools > mentors in north: 1 spring", "gp > mentors in north: 1 spring"]
    ),
    (
      "- {\(source), count: cases, where: {status: [Open]}}",
      ["schools > mentors in north: 1", "gp > mentors in south: 1"]
    ),
    (
      "- {\(source), count: cases, where: {status: [Open]}, count-zeros: true}",
      [
        "schools > mentors in north: 1", "schools > mentors in south: 0", "gp > mentors in north: 0",
        "gp > mentors in south: 1",
      ]
    ),
    (
      "- {from: mentors, to: children, relation: supports}",
      // c3 has rows in both areas, and is one case of the programme.
      ["mentors > children in all: 6", "mentors > children in north: 3", "mentors > children in south: 4"]
    ),
    (
      "- {from: mentors, to: children, relation: supports, where: {School: [Oak, E*]}}",
      ["mentors > children in all: 3", "mentors > children in north: 3", "mentors > children in south: 1"]
    ),
    (
      "- {from: {column: school, each: {role: set-up, sector: school, stage: set-up}}, to: mentors, relation: refers-to}",
      [
        "ash > mentors in south: 3", "elm > mentors in north: 1", "oak > mentors in all: 2",
        "oak > mentors in north: 2", "oak > mentors in south: 1",
      ]
    ),
  ])
  func `counts`(rule: String, expected: [String]) throws {
    #expect(try Self.counts(rule) == expected)
  }

  @Test func `counts nothing where nobody says which column holds the case ids`() throws {
    let reading = try Self.reading(
      "- {from: mentors, to: children, relation: supports}",
      definition: Self.definition.replacing("case: ID, ", with: ""))
    #expect(reading.problems.map(\.code.rawValue) == ["missing-key"])
    #expect(reading.usage.isEmpty)
    #expect(reading.map?.connections.isEmpty == true)
  }

  /// Without its column, "completed" would count all cases.
  @Test func `counts no completed cases where nobody says which column holds the status`() throws {
    let reading = try Self.reading(
      "- {from: mentors, to: children, relation: supports, count: completed}",
      definition: Self.definition.replacing(", status: Status", with: ""))
    #expect(reading.problems.contains { $0.code.rawValue == "missing-key" })
    #expect(reading.map?.connections.isEmpty == true)
  }

  @Test(arguments: [(2025, 3, 31, 5), (2025, 7, 9, 2), (2025, 8, 10, 0)])
  func `takes today for the day on which files were written that do not say it`(
    year: Int, month: Int, day: Int, later: Int
  ) throws {
    let folder = try TemporaryFolder([
      "map.yaml": Self.definition.replacing("    extracted: 2025-12-31\n", with: "")
        + "      - {from: mentors, to: children, relation: supports}\n",
      "interviews.csv": "from,to,relation\n", "cases.csv": Self.cases,
    ])
    let today = try #require(CalendarDay(year: year, month: month, day: day))
    let problems = MapFolder.read(at: folder.path, options: ReadingOptions(today: today)).problems
    #expect(problems.filter { $0.code.rawValue == "date-in-future" }.reduce(0) { $0 + $1.count } == later)
  }

  @Test func `makes an actor of each value`() throws {
    let reading = try Self.reading(
      "- {from: {column: school, each: {role: set-up, sector: school, stage: set-up}}, to: mentors, relation: refers-to}",
      cases:
        "ID,Area,School,Source,Status,Referred\n1,North,St  Mary's (Upper),,,\n2,North,st mary's (upper),,,\n3,North,Mentors,,,\n4,North,\"!\",,,\n"
    )
    let map = try #require(reading.map)
    #expect(map.actors["st-marys-upper"]?.name == "St Mary's (Upper)")
    #expect(map.actors["st-marys-upper"]?.role == "set-up")
    // A name of the map stays the map's.
    #expect(map.connections[.init(from: "mentors", to: "mentors", "refers-to")] != nil)
    #expect(map.actors.keys.map(\.rawValue).suffix(2) == ["st-marys-upper", "actor"])
    let own = try #require(map.connections[.init(from: "st-marys-upper", to: "mentors", "refers-to")])
    #expect(map.cases(of: own, in: .area("north"))?.value == .number(2))
  }

  @Test func `counts people as cases where there is a choice, and rows beside them`() throws {
    let map = try #require(
      try Self.reading(
        """
        - {from: mentors, to: children, relation: supports, count: referrals}
        - {from: mentors, to: children, relation: supports, count: cases}
        - {\(Self.source), count: referrals}
        """
      ).map)
    let support = try #require(map.connections[.init(from: "mentors", to: "children", "supports")])
    #expect(map.cases(of: support, in: .area("north"))?.value == .number(3))
    #expect(support.counts.filter { !$0.isOfCases }.map(\.measure) == ["referrals", "referrals"])
    let referrals = try #require(map.connections[.init(from: "schools", to: "mentors", "refers-to")])
    #expect(map.cases(of: referrals, in: .area("north"))?.value == .number(3))
  }

  @Test func `says how much of a file is used, and why the rest is not`() throws {
    let reading = try Self.reading("- {\(Self.source)}")
    let usage = try #require(reading.usage.first)
    #expect((usage.total, usage.used) == (9, 6))
    #expect(usage.leftOut == ["duplicate-row": 1, "no-rule": 2])
    #expect(reading.problems.map(\.code.rawValue).sorted() == ["duplicate-row", "missing-value"])
  }

  @Test(arguments: [
    ("- {from: mentor, to: children, relation: supports}", "unknown-actor"),
    ("- {from: mentors, to: children, relation: helps}", "unknown-relation"),
    ("- {from: mentors, to: {column: Ward}, relation: supports}", "missing-column"),
    ("- {from: mentors, to: children, relation: supports, count: people}", "unknown-value"),
    ("- {from: mentors, to: children, relation: supports, period: {from: 2025-13-01}}", "bad-date"),
    ("- {from: mentors, to: children, relation: supports, period: {from: 2025-02-01, to: 2025-01-01}}", "bad-period"),
    (
      "- {from: mentors, to: children, relation: supports}\n- {from: mentors, to: children, relation: supports}",
      "duplicate-count"
    ),
    ("- {from: {column: source, values: {doctors: [GP]}}, to: mentors, relation: refers-to}", "unknown-actor"),
  ])
  func `reports rules that cannot be right`(rules: String, code: String) throws {
    #expect(
      try Self.reading(rules).problems.contains { $0.code.rawValue == code && $0.severity == .error && $0.file != "" })
  }

  @Test func `gives the same on one thread as on two`() throws {
    let rule = "- {\(Self.source)}"
    let (one, two) = (try Self.reading(rule, twoThreads: false), try Self.reading(rule))
    #expect(one.map == two.map)
    #expect(one.problems == two.problems)
    #expect(one.usage == two.usage)
  }

  /// Files of many blocks, which two threads read side by side, with every kind of finding in them.
  @Test func `gives the same on two threads for files of many blocks`() throws {
    var state: UInt64 = 1
    func number(below limit: UInt64) -> UInt64 {
      // A generator of pseudo-random numbers (Knuth, MMIX).
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % limit
    }
    let schools = ["Oak", "Elm", "Ash", "Elms", "", "#N/A", "Priory of St Mary", "Priory of St Marry"]
    let dates = ["2025-01-10", "10/01/2025", "31/01/2025", "01/31/2025", "45000", "soon", "2031-01-01"]
    let rows = (0..<16_000).map { row in
      let area = ["North", "South", "East", ""][Int(number(below: 40) == 0 ? number(below: 4) : number(below: 2))]
      let school = schools[Int(number(below: 20) == 0 ? number(below: 8) : number(below: 3))]
      let date = dates[Int(number(below: 30) == 0 ? number(below: 7) : 0)]
      return "case\(number(below: 12_000)),\(area),\(school) \(row % 7),School,Open,\(date)\n"
    }
    let text = "ID,Area,School,Source,Status,Referred\n" + rows.joined()
    let rule =
      "- {\(Self.source)}\n- {from: {column: school, each: {role: set-up, sector: school, stage: set-up}},"
      + " to: gp, relation: refers-to, count: referrals}"
    let one = try Self.reading(rule, cases: text, twoThreads: false)
    let two = try Self.reading(rule, cases: text)
    #expect(text.utf8.count > 600_000)
    #expect(one.problems.count > 8 && one.usage.first?.total == 16_000)
    #expect(one.map == two.map)
    #expect(one.problems == two.problems)
    #expect(one.usage == two.usage)
  }

  @Test func `reports a number that two items count`() throws {
    let rule = "{from: mentors, to: children, relation: supports}"
    let folder = try TemporaryFolder([
      "map.yaml": Self.definition + "      - \(rule)\n  - file: more.csv\n    columns: {case: ID, area: Area}\n"
        + "    rules:\n      - \(rule)\n", "interviews.csv": "from,to,relation\n", "cases.csv": Self.cases,
      "more.csv": "ID,Area\nd1,North\n",
    ])
    #expect(MapFolder.read(at: folder.path).problems.map(\.code.rawValue).contains("duplicate-count"))
  }

  @Test func `reads the same from every form that spreadsheets write`() throws {
    let text = Self.cases.replacing("Elm", with: "\u{C9}lan").replacing("Oak", with: "\"Oak; Park, \u{A3}\"")
    let plain = try Self.reading("- {\(Self.source)}", cases: text)
    let utf16 = ([0xFEFF] + Array(text.utf16)).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let windows = text.unicodeScalars.map { UInt8($0.value) }
    let semicolons = text.replacing(",", with: ";").replacing("\"Oak; Park; \u{A3}\"", with: "\"Oak; Park, \u{A3}\"")
    let forms: [[UInt8]] = [
      [0xEF, 0xBB, 0xBF] + Array(text.utf8), utf16, windows, Array(semicolons.utf8),
      Array(("sep=;\r\n" + semicolons.replacing("\n", with: "\r\n")).utf8),
      Array(text.replacing("\n", with: "\r").utf8),
      Array(text.replacing(",", with: "\t").replacing("\"Oak; Park\t \u{A3}\"", with: "\"Oak; Park, \u{A3}\"").utf8),
      Array(("Referrals 2025\n\n" + text).utf8),
    ]
    for form in forms {
      let folder = try TemporaryFolder([
        "map.yaml": Self.definition + "      - {\(Self.source)}\n", "interviews.csv": "from,to,relation\n",
      ])
      try folder.write(Data(form), to: "cases.csv")
      let read = MapFolder.read(at: folder.path)
      #expect(read.map == plain.map)
      #expect(read.usage == plain.usage)
    }
  }

  @Test(
    arguments: [
      ([0x50, 0x4B, 0x03, 0x04, 0x14], "not-text"), ([], "empty-file"), (Array("a,b\n1,2\n".utf8), "missing-column"),
    ] as [([UInt8], String)])
  func `refuses what is no table of cases, with a word that helps`(bytes: [UInt8], code: String) throws {
    let folder = try TemporaryFolder([
      "map.yaml": Self.definition + "      - {\(Self.source)}\n", "interviews.csv": "from,to,relation\n",
    ])
    try folder.write(Data(bytes), to: "cases.csv")
    #expect(MapFolder.read(at: folder.path).problems.map(\.code.rawValue).contains(code))
  }
}
