import MapAnalysis
import MapModel
import OrderedCollections
import TestSupport
import Testing

struct MapComparisonTests {
  private static func table(_ comparison: MapComparison) -> OrderedDictionary<String, [Presence]> {
    OrderedDictionary(uniqueKeysWithValues: comparison.connections.map { (ComparedMaps.words($0.id), $0.presences) })
  }

  private static func actors(_ comparison: MapComparison) -> OrderedDictionary<MapActor.ID, [Presence]> {
    OrderedDictionary(uniqueKeysWithValues: comparison.actors.map { ($0.id, $0.presences) })
  }

  @Test func `keeps all nine states apart`() throws {
    let comparison = MapComparison(areasOf: try ComparedMaps.states())
    #expect(comparison.connections.map { $0.presences[0] } == Presence.allCases)
    // In the west two are said, what is said of the programme is unplaced, and nobody could know of the rest.
    let rest = [Presence](repeating: .notKnown, count: 6)
    #expect(comparison.connections.map { $0.presences[1] } == rest + [.unplaced, .said, .said])
    // Each of the nine has one connection, and is what it is; but anybody who is asked can know an actor.
    #expect(comparison.actors.dropFirst().map { $0.presences[0] } == Presence.allCases.dropLast() + [.notFound])
    #expect(comparison.actors.first?.presences == [.both, .said])
  }

  @Test func `compares the areas of the town`() throws {
    let comparison = try ComparedMaps.areas()
    #expect(comparison.sides.map(\.name) == ["North", "South"])
    #expect(
      Self.table(comparison) == [
        "council refers-to mentors": [.unplaced, .unplaced], "council refers-to clinic": [.notKnown, .notKnown],
        "mentors attends meeting": [.said, .said], "mentors refers-to clinic": [.said, .notKnown],
        "mentors supports children": [.both, .recorded], "clinic attends meeting": [.said, .notKnown],
        "clinic supports children": [.said, .reportedAbsent],
      ])
    #expect(
      Self.actors(comparison) == [
        "council": [.unplaced, .unplaced], "mentors": [.both, .both], "meeting": [.said, .said],
        // That it supports nobody in the south is no absence of the clinic: of what else it does there nobody can know.
        "clinic": [.said, .notKnown], "children": [.both, .recorded],
      ])
  }

  @Test func `keeps to the areas that are asked for, in their order, and to those there are`() throws {
    let map = try SmallMaps.town()
    #expect(MapComparison(areasOf: map, ["south", "north"]).sides.map(\.scope.area) == ["south", "north"])
    #expect(MapComparison(areasOf: map, ["north", "nowhere"]).sides.map(\.scope.area) == ["north"])
  }

  @Test func `narrows connections, and actors to their ends`() throws {
    var query = ConnectionQuery()
    query.families = [.support]
    let comparison = MapComparison(areasOf: try SmallMaps.town(), query: query)
    #expect(
      Self.table(comparison) == [
        "mentors supports children": [.both, .recorded], "clinic supports children": [.said, .reportedAbsent],
      ])
    // What else the mentors do is left out.
    #expect(
      Self.actors(comparison) == [
        "mentors": [.both, .recorded], "clinic": [.said, .notKnown], "children": [.both, .recorded],
      ])
  }

  @Test func `says what one side alone has or lacks`() throws {
    let two = try ComparedMaps.areas()
    let northern = ["mentors refers-to clinic", "clinic attends meeting", "clinic supports children"]
    #expect(two.connections(onlyOn: 0).map { ComparedMaps.words($0.id) } == northern)
    #expect(two.connections(onlyOn: 1).isEmpty && two.connections(lackedOnlyBy: 1).isEmpty)
    #expect(two.actors(onlyOn: 0).map(\.id) == ["clinic"] && two.actors(lackedOnlyBy: 1).isEmpty)
    // Of three sides, the whole has alone what nobody places, and the south alone lacks what is only in the north.
    let three = ComparedMaps.areasAndWhole(of: try SmallMaps.town())
    #expect(three.connections(onlyOn: 2).map { ComparedMaps.words($0.id) } == ["council refers-to mentors"])
    #expect(three.connections(lackedOnlyBy: 1).map { ComparedMaps.words($0.id) } == northern)
    #expect(three.actors(onlyOn: 2).map(\.id) == ["council"] && three.actors(lackedOnlyBy: 1).map(\.id) == ["clinic"])
  }

  @Test func `groups sides by what is known there`() throws {
    let three = ComparedMaps.areasAndWhole(of: try SmallMaps.town())
    let row = try #require(three.connections.last)
    #expect(row.presences == [.said, .reportedAbsent, .said])
    let groups = three.sides(by: row.presences)
    #expect(groups.map(\.presence) == [.said, .reportedAbsent])
    #expect(groups.map { $0.sides.map(\.id) } == [["north", "whole"], ["south"]])
  }

  @Test func `aligns two maps by id, by name and by alias`() throws {
    let comparison = try ComparedMaps.times()
    #expect(comparison.alignment.actor("children", on: 1) == "children")
    #expect(comparison.alignment.actor("mentors", on: 1) == "the-mentors")
    #expect(comparison.alignment.actor("clinic", on: 1) == "health")
    let table = Self.table(comparison)
    // The helping of the mentors is their support; what the later map does not speak of is not known.
    #expect(table["mentors supports children"] == [.both, .both])
    #expect(table["clinic supports children"] == [.said, .notKnown])
    #expect(table["council refers-to mentors"] == [.said, .notKnown])
    #expect(table["school teaches children"] == [.notKnown, .said])
    #expect(table.keys.last == "school teaches children" && table.count == 8)
    #expect(Self.actors(comparison)["school"] == [.notFound, .said])
    #expect(Self.actors(comparison)["council"] == [.said, .notKnown])
  }

  @Test func `compares an area of one map with an area of another`() throws {
    let comparison = MapComparison(
      MapAlignment([try SmallMaps.town(), try ComparedMaps.later()]),
      sides: [
        ComparisonSide("before", name: "Before", in: .area("south")),
        ComparisonSide("after", name: "After", map: 1, in: .area("south-side")),
      ])
    // Counted in both; and the mentors' work is said of the later programme, without an area.
    #expect(Self.table(comparison)["mentors supports children"] == [.recorded, .recorded])
    #expect(Self.table(comparison)["school teaches children"] == [.notKnown, .unplaced])
  }

  @Test func `knows who was interviewed where`() throws {
    let comparison = try ComparedMaps.areas()
    #expect(comparison.askedGroups().map(\.name) == ["Staff"])
    #expect(comparison.askedGroups().map(\.interviews) == [[2, 0]])
    #expect(comparison.sides.map(comparison.interviews) == [2, 0])
  }
}
