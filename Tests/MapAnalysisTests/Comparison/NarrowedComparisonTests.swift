import MapAnalysis
import MapModel
import OrderedCollections
import TestSupport
import Testing

/// Comparisons in which only some statements count.
struct NarrowedComparisonTests {
  @Test func `compares what is owed to the programme`() throws {
    var map = try PlainMaps.map(
      ["a", "b", "c"],
      [
        .init("a", "b", in: ["north"], attribution: .because), .init("a", "b", in: ["south"], attribution: .before),
        .init("c", "b", in: ["north", "south"]),
      ],
      informants: [InformantGroup("all", name: "All", speaksFor: ["a", "b", "c"])],
      fieldwork: [
        .init(area: "north", informant: "all", interviews: 1), .init(area: "south", informant: "all", interviews: 1),
      ])
    try map.merge(Connection(.init(from: "a", to: "b", "works"), counts: [Count(area: "south", value: 9)]))
    func rows(_ filter: StatementFilter) -> [[Presence]] {
      MapComparison(areasOf: map, query: ConnectionQuery(statements: filter)).connections.map(\.presences)
    }
    #expect(rows(StatementFilter(attributions: [.because])) == [[.said, .notFound]])
    #expect(rows(StatementFilter(attributions: [.before])) == [[.notFound, .said]])
    #expect(rows(StatementFilter()) == [[.said, .both], [.said, .said]])
    // A number is owed to nothing: with all evidence it is compared, with statements of one attribution it is not.
    #expect(MapComparison(areasOf: map).rates().count == 1)
    let narrowed = MapComparison(
      areasOf: map, query: ConnectionQuery(statements: StatementFilter(attributions: [.before])))
    #expect(narrowed.rates().isEmpty)
  }
}
