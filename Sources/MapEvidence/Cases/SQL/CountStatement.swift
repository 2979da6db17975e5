import MapModel

/// A statement that counts cases in a database, by the meanings of the values of a profile.
///
/// Its shape is the plan's, point by point: rows with an id, each once; for each rule those that it admits, each case once;
/// numbers of these for each area and pair of ends. What values mean are tables of literals that rows are joined with.
struct CountStatement: Sendable {
  let tables: CaseTables
  let values: DecidedValues
  var plan: CountingPlan { tables.plan }
  var dialect: SQLDialect { tables.dialect }

  /// The columns of the result: those of a file of counts, and the rule, by its place from 1; 0 for what is no count.
  static let columns = ["rule", "area", "from", "relation", "to", "measure", "period", "count", "of", "reference"]
  /// What stands for an end in a row that says how many rows hold what the profile does not.
  static let lacking = "(values that the profile lacks)"

  /// The statement.
  var text: String {
    tables.statement(
      parts, result,
      about: [
        "Counts by the rules of a map, for \(dialect.name). Made by netmap sql count.",
        "Save the result as CSV with its header, which the map reads as a file of counts.",
      ])
  }

  /// The parts of the statement, from the cells to the numbers. Each is read once, by the next: an engine that keeps no
  /// results of parts would do the work of one again for each that reads it.
  var parts: [String] { tables.cells + literals + rows + admitted + counted }

  // MARK: Literals

  private func table(_ name: String, _ columns: [String], _ rows: [[String]], none: [String]) -> String {
    // A table of no rows cannot be written; a row that nothing fits can.
    dialect.table(name, columns, rows: rows.isEmpty ? [none] : rows, texts: ["cell"])
  }

  /// What values are and mean, without what only the result needs.
  var literals: [String] {
    let names = tables.headers.enumerated().flatMap { place, header in
      (values.names[header] ?? []).map { ["\(place)", dialect.literal($0.text), "\($0.number)"] }
    }
    let days = tables.headers.enumerated().flatMap { place, header in
      values.days.enumerated().flatMap { file, days in
        (days[header] ?? []).map { ["\(file)", "\(place)", dialect.literal($0.text), "\($0.day)"] }
      }
    }
    return [
      table("names", ["place", "cell", "name"], names, none: ["-1", dialect.literal(""), "0"]),
      table(
        "days", ["file_number", "place", "cell", "day_number"], days, none: ["-1", "-1", dialect.literal(""), "0"]),
    ] + meanings
  }

  /// What names mean: for each column of which something is asked a table, with a column for each question.
  private var meanings: [String] {
    plan.columns.indices.filter { !plan.columns[$0].questions.isEmpty }.map { column in
      var answers: [Int: [Int32]] = [:]
      let count = plan.columns[column].questions.count
      for (question, meanings) in values.meanings[column].enumerated() {
        for (name, meaning) in meanings {
          answers[name, default: [Int32](repeating: -1, count: count)][question] = meaning
        }
      }
      let rows = answers.sorted { $0.key < $1.key }.map { ["\($0.key)"] + $0.value.map { "\($0)" } }
      return table(
        "meanings\(column)", ["name"] + (0..<count).map { "answer\($0)" }, rows,
        none: [String](repeating: "-1", count: count + 1))
    }
  }

  // MARK: Rows

  /// What columns of names are called, and those of details that are none of them.
  private var comparedHeaders: [(header: String, name: String)] {
    plan.columns.enumerated().map { ($1.header, "name\($0)") }
      + plan.details.enumerated().filter { _, header in !plan.columns.contains { $0.header == header } }
      .map { ($1, "detail\($0)") }
  }

  /// The name of a detail in the rows.
  func name(ofDetail header: String) -> String { comparedHeaders.first { $0.header == header }?.name ?? "id" }

  /// Rows with what their cells are, as numbers where the profile knows them.
  var rows: [String] {
    var (selected, joins, lacks): ([String], [String], [String]) = ([], [], [])
    for (header, name) in comparedHeaders {
      let cell = "cases.\(tables.cell(header))"
      guard values.names[header] != nil else {
        let nothing = Set(CaseTables.nothing + CellWords.formulaErrors).sorted().map(dialect.literal)
        selected.append("CASE WHEN \(cell) IN (\(nothing.joined(separator: ", "))) THEN '' ELSE \(cell) END AS \(name)")
        continue
      }
      let place = tables.headers.firstIndex(of: header) ?? 0
      selected.append("COALESCE(\(name).name, -1) AS \(name)")
      joins.append("LEFT JOIN names \(name) ON \(name).place = \(place) AND \(name).cell = \(cell)")
      lacks.append("\(name).name IS NULL")
    }
    for (index, header) in plan.dates.enumerated() {
      guard let header else {
        selected.append("0 AS day\(index)")
        continue
      }
      let place = tables.headers.firstIndex(of: header) ?? 0
      selected.append("COALESCE(day\(index).day_number, -1) AS day\(index)")
      joins.append(
        "LEFT JOIN days day\(index) ON day\(index).file_number = cases.file_number AND day\(index).place = \(place)"
          + " AND day\(index).cell = cases.\(tables.cell(header))")
      lacks.append("day\(index).day_number IS NULL")
    }
    let lacking = lacks.isEmpty ? "0" : "CASE WHEN \(lacks.joined(separator: " OR ")) THEN 1 ELSE 0 END"
    let kept = ["id"] + comparedHeaders.map(\.name) + plan.dates.indices.map { "day\($0)" }
    return [
      """
      read_rows AS (
        SELECT cases.id AS id, \(selected.joined(separator: ",\n    ")),
          \(lacking) AS is_lacking
        FROM cases
        \(joins.joined(separator: "\n  "))
      )
      """,
      "case_rows AS (\n  SELECT DISTINCT \(kept.joined(separator: ", ")) FROM \(dialect.gathered("read_rows", by: "id"))\n)",
    ]
  }

  // MARK: Rules

  /// A join of rows with their areas; `nil` if these stand in no column.
  var joinOfArea: String? {
    guard case .column(let asked) = plan.place else { return nil }
    return
      "JOIN meanings\(asked.column) area ON area.name = r.name\(asked.column) AND area.answer\(asked.question) >= 0"
  }

  /// What a question means for a row.
  private func answer(_ asked: CountingPlan.Asked) -> String {
    "COALESCE(m\(asked.column).answer\(asked.question), -1)"
  }

  /// The rows that rules admit: for each area and pair of ends each case once, or each of its days of referral, with the
  /// number of its rows. What the profile lacks is admitted by a rule of its own, 0.
  private var admitted: [String] {
    let joins = plan.columns.indices.filter { !plan.columns[$0].questions.isEmpty }.map {
      "\n  LEFT JOIN meanings\($0) m\($0) ON m\($0).name = r.name\($0)"
    }
    let rules = plan.rules.enumerated().map { ($0 + 1, $1) }
    /// What each rule says; all of them the same is said once.
    func byRule(_ none: String, _ text: (CountingPlan.Rule, Int) -> String) -> String {
      let cases = rules.map { number, rule in " WHEN \(number) THEN \(text(rule, number - 1))" }
      return "CASE x.rule_number\(cases.joined()) ELSE \(none) END"
    }
    func end(_ end: CountingPlan.End, _ fixed: Int32) -> String {
      if case .column(let asked) = end { answer(asked) } else { "\(fixed)" }
    }
    let area: String =
      switch plan.place {
      case .programme: "-1"
      case .area(let id): "\(plan.areas.firstIndex(of: id) ?? -1)"
      case .column(let asked): answer(asked)
      }
    func isAdmitted(_ rule: CountingPlan.Rule) -> String {
      var conditions = rule.conditions.map { "\(answer($0)) = 1" }
      if case .column = plan.place { conditions.append("\(area) >= 0") }
      if let period = rule.period {
        conditions.append("r.day0 > 0")
        if let first = period.first { conditions.append("r.day0 >= \(first.number)") }
        if let last = period.last { conditions.append("r.day0 <= \(last.number)") }
      }
      return conditions.isEmpty ? "1" : "CASE WHEN \(conditions.joined(separator: " AND ")) THEN 1 ELSE 0 END"
    }
    let lacks =
      comparedHeaders.filter { values.names[$0.header] != nil }.map { "r.\($0.name) = -1" }
      + plan.dates.indices.filter { plan.dates[$0] != nil }.map { "r.day\($0) = -1" }
    let isLacking = lacks.isEmpty ? "0" : "CASE WHEN \(lacks.joined(separator: " OR ")) THEN 1 ELSE 0 END"
    return [
      dialect.table("rule_numbers", ["rule_number"], rows: (0...plan.rules.count).map { ["\($0)"] }),
      """
      offered AS (
        SELECT x.rule_number AS rule_number, r.id AS id, CASE x.rule_number WHEN 0 THEN -1 ELSE \(area) END AS area_number,
          \(byRule("\(lackingNumber)") { end($0.source, values.fixedEnds[$1].source) }) AS source_number,
          \(byRule("\(lackingNumber)") { end($0.target, values.fixedEnds[$1].target) }) AS target_number,
          \(byRule("0") { rule, _ in rule.distinct == .referralDays ? "r.day0" : "0" }) AS day_number,
          \(byRule(isLacking) { rule, _ in isAdmitted(rule) }) AS is_admitted
        FROM case_rows r CROSS JOIN rule_numbers x\(joins.joined())
      )
      """,
      """
      admitted AS (
        SELECT rule_number, area_number, source_number, target_number, id, COUNT(*) AS row_count
        FROM offered WHERE is_admitted = 1 AND source_number >= 0 AND target_number >= 0
        GROUP BY rule_number, area_number, source_number, target_number, id, day_number
      )
      """,
    ]
  }

  // MARK: Numbers

  /// The rules of a kind, as a condition.
  private func isRule(_ table: String = "", where isMeant: (CountingPlan.Rule) -> Bool) -> String {
    let numbers = plan.rules.indices.filter { isMeant(plan.rules[$0]) }.map { "\($0 + 1)" }
    return numbers.isEmpty ? "1 = 0" : "\(table)rule_number IN (\(numbers.joined(separator: ", ")))"
  }

  private var isOfCases: String { isRule { $0.distinct == .cases } }

  /// The number that stands for values that the profile lacks, behind those of all actors.
  private var lackingNumber: Int { actorsWithGroups.count }

  /// The groups that each actor is part of, from the innermost, by its number.
  private var actorsWithGroups: [[Int32]] {
    var actors = values.actors
    return actors.numberGroups()
  }

  /// The numbers: of each area and of all together, of ends as they are and of groups that they are part of; of these, those
  /// that say what the others do not.
  private var counted: [String] {
    let areas = [-1] + Array(plan.areas.indices)
    var levels = areas.map { ["\($0)", "\($0)", "0"] }
    // All areas together, for cases that may stand in several, and for ends that may have none in some.
    if case .column = plan.place { levels += plan.areas.indices.map { ["\($0)", "-1", "1"] } }
    let groups = actorsWithGroups
    let wholes =
      (groups.enumerated().flatMap { actor, groups in
        [["\(actor)", "\(actor)", "0"]] + groups.map { ["\(actor)", "\($0)", "1"] }
      }) + [["\(lackingNumber)", "\(lackingNumber)", "0"]]
    let isOfRows = "(rule_number = 0 OR \(isRule { $0.distinct == .rows }))"
    let ends = "rule_number, source_number, target_number"
    var parts = [
      dialect.table("levels", ["area_number", "level_number", "is_sum"], rows: levels),
      dialect.table("wholes", ["actor_number", "whole_number", "is_whole"], rows: wholes),
      """
      placed AS (
        SELECT a.rule_number AS rule_number, l.level_number AS area_number, l.is_sum AS is_sum,
          s.whole_number AS source_number, t.whole_number AS target_number,
          CASE WHEN s.is_whole + t.is_whole > 0 THEN 1 ELSE 0 END AS is_part, a.id AS id, a.row_count AS row_count
        FROM admitted a JOIN levels l ON l.area_number = a.area_number
        JOIN wholes s ON s.actor_number = a.source_number JOIN wholes t ON t.actor_number = a.target_number
        WHERE \(isRule("a.") { $0.distinct == .cases }) OR s.is_whole + t.is_whole = 0
      )
      """,
      """
      measured AS (
        SELECT rule_number, area_number, source_number, target_number, is_sum, is_part, COUNT(*) AS entries,
          CASE WHEN \(isOfCases) THEN COUNT(DISTINCT id) WHEN \(isOfRows) THEN SUM(row_count) ELSE COUNT(*) END AS number
        FROM placed GROUP BY rule_number, area_number, source_number, target_number, is_sum, is_part
      )
      """,
      """
      weighed AS (
        SELECT rule_number, area_number, source_number, target_number, is_sum, is_part, entries, number,
          MAX(1 - is_part) OVER (PARTITION BY \(ends)) AS is_named,
          SUM(CASE WHEN is_sum = 0 THEN number ELSE 0 END) OVER (PARTITION BY \(ends), is_part) AS area_total
        FROM measured
      )
      """,
      // A number of all areas says something where it is less than theirs together, and one of a group where it is less than
      // those of its parts, unless rows name the group themselves.
      """
      told AS (
        SELECT rule_number, area_number, source_number, target_number, is_sum, is_part, number,
          CASE WHEN is_part = 0 AND is_sum = 0 THEN 1
            WHEN NOT (\(isOfCases)) OR is_part = 1 AND is_named = 1 THEN 0
            WHEN is_sum = 1 AND number < area_total THEN 1
            WHEN is_sum = 0 AND number < entries THEN 1
            ELSE 0 END AS is_told
        FROM weighed
      )
      """,
    ]
    if plan.rules.contains(where: \.countsZeros) {
      parts += zeros
    } else {
      parts.append("numbers AS (SELECT * FROM told WHERE is_told = 1)")
    }
    return parts + labels
  }

  /// The numbers, with 0 for ends that a rule has counted somewhere, in each area in which it has counted anything.
  private var zeros: [String] {
    let areas = [-1] + Array(plan.areas.indices)
    let spread = areas.map { ["\($0)", "\($0)", "1"] } + plan.areas.indices.map { ["-1", "\($0)", "0"] }
    return [
      dialect.table("spread", ["area_number", "to_number", "is_own"], rows: spread),
      """
      filled AS (
        SELECT t.rule_number AS rule_number, s.to_number AS area_number, t.source_number AS source_number,
          t.target_number AS target_number, t.is_sum * s.is_own AS is_sum, t.is_part AS is_part,
          SUM(t.number * s.is_own) AS number, MAX(s.is_own) AS is_own, MAX(t.is_told * s.is_own) AS is_told
        FROM told t JOIN spread s ON s.area_number = t.area_number
        WHERE s.is_own = 1 OR t.is_sum = 1 AND t.is_part = 0 AND \(isRule("t.", where: \.countsZeros))
        GROUP BY t.rule_number, s.to_number, t.source_number, t.target_number, t.is_sum * s.is_own, t.is_part
      )
      """,
      """
      numbers AS (
        SELECT * FROM (
          SELECT rule_number, area_number, source_number, target_number, is_part, number, is_told, is_own,
            MAX(CASE WHEN is_own = 1 AND is_sum = 0 AND is_part = 0 THEN 1 ELSE 0 END)
              OVER (PARTITION BY rule_number, area_number) AS is_present
          FROM filled
        ) AS all_numbers
        WHERE is_told = 1 OR is_own = 0 AND is_present = 1
      )
      """,
    ]
  }

  // MARK: Result

  /// The words for what was counted.
  private var labels: [String] {
    var actors = values.actors
    _ = actors.numberGroups()
    let made = Dictionary(actors.made.map { ($0.id, $0.name) }) { first, _ in first }
    let names =
      actors.ids.enumerated().map { ["\($0)", dialect.literal(made[$1] ?? $1.rawValue)] }
      + [["\(lackingNumber)", dialect.literal(Self.lacking)]]
    let areas =
      [["-1", dialect.literal("")]] + plan.areas.enumerated().map { ["\($0)", dialect.literal($1.rawValue)] }
    let none = dialect.literal("")
    let rules =
      [["0", none, none, none]]
      + plan.rules.enumerated().map { index, rule in
        ["\(index + 1)"] + [rule.relation.rawValue, rule.measure, rule.period?.name ?? ""].map(dialect.literal)
      }
    return [
      dialect.table("actor_names", ["number", "label"], rows: names),
      dialect.table("area_names", ["number", "label"], rows: areas),
      dialect.table("rule_names", ["number", "relation", "measure", "period_name"], rows: rules),
    ]
  }

  private var result: String {
    let reference = dialect.literal(
      "\(CaseConnections.referenceStart)\(tables.tables.map(\.text).joined(separator: ", ")) by \(dialect.name)")
    let read = [
      "n.rule_number", "a.label", "s.label", "r.relation", "t.label", "r.measure", "r.period_name", "n.number",
      "CASE WHEN n.is_part = 1 THEN 'parts' ELSE '' END", reference,
    ]
    let columns = zip(read, Self.columns).map { "\($0) AS \(dialect.quoted($1))" }
    return """
      SELECT \(columns.joined(separator: ", "))
      FROM numbers n JOIN area_names a ON a.number = n.area_number JOIN actor_names s ON s.number = n.source_number
      JOIN actor_names t ON t.number = n.target_number JOIN rule_names r ON r.number = n.rule_number
      ORDER BY 1, 2, 3, 5, 9
      """
  }
}
