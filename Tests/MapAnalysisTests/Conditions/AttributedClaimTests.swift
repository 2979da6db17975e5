import MapAnalysis
import MapModel
import OrderedCollections
import TestSupport
import Testing

/// Claims of what connections owe to the programme.
struct AttributedClaimTests {
  private typealias Said = PlainMaps.Said
  private static let id = Connection.ID(from: "a", to: "b", "works")

  private static func verdict(
    _ said: [Said], counts: [Count] = [], asked: Bool = true, attribution: Attribution = .because
  ) throws -> ClaimVerdict {
    var map = try PlainMaps.map(
      ["a", "b"], said, informants: [InformantGroup("g", name: "G", speaksFor: ["a"])],
      fieldwork: asked ? [.init(area: nil, informant: "g", interviews: 1)] : [])
    if !counts.isEmpty { try map.merge(Connection(id, counts: counts)) }
    let link = Condition.Link(from: [.actor("a")], to: [.actor("b")], attribution: attribution)
    map.claims = [Claim("c", words: "W.", condition: .connection(link))]
    return try #require(map.claimVerdicts().first)
  }

  @Test func `holds where it is said so`() throws {
    #expect(
      try Self.verdict([Said("a", "b", attribution: .because), Said("a", "b", attribution: .before)]).verdict == .holds)
  }

  @Test func `fails where all that is said of it says something else`() throws {
    let verdict = try Self.verdict([Said("a", "b", attribution: .beside), Said("a", "b", attribution: .before)])
    #expect(verdict.verdict == .fails)
    #expect(
      verdict.grounds.map(\.reasons)
        == [[.attributed(Self.id, wanted: .because, said: [.before, .beside], isAllSaid: true)]])
    // There is none, or none was found.
    #expect(try Self.verdict([Said("a", "b", .absent, attribution: .because)]).verdict == .fails)
    #expect(try Self.verdict([]).verdict == .fails)
  }

  @Test func `is not known where somebody does not say`() throws {
    let verdict = try Self.verdict([Said("a", "b", attribution: .before), Said("a", "b")])
    #expect(verdict.verdict == .notKnown)
    #expect(
      verdict.grounds.map(\.reasons)
        == [[.attributed(Self.id, wanted: .because, said: [.before], isAllSaid: false)]])
    // A number does not say what it is owed to.
    #expect(
      try Self.verdict([Said("a", "b", attribution: .before)], counts: [Count(area: nil, value: 20)]).verdict
        == .notKnown)
    #expect(try Self.verdict([Said("a", "b", .unclear, attribution: .because)]).verdict == .notKnown)
    #expect(try Self.verdict([], asked: false).verdict == .notKnown)
  }
}
