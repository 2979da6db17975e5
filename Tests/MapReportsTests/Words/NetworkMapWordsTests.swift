import MapModel
import MapReports
import OrderedCollections
import TestSupport
import Testing

struct NetworkMapWordsTests {
  @Test func `says in words where a connection is placed`() throws {
    var map = try SmallMaps.town()
    func places(_ source: MapActor.ID, _ target: MapActor.ID, _ relation: Relation.ID) throws -> String {
      map.placesInWords(of: try #require(map.connections[.init(from: source, to: target, relation)]))
    }
    #expect(try places("mentors", "children", "supports") == "all areas")
    #expect(try places("clinic", "children", "supports") == "North")
    #expect(try places("council", "mentors", "refers-to") == "")
    let unclear = CodedStatement(id: "u", placement: .areas(["south"]), stance: .unclear)
    try map.merge(Connection(.init(from: "mentors", to: "clinic", "refers-to"), statements: [unclear]))
    #expect(try places("mentors", "clinic", "refers-to") == "North, South (unclear)")
  }

  @Test func `gathers the targets of a source in one sentence`() throws {
    var map = try SmallMaps.town()
    #expect(map.sentences(map.connections(matching: ConnectionQuery())).count == 6)
    let unclear = CodedStatement(id: "u", stance: .unclear)
    for target in ["clinic", "council"] as [MapActor.ID] {
      try map.merge(Connection(.init(from: "meeting", to: target, "refers-to"), statements: [unclear]))
    }
    try map.merge(
      Connection(.init(from: "meeting", to: "children", "refers-to"), statements: [CodedStatement(id: "s")]))
    var query = ConnectionQuery()
    query.sources = ["meeting"]
    #expect(
      map.sentences(map.connections(matching: query)) == [
        "Weekly meeting refers people to Town council and Clinic: the evidence is not clear.",
        "Weekly meeting refers people to Children.",
      ])
  }
}
