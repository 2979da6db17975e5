import MapModel
import Testing

struct CaseTotalTests {
  private static let id = Connection.ID(from: "schools", to: "mentors", "refers-to")

  private static func total(
    _ counts: [Count], in scope: Scope = .wholeMap, measure: String? = nil, period: String? = nil,
    change: (inout NetworkMap) -> Void = { _ in }
  ) throws -> CaseTotal? {
    var map = try NetworkMap(
      title: "T",
      areas: [
        Area("region", name: "Region", contains: ["north", "south"]), Area("north", name: "North"),
        Area("south", name: "South"), Area("west", name: "West"),
      ], relations: [Relation("refers-to", family: .coordination, label: "refers to")],
      actors: ["schools", "mentors"].map {
        MapActor($0, name: $0.rawValue, role: "delivery", sector: "school", stage: .delivery)
      })
    change(&map)
    return map.cases(of: Connection(id, counts: counts), in: scope, measure: measure, period: period)
  }

  private static func years(_ numbers: [(String, Int)]) -> [Count] {
    numbers.map { Count(area: "north", period: $0.0, value: $0.1) }
  }

  @Test func `counts by area, by programme or by the sum of areas`() throws {
    let areas = [Count(area: "north", value: 30), Count(area: "west", value: 4)]
    #expect(try Self.total(areas, in: .area("west"))?.value == .number(4))
    #expect(try Self.total(areas)?.value == .number(34))
    #expect(try Self.total(areas + [Count(area: nil, value: 50)])?.value == .number(50))
    #expect(try Self.total([]) == nil)
    #expect(try Self.total([Count(area: "north", measure: "visits", isOfCases: false, value: 9)]) == nil)
  }

  @Test func `a region counts in place of what lies in it, and is the sum of that without a number of its own`() throws
  {
    let inner = [Count(area: "north", value: 12), Count(area: "south", value: 3)]
    #expect(try Self.total(inner, in: .area("region"))?.value == .number(15))
    #expect(try Self.total(inner + [Count(area: "west", value: 40)])?.value == .number(55))
    let all = inner + [Count(area: "region", value: 16), Count(area: "west", value: 40)]
    #expect(try Self.total(all)?.value == .number(56))
    #expect(try Self.total(all, in: .area("region"))?.value == .number(16))
  }

  @Test(arguments: [
    [("2023", 100), ("2024", 120), ("2023 to 2024", 220)], [("2023", 100), ("2024", 120), ("Total", 220)],
    [("2023", 100), ("2024", 120), ("", 220)], [("Year 1", 100), ("Year 2", 120), ("Years 1-2", 220)],
    [("to March 2024", 100), ("to June 2024", 220)],
  ])
  func `a longer period counts in place of its parts`(numbers: [(String, Int)]) throws {
    let total = try #require(try Self.total(Self.years(numbers)))
    #expect(total.value == .number(220))
    #expect(total.otherPeriods == [])
  }

  @Test func `periods are added where the map lists them, and else the latest is taken`() throws {
    let counts = Self.years([("2024", 120), ("2023", 100)])
    let latest = try #require(try Self.total(counts))
    #expect(latest.value == .number(120))
    #expect(latest.periods == ["2024"] && latest.otherPeriods == ["2023"])
    let sum = try Self.total(counts) { $0.periods = [Period("2023"), Period("2024")] }
    #expect(sum?.value == .number(220))
    #expect(sum?.periods == ["2023", "2024"])
    #expect(try Self.total(counts, period: "2023")?.value == .number(100))
  }

  /// Of two quarters it is not said whether there was nobody or a number was left out.
  @Test func `where numbers are left out nothing is added`() throws {
    func leaveOut(_ map: inout NetworkMap) {
      map.periods = ["Q1", "Q2", "Q3", "Q4"].map { Period($0) }
      map.leavesOutCounts = true
    }
    let quarters = [("Q1", 30), ("Q4", 39)].map { Count(area: nil, period: $0.0, value: $0.1) }
    #expect(try Self.total(quarters, change: leaveOut) == nil)
    #expect(try Self.total(quarters, in: .period("Q1"), change: leaveOut)?.value == .number(30))
    #expect(try Self.total([quarters[0]], change: leaveOut)?.value == .number(30))
    let areas = [Count(area: "north", value: 30), Count(area: "west", value: 12)]
    #expect(try Self.total(areas, change: leaveOut) == nil)
    #expect(try Self.total(areas, in: .area("west"), change: leaveOut)?.value == .number(12))
  }

  @Test func `measures are never added`() throws {
    let counts = [("girls", 12), ("boys", 30), ("pupils", 42)].map {
      Count(area: "north", measure: $0.0, value: $0.1)
    }
    #expect(try Self.total(counts)?.measure == "girls")
    #expect(try Self.total(counts) { $0.caseMeasures = ["pupils", "girls"] }?.value == .number(42))
    #expect(
      try Self.total(counts) { $0.measures = [MeasureParts("pupils", parts: ["girls", "boys"])] }?.value == .number(42))
    #expect(try Self.total(counts, measure: "boys")?.value == .number(30))
  }

  @Test func `a sum of which a part is withheld is withheld, and one of rounded numbers has a range`() throws {
    var withheld = Count(area: "west", value: 4)
    withheld.value = .suppressed
    let total = try Self.total([Count(area: "north", value: 30), withheld])
    #expect(total?.value == .suppressed)
    #expect(total?.range == nil)
    var rounded = Count(area: "north", value: 10)
    rounded.isRounded = true
    let range = try Self.total([rounded]) { $0.disclosure.rounding = 5 }?.range
    // 8 to 12 are rounded to 10.
    #expect(range == 8...12)
    #expect(try Self.total([Count(area: "north", value: 10)])?.range == 10...10)
  }
}
