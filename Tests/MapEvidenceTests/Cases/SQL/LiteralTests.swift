import MapModel
import OrderedCollections
import TestSupport
import Testing

@testable import MapEvidence
@testable import Tabular

/// Nothing of a value becomes SQL but as a literal, and nothing of a name but as a name.
struct LiteralTests {
  /// Texts that end literals, begin comments, are commands of clients, or are changed on the way.
  private static let texts =
    HostileText.samples + [
      "'; DROP TABLE cases; --", "'\u{301}; DROP TABLE cases; --", "\\'; DROP TABLE cases; --", "\\", "''", "'", "\"",
      "`", "]", "$(HOME)", ":'name'", "/* */ --", "a\r\nGO\r\nb", "\n.quit\n", "\t tab", "%_%", "E'\\n'", "U&'\\0041'",
      "\u{2028}", "\u{200B}x", "\u{1F600}", "e\u{301}", "\u{E9}", "{{ x }}", "?", ":1", "@x", "#x",
    ]

  @Test(arguments: Engine.all.filter(\.isThereOrDemanded))
  func `engines read every literal as it was meant, and every name`(engine: Engine) throws {
    let dialect = engine.dialect
    // A name cannot hold what no engine lets it: PostgreSQL cuts names at 63 bytes.
    let statements =
      Self.texts.map { "SELECT \(dialect.literal($0)) AS x" }
      + Self.texts.map { "SELECT \(dialect.quoted($0)) AS x FROM (SELECT 1 AS \(dialect.quoted($0))) t" }
    let answers = try engine.run([.init(statements: statements)])[0]
    for (text, answer) in zip(Self.texts, answers) {
      let csv = try #require(answer.csv, "\(text.debugDescription) \(answer.error ?? "")")
      // As Python and psql write CSV; a text with a line break stands in quotation marks.
      let read = DelimitedText(Array(csv.utf8)).rows.dropFirst().map { $0.cells[0].text }
      // Neither psql nor Python keeps ends of lines.
      let isSame = read.first.map { Array($0.utf8) == Array(text.replacing("\r\n", with: "\n").utf8) } ?? false
      #expect(isSame, "\(text.debugDescription) became \(csv.debugDescription)")
    }
    for (text, answer) in zip(Self.texts, answers.dropFirst(Self.texts.count)) {
      let isNamed = answer.csv?.contains("1") == true
      #expect(isNamed, "\(text.debugDescription) \(answer.error ?? "")")
    }
  }

  @Test(
    .enabled("there is no SQLite, DuckDB or PostgreSQL") { Engine.all[0].isThereOrDemanded },
    arguments: Engine.all.prefix(3).filter(\.isThereOrDemanded))
  func `a table with hostile names and values is counted like a file`(engine: Engine) throws {
    let columns = ["Case \"ID\"; --", "School '\\ /*"]
    let definition = """
      title: Hostile
      relations: [{id: refers-to, family: coordination}]
      actors: [{id: mentors, role: delivery, sector: delivery-charity, stage: delivery}]
      mi:
        - FILES
          columns: {case: 'Case "ID"; --', school: "School '\\\\ /*"}
          rules: [{from: {column: school, each: {role: set-up, sector: school, stage: set-up}}, to: mentors,
                   relation: refers-to}]
      """
    // Files have an order, in which some signs stand for what is above; tables have none.
    let rows = Self.texts.filter { !RowWords.isDitto($0) }.enumerated().map { ["c\($0)", $1] }
    let table = "we\"\"ird'; --"
    let query = definition.replacing("FILES", with: "query: {table: '\"we\"\"\"\"ird''; --\"', counts: counts.csv}")
    let queries = try CaseQueries(MapFiles(["map.yaml": query.utf8]), dialect: engine.dialect)
    let tables = [table: [columns] + rows]
    let profile = try engine.run([.init(tables: tables, statements: [queries.profile()])])[0][0]
    let csv = try #require(profile.csv, "\(profile.error ?? "")")
    let decided = try queries.decided(by: Array(csv.utf8), file: "profile.csv")
    let counts = try engine.run([.init(tables: tables, statements: [decided.counts])])[0][0]
    let result = try #require(counts.csv, "\(counts.error ?? "")")
    let counted = MapFolder.read(
      MapFiles(["map.yaml": query.utf8, "counts.csv": result.utf8, "interviews.csv": "from,to,relation\n".utf8]))
    #expect(!counted.hasErrors, "\(counted.problems)")
    let file = ([columns] + rows).map { row in
      // A quotation mark is one whatever accent follows it.
      row.map { SQLDialect.duckdb.quoted($0) }.joined(separator: ",") + "\n"
    }.joined()
    let read = MapFolder.read(
      MapFiles([
        "map.yaml": definition.replacing("FILES", with: "file: cases.csv").utf8, "cases.csv": file.utf8,
        "interviews.csv": "from,to,relation\n".utf8,
      ]))
    let expected = EnginesAgreeTests.numbers(of: try #require(read.map))
    #expect(expected.count > 30)
    let found = EnginesAgreeTests.numbers(of: try #require(counted.map))
    #expect(
      found == expected,
      "\(found.filter { expected[$0.key] != $0.value }) \(expected.filter { found[$0.key] != $0.value })")
  }

  @Test(.enabled("there is no sqlglot") { Engine.python.isThereOrDemanded }, arguments: SQLDialect.allCases)
  func `statements are of the dialect that they are for, as far as sqlglot knows it`(dialect: SQLDialect) throws {
    let queries = try CaseQueries(MapFiles(at: Package.path(to: "Maps/case-level")), dialect: dialect)
    let profile = """
      table_number,column_name,cell,row_count
      0,Local authority,Ashby,1
      0,Referral source,"it's \\ GP",1
      0,Service referred to,Youth,1
      0,Status,Open,1
      0,Referral date,2025-01-01,1
      0,Start date,,1
      0,End date,,1

      """
    let decided = try queries.decided(by: Array(profile.utf8), file: "profile.csv")
    let statements = [CaseQueries.selfTest(dialect), queries.profile(), decided.counts, decided.checks]
    let name = dialect == .postgresql ? "postgres" : dialect.rawValue
    for statement in statements {
      let folder = try TemporaryFolder(["statement.sql": statement])
      let script = """
        import sys, sqlglot
        read = [s for s in sqlglot.parse(open(sys.argv[1], encoding='utf-8').read(), dialect='\(name)') if s]
        kinds = [type(s).__name__ for s in read]
        assert len(read) == 1 and kinds[0] in ('Select', 'Union'), kinds
        assert not list(read[0].find_all(sqlglot.exp.Command))
        """
      let run = try Engine.python.run(["-c", script, folder.path + "/statement.sql"])
      #expect(run.code == 0, "\(run.text)")
    }
  }
}
