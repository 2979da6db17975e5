import MapModel

/// A statement for the checks of rows that only the whole table can answer: rows that say the same, details that conflict,
/// days out of order, ids that are missing or nearly the same.
struct CheckStatement: Sendable {
  let counts: CountStatement
  private var tables: CaseTables { counts.tables }
  private var plan: CountingPlan { counts.plan }
  private var dialect: SQLDialect { counts.dialect }

  /// The columns of the result. What a number counts, ``CheckResult`` says by its code.
  static let columns = ["code", "column_name", "other_column", "row_count"]

  /// The codes of what is counted of rows and ids, and is no fault.
  static let rowsCode = "rows"
  static let lackingCode = "values-not-in-profile"
  static let wordyIDCode = "id-without-digits"

  var text: String {
    tables.statement(
      tables.cells + counts.literals + counts.rows + ids, lists.joined(separator: "\nUNION ALL\n"),
      about: [
        "Checks of the rows by which a map counts cases, for \(dialect.name). Made by netmap sql checks.",
        "Save the result as CSV with its header. It holds numbers of rows, and no value of any.",
      ])
  }

  // MARK: Ids

  /// The different ids, with what all spellings of one have in common.
  private var ids: [String] {
    let letters = (0x61...0x7A).map { String(Unicode.Scalar(UInt8($0))) }.joined() + "-_/#:."
    let marks = [" ", "\"", "'", ",", "\u{A0}"]
    let bare = marks.reduce("LOWER(id)") { "REPLACE(\($0), \(dialect.literal($1)), \(dialect.literal("")))" }
    let whole = dialect.trimmed("spelling", .trailing, of: "0")
    let lastOfWhole = dialect.part(of: "whole", from: dialect.length("whole"), length: "1")
    let withoutPoint = dialect.part(of: "whole", from: "1", length: "\(dialect.length("whole")) - 1")
    let number = dialect.trimmed("spelling", .leading, of: letters)
    let prefix = dialect.part(
      of: "spelling", from: "1", length: "\(dialect.length("spelling")) - \(dialect.length("rest"))")
    let bareNumber = dialect.trimmed("rest", .leading, of: "0")
    return [
      """
      spellings AS (
        SELECT id, CASE WHEN \(lastOfWhole) = '.' AND whole <> spelling THEN \(withoutPoint) ELSE spelling END AS spelling
        FROM (SELECT id, spelling, \(whole) AS whole FROM (SELECT DISTINCT id, \(bare) AS spelling FROM cases) bare_ids)
          AS whole_ids
      )
      """,
      """
      usual_ids AS (
        SELECT id, \(dialect.joined(prefix, bareNumber)) AS usual
        FROM (SELECT id, spelling, \(number) AS rest FROM spellings) AS rests
      )
      """,
    ]
  }

  // MARK: Lists

  private func list(_ code: String, _ column: String = "", _ other: String = "", counting number: String) -> String {
    let texts = [code, column, other].map(dialect.literal)
    let names = zip(texts, Self.columns).map { "\($0) AS \($1)" }
    return "SELECT \(names.joined(separator: ", ")), \(number)"
  }

  private var lists: [String] {
    let number = "COUNT(*) AS row_count"
    var lists = [list(Self.rowsCode, counting: number + " FROM checked")]
    for code in ["missing-case", "damaged-id", "repeated-header", "total-row"] {
      lists.append(list(code, plan.id, counting: number + " FROM checked WHERE fault = '\(code)'"))
    }
    lists.append(list(Self.lackingCode, counting: number + " FROM read_rows WHERE is_lacking = 1"))
    // A row without an area is left out for that.
    let placed = counts.joinOfArea.map { " r \($0)" } ?? ""
    lists.append(
      list(
        "duplicate-row",
        counting: "(SELECT COUNT(*) FROM read_rows\(placed)) - (SELECT COUNT(*) FROM case_rows\(placed)) AS row_count"))
    let details = (plan.school.map { [plan.columns[$0].header] } ?? []) + plan.details
    for detail in details {
      let name = counts.name(ofDetail: detail)
      // What says nothing is in conflict with nothing: it is 0, or an empty text where no profile knows it.
      let said = counts.values.names[detail] == nil ? "NULLIF(\(name), '')" : "NULLIF(\(name), 0)"
      lists.append(
        list(
          "conflicting-details", detail,
          counting:
            "COUNT(*) AS row_count FROM (SELECT id FROM case_rows GROUP BY id HAVING COUNT(DISTINCT \(said)) > 1) AS torn"
        ))
    }
    for (early, late) in [(0, 1), (0, 2), (1, 2)] {
      guard let first = plan.dates[early], let second = plan.dates[late] else { continue }
      // An end before the referral follows from what is said of the start, if there is one.
      let isAlone = early == 0 && late == 2 ? " AND day1 = 0" : ""
      lists.append(
        list(
          "dates-out-of-order", second, first,
          counting: number + " FROM read_rows WHERE day\(late) > 0 AND day\(late) < day\(early)" + isAlone))
    }
    for (index, header) in plan.dates.enumerated() {
      guard let header else { continue }
      lists.append(
        list("date-in-future", header, counting: number + " FROM read_rows WHERE day\(index) > \(plan.lastDay.number)"))
    }
    lists.append(
      list("near-duplicate-id", plan.id, counting: "COUNT(*) - COUNT(DISTINCT usual) AS row_count FROM usual_ids"))
    lists.append(
      list(
        Self.wordyIDCode, plan.id,
        counting: number + " FROM cases WHERE \(dialect.length(tables.withoutDigits)) = \(dialect.length("id"))"))
    return lists
  }
}
