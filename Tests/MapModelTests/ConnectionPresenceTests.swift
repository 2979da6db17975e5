import MapModel
import Testing
import TestSupport

struct ConnectionPresenceTests {
  private static let id = Connection.ID(from: "mentors", to: "children", "supports")

  private static func statement(_ stance: Stance, _ placement: Placement = .programme) -> CodedStatement {
    CodedStatement(id: "s", placement: placement, stance: stance)
  }

  private static func presence(_ statements: [CodedStatement], _ counts: [Count] = []) throws -> Presence {
    try map(statements, counts).presence(of: id)
  }

  /// A map with the connection alone.
  private static func map(_ statements: [CodedStatement], _ counts: [Count] = []) throws -> NetworkMap {
    try NetworkMap(
      title: "T", areas: [Area("north", name: "North"), Area("south", name: "South")], relations: SmallMaps.relations,
      actors: SmallMaps.actors, connections: [Connection(id, statements: statements, counts: counts)])
  }

  @Test func `is said, recorded or both`() throws {
    #expect(try Self.presence([Self.statement(.present)]) == .said)
    #expect(try Self.presence([], [Count(area: "north", value: 3)]) == .recorded)
    #expect(try Self.presence([Self.statement(.present)], [Count(area: "north", value: 3)]) == .both)
  }

  @Test func `is unclear if only unclear statements speak for it`() throws {
    #expect(try Self.presence([Self.statement(.unclear)]) == .unclear)
    #expect(try Self.presence([Self.statement(.unclear), Self.statement(.present)]) == .said)
  }

  @Test func `is reported absent by a statement or by a count of 0`() throws {
    #expect(try Self.presence([Self.statement(.absent)]) == .reportedAbsent)
    #expect(try Self.presence([], [Count(area: "north", value: 0)]) == .reportedAbsent)
  }

  @Test func `is contradicted where evidence for and against has the same placement`() throws {
    #expect(try Self.presence([Self.statement(.present), Self.statement(.absent)]) == .contradicted)
    let north = Placement.areas(["north"])
    #expect(try Self.presence([Self.statement(.present, north)], [Count(area: "north", value: 0)]) == .contradicted)
  }

  @Test func `varies between areas without contradiction`() throws {
    let statements = [Self.statement(.present, .areas(["north"])), Self.statement(.absent, .areas(["south"]))]
    let map = try Self.map(statements)
    #expect(map.presence(of: Self.id) == .said)
    #expect(map.presence(of: Self.id, in: .area("north")) == .said)
    #expect(map.presence(of: Self.id, in: .area("south")) == .reportedAbsent)
  }

  @Test func `holds in every area if the source says so, and is contradicted where another denies it`() throws {
    let map = try Self.map([
      Self.statement(.present, .everywhere), Self.statement(.absent, .areas(["south"])),
    ])
    #expect(map.presence(of: Self.id, in: .area("north")) == .said)
    #expect(map.presence(of: Self.id, in: .area("south")) == .contradicted)
    #expect(map.presence(of: Self.id) == .said)
  }
}
