import MapAnalysis
import MapModel
import OrderedCollections
import TestSupport
import Testing

/// Claims that nobody else has part in something.
struct OnlyClaimTests {
  private typealias Said = PlainMaps.Said

  private static func verdict(_ condition: Condition, _ said: [Said], speaksFor: Set<MapActor.ID> = ["people"]) throws
    -> ClaimVerdict
  {
    var map = try PlainMaps.map(
      ["a", "b", "c", "d", "people"], said, informants: [InformantGroup("g", name: "G", speaksFor: speaksFor)],
      fieldwork: [.init(area: nil, informant: "g", interviews: 1)])
    map.claims = [Claim("c", words: "W.", condition: condition)]
    return try #require(map.claimVerdicts().first)
  }

  private static func only(_ sources: [MapActor.ID], _ target: MapActor.ID, at end: Condition.End = .from) -> Condition
  {
    .only(
      .init(from: sources.map(ActorSelection.actor), to: [.actor(target)], family: target == "people" ? .support : nil),
      at: end)
  }

  @Test func `holds where nobody else is found by those who could know`() throws {
    let said = [Said("a", "people"), Said("b", "people"), Said("c", "d")]
    #expect(try Self.verdict(Self.only(["a", "b"], "people"), said).verdict == .holds)
    // Nobody was asked who can speak for the people.
    let unasked = try Self.verdict(Self.only(["a", "b"], "people"), said, speaksFor: ["d"])
    #expect(unasked.verdict == .notKnown)
  }

  /// `a` and `b` meet, and so do `a` and `c`; each meeting stands once on the map, and runs either way.
  private static func meetings(_ condition: Condition) throws -> ClaimVerdict {
    let relation = Relation("meets", family: .coordination, label: "meets", pluralLabel: "meet", isDirected: false)
    var map = try NetworkMap(
      title: "Mutual", relations: [relation], actors: (["a", "b", "c"] as [MapActor.ID]).map { PlainMaps.actor($0) },
      connections: (["b", "c"] as [MapActor.ID]).map { other in
        var connection = Connection(
          Connection.ID(from: "a", to: other, "meets"), statements: [CodedStatement(id: "s")])
        connection.counts = [Count(area: nil, value: 7)]
        return connection
      })
    map.claims = [Claim("c", words: "W.", condition: condition)]
    return try #require(map.claimVerdicts().first)
  }

  @Test func `mutual connections run either way, and count once`() throws {
    let others = try Self.meetings(Self.only(["b"], "a"))
    let link = Condition.Link(from: [.actor("b")], to: [.actor("a")])
    #expect(others.verdict == .fails && others.grounds.first?.reasons == [.others(link, at: .from, ["c"], .said)])
    let back = Connection.ID(from: "b", to: "a", "meets")
    #expect(try Self.meetings(.cases(.init(back, measure: "cases", least: 7, greatest: 7))).verdict == .holds)
    let all = Condition.Pattern(to: [.actor("a")])
    let part = Condition.Pattern(from: [.actor("b")])
    for content: Condition.Share.Content in [.connections(of: all, that: part), .actors(.from, of: all, that: part)] {
      let half = Condition.Share(content, .hundredths(least: 50, greatest: 50))
      #expect(try Self.meetings(.share(half)).verdict == .holds)
    }
  }

  @Test func `fails where somebody else is there, and names who`() throws {
    let said = [Said("a", "people"), Said("c", "people"), Said("b", "people")]
    let verdict = try Self.verdict(Self.only(["a"], "people"), said)
    #expect(verdict.verdict == .fails)
    let link = Condition.Link(from: [.actor("a")], to: [.actor("people")], family: .support)
    #expect(verdict.grounds.map(\.reasons) == [[.others(link, at: .from, ["b", "c"], .said)]])
    // A sector may be named in place of its actors, which are all.
    let sector = Condition.only(.init(from: [.sector("nhs")], to: [.actor("people")], family: .support), at: .from)
    #expect(try Self.verdict(sector, said).verdict == .holds)
  }

  @Test func `fails where those that are named are not there`() throws {
    #expect(try Self.verdict(Self.only(["a", "b"], "people"), [Said("a", "people")]).verdict == .fails)
  }

  @Test func `is not known where somebody else may be there`() throws {
    let said = [Said("a", "people"), Said("c", "people", .unclear)]
    #expect(try Self.verdict(Self.only(["a"], "people"), said).verdict == .notKnown)
    // Who is denied is not there.
    let denied = [Said("a", "people"), Said("c", "people", .absent)]
    #expect(try Self.verdict(Self.only(["a"], "people"), denied).verdict == .holds)
  }

  @Test func `at the other end, says whom alone somebody connects to`() throws {
    let said = [Said("a", "b"), Said("c", "b"), Said("a", "people")]
    #expect(try Self.verdict(Self.only(["a"], "b", at: .to), said, speaksFor: ["a"]).verdict == .fails)
    let works = Condition.only(.init(from: [.actor("a")], to: [.actor("b")], relation: "works"), at: .to)
    #expect(try Self.verdict(works, said, speaksFor: ["a"]).verdict == .holds)
  }

  private static func way(through: MapActor.ID) -> Condition {
    .onlyRoute(.init(from: .actor("a"), to: .actor("d"), within: 3), through: .actor(through))
  }

  @Test func `a way is the only one if there is none without it`() throws {
    let one = [Said("a", "b"), Said("b", "c"), Said("c", "d")]
    let verdict = try Self.verdict(Self.way(through: "b"), one, speaksFor: ["a"])
    #expect(verdict.verdict == .holds)
    #expect(
      verdict.grounds.map(\.reasons) == [
        [
          .route(from: "a", [.init(.along, to: "b"), .init(.along, to: "c"), .init(.along, to: "d")]),
          .noOtherRoute(without: .actor("b")),
        ]
      ])
    let two = try Self.verdict(Self.way(through: "b"), one + [Said("a", "c")], speaksFor: ["a"])
    #expect(two.verdict == .fails)
    #expect(
      two.grounds.map(\.reasons)
        == [[.otherRoute(from: "a", [.init(.along, to: "c"), .init(.along, to: "d")], without: .actor("b"))]])
    // Through who is on both ways, it still holds.
    #expect(try Self.verdict(Self.way(through: "c"), one + [Said("a", "c")], speaksFor: ["a"]).verdict == .holds)
    let doubtful = try Self.verdict(Self.way(through: "b"), one + [Said("a", "c", .unclear)], speaksFor: ["a"])
    #expect(doubtful.verdict == .notKnown)
    #expect(try Self.verdict(Self.way(through: "b"), [Said("a", "b")], speaksFor: ["a"]).verdict == .fails)
  }
}
