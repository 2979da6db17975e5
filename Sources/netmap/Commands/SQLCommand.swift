import ArgumentParser
import NetworkMaps

/// `netmap sql`: cases counted in the database in which they are.
struct SQLCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql", abstract: "Print SQL that counts cases in the database where they are.",
    discussion: """
      Case records stay in the database; what comes out are values of columns, and numbers. netmap prints statements, and \
      you run them with your own program and save what they give as CSV:

        netmap sql self-test --dialect postgresql | psql -X --csv
        netmap sql profile my-map --dialect postgresql > profile.sql
        psql -X --csv -f profile.sql > profile.csv
        netmap sql count my-map --dialect postgresql --profile profile.csv > counts.sql
        psql -X --csv -f counts.sql > my-map/counts.csv

      map.yaml says where the rows are, and where their numbers: `mi: - query: {table: public.cases, counts: counts.csv}`, \
      with `columns:` and `rules:` as for files. With `engine: psql` or `engine: duckdb` in place of `counts:`, netmap itself \
      runs that program, if you agree with --run-queries.

      Dialects: \(Self.list { $0.isRunInTests }), which our tests run on the engines themselves; and, \
      not run here but only parsed: \(Self.list { !$0.isRunInTests }). Whatever the engine, run the self-test first.
      """,
    subcommands: [
      SQLSelfTestCommand.self, SQLProfileCommand.self, SQLCountCommand.self, SQLChecksCommand.self,
    ])

  private static func list(_ isMeant: (SQLDialect) -> Bool) -> String {
    SQLDialect.allCases.filter(isMeant).map { "\($0.rawValue) for \($0.name)" }.joined(separator: ", ")
  }
}

/// What statements are printed for.
struct SQLOptions: ParsableArguments {
  @Argument(help: "The map: its folder, or a workbook (.xlsx).", completion: .file(extensions: ["xlsx"]))
  var map: String

  @Option(help: "The engine: \(SQLDialect.allCases.map(\.rawValue).joined(separator: ", ")).")
  var dialect: SQLDialect

  @Option(
    help: """
      The table or view that holds the cases, as the database has it: cases, public.cases, "odd.name". To be repeated \
      if the map counts several files, one for each. DuckDB takes files, too: cases.parquet. Without it, tables are \
      called like the map's files.
      """)
  var table: [String] = []

  @Option(help: "Which item of mi in map.yaml, of those with rules, if there are several: 1 for the first.")
  var item: Int?

  /// The statements of the map.
  func queries() throws -> CaseQueries {
    let names = try table.map { text in
      guard let name = TableName(text) else {
        throw Failure(
          message:
            "netmap: \"\(text)\" is not the name of a table; write schema.table, and parts that hold a full stop in"
            + " quotation marks.", code: 2)
      }
      return name
    }
    return try Self.trying { () throws(CaseQueries.Fault) in
      try CaseQueries(MapFiles(at: map), tables: names, dialect: dialect, item: item)
    }
  }

  static func trying<Result>(_ work: () throws(CaseQueries.Fault) -> Result) throws -> Result {
    do { return try work() } catch { throw Failure(message: "netmap: \(error).") }
  }
}

/// `netmap sql self-test`: whether an engine counts right.
struct SQLSelfTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "self-test", abstract: "Print a statement that shows whether an engine counts right.",
    discussion: """
      It reads no table of yours: a small made-up one stands in the statement itself, with every kind of trap, and what the \
      rules should count of it. Believe the counts of an engine only if its verdict is that all are as expected.
      """)

  @Option(help: "The engine: \(SQLDialect.allCases.map(\.rawValue).joined(separator: ", ")).")
  var dialect: SQLDialect

  func run() { Console.print(data: CaseQueries.selfTest(dialect)) }
}

/// `netmap sql profile`: the values of the columns that rules read.
struct SQLProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile", abstract: "Print a statement for the different values of the columns that rules read.",
    discussion: """
      Run it, save all that it gives as CSV with its header, and look through it before it goes anywhere. It holds each \
      value once, with the number of rows. Case ids are never in it, and no column that is only compared, such as a date of \
      birth, unless you ask for them: without, two spellings of one date of birth are two.
      """)

  @OptionGroup var options: SQLOptions

  @Flag(help: "Ask for the values of columns that are only compared, too: details, and a school that no rule reads.")
  var comparedColumns = false

  func run() throws {
    Console.print(data: try options.queries().profile(withComparedColumns: comparedColumns))
  }
}

/// `netmap sql count`: the counts of the rules.
struct SQLCountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count", abstract: "Print a statement that counts cases by the map's rules.",
    discussion: """
      What each value of the profile means is decided as it is in files: by names and aliases of actors, the spellings and \
      patterns of the rules, dates in all forms. What no rule knows is told, as by netmap check. The result of the statement \
      is a file of counts that the map reads; values that came since the profile was made are noticed there.
      """)

  @OptionGroup var options: SQLOptions

  @Option(help: "What the statement of `netmap sql profile` gave, as CSV.", completion: .file(extensions: ["csv"]))
  var profile: String

  func run() throws {
    let decided = try options.decided(by: profile)
    for group in decided.problems.summarized { Console.report(group.description) }
    Console.print(data: decided.counts)
  }
}

/// `netmap sql checks`: what only the whole table can tell.
struct SQLChecksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checks", abstract: "Print a statement that looks for faults in the rows.",
    discussion: """
      Rows that say the same, details of a case that conflict, days out of order or in the future, ids that are missing, \
      damaged or nearly the same. The result holds numbers of rows and no value of any; a 0 says that all is well.
      """)

  @OptionGroup var options: SQLOptions

  @Option(help: "What the statement of `netmap sql profile` gave, as CSV.", completion: .file(extensions: ["csv"]))
  var profile: String

  func run() throws { Console.print(data: try options.decided(by: profile).checks) }
}

extension SQLOptions {
  /// The statements for counts and checks, by a profile.
  func decided(by path: String) throws -> CaseQueries.Decided {
    let queries = try queries()
    return try Self.trying { () throws(CaseQueries.Fault) in try queries.decided(byProfileAt: path) }
  }
}
