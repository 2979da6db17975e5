import MapModel
import OrderedCollections
import Testing
import TestSupport

struct NetworkMapTests {
  @Test func `gathers evidence of the same connection`() throws {
    let map = try SmallMaps.town()
    let support = try #require(map.connections[.init(from: "mentors", to: "children", "supports")])
    #expect(support.statements.count == 1)
    #expect(support.counts.count == 3)
  }

  @Test func `refuses what contradicts itself`() throws {
    var map = try SmallMaps.town()
    #expect(throws: MapError(kind: .duplicate(kind: "actor", id: "mentors"))) {
      try map.insert(MapActor("mentors", name: "Again", role: "delivery", sector: "nhs", stage: .delivery))
    }
    #expect(throws: MapError(kind: .unknown(kind: "sector", id: "x", referrer: "the actor \"y\""))) {
      try map.insert(MapActor("y", name: "Y", role: "delivery", sector: "x", stage: .delivery))
    }
    let unknown = MapError.Kind.unknown(
      kind: "area", id: "west", referrer: "a connection from \"mentors\" to \"clinic\"")
    #expect(throws: MapError(kind: unknown)) {
      try map.merge(
        Connection(.init(from: "mentors", to: "clinic", "refers-to"), counts: [Count(area: "west", value: 1)]))
    }
  }

  @Test func `is a value`() throws {
    let map = try SmallMaps.town()
    var copy = map
    try copy.merge(Connection(.init(from: "council", to: "children", "supports")))
    #expect(copy.connections.count == map.connections.count + 1)
    #expect(copy != map)
  }

  @Test func `lets names win over aliases, as evidence does`() throws {
    // "Clinic" is an alias of an actor that stands before the one of that name.
    let map = try NetworkMap(
      title: "T", relations: [],
      actors: [
        MapActor("a", name: "A", role: "other", sector: "nhs", stage: .delivery, aliases: ["Clinic"]),
        MapActor("b", name: "Clinic", role: "other", sector: "nhs", stage: .delivery),
      ])
    #expect(map.actorNames["clinic"] == "b")
  }
}

struct AbsurdNumberTests {
  @Test func `a map takes no count that is greater than any`() throws {
    var map = try NetworkMap(title: "T", relations: SmallMaps.relations, actors: SmallMaps.actors)
    let id = Connection.ID(from: "mentors", to: "children", "supports")
    try map.merge(Connection(id, counts: [Count(area: nil, value: Count.greatest)]))
    let error = #expect(throws: MapError.self) {
      try map.merge(Connection(id, counts: [Count(area: nil, period: "2", value: Count.greatest + 1)]))
    }
    #expect(error?.description.contains("above 1000000000000") == true)
    #expect(map.connections[id]?.counts.count == 1)
  }

  @Test func `a sum of interviews does not run over`() throws {
    let entry = Fieldwork.Entry(area: nil, informant: "staff", interviews: .max)
    let map = try NetworkMap(title: "T", relations: [], fieldwork: Fieldwork([entry, entry]))
    #expect(map.interviews() == .max)
  }
}
