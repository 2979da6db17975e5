import MapModel
import TestSupport
import Testing

/// What is left of connections where only some statements count.
struct StatementFilterTests {
  private typealias Said = PlainMaps.Said
  private static let works = Connection.ID(from: "a", to: "b", "works")

  /// `a` worked with `b` before the programme in the north, rarely, and does so because of it in the south; `c` works with
  /// `b`, and nobody says since when; the MI counts that of `a`.
  private static func map() throws -> NetworkMap {
    var map = try PlainMaps.map(
      ["a", "b", "c"],
      [
        Said("a", "b", in: ["north"], frequency: .rare, attribution: .before),
        Said("a", "b", in: ["south"], attribution: .because), Said("c", "b", in: ["north"]),
        Said("c", "a", in: ["north"], .absent, attribution: .because),
      ])
    try map.merge(Connection(works, counts: [Count(area: "north", value: 40)]))
    return map
  }

  @Test func `keeps connections with such statements, and nothing else of their evidence`() throws {
    var query = ConnectionQuery(statements: StatementFilter(attributions: [.because]))
    let found = try Self.map().connections(matching: query)
    #expect(found.map(\.connection.id) == [Self.works] && found.map(\.presence) == [.said])
    #expect(found.first?.connection.statements.map(\.attribution) == [.because])
    #expect(found.first?.connection.counts.isEmpty == true)
    query.statements.attributions = [.before, .because]
    #expect(try Self.map().connections(matching: query).first?.connection.statements.count == 2)
    query.statements.attributions = [.beside]
    #expect(try Self.map().connections(matching: query).isEmpty)
  }

  @Test func `tells in an area what is said there`() throws {
    func presences(_ attribution: Attribution) throws -> [Presence] {
      var query = ConnectionQuery(in: .area("north"), statements: StatementFilter(attributions: [attribution]))
      query.presences = Set(Presence.allCases)
      return try Self.map().connections(matching: query).map(\.presence)
    }
    // What is said of the south tells nothing of the north, where nobody was asked; the denial of the third is placed there.
    #expect(try presences(.before) == [.said])
    #expect(try presences(.because) == [.notKnown, .reportedAbsent])
  }

  @Test func `wants both of an attribution and a frequency`() throws {
    func count(_ filter: StatementFilter) throws -> Int {
      try Self.map().connections(matching: ConnectionQuery(statements: filter)).count
    }
    #expect(try count(StatementFilter(frequencies: [.rare])) == 1)
    #expect(try count(StatementFilter(attributions: [.before], frequencies: [.rare])) == 1)
    #expect(try count(StatementFilter(attributions: [.because], frequencies: [.rare])) == 0)
    #expect(try count(StatementFilter()) == 2)
  }
}
