import MapModel

/// A small table of cases with every kind of trap, as literals in a statement that counts them and says whether the numbers
/// are those that were worked out by hand.
///
/// An engine that takes two names or two ids for one, joins otherwise, or does not know what the statements need, gives
/// other numbers, or an error.
enum SelfTest {
  /// The statement for an engine; its result is one row.
  static func statement(_ dialect: SQLDialect) -> String {
    guard let (plan, _) = plan else { preconditionFailure("the definition of the self-test has errors") }
    let planted = dialect.table(
      "planted", columns.map(dialect.quoted),
      rows: rows.map { $0.map { $0.map(dialect.literal) ?? "CAST(NULL AS \(dialect.textType))" } })
    let tables = CaseTables(plan, in: [TableName(named: "planted")], dialect, planted: planted)
    let statement = CountStatement(tables: tables, values: DecidedValues(tables, profile))
    let expected = dialect.table(
      "expected", ["rule_number", "area", "source", "target", "number"],
      rows: Self.expected.map { count in
        ["\(count.rule)"] + [count.area, count.from, count.to].map(dialect.literal) + ["\(count.number)"]
      }, texts: ["area", "source", "target"])
    let labelled = """
      labelled AS (
        SELECT n.rule_number AS rule_number, a.label AS area, s.label AS source, t.label AS target, n.number AS number
        FROM numbers n JOIN area_names a ON a.number = n.area_number JOIN actor_names s ON s.number = n.source_number
        JOIN actor_names t ON t.number = n.target_number
      )
      """
    let compared = """
      compared AS (
        SELECT rule_number, area, source, target, SUM(number) AS difference, COUNT(*) AS sides
        FROM (
          SELECT rule_number, area, source, target, number FROM labelled
          UNION ALL
          SELECT rule_number, area, source, target, 0 - number FROM expected
        ) AS both_sides
        GROUP BY rule_number, area, source, target
      )
      """
    let (passed, failed) = (dialect.literal(Self.passed), dialect.literal(Self.failed))
    return tables.statement(
      statement.parts + [expected, labelled, compared],
      """
      SELECT CASE WHEN COUNT(*) = 0 THEN \(passed) ELSE \(failed) END AS verdict, COUNT(*) AS differences
      FROM compared WHERE difference <> 0 OR sides <> 2
      """,
      about: [
        "A self-test for \(dialect.name): a made-up table that is counted by made-up rules. Made by netmap sql self-test.",
        "It reads no table of yours. Only if the verdict says that all counts are as expected, believe the counts of others.",
      ])
  }

  /// What the statement says of an engine that counts right, and of one that does not.
  static let passed = "passed: all \(expected.count) counts are as expected"
  static let failed = "FAILED: this engine counts otherwise; do not believe its numbers"

  /// The rules, and what the values mean by them.
  static var plan: (plan: CountingPlan, definition: MapDefinition)? {
    var files = FolderFiles(MapFiles(["map.yaml": definition.utf8]), takesDigests: false)
    guard let read = DefinitionReader.read(definition, file: "map.yaml", with: &files).definition,
      let cases = read.caseFiles.first, let today = CalendarDay(year: 2025, month: 8, day: 31),
      let plan = CountingPlan(
        cases, actors: read.actorNames, areas: read.areaNames, order: read.areas.map(\.id), groups: read.actorGroups,
        today: today)
    else { return nil }
    return (plan, read)
  }

  static let definition = """
    title: Self-test
    areas: [{id: north, name: North, aliases: [N]}, {id: south, name: South}]
    relations: [{id: refers-to, family: coordination}, {id: supports, family: support}]
    actors:
      - {id: mentors, role: delivery, sector: delivery-charity, stage: delivery}
      - {id: children, role: delivery, sector: families, stage: delivery, beneficiary: true}
      - {id: gp, name: GPs, role: other, sector: nhs, stage: delivery, aliases: [GP]}
      - {id: family, role: other, sector: families, stage: delivery}
      - {id: schools, role: set-up, sector: school, stage: set-up}
    mi:
      - query: {table: planted, counts: counts.csv}
        columns: {case: ID, area: Area, school: School, source: Source, status: Status, referred: Referred}
        dates: day-first
        extracted: 2025-08-31
        completed: [Completed, "Closed*"]
        rules:
          - {from: {column: source, values: {gp: [Doctor, "GP*"]}, ignore: [Self]}, to: mentors, relation: refers-to}
          - {from: mentors, to: children, relation: supports, count: completed}
          - {from: mentors, to: children, relation: supports, count: referrals}
          - from: {column: school, each: {role: set-up, sector: school, stage: set-up, group: schools}}
            to: mentors
            relation: refers-to
            measure: pupils
            where: {status: [Open, Completed, "Closed*"]}
          - from: {column: source, values: {gp: [Doctor, "GP*"]}, ignore: [Self]}
            to: mentors
            relation: refers-to
            measure: spring
            re-referrals: again
            count-zeros: true
            period: {name: spring, from: 2025-02-01, to: 2025-04-30}
    """

  static let columns = ["ID", "Area", "School", "Source", "Status", "Referred"]

  /// The rows. `a1` and `A1` are two cases, "Bronte" and "Brontë" two schools, and the second is one however it is stored.
  static let rows: [[String?]] = [
    ["a1", "North", "Bronte", "GP", "Open", "2025-01-10"],
    ["A1", "north", "Bront\u{EB}", "Doctor", "Open", "2025-03-02"],
    // The same as the first.
    [" a1\t", "North", "Bronte ", "\u{A0}GP", "OPEN", "10/01/2025"],
    ["b2", "South", "Bronte\u{308}", "GP (south)", "Closed - moved", "02/04/2025"],
    // Excel's number of 1 April 2025.
    ["b2", "N", "Bront\u{EB}", "self", "Completed", "45748"],
    ["c3", "South", "it's \\ ; -- \"x\" /* $(y)\n%", "GP", "Open", nil],
    ["n/a", "North", "Bronte", "GP", "Open", "2025-02-02"],
    [nil, "North", "Bronte", "GP", "Open", "2025-02-02"],
    ["1.2E+12", "North", "Bronte", "GP", "Open", "2025-02-02"],
    ["d4", "East", "Bronte", "GP", "Open", "2025-02-02"],
    ["ID", "Area", "School", "Source", "Status", "Referred"],
    ["'d4", "South", "Bronte", "Aunt", "open", "2025-02-01"],
    ["e5", "North", "Bronte", "Family", "Open", "2025-03-03"],
  ]

  /// The numbers by rule, worked out by hand.
  static let expected: [(rule: Int, area: String, from: String, to: String, number: Int)] = [
    (1, "north", "gp", "mentors", 2), (1, "south", "gp", "mentors", 2), (1, "north", "family", "mentors", 1),
    // b2 completed in both areas, and is one case.
    (2, "north", "mentors", "children", 1), (2, "south", "mentors", "children", 1), (2, "", "mentors", "children", 1),
    (3, "north", "mentors", "children", 4), (3, "south", "mentors", "children", 3),
    (4, "north", "Bronte", "mentors", 2), (4, "north", "Bront\u{EB}", "mentors", 2),
    (4, "south", "Bronte", "mentors", 1), (4, "south", "Bront\u{EB}", "mentors", 1),
    (4, "south", "it's \\ ; -- \"x\" /* $(y) %", "mentors", 1),
    (4, "", "Bront\u{EB}", "mentors", 2), (4, "", "schools", "mentors", 6),
    (5, "north", "gp", "mentors", 1), (5, "south", "gp", "mentors", 1), (5, "north", "family", "mentors", 1),
    (5, "south", "family", "mentors", 0),
  ]

  /// The values of the rows that have an id.
  private static var profile: CaseProfile {
    var entries: [String: [CaseProfile.Entry]] = [:]
    let used = rows.filter { row in ![nil, "n/a", "1.2E+12", "ID"].contains(row[0]) }
    for (place, column) in columns.enumerated().dropFirst() {
      var seen: Set<[UInt8]> = []
      for (line, row) in used.enumerated() {
        let text = (row[place] ?? "").replacing("\n", with: " ").trimmingWhitespace
        if seen.insert(Array(text.utf8)).inserted {
          entries[column, default: []].append(.init(text: text, count: 1, line: line + 2))
        }
      }
    }
    return CaseProfile([entries])
  }
}

extension CaseQueries {
  /// A statement that shows whether an engine counts right: it reads no table, and gives one row with a verdict.
  public static func selfTest(_ dialect: SQLDialect) -> String { SelfTest.statement(dialect) }
}
