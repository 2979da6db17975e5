import MapModel
import OrderedCollections

/// The tables of a database in which rows of cases stand, and how a statement reads them.
///
/// The statement knows nothing of names and dates: it takes cells as texts, without white space around them, and looks up
/// what they mean among literals. What an id is it finds out by itself, since ids never leave the database.
struct CaseTables: Sendable {
  let plan: CountingPlan
  let dialect: SQLDialect
  /// The tables, each in the place of one of the plan's files.
  let tables: [TableName]
  /// The headers of the columns that are read, but for the ids'.
  let headers: OrderedSet<String>
  /// A part of the statement that takes the place of a table.
  private let planted: [String]

  /// - Parameter planted: a part of the statement that is called like a table and takes its place.
  init(_ plan: CountingPlan, in tables: [TableName], _ dialect: SQLDialect, planted: String? = nil) {
    (self.plan, self.tables, self.dialect) = (plan, tables, dialect)
    self.planted = [planted].compactMap(\.self)
    headers = OrderedSet(plan.columns.map(\.header) + plan.dates.compactMap(\.self) + plan.details)
  }

  /// The headers of the columns whose values have a meaning: those that rules ask something of, and those of dates.
  var askedHeaders: OrderedSet<String> {
    OrderedSet(plan.columns.filter { !$0.questions.isEmpty }.map(\.header) + plan.dates.compactMap(\.self))
  }

  /// The name of the column in the statement.
  func cell(_ header: String) -> String { "cell\(headers.firstIndex(of: header) ?? 0)" }

  /// A statement of parts, the last of which gives its result.
  func statement(_ parts: [String], _ result: String, about lines: [String]) -> String {
    // Some clients look for quotation marks and semicolons in comments, too.
    let comment = lines.map { line in
      "-- \(String(line.map { $0.isLetter || $0.isNumber || " .,:-_()".contains($0) ? $0 : " " }))\n"
    }
    let end = dialect == .trino ? "" : ";"
    return "\(comment.joined())WITH\n\(parts.joined(separator: ",\n"))\n\(result)\(end)\n"
  }

  // MARK: Cells

  /// What counts as white space at the ends of names.
  static let blanks =
    "\t\n\u{B}\u{C}\r \u{85}\u{A0}\u{1680}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\u{2007}\u{2008}"
    + "\u{2009}\u{200A}\u{200B}\u{2028}\u{2029}\u{202F}\u{205F}\u{3000}\u{FEFF}"
  /// What counts as white space at the ends of ids: all control characters, too.
  static let blanksOfIDs =
    blanks
    + String(String.UnicodeScalarView((1..<32).compactMap { Unicode.Scalar($0) }.filter { !("\t"..."\r" ~= $0) }))

  /// The rows of all tables, with cells as texts, and what is wrong with their ids.
  var cells: [String] {
    let names = headers.map(cell)
    // Not every program that saves a table as CSV keeps the ends of lines in cells as they are.
    func inOneLine(_ cell: String) -> String {
      let blank = dialect.literal(" ")
      return ["\r", "\n"].reduce(cell) { "REPLACE(\($0), \(dialect.literal($1)), \(blank))" }
    }
    func stored(_ file: Int, _ table: TableName) -> String {
      let id = dialect.text(dialect.quoted(plan.id))
      let read =
        [dialect.bytewise("COALESCE(\(id), '')") + " AS id"]
        + zip(headers, names).map {
          dialect.bytewise("COALESCE(\(inOneLine(dialect.text(dialect.quoted($0)))), '')") + " AS \($1)"
        }
      return
        "  SELECT \(file) AS file_number, \(read.joined(separator: ",\n    "))\n  FROM \(planted.isEmpty ? table.quoted(in: dialect) : table.text)"
    }
    let all = tables.enumerated().map { stored($0.offset, $0.element) }.joined(separator: "\n  UNION ALL\n")
    let trimmedCells =
      [trimmed("id", of: Self.blanksOfIDs)] + names.map { trimmed($0, of: Self.blanks) }
    let others = names.map { ", \($0)" }.joined()
    let apostrophe = dialect.literal("'")
    return planted + [
      "netmap_stored AS (\n\(all)\n)",
      """
      trimmed AS (
        SELECT file_number, \(trimmedCells.joined(separator: ",\n    "))
        FROM netmap_stored
      )
      """,
      """
      cells AS (
        SELECT file_number, CASE WHEN \(dialect.part(of: "id", from: "1", length: "1")) = \(apostrophe) AND id <> \(apostrophe)
          THEN \(dialect.part(of: "id", from: "2")) ELSE id END AS id\(others)
        FROM trimmed
      )
      """,
      "checked AS (\n  SELECT file_number, id\(others), \(fault) AS fault\n  FROM cells\n)",
      "cases AS (\n  SELECT file_number, id\(others) FROM checked WHERE fault = ''\n)",
    ]
  }

  /// A cell without white space at its ends.
  ///
  /// Engines take a microsecond and more to look for every kind of it, so a cell is left as it is that begins and ends with
  /// a plain sign: one of ASCII behind the space and before the tilde.
  private func trimmed(_ cell: String, of characters: String) -> String {
    // Any text that begins with a space comes behind the space alone, so that the first sign behind it is the bound.
    func isPlain(_ text: String) -> String {
      "\(text) >= \(dialect.literal("!")) AND \(text) < \(dialect.literal("~"))"
    }
    let last = dialect.bytewise(dialect.last(of: cell))
    return "CASE WHEN \(isPlain(cell)) AND \(isPlain(last)) THEN \(cell)"
      + "\n      ELSE \(dialect.trimmed(cell, of: characters)) END AS \(cell)"
  }

  // MARK: Ids

  /// The code of what is wrong with an id, or an empty text.
  private var fault: String {
    func isOne(of texts: some Sequence<String>) -> String {
      "id IN (\(Set(texts).sorted().map(dialect.literal).joined(separator: ", ")))"
    }
    let digits = "('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')"
    // A number in scientific notation: digits, an E and a plus sign, digits.
    let damaged = """
      \(dialect.part(of: "id", from: "1", length: "1")) IN \(digits)
          AND \(dialect.part(of: "id", from: dialect.length("id"), length: "1")) IN \(digits)
          AND (id LIKE '%E+%' OR id LIKE '%e+%')
          AND \(withoutDigits) IN ('E+', 'e+', '.E+', '.e+')
      """
    let headers = [plan.id, plan.id.lowercased(), plan.id.uppercased()]
    return """
      CASE
          WHEN \(isOne(of: Self.nothing)) THEN 'missing-case'
          WHEN \(isOne(of: CellWords.formulaErrors)) THEN 'damaged-id'
          WHEN \(damaged) THEN 'damaged-id'
          WHEN \(isOne(of: headers)) THEN 'repeated-header'
          WHEN \(isOne(of: Self.totals)) THEN 'total-row'
          ELSE '' END
      """
  }

  /// What is left of an id without its digits.
  var withoutDigits: String { (0...9).reduce("id") { "REPLACE(\($0), '\($1)', '')" } }

  /// What stands for nothing, in every spelling: a statement folds no names.
  static let nothing: [String] = CellWords.nothing.flatMap(spellings) + ["-", "--", "---", "\u{2010}", "\u{2011}"]

  /// The words for totals that stand in the place of ids where a file was loaded as it was, in their usual spellings.
  static let totals = [
    "total", "totals", "grand total", "grand totals", "subtotal", "sub-total", "sub total", "sum", "overall", "all",
    "all cases", "total cases",
  ].flatMap { [$0, $0.uppercased(), ($0.first?.uppercased() ?? "") + $0.dropFirst(), $0.capitalizedWords] }

  /// A word in lower and upper case, letter by letter.
  private static func spellings(_ word: String) -> [String] {
    word.reduce([""]) { found, letter in
      let (lower, upper) = (letter.lowercased(), letter.uppercased())
      return found.map { $0 + lower } + (lower == upper ? [] : found.map { $0 + upper })
    }
  }
}

extension String {
  /// The text with a capital at the start of each word.
  fileprivate var capitalizedWords: String {
    split(separator: " ").map { ($0.first?.uppercased() ?? "") + $0.dropFirst() }.joined(separator: " ")
  }
}

/// The name of a table, perhaps with those of its schema and its catalogue.
public struct TableName: Sendable, Equatable {
  /// The name and what stands before it, each as the database has it.
  let parts: [String]
  /// The name as it was written.
  public let text: String

  /// A name as people write it: parts between full stops; a part in quotation marks can hold full stops.
  /// - Returns: `nil` if a part is empty or a quotation mark is missing.
  public init?(_ text: String) {
    var parts = [String.UnicodeScalarView()]
    var (isQuoted, wasQuoted) = (false, false)
    for letter in text.unicodeScalars {
      switch letter {
      case "\"":
        // Two quotation marks stand for one.
        if wasQuoted { parts[parts.count - 1].append(letter) }
        isQuoted.toggle()
        wasQuoted = !isQuoted && !wasQuoted
        continue
      case "." where !isQuoted: parts.append(.init())
      default: parts[parts.count - 1].append(letter)
      }
      wasQuoted = false
    }
    guard !isQuoted, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    (self.parts, self.text) = (parts.map { String($0) }, text)
  }

  /// A table that bears a name as it is.
  init(named name: String) { (parts, text) = ([name], name) }

  /// A file that DuckDB reads as a table; `nil` if it is none, as a database is.
  init?(file: String) {
    guard Self.file(file) != nil else { return nil }
    self.init(named: file)
  }

  /// The name in a statement; DuckDB reads files, too.
  func quoted(in dialect: SQLDialect) -> String {
    if dialect == .duckdb, let file = Self.file(text) { return file(text, dialect) }
    // SQLite would take a part of the statement for the table that bears the same name.
    let parts = dialect == .sqlite && parts.count == 1 ? ["main"] + parts : parts
    return parts.map(dialect.quoted).joined(separator: ".")
  }

  /// How DuckDB reads a file; `nil` if the name is not that of a file.
  private static func file(_ name: String) -> ((String, SQLDialect) -> String)? {
    let lower = name.lowercased()
    if lower.hasSuffix(".parquet") { return { "read_parquet(\($1.literal($0)))" } }
    // All as text: 007 is no number.
    if lower.hasSuffix(".csv") || lower.hasSuffix(".csv.gz") {
      return { "read_csv(\($1.literal($0)), all_varchar = true, header = true)" }
    }
    return nil
  }
}
