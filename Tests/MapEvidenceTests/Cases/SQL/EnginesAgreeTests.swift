import MapModel
import OrderedCollections
import TestSupport
import Testing

@testable import MapEvidence

/// Engines count by the same plans as the readers of files, over random rows with every kind of fault.
struct EnginesAgreeTests {
  /// A number, apart from what ids the actors got that values became.
  struct Key: Hashable {
    var from: String
    var to: String
    var relation: Relation.ID
    var area: Area.ID?
    var measure: String
    var period: String
  }

  struct Number: Hashable {
    var value: Count.Value
    var isOfCases: Bool
    var isOfParts: Bool
  }

  static let today = CalendarDay(year: 2025, month: 6, day: 30) ?? .today

  @Test(
    .enabled("there is no SQLite, DuckDB or PostgreSQL") { Engine.all[0].isThereOrDemanded },
    arguments: Engine.all.prefix(3).filter(\.isThereOrDemanded))
  func `count the same in random tables`(engine: Engine) throws {
    try Self.compare(engine, seeds: Array(0..<40))
  }

  @Test(.enabled("there is no Spark, or no Java") { Engine.all[3].isThereOrDemanded })
  func `Spark counts the same`() throws { try Self.compare(Engine(dialect: .spark), seeds: [18]) }

  private static func compare(_ engine: Engine, seeds: [UInt64]) throws {
    let all = seeds.map { RandomCaseTables(seed: $0) }
    let queries = try all.map { random in
      try CaseQueries(
        MapFiles(["map.yaml": random.definitionOfQuery.utf8]), dialect: engine.dialect, today: today)
    }
    let profiles = try engine.run(
      zip(all, queries).map { random, queries in
        Engine.Job(
          tables: Dictionary(uniqueKeysWithValues: random.tables.map { ($0.name, $0.rows) }),
          statements: [queries.profile(withComparedColumns: true)])
      })
    var decided: [CaseQueries.Decided] = []
    for (queries, profile) in zip(queries, profiles) {
      let csv = try #require(profile[0].csv, "\(profile[0].error ?? "")")
      decided.append(try queries.decided(by: Array(csv.utf8), file: "profile.csv"))
    }
    let answers = try engine.run(
      zip(all, decided).map { random, decided in
        Engine.Job(
          tables: Dictionary(uniqueKeysWithValues: random.tables.map { ($0.name, $0.rows) }),
          statements: [decided.counts, decided.checks])
      })
    var compared = 0
    for ((seed, random), answers) in zip(zip(seeds, all), answers) {
      let counts = try #require(answers[0].csv, "\(answers[0].error ?? "")")
      let checks = try #require(answers[1].csv, "\(answers[1].error ?? "")")
      let options = ReadingOptions(today: today)
      let read = MapFolder.read(MapFiles(random.files.mapValues(\.utf8)), options: options)
      let counted = MapFolder.read(
        MapFiles([
          "map.yaml": random.definitionOfQuery.utf8, "counts.csv": counts.utf8, "checks.csv": checks.utf8,
          "interviews.csv": "from,to,relation\n".utf8,
        ]), options: options)
      let errors = counted.problems.filter { $0.severity == .error }
      #expect(errors.isEmpty, "\(errors)")
      let expected = numbers(of: try #require(read.map))
      #expect(numbers(of: try #require(counted.map)) == expected, "seed \(seed)")
      #expect(checkCounts(counted) == checkCounts(read), "seed \(seed)")
      compared += expected.count
    }
    // Tables of which nothing is counted would prove nothing.
    #expect(compared > 5 * seeds.count)
  }

  static func numbers(of map: NetworkMap) -> [Key: Number] {
    func name(_ id: MapActor.ID) -> String {
      let actor = map.actors[id]
      return NameFolding.folded(actor?.isFromRecords == true ? actor?.name ?? "" : id.rawValue)
    }
    var numbers: [Key: Number] = [:]
    for connection in map.connections.values {
      for count in connection.counts {
        let key = Key(
          from: name(connection.id.source), to: name(connection.id.target), relation: connection.id.relation,
          area: count.area, measure: count.measure, period: count.period)
        numbers[key] = Number(value: count.value, isOfCases: count.isOfCases, isOfParts: count.isOfParts)
      }
    }
    return numbers
  }

  /// In how many rows, or ids, each check found something, for those that do not depend on the order of rows.
  private static func checkCounts(_ reading: MapReading) -> [String: Int] {
    let codes = [
      "missing-case", "damaged-id", "repeated-header", "duplicate-row", "dates-out-of-order", "date-in-future",
      "near-duplicate-id",
    ]
    return Dictionary(
      reading.problems.filter { codes.contains($0.code.rawValue) }.map { ($0.code.rawValue, $0.count) },
      uniquingKeysWith: +)
  }
}
