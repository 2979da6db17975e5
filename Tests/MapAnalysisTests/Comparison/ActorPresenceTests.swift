import MapAnalysis
import MapModel
import TestSupport
import Testing

/// What the evidence says of an actor, by what it says of its connections.
struct ActorPresenceTests {
  private typealias Said = PlainMaps.Said

  /// Workers were asked in north and south, and can speak for w.
  private static func map(_ said: [Said]) throws -> NetworkMap {
    try PlainMaps.map(
      ["gp", "w", "people", "other"], said, informants: [InformantGroup("workers", name: "Workers", speaksFor: ["w"])],
      fieldwork: ["north", "south"].map { .init(area: $0, informant: "workers", interviews: 1) })
  }

  private static func presences(_ said: [Said], query: ConnectionQuery = ConnectionQuery()) throws -> [Presence]? {
    MapComparison(areasOf: try map(said), query: query).actors.first { $0.id == "gp" }?.presences
  }

  @Test func `that somebody never met it is no absence of an actor`() throws {
    // The GP supports people in the north; in the south workers never see it, and who could know of its support was not
    // asked.
    let never = Said("w", "gp", in: ["south"], .absent)
    #expect(try Self.presences([Said("gp", "people", in: ["north"]), never]) == [.said, .notFound])
    // Known of the programme, and nobody says where.
    #expect(try Self.presences([Said("gp", "people"), never]) == [.unplaced, .unplaced])
    #expect(try Self.presences([Said("gp", "people", in: ["south"], .unclear), never]) == [.notFound, .unclear])
  }

  @Test func `an actor is reported absent if all that is said of its connections is that there are none`() throws {
    let denied = [Said("w", "gp", in: ["south"], .absent), Said("gp", "people", in: ["south"], .absent)]
    #expect(try Self.presences(denied)?.last == .reportedAbsent)
    // With another that somebody could know of and did not, it still is.
    #expect(try Self.presences(denied + [Said("gp", "w", in: ["north"])])?.last == .reportedAbsent)
    // With another that nobody could know of, it is not.
    #expect(try Self.presences(denied + [Said("gp", "other", in: ["north"])])?.last == .notFound)
  }

  @Test func `a filter makes no actor absent`() throws {
    let said = [Said("gp", "people", in: ["south"], .absent), Said("gp", "other", in: ["south"])]
    var query = ConnectionQuery()
    query.families = [.support]
    #expect(try Self.presences(said)?.last == .said)
    #expect(try Self.presences(said, query: query)?.last == .notFound)
  }

  @Test func `a condition of an actor goes by the same`() throws {
    func finding(_ said: [Said], _ selection: ActorSelection) throws -> ClaimVerdict.Verdict? {
      var map = try Self.map(said)
      map.claims = [Claim("c", words: "W", condition: .actor(selection), extent: .areas(["south"]))]
      return map.claimVerdicts().first?.verdict
    }
    let unplaced = [Said("gp", "people"), Said("w", "gp", in: ["south"], .absent)]
    #expect(try finding(unplaced, .actor("gp")) == .notKnown)
    #expect(try finding([Said("w", "gp", in: ["south"], .absent)], .actor("gp")) == .fails)
  }
}
