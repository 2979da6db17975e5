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
        "Save the result as CSV with its header; the map reads it as a file of counts.",
      ])
  }

  /// The parts of the statement, from the cells to the words for the numbers.
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
    let meanings = values.meanings.enumerated().flatMap { column, questions in
      questions.enumerated().flatMap { question, meanings in
        meanings.map { ["\(number(.init(column: column, question: question)))", "\($0.name)", "\($0.meaning)"] }
      }
    }
    return [
      table("names", ["place", "cell", "name"], names, none: ["-1", dialect.literal(""), "0"]),
      table(
        "days", ["file_number", "place", "cell", "day_number"], days, none: ["-1", "-1", dialect.literal(""), "0"]),
      table("meanings", ["question", "name", "meaning"], meanings, none: ["-1", "0", "0"]),
    ]
  }

  /// The number of a question among those of all columns.
  private func number(_ asked: CountingPlan.Asked) -> Int {
    plan.columns.prefix(asked.column).reduce(asked.question) { $0 + $1.questions.count }
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
      selected.append("COALESCE(day\(index).day_number, 0) AS day\(index)")
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
      "case_rows AS (\n  SELECT DISTINCT \(kept.joined(separator: ", ")) FROM read_rows\n)",
    ]
  }

  // MARK: Rules

  /// A join of rows with what a question means for them.
  private func join(_ asked: CountingPlan.Asked, as name: String) -> String {
    "JOIN meanings \(name) ON \(name).question = \(number(asked)) AND \(name).name = r.name\(asked.column)"
  }

  /// A join of rows with their areas; `nil` if these stand in no column.
  var joinOfArea: String? { if case .column(let asked) = plan.place { join(asked, as: "area") } else { nil } }

  /// The rows that rules admit: for those that count cases, each case once for each area and pair of ends.
  private var admitted: [String] {
    let blocks = plan.rules.enumerated().map { index, rule in
      var (joins, conditions): ([String], [String]) = ([], [])
      func end(_ end: CountingPlan.End, _ fixed: Int32, _ name: String) -> String {
        guard case .column(let asked) = end else { return "\(fixed)" }
        joins.append(join(asked, as: name))
        return "\(name).meaning"
      }
      var area = "-1"
      switch plan.place {
      case .programme: break
      case .area(let id): area = "\(plan.areas.firstIndex(of: id) ?? -1)"
      case .column(let asked):
        joins.append(join(asked, as: "area"))
        area = "area.meaning"
      }
      let fixed = values.fixedEnds[index]
      let source = end(rule.source, fixed.source, "source")
      let target = end(rule.target, fixed.target, "target")
      for (place, asked) in rule.conditions.enumerated() {
        joins.append(join(asked, as: "condition\(place)"))
        conditions.append("condition\(place).meaning = 1")
      }
      if let period = rule.period {
        conditions.append("r.day0 > 0")
        if let first = period.first { conditions.append("r.day0 >= \(first.number)") }
        if let last = period.last { conditions.append("r.day0 <= \(last.number)") }
      }
      let day = rule.distinct == .referralDays ? "r.day0" : "0"
      let lines =
        ["  FROM case_rows r"] + joins.map { "  \($0)" }
        + (conditions.isEmpty ? [] : ["  WHERE \(conditions.joined(separator: " AND "))"])
      return "  SELECT\(rule.distinct == .rows ? "" : " DISTINCT") \(index + 1) AS rule_number, \(area) AS area_number,"
        + " \(source) AS source_number, \(target) AS target_number, r.id AS id, \(day) AS day_number\n"
        + lines.joined(separator: "\n")
    }
    let none =
      "  SELECT 0 AS rule_number, -1 AS area_number, 0 AS source_number, 0 AS target_number, id, 0 AS day_number"
      + " FROM case_rows WHERE 1 = 0"
    return ["admitted AS (\n\((blocks.isEmpty ? [none] : blocks).joined(separator: "\n  UNION ALL\n"))\n)"]
  }

  // MARK: Numbers

  private static let ends = "rule_number, source_number, target_number"

  /// The rules of a kind, as a condition; `nil` if there is none.
  private func isRule(_ table: String = "", where isMeant: (CountingPlan.Rule) -> Bool) -> String? {
    let numbers = plan.rules.indices.filter { isMeant(plan.rules[$0]) }.map { "\($0 + 1)" }
    return numbers.isEmpty ? nil : "\(table)rule_number IN (\(numbers.joined(separator: ", ")))"
  }

  private func areSame(_ one: String, _ other: String, _ columns: [String]) -> String {
    columns.map { "\(one).\($0)_number = \(other).\($0)_number" }.joined(separator: " AND ")
  }

  /// The numbers, each a table of rule, area, source, target, number, and whether it is of parts together.
  private var counted: [String] {
    let ends = Self.ends
    var parts = [
      """
      counted AS (
        SELECT rule_number, area_number, source_number, target_number, COUNT(*) AS number
        FROM admitted GROUP BY rule_number, area_number, source_number, target_number
      )
      """
    ]
    var lists = ["SELECT rule_number, area_number, source_number, target_number, number, '' AS part FROM counted"]
    let same = ["rule", "source", "target"]
    if let casesRules = isRule(where: { $0.distinct == .cases }) {
      if case .column = plan.place {
        parts.append(
          "sums AS (SELECT \(ends), SUM(number) AS total FROM counted WHERE \(casesRules) GROUP BY \(ends))")
        parts.append(
          "programme AS (SELECT \(ends), COUNT(DISTINCT id) AS number FROM admitted WHERE \(casesRules) GROUP BY \(ends))"
        )
        lists.append(
          "SELECT p.rule_number, -1, p.source_number, p.target_number, p.number, '' FROM programme p JOIN sums s ON"
            + " \(areSame("p", "s", same)) WHERE p.number < s.total")
      }
      if hasGroups { addGroups(to: &parts, &lists, casesRules) }
    }
    if let zeroRules = isRule(where: \.countsZeros) {
      parts.append("pairs AS (SELECT DISTINCT \(ends) FROM counted WHERE \(zeroRules))")
      parts.append("present AS (SELECT DISTINCT rule_number, area_number FROM counted WHERE area_number >= 0)")
      lists.append(
        "SELECT p.rule_number, a.area_number, p.source_number, p.target_number, 0, '' FROM pairs p JOIN present a ON"
          + " a.rule_number = p.rule_number LEFT JOIN counted c ON \(areSame("c", "p", same)) AND c.area_number ="
          + " a.area_number WHERE c.rule_number IS NULL")
    }
    parts.append("numbers AS (\n  \(lists.joined(separator: "\n  UNION ALL\n  "))\n)")
    return parts + labels
  }

  // MARK: Groups

  /// The actors that rules can count, and the groups that each is part of.
  private var wholes: [[String]] {
    actorsWithGroups.enumerated().flatMap { number, groups in
      ([Int32(number)] + groups).map { ["\(number)", "\($0)"] }
    }
  }

  private var actorsWithGroups: [[Int32]] {
    var actors = values.actors
    return actors.numberGroups()
  }

  private var hasGroups: Bool { actorsWithGroups.contains { !$0.isEmpty } }

  private func addGroups(to parts: inout [String], _ lists: inout [String], _ casesRules: String) {
    let ends = Self.ends
    let same = ["rule", "source", "target"]
    parts.append(dialect.table("wholes", ["actor_number", "whole_number"], rows: wholes))
    parts.append("named AS (SELECT DISTINCT \(ends) FROM counted)")
    parts.append(
      """
      of_parts AS (
        SELECT m.rule_number AS rule_number, m.area_number AS area_number, s.whole_number AS source_number,
          t.whole_number AS target_number, m.id AS id
        FROM admitted m JOIN wholes s ON s.actor_number = m.source_number
        JOIN wholes t ON t.actor_number = m.target_number
        LEFT JOIN named n ON n.rule_number = m.rule_number AND n.source_number = s.whole_number
          AND n.target_number = t.whole_number
        WHERE n.rule_number IS NULL AND m.\(casesRules)
      )
      """)
    parts.append(
      """
      groups_in_areas AS (
        SELECT rule_number, area_number, source_number, target_number, COUNT(*) AS total, COUNT(DISTINCT id) AS number
        FROM of_parts GROUP BY rule_number, area_number, source_number, target_number
      )
      """)
    lists.append(
      "SELECT rule_number, area_number, source_number, target_number, number, 'parts' FROM groups_in_areas"
        + " WHERE number < total")
    guard case .column = plan.place else { return }
    parts.append("group_sums AS (SELECT \(ends), SUM(number) AS total FROM groups_in_areas GROUP BY \(ends))")
    parts.append(
      "groups_of_programme AS (SELECT \(ends), COUNT(DISTINCT id) AS number FROM of_parts GROUP BY \(ends))")
    lists.append(
      "SELECT p.rule_number, -1, p.source_number, p.target_number, p.number, 'parts' FROM groups_of_programme p"
        + " JOIN group_sums s ON \(areSame("p", "s", same)) WHERE p.number < s.total")
  }

  // MARK: Result

  /// The words for what was counted.
  private var labels: [String] {
    var actors = values.actors
    _ = actors.numberGroups()
    let made = Dictionary(actors.made.map { ($0.id, $0.name) }) { first, _ in first }
    let names = actors.ids.enumerated().map { ["\($0)", dialect.literal(made[$1] ?? $1.rawValue)] }
    let areas =
      [["-1", dialect.literal("")]]
      + plan.areas.enumerated().map { ["\($0)", dialect.literal($1.rawValue)] }
    let rules = plan.rules.enumerated().map { index, rule in
      [
        "\(index + 1)", dialect.literal(rule.relation.rawValue), dialect.literal(rule.measure),
        dialect.literal(rule.period?.name ?? ""),
      ]
    }
    return [
      table("actor_names", ["number", "label"], names, none: ["-1", dialect.literal("")]),
      table("area_names", ["number", "label"], areas, none: []),
      table(
        "rule_names", ["number", "relation", "measure", "period_name"], rules,
        none: ["-1"] + [String](repeating: dialect.literal(""), count: 3)),
    ]
  }

  private var result: String {
    let reference = dialect.literal(
      "\(CaseConnections.referenceStart)\(tables.tables.map(\.text).joined(separator: ", ")) by \(dialect.name)")
    let read = [
      "n.rule_number", "a.label", "s.label", "r.relation", "t.label", "r.measure", "r.period_name", "n.number",
      "n.part",
      reference,
    ]
    let columns = zip(read, Self.columns).map { "\($0) AS \(dialect.quoted($1))" }
    let none = dialect.literal("")
    let lacking = dialect.literal(Self.lacking)
    return """
      SELECT \(columns.joined(separator: ", "))
      FROM numbers n JOIN area_names a ON a.number = n.area_number JOIN actor_names s ON s.number = n.source_number
      JOIN actor_names t ON t.number = n.target_number JOIN rule_names r ON r.number = n.rule_number
      UNION ALL
      SELECT 0, \(none), \(lacking), \(none), \(lacking), \(none), \(none), COUNT(*), \(none), \(reference)
      FROM read_rows WHERE is_lacking = 1 HAVING COUNT(*) > 0
      ORDER BY 1, 2, 3, 5, 9
      """
  }
}
