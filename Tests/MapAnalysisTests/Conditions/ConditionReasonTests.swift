import MapAnalysis
import MapModel
import OrderedCollections
import TestSupport
import Testing

/// What claims of the town rest on, by identifiers and numbers.
struct ConditionReasonTests {
  private static func grounds(
    _ condition: Condition, isDenial: Bool = false, in extent: Claim.Extent = .programme,
    of map: NetworkMap? = nil
  ) throws -> [ClaimVerdict.Ground] {
    var map = try map ?? SmallMaps.town()
    map.claims = [Claim("c", words: "Words.", condition: condition, isDenial: isDenial, extent: extent)]
    return try #require(map.claimVerdicts().first).grounds
  }

  private static func link(
    _ source: ActorSelection, _ target: ActorSelection, _ relation: Relation.ID? = nil,
    family: Family.ID? = nil
  ) -> Condition {
    .connection(.init(from: [source], to: [target], relation: relation, family: family))
  }

  private static let support = Connection.ID(from: "mentors", to: "children", "supports")
  private static let clinical = Connection.ID(from: "clinic", to: "children", "supports")
  private static let referral = Connection.ID(from: "council", to: "mentors", "refers-to")

  @Test(
    arguments: [
      (
        link(.actor("mentors"), .actor("children")),
        .connection(support, .both, placed: ["north": .both, "south": .recorded])
      ),
      (link(.actor("council"), .actor("mentors")), .connection(referral, .said, placed: [:])),
      // A connection that is denied in one area is placed there, too.
      (
        link(.sector("nhs"), .actor("children")),
        .connection(clinical, .said, placed: ["north": .said, "south": .reportedAbsent])
      ),
      (
        link(.actor("mentors"), .role("programme-support"), family: .support),
        .noConnection(from: .actor("mentors"), to: .role("programme-support"), nil, .support, .notFound)
      ),
      (
        link(.actor("council"), .actor("clinic"), "refers-to"),
        .noConnection(from: .actor("council"), to: .actor("clinic"), "refers-to", nil, .reportedAbsent)
      ),
      (
        .sources(of: "children", atLeast: 2), .sources(of: "children", sectors: ["delivery-charity", "nhs"], wanted: 2)
      ),
      (
        .sources(of: "children", atLeast: 3), .sources(of: "children", sectors: ["delivery-charity", "nhs"], wanted: 3)
      ),
      (.sources(of: "council", atLeast: 1), .sources(of: "council", sectors: [], wanted: 1)),
      (.rank("mentors", .outDegree, within: 1), .rank("mentors", .outDegree, place: 1, of: 5, sharedWith: 0)),
      (.rank("council", .inDegree, within: 1), .unranked("council", .inDegree, of: 5, isZeroForAll: false)),
    ] as [(Condition, ConditionReason)])
  func `names what decides on the whole map`(condition: Condition, expected: ConditionReason) throws {
    let grounds = try Self.grounds(condition)
    #expect(grounds.map(\.scope) == [.wholeMap] && grounds.map(\.reasons) == [[expected]])
  }

  @Test(
    arguments: [
      // In an area a connection is there, and no areas need be named.
      (link(.actor("clinic"), .actor("children")), "north", .connection(clinical, .said, placed: [:])),
      (
        link(.actor("clinic"), .actor("children")), "south",
        .noConnection(from: .actor("clinic"), to: .actor("children"), nil, nil, .reportedAbsent)
      ),
      // Of several that are certain, the first in the order of the map.
      (
        .actor(.actor("clinic")), "north",
        .connection(.init(from: "mentors", to: "clinic", "refers-to"), .said, placed: [:])
      ),
      (.actor(.actor("council")), "south", .unconnected(.actor("council"), .unplaced)),
      (.rank("nobody", .betweenness, within: 1), "south", .notOnMap("nobody")),
      (
        .route(.init(from: .actor("council"), to: .actor("children"), within: 2)), "north",
        .noRoute(.init(from: .actor("council"), to: .actor("children"), within: 2), .unplaced)
      ),
    ] as [(Condition, Area.ID, ConditionReason)])
  func `names what decides in an area`(condition: Condition, area: Area.ID, expected: ConditionReason) throws {
    let grounds = try Self.grounds(condition, in: .areas([area]))
    #expect(grounds.map(\.scope) == [.area(area)] && grounds.map(\.reasons) == [[expected]])
  }

  @Test func `tells what the MI says of a number`() throws {
    func reasons(_ cases: Condition.Cases, of map: NetworkMap? = nil) throws -> [[ConditionReason]] {
      try Self.grounds(.cases(cases), of: map).map(\.reasons)
    }
    let cases = Condition.Cases(Self.support, measure: "cases", least: 1)
    #expect(try reasons(cases) == [[.cases(cases, .counted(34))]])
    let letters = Condition.Cases(Self.support, measure: "letters", least: 1)
    #expect(try reasons(letters) == [[.cases(letters, .none)]])
    var map = try SmallMaps.town()
    try map.merge(
      Connection(
        Self.referral,
        counts: [Count(area: nil, period: "2024", value: 7), Count(area: nil, period: "2025", value: 8)]))
    let ofBoth = Condition.Cases(Self.referral, measure: "cases", least: 1)
    #expect(try reasons(ofBoth, of: map) == [[.cases(ofBoth, .ofSeveralPeriods)]])
    let ofOne = Condition.Cases(Self.referral, measure: "cases", period: "2025", least: 9)
    #expect(try reasons(ofOne, of: map) == [[.cases(ofOne, .counted(8))]])
    try map.updateConnection(Self.referral) { $0.counts[1].value = .suppressed }
    #expect(try reasons(ofOne, of: map) == [[.cases(ofOne, .withheld)]])
  }

  @Test func `has a ground for each place that decides`() throws {
    let condition = Self.link(.actor("clinic"), .actor("children"))
    // What holds in each area needs both; what holds partly, where it is so and where it is not; what holds somewhere, only
    // where it holds.
    #expect(
      try Self.grounds(Self.link(.actor("mentors"), .actor("meeting")), in: .everyArea).map(\.scope.area)
        == ["north", "south"])
    let partly = try Self.grounds(condition, in: .everyArea)
    #expect(partly.map(\.scope.area) == ["north", "south"] && partly.map(\.isFor) == [true, false])
    #expect(try Self.grounds(condition, in: .someArea).map(\.scope.area) == ["north"])
    // Somewhere in the programme, and nobody says where.
    #expect(
      try Self.grounds(Self.link(.actor("council"), .actor("mentors")), in: .someArea)
        == [.init(in: .wholeMap, isFor: true, [.connection(Self.referral, .said, placed: [:])])])
    // A map without areas has no place to look at.
    let empty = try NetworkMap(title: "Empty", relations: SmallMaps.relations, actors: SmallMaps.actors)
    #expect(try Self.grounds(condition, in: .everyArea, of: empty).isEmpty)
  }

  @Test func `gives the same reason once, and all that fail`() throws {
    let none = ConditionReason.noConnection(from: .actor("children"), to: .actor("council"), nil, nil, .notKnown)
    let twice = Condition.connection(
      .init(from: [.actor("children"), .actor("children")], to: [.actor("council")]))
    #expect(try Self.grounds(twice).map(\.reasons) == [[none]])
    let both = Condition.bothWays(.init(from: [.actor("children")], to: [.actor("council")]))
    let other = ConditionReason.noConnection(from: .actor("council"), to: .actor("children"), nil, nil, .notKnown)
    #expect(try Self.grounds(both).map(\.reasons) == [[none, other]])
  }
}
