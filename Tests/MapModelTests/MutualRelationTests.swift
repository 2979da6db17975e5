import MapModel
import OrderedCollections
import Testing

/// A triangle of a, b and c: a and b meet each other, which is mutual; b refers people to c.
struct MutualRelationTests {
  private static func map(_ ids: [Connection.ID]) throws -> NetworkMap {
    try NetworkMap(
      title: "Mutual",
      relations: [
        Relation("meets", family: .coordination, label: "meets", pluralLabel: "meet", isDirected: false),
        Relation("refers-to", family: .coordination, label: "refers people to"),
      ],
      actors: ["a", "b", "c"].map { id in
        MapActor(id, name: id.rawValue.uppercased(), role: "delivery", sector: "nhs", stage: .delivery)
      },
      connections: ids.map { Connection($0, statements: [CodedStatement(id: "s")]) })
  }

  private let there = Connection.ID(from: "a", to: "b", "meets")
  private let back = Connection.ID(from: "b", to: "a", "meets")
  private let referral = Connection.ID(from: "b", to: "c", "refers-to")

  @Test func `is stored once, whichever end evidence starts from`() throws {
    let map = try Self.map([back, there, referral])
    #expect(Array(map.connections.keys) == [there, referral])
    #expect(map.connections[there]?.statements.count == 2)
    #expect(map.presence(of: back) == .said)
    #expect(map.stored(back) == there && map.stored(referral) == referral)
  }

  @Test func `is asked for from either end`() throws {
    let map = try Self.map([back, referral])
    for (source, target): (MapActor.ID, MapActor.ID) in [("a", "b"), ("b", "a")] {
      let answers = map.connections(matching: ConnectionQuery(from: [source], to: [target]))
      #expect(answers.map(\.connection.id) == [there])
    }
    #expect(map.connections(matching: ConnectionQuery(from: ["c"])).isEmpty)
  }

  @Test func `is passed both ways by routes`() throws {
    let map = try Self.map([back, referral])
    let routes = map.routes(from: "a", to: "c", within: 2).routes
    #expect(routes.map(\.actors) == [["a", "b", "c"]])
    #expect(routes.first?.steps.map(\.direction) == [.both, .along])
  }

  @Test func `can be changed and taken away from either end`() throws {
    var map = try Self.map([there])
    try map.updateConnection(back) { $0.counts.append(Count(area: nil, value: 7)) }
    #expect(map.connections[there]?.counts.count == 1)
    #expect(throws: MapError.self) { try map.insert(Connection(back)) }
    #expect(map.removeConnection(back)?.id == there)
    #expect(map.connections.isEmpty)
  }

  @Test func `cannot be support`() {
    let relation = Relation("helps", family: .support, label: "helps", isDirected: false)
    #expect(throws: MapError(kind: .mutualSupport(relation: "helps"))) {
      try NetworkMap(title: "", relations: [relation])
    }
  }
}
