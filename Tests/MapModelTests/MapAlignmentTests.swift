import MapModel
import OrderedCollections
import TestSupport
import Testing

struct MapAlignmentTests {
  /// A later town: mentors under another id, the clinic under an alias, a new school, and no meeting.
  private static func later() throws -> NetworkMap {
    try NetworkMap(
      title: "Town, later", legend: .report, areas: [Area("south-side", name: "Southern"), Area("west", name: "West")],
      relations: [
        Relation("helps", family: .support, label: "supports"), Relation("teaches", family: .support, label: "teaches"),
      ],
      actors: [
        MapActor("the-mentors", name: "mentors", role: "delivery", sector: "delivery-charity", stage: .delivery),
        MapActor(
          "health", name: "Health centre", role: "delivery", sector: "nhs", stage: .delivery, aliases: ["Clinic"]),
        MapActor(
          "children", name: "Pupils", role: "delivery", sector: "families", stage: .delivery, isBeneficiary: true),
        MapActor("school", name: "School", role: "other", sector: "school", stage: .delivery),
      ],
      connections: [
        Connection(.init(from: "the-mentors", to: "children", "helps"), statements: [CodedStatement(id: "1")]),
        Connection(.init(from: "school", to: "children", "teaches"), statements: [CodedStatement(id: "2")]),
      ])
  }

  private static func alignment() throws -> MapAlignment { MapAlignment([try SmallMaps.town(), try later()]) }

  @Test func `matches by id, then by name, then by alias`() throws {
    let alignment = try Self.alignment()
    #expect(alignment.actor("mentors", on: 1) == "the-mentors")
    #expect(alignment.actor("clinic", on: 1) == "health")
    #expect(alignment.actor("children", on: 1) == "children")
    #expect(alignment.actor("meeting", on: 1) == nil)
    #expect(alignment.area("south", on: 1) == "south-side")
    #expect(alignment.area("west", on: 0) == nil)
    #expect(Set(alignment.matches.map(\.own.id)) == ["the-mentors", "health", "children"])
  }

  @Test func `translates connections both ways`() throws {
    let alignment = try Self.alignment()
    let shared = Connection.ID(from: "mentors", to: "children", "supports")
    let own = Connection.ID(from: "the-mentors", to: "children", "helps")
    #expect(alignment.connection(shared, on: 1) == own)
    #expect(alignment.shared(own, of: 1) == shared)
    #expect(alignment.connection(shared, on: 0) == shared)
    #expect(alignment.connection(.init(from: "mentors", to: "meeting", "attends"), on: 1) == nil)
  }

  @Test func `joins what fits nothing, and lists it`() throws {
    let alignment = try Self.alignment()
    #expect(alignment.frame.actors.keys.last == "school")
    #expect(alignment.frame.areas.keys.last == "west")
    #expect(alignment.frame.relations.keys.last == "teaches")
    #expect(alignment.frame.connections.isEmpty)
    #expect(alignment.actors(onlyOn: 0) == ["council", "meeting"])
    #expect(alignment.actors(onlyOn: 1) == ["school"])
  }

  @Test func `never takes two actors for one`() throws {
    var twins = try Self.later()
    try twins.insert(MapActor("mentors-2", name: "Mentor", role: "other", sector: "school", stage: .delivery))
    let alignment = MapAlignment([try SmallMaps.town(), twins])
    #expect(alignment.actor("mentors", on: 1) == "the-mentors")
    #expect(alignment.actor("mentors-2", on: 1) == "mentors-2")
  }

  @Test func `knows a new sector with the name of an old one`() throws {
    var legend = Legend.report
    legend.sectors["health"] = Sector("health", name: "NHS", fill: .white, outline: .text)
    let other = try NetworkMap(
      title: "Other", legend: legend, relations: [],
      actors: [MapActor("ward", name: "Ward", role: "other", sector: "health", stage: .delivery)])
    #expect(MapAlignment([try SmallMaps.town(), other]).frame.actors["ward"]?.sector == "nhs")
  }

  @Test func `forgets the names of actors that are not shown`() throws {
    let alignment = try Self.alignment()
    let less = alignment.maps.map { map in map.mappingConnections { $0.source == "council" ? nil : $0 } }
    var open = less
    for index in open.indices { open[index].disclosure.aliases = .published }
    let same = alignment.showing(open)
    #expect(same.maps == open && same.frame.actors == alignment.frame.actors && same.matches == alignment.matches)
    let shown = alignment.showing(less).frame
    #expect(!shown.hasAliases)
    #expect(alignment.showing(less).actor("mentors", on: 1) == alignment.actor("mentors", on: 1))
    let fewer = [alignment.maps[0].removing(["mentors"]), alignment.maps[1]]
    #expect(alignment.showing(fewer).actor("the-mentors", on: 1) == "the-mentors")
    #expect(alignment.showing(fewer).frame.actors["mentors"] == nil)
  }

  @Test func `a copy with other connections keeps the order of those that stay`() throws {
    let map = try SmallMaps.town()
    let gone = try #require(map.connections.keys.first)
    let rest = map.mappingConnections { $0.id == gone ? nil : $0 }
    #expect(Array(rest.connections.values) == map.connections.values.filter { $0.id != gone })
  }
}
