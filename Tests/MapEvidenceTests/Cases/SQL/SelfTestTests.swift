import MapModel
import TestSupport
import Testing

@testable import MapEvidence

/// The statement by which users find out whether their engine counts right.
struct SelfTestTests {
  @Test(arguments: Engine.all.filter(\.isThereOrDemanded))
  func `passes on engines that compare bytes`(engine: Engine) throws {
    let answers = try engine.run([.init(statements: [CaseQueries.selfTest(engine.dialect)])])
    #expect(try #require(answers[0][0].csv, "\(answers[0][0].error ?? "")").contains(SelfTest.passed))
  }

  @Test func `its expected numbers are what the reader of files counts`() throws {
    let (_, definition) = try #require(SelfTest.plan)
    let rows = ([SelfTest.columns] + SelfTest.rows).map { row in
      row.map { "\"\(($0 ?? "").replacing("\"", with: "\"\""))\"" }.joined(separator: ",") + "\n"
    }
    let files = [
      "map.yaml": SelfTest.definition.replacing(
        "query: {table: planted, counts: counts.csv}", with: "file: planted.csv"), "planted.csv": rows.joined(),
      "interviews.csv": "from,to,relation\n",
    ]
    let map = try #require(MapFolder.read(MapFiles(files.mapValues(\.utf8))).map)
    let numbers = EnginesAgreeTests.numbers(of: map)
    #expect(definition.caseFiles[0].rules.count == 5)
    #expect(numbers.count == SelfTest.expected.count)
    for count in SelfTest.expected {
      let rule = definition.caseFiles[0].rules[count.rule - 1]
      let key = EnginesAgreeTests.Key(
        from: NameFolding.folded(count.from), to: count.to, relation: rule.relation,
        area: count.area.isEmpty ? nil : Area.ID(count.area), measure: rule.measure, period: rule.period?.name ?? "")
      #expect(numbers[key]?.value == .number(count.number), "\(count)")
    }
  }

  @Test(.enabled("there is no DuckDB") { Engine.all[1].isThereOrDemanded })
  func `DuckDB fails where its collation holds upper and lower case to be the same`() throws {
    let statement = CaseQueries.selfTest(.duckdb).replacing("COLLATE \"binary\"", with: "COLLATE NOCASE")
    let answer = try Engine.all[1].run([.init(statements: [statement])])[0][0]
    #expect(answer.csv?.contains(SelfTest.failed) == true, "\(answer)")
  }

  @Test(.enabled("there is no PostgreSQL") { Engine.all[2].isThereOrDemanded })
  func `PostgreSQL fails where a collation of ICU merges names`() throws {
    let collation =
      "CREATE COLLATION merging (provider = icu, locale = 'und-u-ks-level1', deterministic = false);\n"
    let statement = CaseQueries.selfTest(.postgresql).replacing("COLLATE \"C\"", with: "COLLATE merging")
    let answer = try Engine.all[2].run([.init(statements: [statement], prepare: collation)])[0][0]
    #expect(answer.csv?.contains(SelfTest.passed) != true)
    #expect(answer.csv?.contains(SelfTest.failed) == true || answer.error?.isEmpty == false)
  }
}
