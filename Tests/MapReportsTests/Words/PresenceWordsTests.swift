import MapAnalysis
import MapDisclosure
import MapModel
import MapReports
import OrderedCollections
import TestSupport
import Testing

/// What is known of somewhere else, in words.
struct PresenceWordsTests {
  /// Somebody speaks of the region, and not of which of its two districts; the island lies in nothing.
  private static func map() throws -> NetworkMap {
    var map = try NetworkMap(
      title: "Region",
      areas: [
        Area("region", name: "Region", contains: ["east", "west"]), Area("east", name: "East"),
        Area("west", name: "West"), Area("island", name: "Island"),
      ], relations: PlainMaps.relations, actors: ["a", "b"].map { PlainMaps.actor($0) },
      connections: [
        Connection(
          .init(from: "a", to: "b", "works"), statements: [CodedStatement(id: "s", placement: .areas(["region"]))])
      ])
    map.expectations = [
      Expectation("ab", reason: "They should", condition: .connection(.init(from: [.actor("a")], to: [.actor("b")])))
    ]
    return map
  }

  @Test func `what is said of a region is not without an area`() throws {
    let map = try Self.map()
    #expect(map.presence(of: .init(from: "a", to: "b", "works"), in: .area("east")) == .unplaced)
    let wide = "known of the programme or of a wider area, and not where in it"
    #expect(Presence.unplaced.meaning(in: .area("east"), on: map) == wide)
    #expect(Presence.unplaced.meaning(in: .wholeMap, on: map) == wide)
    #expect(Presence.unplaced.meaning(in: .area("island"), on: map) == "said of the programme, without an area")
    #expect(
      Presence.unplaced.meaning(in: Scope(area: "east", period: "1"), on: map)
        == "known, but not of that area and period")
    #expect(Presence.unplaced.meaning(in: .period("1"), on: map) == "known, but not of that period")
    #expect(Presence.notFound.meaning(in: .area("east"), on: map) == Presence.notFound.meaning)
  }

  @Test func `gaps and comparisons say so`() throws {
    let published = try Self.map().published(for: .public)
    let gap = try #require(GapReport(of: published, in: .area("east")).gaps.first { $0.kind == .expectation })
    #expect(
      GapReport(of: published).sentence(of: gap)
        == "No connection from A to B: it is known of the programme or of a wider area, and not where in it.")
    let gaps = GapReport(of: published).text.split { $0.isWhitespace }.joined(separator: " ")
    #expect(gaps.contains("unplaced: known of the programme or of a wider area") && !gaps.contains("without an area"))
    let compared = ComparisonReport(of: PublishedComparison(areasOf: published), permutations: 1).text
    #expect(compared.contains("unplaced: known of the programme or of a wider area"))
    #expect(!compared.contains("without an area"))
  }
}
