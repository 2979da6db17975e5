import MapAnalysis
import MapDisclosure
import MapModel
import MapReports
import OrderedCollections
import TestSupport
import Testing

/// Actors that have other names in single areas, where areas are compared.
struct SideNamesTests {
  private static func map() throws -> NetworkMap {
    let informants = [InformantGroup("all", name: "All", speaksFor: ["a", "b", "c"])]
    var map = try PlainMaps.map(
      ["a", "b", "c"],
      [.init("a", "b", in: ["north"]), .init("c", "a", in: ["south"]), .init("b", "c", in: ["north", "south"])],
      informants: informants,
      fieldwork: [
        .init(area: "north", informant: "all", interviews: 1), .init(area: "south", informant: "all", interviews: 1),
      ])
    try map.updateActor("a") { $0.namesInAreas = ["north": "Northern council", "south": "Southern council"] }
    return map
  }

  @Test func `what only one side has is said in its names`() throws {
    let report = ComparisonReport(
      of: PublishedComparison(areasOf: try Self.map().published(for: .public)), permutations: 1)
    #expect(report.text.contains("Northern council works with B. South: not found."))
    #expect(report.text.contains("C works with Southern council. North: not found."))
    // A row of both sides has the name of the map.
    let rows = report.text.split(separator: "\n").filter { $0.hasPrefix("A ") || $0.hasPrefix("C ") }
    #expect(rows.contains { $0.hasPrefix("A ") && $0.contains("works with") })
    #expect(rows.contains { $0.hasPrefix("C ") && $0.split(separator: " ").contains("A") })
  }

  @Test func `of many sides it is said that chance is not tested`() throws {
    let map = try Self.map().published(for: .public)
    let sides = (1...MapComparison.mostTestedSides + 1).compactMap { ComparisonSide.ID("s\($0)") }
      .map { ComparisonSide($0, name: "Side", in: .area("north")) }
    func text(_ sides: [ComparisonSide]) -> String {
      let maps = PublishedMaps([map.map], for: .public)
      return ComparisonReport(of: PublishedComparison(of: maps, sides: sides)).text
    }
    #expect(text(sides).contains("is not tested of more than 25 areas unless a number of permutations is asked for."))
    #expect(text(Array(sides.prefix(2))).contains("the share of 5000 random renamings that fit as well (seed 1)."))
  }

  @Test func `a gap is told in the names of the side that has it`() throws {
    var map = try Self.map()
    map.expectations = [
      Expectation(
        "ca", reason: "They should", condition: .connection(.init(from: [.actor("c")], to: [.actor("a")])),
        extent: .areas)
    ]
    let report = ComparisonReport(of: PublishedComparison(areasOf: map.published(for: .public)), permutations: 1)
    let gap = try #require(report.gaps.first { $0.kind == .expectation })
    #expect(report.sentence(of: gap).hasPrefix("No connection from C to Northern council: "))
  }

  @Test func `periods of one area are told in the names of the area`() throws {
    var map = try Self.map()
    map.periods = [Period("1"), Period("2")]
    map.fieldwork = Fieldwork([.init(area: "north", time: .throughout, informant: "all", interviews: 1)])
    try map.updateConnection(.init(from: "a", to: "b", "works")) { $0.statements[0].time = .periods(["2"]) }
    let report = ComparisonReport(
      of: PublishedComparison(periodsOf: map.published(for: .public), in: "north"), permutations: 1)
    #expect(report.text.contains("- Northern council works with B.\n"))
    #expect(report.text.contains("\nNorthern council  works with"))
    #expect(!report.text.split(separator: "\n").contains { $0.hasPrefix("A ") })
  }

  /// Another map calls the area and the actor otherwise.
  @Test func `the frame takes the names of a side's own map`() throws {
    var other = try NetworkMap(
      title: "Other", areas: [Area("n", name: "North")], relations: PlainMaps.relations,
      actors: [PlainMaps.actor("council", name: "A")])
    try other.updateActor("council") { $0.namesInAreas = ["n": "The other's council"] }
    let comparison = MapComparison(
      MapAlignment([try Self.map(), other]),
      sides: [
        ComparisonSide("one", name: "One", in: .area("north")),
        ComparisonSide("two", name: "Two", map: 1, in: .area("n")),
      ])
    #expect(comparison.frame(named: comparison.sides[0]).actors["a"]?.name == "Northern council")
    #expect(comparison.frame(named: comparison.sides[1]).actors["a"]?.name == "The other's council")
    #expect(comparison.namedFrame.actors["a"]?.name == "A")
  }
}
