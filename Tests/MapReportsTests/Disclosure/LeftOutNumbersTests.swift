import MapAnalysis
import MapDisclosure
import MapModel
import TestSupport
import Testing

@testable import MapReports

/// Where numbers are left out, each may be a connection: then nothing is said that one of them would make false.
struct LeftOutNumbersTests {
  /// A refers 42 to M, and B refers 4; the team was asked, which can speak for M, and said nothing.
  private static func map() throws -> NetworkMap {
    var map = try PlainMaps.map(
      ["a", "b", "m"], [], informants: [InformantGroup("team", name: "Team", speaksFor: ["m"])],
      fieldwork: [.init(area: "north", informant: "team", interviews: 2)])
    for (source, number) in [("a", 42), ("b", 4)] as [(MapActor.ID, Int)] {
      try map.merge(
        Connection(.init(from: source, to: "m", "works"), counts: [Count(area: "north", value: number)]))
    }
    map.disclosure = DisclosureSettings(minimum: 10, zeros: .withheld)
    return map
  }

  private static func link(_ source: MapActor.ID) -> Condition.Link { .init(from: [.actor(source)], to: [.actor("m")]) }

  /// The verdicts on claims that are false, though nothing that is shown says so.
  @Test(arguments: [
    Claim("never", words: "W.", condition: .connection(link("b")), isDenial: true),
    Claim("only", words: "W.", condition: .only(link("a"), at: .from)),
    Claim("absent", words: "W.", condition: .actor(.actor("b")), isDenial: true),
    Claim(
      "way", words: "W.", condition: .route(.init(from: .actor("b"), to: .actor("m"), within: 2)), isDenial: true),
    Claim(
      "half", words: "W.",
      condition: .share(.init(.connections(of: .init(to: [.actor("m")]), that: .init(from: [.actor("a")])), .most))),
  ]) func `claims that what is left out would turn cannot be told`(_ claim: Claim) throws {
    var map = try Self.map()
    map.claims = [claim]
    #expect(map.published(for: .team).map.claimVerdicts().map(\.verdict) == [.fails])
    let published = map.published(for: .public)
    #expect(published.map.claimVerdicts().map(\.verdict) == [.notKnown])
    let words = ClaimReport(of: published).text
    #expect(!words.contains("nobody who could know was asked") && !words.contains("though somebody"))
  }

  @Test func `a rank cannot be told`() throws {
    var map = try Self.map()
    map.claims = [Claim("first", words: "W.", condition: .rank("a", .outDegree, within: 1))]
    #expect(map.published(for: .public).map.claimVerdicts().map(\.verdict) == [.notKnown])
  }

  @Test func `nothing is said to be missing, alone, or carried by one`() throws {
    var map = try Self.map()
    map.expectations = [Expectation("e", reason: "R.", condition: .connection(Self.link("b")))]
    let published = map.published(for: .public)
    #expect(published.map.gaps().map(\.kind) == [.expectation, .expectation, .expectation])
    #expect(published.map.presence(of: .init(from: "b", to: "m", "works"), in: .area("north")) == .notKnown)
    let text = GapReport(of: published).text
    #expect(text.hasPrefix("EXPECTED, AND THE EVIDENCE DOES NOT TELL\n"))
    #expect(text.contains("each number that is left out may be a connection"))
    #expect(text.contains("Counts below 10 are left out"))
    #expect(text.contains("not known: nobody speaks of it, and a number that is left out may be of it"))
    #expect(MeasureReport(of: published, without: ["m"]).text().contains("what is not shown can be recorded"))
    #expect(ConnectionListing(of: published).text.contains("what is not shown can be recorded"))
  }

  @Test func `what the evidence of some people tells is told without numbers`() throws {
    let published = try Self.map().published(for: .public)
    let narrowed = published.narrowed(to: EvidenceFilter(informants: ["team"]), remark: "")
    #expect(narrowed.map.presence(of: .init(from: "b", to: "m", "works"), in: .area("north")) == .notFound)
  }
}
