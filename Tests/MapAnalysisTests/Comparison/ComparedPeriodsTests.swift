import MapAnalysis
import MapModel
import OrderedCollections
import TestSupport
import Testing

/// Periods of a map compared, worked out by hand.
struct ComparedPeriodsTests {
  private static func words(_ ids: [Connection.ID]) -> [String] { ids.map(\.target.rawValue) }

  @Test func `the longest periods that are listed are compared, apart from each other`() throws {
    var map = try Waves.map()
    #expect(map.periodsApart == ["Year 1", "Later"])
    map.periods = [
      Period("Whole", contains: ["One", "Two"]), Period("One", contains: ["Term"]), Period("Term"), Period("Two"),
    ]
    #expect(map.periodsApart == ["One", "Two"])
    map.periods = [Period("Only")]
    #expect(map.periodsApart == ["Only"])
    map.periods = []
    #expect(map.periodsApart == [])
  }

  @Test func `sides of periods have ids of their own`() {
    let sides = ComparisonSide.sides(of: ["Year 1", "year-1", "春", "\u{1F468}"], in: "east")
    #expect(sides.map(\.id.rawValue) == ["year-1", "year-1-2", "period", "period-2"])
    #expect(sides.map(\.name) == ["Year 1", "year-1", "春", "\u{1F468}"])
    #expect(sides[0].scope == Scope(area: "east", period: "Year 1"))
  }

  /// In the east: `a` stayed, `b` came (0 in the first year), `c` stayed, `f` went. What is there in year 2 only is known
  /// of it alone, as is `d`; `e` is contradicted in year 2, and denied before.
  @Test func `what came, what went, what stayed, and what is known of one alone`() throws {
    let comparison = MapComparison(periodsOf: try Waves.map(), ["Year 1", "Year 2"], in: "east")
    #expect(comparison.isOverTime)
    let change = try #require(comparison.changes().first)
    #expect(comparison.changes().count == 1)
    #expect(Self.words(change.connections(.stayed)) == ["a", "c"])
    #expect(Self.words(change.connections(.came)) == ["b", "e"])
    #expect(Self.words(change.connections(.went)) == ["f"])
    #expect(Self.words(change.connections(.onlyKnownLater)) == ["d"])
    #expect(change.connections(.onlyKnownBefore) == [])
    #expect(change.actors(.stayed) == ["hub", "a", "c"])
    #expect(change.actors(.went) == ["f"])
  }

  @Test func `three periods have two changes, and areas none`() throws {
    let map = try Waves.map()
    let comparison = MapComparison(periodsOf: map, ["Year 1", "Year 2", "Year 3"])
    #expect(comparison.changes().map { [$0.earlier, $0.later] } == [[0, 1], [1, 2]])
    // In year 3 `i` is known, and nobody was asked of the others.
    #expect(Self.words(comparison.changes()[1].connections(.onlyKnownBefore)) == ["a", "b", "c", "d", "h"])
    #expect(Self.words(comparison.changes()[1].connections(.went)) == ["e"])
    #expect(Self.words(comparison.changes()[1].connections(.onlyKnownLater)) == ["i"])
    #expect(MapComparison(areasOf: map).changes() == [])
    #expect(!MapComparison(areasOf: map).isOverTime)
  }

  @Test func `numbers of periods stand beside each other`() throws {
    var map = try Waves.map()
    map.countBases = [CountBase(measure: "referred", name: "referred")]
    let referred = Connection.ID(from: "hub", to: "i", "tells")
    try map.updateConnection(referred) {
      $0.counts = [("Year 1", 20), ("Year 2", 50), ("Year 3", 150)].map { period, number in
        Count(area: "east", measure: "referred", period: period, value: number)
      }
    }
    let rates = MapComparison(periodsOf: map).rates()
    let row = try #require(rates.first { $0.connection.target == "c" })
    #expect(row.period == "" && row.counts == [.number(7), .number(5)])
    // 7 of 20, and 5 of 50 + 150.
    #expect(row.per100 == [35, 2.5])
  }

  @Test func `expectations of a period are looked for in that alone`() throws {
    var map = try Waves.map()
    let condition = Condition.connection(.init(from: [.actor("hub")], to: [.actor("f")]))
    map.expectations = [
      Expectation("first", reason: "r", condition: condition, extent: .programme, period: "Year 1"),
      Expectation("second", reason: "r", condition: condition, extent: .programme, period: "Year 2"),
      Expectation("any", reason: "r", condition: condition, extent: .everywhere),
    ]
    func unmet(_ scope: Scope) -> [String] {
      map.gaps(in: scope).filter { $0.kind == .expectation }.map { gap in
        ([gap.id, gap.scope.area?.rawValue ?? "all", gap.examined.period ?? "ever"]).joined(separator: " ")
      }
    }
    #expect(unmet(.wholeMap) == ["second all Year 2", "any west ever"])
    #expect(unmet(.period("Year 1")) == ["any west Year 1"])
    #expect(unmet(.period("Year 2")) == ["second all Year 2", "any all Year 2", "any east Year 2", "any west Year 2"])
    #expect(unmet(Scope(area: "east", period: "Year 1")) == [])
  }

  @Test func `claims are of their period`() throws {
    var map = try Waves.map()
    let condition = Condition.connection(.init(from: [.actor("hub")], to: [.actor("f")]))
    map.claims = [
      Claim("now", words: "w", condition: condition, period: "Year 2"),
      Claim("then", words: "w", condition: condition, period: "Year 1"),
      Claim("not-now", words: "w", condition: condition, isDenial: true, extent: .areas(["east"]), period: "Year 2"),
      Claim("unknown", words: "w", condition: condition, period: "Year 3"),
    ]
    let verdicts = map.claimVerdicts()
    #expect(verdicts.map(\.verdict) == [.fails, .holds, .holds, .notKnown])
    #expect(verdicts[2].grounds.map(\.scope) == [Scope(area: "east", period: "Year 2")])
  }

  @Test func `crisp sets of periods have no outcomes of the whole time`() throws {
    var map = try Waves.map()
    map.outcomes = [Outcome("attendance", area: nil, value: 3)]
    let table = CrispSet(MapComparison(periodsOf: map, ["Year 1", "Year 2"], in: "east"), of: .connections)
    #expect(table.outcomes == [])
    let f = try #require(table.conditions.first { $0.name == "hub_tells_f" })
    #expect(f.values == [1, 0])
  }

  @Test func `measures and routes follow the period`() throws {
    let map = try Waves.map()
    var part = MapGraph.Part()
    part.query.scope = .period("Year 1")
    #expect(MapGraph(map, part: part).actors.map(\.id) == ["hub", "a", "c", "f"])
    let query = ConnectionQuery(in: .period("Year 1"))
    #expect(map.routes(from: "hub", to: "f", within: 2, along: query).routes.count == 1)
    #expect(map.routes(from: "hub", to: "i", within: 2, along: query).routes.isEmpty)
  }
}
