/// How cases are counted that stand in a database.
struct CaseQuery: Sendable {
  /// A program that netmap runs, as the user has it.
  enum Engine: String, CaseIterable, Sendable {
    case duckdb, psql

    var dialect: SQLDialect { self == .duckdb ? .duckdb : .postgresql }
  }

  /// Where the rows stand.
  var tables: [TableName] = []
  /// The program that counts them; `nil` if its results were saved as files.
  var engine: Engine?
  /// For DuckDB, the file that holds the rows (Parquet, CSV), or a database with the tables.
  var file: String?
  /// What the statement of `netmap sql count` gave.
  var counts: String?
  /// What the statement of `netmap sql checks` gave.
  var checks: String?
  /// After how many seconds a program is stopped.
  var seconds = 600

  /// The files of the map folder that are read.
  var files: [String] { [file, counts, checks].compactMap(\.self) }
}
