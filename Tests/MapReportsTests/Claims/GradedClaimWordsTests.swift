import Documents
import MapAnalysis
import MapDisclosure
import MapModel
import MapReports
import OrderedCollections
import TestSupport
import Testing

/// The words of claims that hold largely or partly, that count, and of steps of a theory of change.
struct GradedClaimWordsTests {
  private typealias Pattern = Condition.Pattern
  private static let support = Connection.ID(from: "mentors", to: "children", "supports")

  private static func report(
    _ condition: Condition, in extent: Claim.Extent = .programme, for audience: Audience = .team,
    _ change: (inout NetworkMap) throws -> Void = { _ in }
  ) throws -> ClaimReport {
    var map = try SmallMaps.town()
    try change(&map)
    map.claims = [Claim("c", words: "Words.", condition: condition, extent: extent)]
    return ClaimReport(of: map.published(for: audience))
  }

  private static func because(
    _ condition: Condition, in extent: Claim.Extent = .programme, for audience: Audience = .team,
    _ change: (inout NetworkMap) throws -> Void = { _ in }
  ) throws -> String {
    let report = try report(condition, in: extent, for: audience, change)
    return report.because(of: try #require(report.verdicts.first))
  }

  private static func link(_ sources: [MapActor.ID]) -> Condition {
    .connection(.init(from: sources.map(ActorSelection.actor), to: [.actor("children")]))
  }

  @Test func `what is largely or partly so says of how much, and what speaks against it`() throws {
    #expect(
      try Self.because(Self.link(["mentors", "clinic", "meeting"]))
        == "it is so of 2 of 3: Mentors support Children (said and recorded; all areas); Clinic supports Children (said;"
        + " North); but not: no connection from Weekly meeting to Children: nobody spoke of one, though somebody who could"
        + " know was asked")
    #expect(
      try Self.because(Self.link(["clinic"]), in: .everyArea)
        == "it is so of 1 of 2: in North, Clinic supports Children (said); but not: in South, no connection from Clinic to"
        + " Children: the evidence says that there is none")
    let text = try Self.report(Self.link(["clinic"]), in: .everyArea).text
    #expect(
      text.contains("partly holds: \u{201C}Words.\u{201D}") && text.contains("1 claim of the report: 1 partly holds."))
  }

  @Test func `shares are told with both numbers`() throws {
    let whole = Pattern(family: .support)
    #expect(
      try Self.because(.share(.init(.statements(of: whole, that: Pattern(from: [.actor("mentors")])), .most)))
        == "1 of 2 statements (50.0 %)")
    let number = Condition.Number(Self.support, measure: "cases")
    let share = Condition.share(.init(.target(number), .hundredths(least: 100, greatest: nil)))
    let addTarget = { (map: inout NetworkMap) in
      try map.updateConnection(Self.support) { connection in
        connection.counts = [Count(area: nil, value: 3206)]
        connection.counts[0].target = 3000
      }
    }
    #expect(
      try Self.because(share, addTarget)
        == "the MI counts 3,206 cases of a target of 3,000 (106.9 %): \u{201C}Mentors support Children\u{201D}")
    #expect(try Self.because(share) == "no target is set for cases of \u{201C}Mentors support Children\u{201D}")
  }

  @Test func `areas are told with what is in each`() throws {
    let number = Condition.Number(Self.support, measure: "cases")
    let more = Condition.more(.init(.cases(number), in: "north", than: ["south"]))
    #expect(try Self.because(more) == "in North 30, in South 4")
    // The public does not see 4, and is told of no verdict that rests on it.
    let published = try Self.report(more, for: .public)
    #expect(published.verdicts.map(\.verdict) == [.notKnown])
    let because = published.because(of: try #require(published.verdicts.first))
    #expect(because.contains("withheld") && !because.contains("South 4"))
    let support = Condition.more(
      .init(.connections(Pattern(to: [.actor("children")])), in: "north", than: nil))
    #expect(try Self.because(support) == "in North 2 such connections, in South 1 such connection")
  }

  @Test func `how often is told by statements`() throws {
    let pattern = Pattern(from: [.actor("clinic")], to: [.actor("children")])
    #expect(
      try Self.because(.rarely(pattern)) == "of 2 statements, 1 says that there is none and 1 does not say how often")
    #expect(try Self.because(.rarely(Pattern(from: [.actor("children")]))) == "nothing is said of such a connection")
  }

  @Test func `others are named`() throws {
    let only = Condition.only(
      .init(from: [.actor("mentors")], to: [.actor("children")], family: .support), at: .from)
    #expect(try Self.because(only) == "there is support from Clinic to Children, too")
    let both = Condition.only(
      .init(from: [.actor("council")], to: [.actor("mentors")], relation: "refers-to"), at: .from)
    #expect(
      try Self.because(both)
        == "Town council refers people to Mentors (said); no connection \u{201C}refers people to\u{201D} from anybody else"
        + " to Mentors was found")
    let way = Condition.onlyRoute(
      .init(from: .actor("council"), to: .actor("children"), within: 3), through: .actor("mentors"))
    // Staff cannot speak for the council or the children.
    #expect(
      try Self.because(way)
        == "it is not certain whether there is a route without Mentors: nobody who could know was asked")
    let back = Condition.onlyRoute(
      .init(from: .actor("mentors"), to: .actor("children"), within: 2), through: .actor("clinic"))
    #expect(try Self.because(back) == "there is a route without Clinic: Mentors \u{2192} Children")
  }

  @Test func `what it owes to the programme is told`() throws {
    let condition = Condition.connection(
      .init(from: [.actor("clinic")], to: [.actor("children")], attribution: .because))
    #expect(
      try Self.because(condition)
        == "Clinic supports Children: not all that speaks of it says whether it is so because of the programme")
    let before = try Self.because(condition) { map in
      try map.updateConnection(.init(from: "clinic", to: "children", "supports")) { connection in
        connection.statements[0].attribution = .before
      }
    }
    #expect(before == "Clinic supports Children: said to be so before the programme, and not because of the programme")
  }

  @Test func `steps of a theory stand in their order with the verdicts of their claims`() throws {
    let report = try Self.report(Self.link(["clinic"]), in: .areas(["north"])) { map in
      map.theory = [
        TheoryStep("one", words: "Money.", reference: "Table 9.1", claims: ["c"]), TheoryStep("two", words: "Work."),
      ]
    }
    #expect(
      report.text.contains(
        """
        Step 1 of the theory of change: \u{201C}Money.\u{201D} (Table 9.1)
        """))
    #expect(report.text.contains("holds: \u{201C}Words.\u{201D} (c)"))
    #expect(report.text.contains("no claim of the map speaks of it"))
    #expect(report.verdicts(of: report.published.map.theory[0]).map(\.verdict) == [.holds])
  }

  @Test func `numbers stand in groups of three`() {
    #expect(
      [0, 7, 999, 1000, 3206, 1_234_567, -1000].map(\.grouped) == [
        "0", "7", "999", "1,000", "3,206", "1,234,567", "-1,000",
      ])
  }
}
