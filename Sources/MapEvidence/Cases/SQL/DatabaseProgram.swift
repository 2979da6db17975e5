import Documents
import MapModel

/// A program of the user's that runs statements: `duckdb` or `psql`, as they are installed.
///
/// It is started as itself, never by a shell, and gets the statement on its standard input. Where the database is and who
/// may read it is between the program and the user's settings, such as `PGHOST` and `PGSERVICE`; netmap asks for neither.
struct DatabaseProgram {
  /// What went wrong.
  enum Fault: Error, CustomStringConvertible {
    /// The program is not there.
    case missing(String)
    /// It ended with an error, or not in time.
    case failed(String)

    var description: String {
      switch self {
      case .missing(let text), .failed(let text): text
      }
    }
  }

  private let engine: CaseQuery.Engine
  private let arguments: [String]
  /// What stands before each statement.
  private let start: String
  private let seconds: Int

  /// Prepares a program for the tables of a query.
  init(_ engine: CaseQuery.Engine, _ query: CaseQuery, _ files: MapFiles) throws(Fault) {
    guard case .folder(let folder) = files.place else {
      throw .failed("A map in memory cannot be counted by \(engine.rawValue); read it from a folder")
    }
    (self.engine, seconds) = (engine, query.seconds)
    switch engine {
    // No start-up file of the user's changes what comes out.
    case .psql:
      start = ""
      arguments = ["psql", "-X", "-q", "--csv", "-v", "ON_ERROR_STOP=1", "-f", "-"]
    case .duckdb:
      // A database is opened, so that it cannot be changed; a file of rows is read by the statement itself.
      let database = query.file.flatMap { TableName(file: $0) == nil ? $0 : nil }
      arguments =
        ["duckdb", "-init", "/dev/null", "-batch", "-bail", "-csv"]
        + (database.map { ["-readonly", "\(folder.hasPrefix("/") ? "" : "./")\(folder)/\($0)"] } ?? [":memory:"])
      start = "SET file_search_path = \(SQLDialect.duckdb.literal(folder));\n"
    }
  }

  /// Runs a statement and returns what it gives, as CSV.
  func run(_ statement: String) throws(Fault) -> [UInt8] {
    let run: ProgramRun
    do throws(ProgramRun.Fault) {
      run = try ProgramRun(arguments, input: Array((start + statement).utf8), seconds: seconds)
    } catch {
      switch error {
      case .notFound:
        throw .missing(
          "The program `\(engine.rawValue)` is not there, which `engine: \(engine.rawValue)` asks for. Install it, or save"
            + " what `netmap sql count` gives in a file and name that: `query: {counts: counts.csv}`")
      case .tooLate:
        throw .failed(
          "`\(engine.rawValue)` was stopped after \(counted(seconds, "second")) without an answer; give it more"
            + " (`seconds:` of `query`), or count by hand with `netmap sql count`")
      case .system(let number):
        throw .failed("`\(engine.rawValue)` could not be started (error \(number) of the system)")
      }
    }
    if run.code == 0 { return run.output }
    let said = String(decoding: run.errors.prefix(2000), as: UTF8.self).visibleOnOneLine.trimmingWhitespace
    throw .failed(
      "`\(engine.rawValue)` ended with an error: \(said.isEmpty ? "code \(run.code)" : said). Check the names of the table"
        + " and its columns, and that you can read it with `\(engine.rawValue)` yourself; whether the program is new enough,"
        + " `netmap sql self-test --dialect \(engine.dialect.rawValue)` shows")
  }
}
