import MapModel
import OrderedCollections
import Testing

struct DescribedActorTests {
  private static func actor(_ attributes: OrderedDictionary<String, ActorAttribute>) -> MapActor {
    var actor = MapActor("a", name: "Combined authority", role: "set-up", sector: "school", stage: .setUp)
    actor.attributes = attributes
    return actor
  }

  @Test(arguments: [
    ("influence>=3", true), ("influence>3", false), ("influence<=3", true), ("influence<3", false),
    ("influence=3.0", true), ("influence!=3", false), ("kind = Public", true), ("kind!=private", true),
    ("kind=private", false), ("reach>=1", false), ("reach!=1", false),
  ])
  func `holds of what an attribute is, and of no actor without it`(text: String, isTrue: Bool) throws {
    let condition = try #require(AttributeCondition(text))
    #expect(condition.holds(of: Self.actor(["influence": .number(3), "kind": .text("public")])) == isTrue)
  }

  @Test(arguments: ["", "influence", ">=3", "influence>=", "influence>=much", "=x"])
  func `is not read from anything else`(text: String) {
    #expect(AttributeCondition(text) == nil)
  }

  @Test func `narrows connections by attributes of their ends`() throws {
    var other = MapActor("b", name: "B", role: "set-up", sector: "school", stage: .setUp)
    other.attributes = ["influence": .number(1)]
    let map = try NetworkMap(
      title: "", relations: [Relation("funds", family: .coordination, label: "funds")],
      actors: [Self.actor(["influence": .number(5)]), other],
      connections: [Connection(.init(from: "a", to: "b", "funds"), statements: [CodedStatement(id: "s")])])
    var query = ConnectionQuery()
    query.attributes = [.init("influence", .atLeast, "5")]
    #expect(map.connections(matching: query).count == 1)
    query.attributes.append(.init("influence", .more, "5"))
    #expect(map.connections(matching: query).isEmpty)
  }

  @Test func `has other names in single areas, by which it is found`() throws {
    var actor = Self.actor([:])
    actor.namesInAreas = ["gm": "GMCA"]
    let map = try NetworkMap(
      title: "", areas: [Area("gm", name: "Greater Manchester"), Area("lcr", name: "Liverpool")], relations: [],
      actors: [actor])
    #expect(map.actorNames["gmca"] == "a")
    #expect(map.naming(in: .area("gm")).actors["a"]?.shortName == "GMCA")
    #expect(map.naming(in: .area("lcr")) == map && map.naming(in: .wholeMap) == map)
    actor.namesInAreas = ["wm": "WMCA"]
    #expect(throws: MapError.self) { try NetworkMap(title: "", relations: [], actors: [actor]) }
  }
}
