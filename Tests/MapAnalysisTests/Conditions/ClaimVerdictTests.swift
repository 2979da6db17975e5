import MapAnalysis
import MapModel
import OrderedCollections
import TestSupport
import Testing

struct ClaimVerdictTests {
  private static func verdict(
    _ condition: Condition, isDenial: Bool = false, in extent: Claim.Extent = .programme
  ) throws -> ClaimVerdict {
    var map = try SmallMaps.town()
    map.claims = [Claim("c", words: "Words.", condition: condition, isDenial: isDenial, extent: extent)]
    return try #require(map.claimVerdicts().first)
  }

  private static func link(
    _ source: MapActor.ID, _ target: MapActor.ID, _ relation: Relation.ID? = nil, family: Family.ID? = nil
  ) -> Condition {
    .connection(.init(from: [.actor(source)], to: [.actor(target)], relation: relation, family: family))
  }

  /// Each state that a connection can have in the town, and what it makes of a claim.
  @Test(arguments: [
    (link("mentors", "children"), Claim.Extent.programme, ClaimVerdict.Verdict.holds),
    (link("mentors", "children", "refers-to"), .programme, .fails),
    (link("mentors", "children", family: .coordination), .programme, .fails),
    (link("clinic", "children"), .areas(["north"]), .holds),
    // Denied in the south: so in one of two areas.
    (link("clinic", "children"), .areas(["south"]), .fails),
    (link("clinic", "children"), .areas(["north", "south"]), .partly),
    (link("clinic", "children"), .everyArea, .partly), (link("clinic", "children"), .someArea, .holds),
    // Known of the programme: somewhere, and nobody says where.
    (link("council", "mentors"), .areas(["north"]), .notKnown), (link("council", "mentors"), .someArea, .holds),
    // Nobody was interviewed in the south, and nobody can speak for council and clinic.
    (link("mentors", "clinic"), .areas(["south"]), .notKnown), (link("children", "council"), .programme, .notKnown),
    // Staff can speak for the mentors, and did not.
    (link("clinic", "mentors"), .programme, .fails),
  ])
  func `follows from what is known of a connection`(
    condition: Condition, extent: Claim.Extent, expected: ClaimVerdict.Verdict
  ) throws {
    #expect(try Self.verdict(condition, in: extent).verdict == expected)
    // Of one connection, a denial is the opposite, and what is not known stays so.
    if case .someArea = extent { return }
    let opposite: ClaimVerdict.Verdict = expected == .holds ? .fails : expected == .fails ? .holds : .notKnown
    if case .areas(let areas) = extent, areas.count > 1 { return }
    if case .everyArea = extent { return }
    #expect(try Self.verdict(condition, isDenial: true, in: extent).verdict == opposite)
  }

  @Test func `wants each of a list and one of a sector`() throws {
    let both = Condition.connection(.init(from: [.actor("mentors"), .actor("clinic")], to: [.actor("children")]))
    #expect(try Self.verdict(both).verdict == .holds)
    let three = Condition.connection(
      .init(from: [.actor("mentors"), .actor("clinic"), .actor("meeting")], to: [.actor("children")]))
    // Two of three are there; a denial of several wants none of them, and one of three is none.
    #expect(try Self.verdict(three).verdict == .largely)
    #expect(try Self.verdict(three, isDenial: true).verdict == .partly)
    let sector = Condition.connection(.init(from: [.sector("nhs")], to: [.actor("children")], relation: "supports"))
    #expect(try Self.verdict(sector).verdict == .holds)
    let role = Condition.connection(.init(from: [.role("programme-support")], to: [.actor("children")]))
    #expect(try Self.verdict(role).verdict == .holds)
  }

  @Test func `finds routes, and says which`() throws {
    func route(_ steps: Int, passes: Bool = false, either: Bool = false, _ from: MapActor.ID, _ to: MapActor.ID)
      -> Condition
    {
      .route(
        .init(from: .actor(from), to: .actor(to), within: steps, passesActivities: passes, isEitherWay: either))
    }
    let found = try Self.verdict(route(2, "council", "children"))
    #expect(found.verdict == .holds)
    #expect(
      found.grounds == [
        .init(
          in: .wholeMap, isFor: true,
          [.route(from: "council", [.init(.along, to: "mentors"), .init(.along, to: "children")])])
      ])
    let near = try Self.verdict(route(1, "council", "children"))
    #expect(near.verdict == .notKnown)
    #expect(
      near.grounds.map(\.reasons)
        == [[.noRoute(.init(from: .actor("council"), to: .actor("children"), within: 1), .notKnown)]])
    #expect(try Self.verdict(route(3, "clinic", "council")).verdict == .notKnown)
    let back = try Self.verdict(route(2, either: true, "clinic", "council"))
    #expect(
      back.grounds.map(\.reasons)
        == [[.route(from: "clinic", [.init(.against, to: "mentors"), .init(.against, to: "council")])]])
    let met = try Self.verdict(route(1, passes: true, "clinic", "mentors"))
    #expect(
      met.grounds.map(\.reasons) == [[.route(from: "clinic", [.init(.meeting("meeting"), to: "mentors")])]])
  }

  @Test func `counts sectors, ranks and cases`() throws {
    #expect(try Self.verdict(.sources(of: "children", atLeast: 2)).verdict == .holds)
    #expect(try Self.verdict(.sources(of: "children", atLeast: 3)).verdict == .notKnown)
    #expect(try Self.verdict(.rank("mentors", .betweenness, within: 1)).verdict == .holds)
    #expect(try Self.verdict(.rank("clinic", .betweenness, within: 1)).verdict == .fails)
    func cases(_ measure: String, least: Int?, greatest: Int?) -> Condition {
      .cases(
        .init(.init(from: "mentors", to: "children", "supports"), measure: measure, least: least, greatest: greatest))
    }
    #expect(try Self.verdict(cases("cases", least: 34, greatest: 34)).verdict == .holds)
    #expect(try Self.verdict(cases("cases", least: 35, greatest: nil)).verdict == .fails)
    #expect(try Self.verdict(cases("cases", least: nil, greatest: 4), in: .areas(["south"])).verdict == .holds)
    #expect(try Self.verdict(cases("visits", least: 12, greatest: 12)).verdict == .holds)
    #expect(try Self.verdict(cases("letters", least: 1, greatest: nil)).verdict == .notKnown)
  }

  @Test func `wants both ways`() throws {
    let one = Condition.bothWays(.init(from: [.actor("council")], to: [.actor("mentors")]))
    #expect(try Self.verdict(one).verdict == .fails)
  }
}
