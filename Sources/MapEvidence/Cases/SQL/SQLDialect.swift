/// A way in which an engine writes SQL, as far as counting needs it.
public enum SQLDialect: String, CaseIterable, Sendable {
  /// BigQuery.
  case bigquery
  /// DuckDB.
  case duckdb
  /// PostgreSQL.
  case postgresql
  /// Snowflake.
  case snowflake
  /// Spark SQL, as Databricks has it.
  case spark
  /// SQLite.
  case sqlite
  /// Trino, as Athena has it.
  case trino
  /// T-SQL, as SQL Server has it.
  case tsql

  /// The engine in words, with the products that people know it by.
  public var name: String {
    switch self {
    case .bigquery: "BigQuery"
    case .duckdb: "DuckDB"
    case .postgresql: "PostgreSQL"
    case .snowflake: "Snowflake"
    case .spark: "Spark SQL (Databricks)"
    case .sqlite: "SQLite"
    case .trino: "Trino (Athena)"
    case .tsql: "T-SQL (SQL Server)"
    }
  }

  /// Whether the tests of this package run its statements on the engine itself. The others are only parsed.
  public var isRunInTests: Bool { [.duckdb, .postgresql, .spark, .sqlite].contains(self) }

  // MARK: Names

  /// A name of a column or a part of a table's name, in quotation marks.
  func quoted(_ name: String) -> String {
    switch self {
    case .spark: "`\(Self.replacing(["`": "``"], in: name))`"
    case .bigquery: "`\(Self.replacing(["\\": "\\\\", "`": "\\`"], in: name))`"
    case .tsql: "[\(Self.replacing(["]": "]]"], in: name))]"
    case .duckdb, .postgresql, .snowflake, .sqlite, .trino: "\"\(Self.replacing(["\"": "\"\""], in: name))\""
    }
  }

  /// A text in which other texts stand for some scalars. Scalars, not characters: an engine knows a quotation mark whatever
  /// accent follows it.
  private static func replacing(_ others: [Unicode.Scalar: String], in text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      if let other = others[scalar] { result += other } else { result.unicodeScalars.append(scalar) }
    }
  }

  // MARK: Texts

  /// A text as a literal.
  ///
  /// No control character is ever written as it is: clients split scripts at lines, and take some lines for commands.
  func literal(_ text: String) -> String {
    let quotes: [Unicode.Scalar: String] = ["'": "''"]
    let isPlain = !text.unicodeScalars.contains(where: Self.isControl)
    switch self {
    case .duckdb: return pieces(text, "chr", joinedBy: " || ") { Self.replacing(quotes, in: $0) }
    case .tsql:
      // sqlcmd replaces `$(name)` in literals, too.
      return pieces(text, "NCHAR", prefix: "N", joinedBy: " + ") {
        Self.replacing(["'": "''", "$": "$' + N'"], in: $0)
      }
    case .sqlite, .spark:
      // Spark reads backslashes as its settings say, and some clients split scripts at semicolons and comments, wherever
      // they are.
      let isSafe = isPlain && !text.unicodeScalars.contains { "'\"\\;`-/".unicodeScalars.contains($0) }
      return isSafe ? "'\(text)'" : "CAST(X'\(Self.hexadecimal(text))' AS \(textType))"
    case .postgresql:
      return isPlain && !text.unicodeScalars.contains("\\")
        ? "'\(Self.replacing(quotes, in: text))'" : "E'\(numbered(text, "\\u", quotes))'"
    case .snowflake: return "'\(numbered(text, "\\u", quotes))'"
    case .bigquery: return "'\(numbered(text, "\\u", ["'": "\\'"]))'"
    case .trino: return isPlain ? "'\(Self.replacing(quotes, in: text))'" : "U&'\(numbered(text, "\\", quotes))'"
    }
  }

  /// A text of pieces between control characters.
  private func pieces(
    _ text: String, _ function: String, prefix: String = "", joinedBy sign: String, _ escaped: (String) -> String
  ) -> String {
    var parts: [String] = []
    var piece = String.UnicodeScalarView()
    func close() {
      if !piece.isEmpty { parts.append("\(prefix)'\(escaped(String(piece)))'") }
      piece = .init()
    }
    for scalar in text.unicodeScalars {
      if Self.isControl(scalar) {
        close()
        parts.append("\(function)(\(scalar.value))")
      } else {
        piece.append(scalar)
      }
    }
    close()
    return parts.isEmpty ? "\(prefix)''" : parts.count == 1 ? parts[0] : "(\(parts.joined(separator: sign)))"
  }

  /// A text in which a backslash begins the number of a character.
  private func numbered(_ text: String, _ start: String, _ quotes: [Unicode.Scalar: String]) -> String {
    let controls = Set(text.unicodeScalars.filter(Self.isControl)).map { ($0, start + Self.four($0)) }
    var others = quotes.merging(controls) { first, _ in first }
    others["\\"] = "\\\\"
    return Self.replacing(others, in: text)
  }

  /// Whether a scalar is better not written as it is: controls, ends of lines, and what changes the direction of writing.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    case .spaceSeparator: scalar != " "
    case .format: scalar.value <= 0xFFFF
    default: false
    }
  }

  private static func four(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  private static func hexadecimal(_ text: String) -> String {
    text.utf8.reduce(into: "") { digits, byte in digits += (byte < 16 ? "0" : "") + String(byte, radix: 16) }
  }

  // MARK: Functions

  /// What a column of text is called.
  var textType: String {
    switch self {
    case .duckdb, .snowflake, .trino: "VARCHAR"
    case .postgresql, .sqlite: "TEXT"
    case .bigquery, .spark: "STRING"
    case .tsql: "NVARCHAR(4000)"
    }
  }

  /// A value of a column as a text, which is compared byte by byte whatever the database holds to be the same.
  func text(_ column: String) -> String { bytewise("CAST(\(column) AS \(textType))") }

  /// A text that is compared byte by byte.
  func bytewise(_ text: String) -> String {
    switch self {
    case .duckdb: "\(text) COLLATE \"binary\""
    case .postgresql: "\(text) COLLATE \"C\""
    case .sqlite: "\(text) COLLATE BINARY"
    case .tsql: "\(text) COLLATE Latin1_General_100_BIN2"
    case .snowflake, .bigquery: "COLLATE(\(text), '')"
    // A cast to a text takes a column's own collation away.
    case .spark, .trino: text
    }
  }

  /// The end of a text.
  enum Side: String { case both = "BOTH", leading = "LEADING", trailing = "TRAILING" }

  /// A text without any of the characters of another at its ends.
  func trimmed(_ text: String, _ side: Side = .both, of characters: String) -> String {
    let set = literal(characters)
    switch self {
    case .postgresql, .spark, .trino: return "TRIM(\(side.rawValue) \(set) FROM \(text))"
    case .tsql: return side == .both ? "TRIM(\(set) FROM \(text))" : "TRIM(\(side.rawValue) \(set) FROM \(text))"
    case .bigquery, .duckdb, .snowflake, .sqlite:
      let function =
        switch side {
        case .both: "TRIM"
        case .leading: "LTRIM"
        case .trailing: "RTRIM"
        }
      return "\(function)(\(text), \(set))"
    }
  }

  /// A part of a text, from a character on.
  func part(of text: String, from start: String, length: String? = nil) -> String {
    switch self {
    case .tsql: "SUBSTRING(\(text), \(start), \(length ?? "4000"))"
    default: "SUBSTR(\(text), \(start)\(length.map { ", " + $0 } ?? ""))"
    }
  }

  /// The last character of a text.
  func last(of text: String) -> String {
    // What T-SQL calls the length of a text leaves out blanks at its end.
    self == .tsql ? "RIGHT(\(text), 1)" : part(of: text, from: length(text), length: "1")
  }

  /// How many characters a text has.
  func length(_ text: String) -> String { self == .tsql ? "LEN(\(text))" : "LENGTH(\(text))" }

  /// Texts one behind the other.
  func joined(_ texts: String...) -> String {
    self == .spark || self == .tsql || self == .bigquery
      ? "CONCAT(\(texts.joined(separator: ", ")))" : "(\(texts.joined(separator: " || ")))"
  }

  /// The rows of a part of the statement, those of one value on one machine.
  ///
  /// Spark then finds all rows of a case in one place, in each step that follows; without, it moves them for each.
  func gathered(_ part: String, by column: String) -> String {
    self == .spark ? "(SELECT /*+ REPARTITION(\(column)) */ * FROM \(part)) AS gathered_rows" : part
  }

  /// A table of literals, as one of the named parts of a statement.
  /// - Parameter texts: the columns of texts that are compared with others.
  func table(_ name: String, _ columns: [String], rows: [[String]], texts: [String] = []) -> String {
    let names = columns.joined(separator: ", ")
    let read = columns.map { texts.contains($0) ? "\(bytewise($0)) AS \($0)" : $0 }.joined(separator: ", ")
    let all = rows.map { "(\($0.joined(separator: ", ")))" }
    switch self {
    case .sqlite: return "\(name)(\(names)) AS (VALUES\n\(all.joined(separator: ",\n")))"
    case .bigquery:
      let first = zip(rows[0], columns).map { "\($0) AS \($1)" }.joined(separator: ", ")
      let structs = ["STRUCT(\(first))"] + all.dropFirst()
      return "\(name) AS (SELECT \(read) FROM UNNEST([\n\(structs.joined(separator: ",\n"))]))"
    case .duckdb, .postgresql, .snowflake, .spark, .trino, .tsql:
      return "\(name) AS (SELECT \(read) FROM (VALUES\n\(all.joined(separator: ",\n"))) AS literals(\(names)))"
    }
  }
}
