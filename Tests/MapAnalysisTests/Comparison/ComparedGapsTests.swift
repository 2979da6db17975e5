import MapAnalysis
import MapModel
import OrderedCollections
import TestSupport
import Testing

struct ComparedGapsTests {
  private static func expecting(
    _ extent: MapModel.Expectation.Extent, from source: MapActor.ID = "clinic"
  ) throws -> NetworkMap {
    var map = try SmallMaps.town()
    map.expectations = [
      MapModel.Expectation(
        "helps", reason: "It should.",
        condition: .connection(.init(from: [.actor(source)], to: [.actor("children")], relation: "supports")),
        extent: extent)
    ]
    return map
  }

  private static func states(_ comparison: MapComparison, _ id: String) -> [ComparedGap.State]? {
    comparison.gaps().first { $0.id == id }?.states
  }

  @Test func `tells where an expectation is not met, and what is known of it`() throws {
    let gaps = MapComparison(areasOf: try Self.expecting(.everywhere)).gaps()
    let gap = try #require(gaps.first)
    #expect(gap.id == "helps" && gap.kind == .expectation)
    // There in the north, denied in the south.
    #expect(gap.states == [.none, .gap(.reportedAbsent)] && gap.differs)
    // What nobody says anything of is not known in either.
    let silent = MapComparison(areasOf: try Self.expecting(.everywhere, from: "council"))
    #expect(Self.states(silent, "helps") == [.gap(.notKnown), .gap(.notKnown)])
    #expect(silent.gaps().first?.differs == false)
  }

  @Test func `tells met from not looked for`() throws {
    let ofProgramme = ComparedMaps.areasAndWhole(of: try Self.expecting(.programme, from: "council"))
    #expect(Self.states(ofProgramme, "helps") == [.notLookedFor, .notLookedFor, .gap(.notKnown)])
    let ofAreas = ComparedMaps.areasAndWhole(of: try Self.expecting(.areas))
    #expect(Self.states(ofAreas, "helps") == [.none, .gap(.reportedAbsent), .notLookedFor])
    // What is met everywhere is no gap.
    #expect(Self.states(MapComparison(areasOf: try Self.expecting(.everywhere, from: "mentors")), "helps") == nil)
  }

  @Test func `finds gaps of structure where they are`() throws {
    let comparison = try ComparedMaps.areas()
    // In the north mentors and clinic support children, in the south the mentors alone.
    #expect(Self.states(comparison, "single-source-children") == [.none, .gap(nil)])
    let gap = try #require(comparison.gaps().first { $0.id == "single-source-children" })
    #expect(gap.first.cause == .singleSource("mentors", of: "children") && gap.firstSide == 1)
    // Actors without connections are a gap of the whole only.
    #expect(!comparison.gaps().contains { $0.kind == .isolated })
  }

  @Test func `lists kinds in their order, and each gap once`() throws {
    let gaps = ComparedMaps.areasAndWhole(of: try Self.expecting(.everywhere)).gaps()
    let order = gaps.map { gap in Gap.Kind.allCases.firstIndex(of: gap.kind) ?? -1 }
    #expect(order == order.sorted())
    #expect(Set(gaps.map(\.id)).count == gaps.count)
    #expect(gaps.allSatisfy { $0.states.count == 3 })
  }

  @Test func `takes an expectation of one map for not looked for on the other`() throws {
    let comparison = MapComparison(
      MapAlignment([try Self.expecting(.everywhere, from: "council"), try ComparedMaps.later()]),
      sides: [ComparisonSide("before", name: "Before"), ComparisonSide("after", name: "After", map: 1)])
    #expect(Self.states(comparison, "helps") == [.gap(.notKnown), .notLookedFor])
  }
}
