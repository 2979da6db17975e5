import MapModel
import OrderedCollections
import Testing
import TestSupport

struct NetworkMapPresenceTests {
  /// All states that an area can show, on one map.
  @Test(arguments: [
    ("council", "mentors", "refers-to", "north", Presence.unplaced),
    ("mentors", "children", "supports", "north", .both),
    ("mentors", "children", "supports", "south", .recorded),
    ("clinic", "children", "supports", "south", .reportedAbsent),
    ("mentors", "clinic", "refers-to", "south", .notKnown),
    ("mentors", "meeting", "supports", "north", .notFound),
    ("council", "clinic", "refers-to", "north", .notKnown),
  ])
  func `tells kinds of absence apart`(
    source: String, target: String, relation: String, area: String, expected: Presence
  ) throws {
    let map = try SmallMaps.town()
    let id = Connection.ID(
      from: Identifier(stringLiteral: source), to: Identifier(stringLiteral: target),
      Identifier(stringLiteral: relation))
    #expect(map.presence(of: id, in: .area(Identifier(stringLiteral: area))) == expected)
  }

  @Test func `lists the areas in which a connection is on the map`() throws {
    let map = try SmallMaps.town()
    let support = try #require(map.connections[.init(from: "mentors", to: "children", "supports")])
    #expect(map.areas(of: support) == ["north", "south"])
    let clinic = try #require(map.connections[.init(from: "clinic", to: "children", "supports")])
    #expect(map.areas(of: clinic) == ["north"])
  }
}
