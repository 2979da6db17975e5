import MapModel
import OrderedCollections
import TestSupport
import Testing

/// Maps of a part of their evidence.
struct EvidenceFilterTests {
  /// Staff and pupils speak of the north; the MI counts what staff say of the south.
  private static func map() throws -> NetworkMap {
    var map = try PlainMaps.map(
      ["a", "b", "c", "d", "e"],
      [
        .init("a", "b", in: ["north"], attribution: .because, by: ["staff"]),
        .init("a", "c", in: ["north"], attribution: .before, by: ["pupils"]),
        .init("b", "c", in: ["north"], .absent, by: ["pupils"]),
        .init("c", "d", in: ["north"], by: ["staff", "pupils"]),
        .init("d", "b", in: ["north"]),
      ],
      informants: [
        InformantGroup("staff", name: "Staff", speaksFor: ["a", "b"]),
        InformantGroup("pupils", name: "Pupils", speaksFor: ["c"]),
      ],
      fieldwork: [
        .init(area: "north", informant: "staff", interviews: 2),
        .init(area: "north", informant: "pupils", interviews: 5),
        .init(area: "south", informant: "staff", interviews: 1),
      ])
    try map.merge(Connection(.init(from: "a", to: "b", "works"), counts: [Count(area: "south", value: 9)]))
    try map.merge(Connection(.init(from: "e", to: "a", "works"), counts: [Count(area: nil, value: 4)]))
    return map
  }

  private static func connections(_ map: NetworkMap) -> [String] {
    map.connections.keys.map { "\($0.source)\($0.target)" }
  }

  @Test func `a group's map holds what it said, alone or with others, and no number`() throws {
    let map = try Self.map().narrowed(to: EvidenceFilter(informants: ["staff"]))
    #expect(Self.connections(map) == ["ab", "cd"])
    #expect(map.connections.values.allSatisfy { $0.counts.isEmpty })
    #expect(map.presence(of: .init(from: "a", to: "b", "works")) == .said)
    #expect(map.narrowings == [EvidenceFilter(informants: ["staff"])])
    let both = try Self.map().narrowed(to: EvidenceFilter(informants: ["staff", "pupils"]))
    #expect(Self.connections(both) == ["ab", "ac", "bc", "cd"])
  }

  /// That pupils could have known of it is nothing that staff say.
  @Test func `nobody else was asked on a group's map`() throws {
    let map = try Self.map()
    let id = Connection.ID(from: "c", to: "e", "works")
    #expect(map.presence(of: id, in: .area("north")) == .notFound)
    #expect(map.narrowed(to: EvidenceFilter(informants: ["staff"])).presence(of: id, in: .area("north")) == .notKnown)
    #expect(map.narrowed(to: EvidenceFilter(informants: ["pupils"])).presence(of: id, in: .area("north")) == .notFound)
    let owed = EvidenceFilter(statements: StatementFilter(attributions: [.because]))
    #expect(map.narrowed(to: owed).interviews(in: .wholeMap) == 8)
  }

  @Test func `actors of which only other evidence speaks are no part of the network`() throws {
    let map = try Self.map()
    #expect(map.actorsOnMap() == ["a", "b", "c", "d", "e"])
    let owed = map.narrowed(to: EvidenceFilter(statements: StatementFilter(attributions: [.because])))
    #expect(owed.actorsOnMap() == ["a", "b"])
    // What pupils deny is no connection, and they speak of both its ends.
    #expect(map.narrowed(to: EvidenceFilter(informants: ["pupils"])).actorsOnMap() == ["a", "c", "d"])
    #expect(Set(owed.actors.keys) == Set(map.actors.keys))
  }

  @Test func `narrows again what was narrowed`() throws {
    let map = try Self.map()
    let staff = EvidenceFilter(informants: ["staff"])
    let owed = EvidenceFilter(statements: StatementFilter(attributions: [.because]))
    let twice = map.narrowed(to: staff).narrowed(to: owed)
    #expect(Self.connections(twice) == ["ab"])
    #expect(twice.narrowings == [staff, owed])
    #expect(twice.actorsOnMap() == ["a", "b"])
    #expect(map.narrowed(to: EvidenceFilter()) == map)
  }

  @Test func `a coder's map keeps the numbers`() throws {
    var map = try Self.map()
    try map.updateConnection(.init(from: "a", to: "b", "works")) { $0.statements[0].coder = "Ada" }
    try map.updateConnection(.init(from: "a", to: "c", "works")) { $0.statements[0].coder = "Ben" }
    let ada = map.narrowed(to: EvidenceFilter(coder: "Ada"))
    #expect(Self.connections(ada) == ["ab", "ea"])
    #expect(ada.presence(of: .init(from: "a", to: "b", "works")) == .both)
    #expect(Self.connections(map.narrowed(to: EvidenceFilter(informants: ["staff"], coder: "Ada"))) == ["ab"])
    #expect(Self.connections(map.narrowed(to: EvidenceFilter(informants: ["pupils"], coder: "Ada"))) == [])
  }
}
