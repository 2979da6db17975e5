import Foundation
import MapAnalysis
import MapDisclosure
import MapModel
import MapReports
import OrderedCollections
import TestSupport
import Testing

/// What outputs say of themselves where only a part of the evidence counts.
struct NarrowedMapWordsTests {
  private static func map() throws -> NetworkMap {
    var map = try PlainMaps.map(
      ["a", "b", "c"],
      [
        .init("a", "b", in: ["north"], frequency: .rare, attribution: .because, by: ["staff"]),
        .init("b", "c", in: ["north"], attribution: .before, by: ["pupils"]),
      ],
      informants: [
        InformantGroup("staff", name: "Staff", aliases: ["workers"], speaksFor: ["a"]),
        InformantGroup("pupils", name: "Pupils", speaksFor: ["c"]),
      ],
      fieldwork: [.init(area: "north", informant: "staff", interviews: 2)])
    try map.merge(Connection(.init(from: "b", to: "c", "works"), counts: [Count(area: "north", value: 3)]))
    map.expectations = [
      Expectation(
        "bc", reason: "They should", condition: .connection(.init(from: [.actor("b")], to: [.actor("c")])),
        extent: .programme)
    ]
    map.figures = [FigureDefinition("all", title: "All", content: .map(.init()))]
    return map
  }

  @Test(
    arguments: [
      (EvidenceFilter(informants: ["staff"]), "Plain (only what Staff said)"),
      (EvidenceFilter(informants: ["pupils", "staff"]), "Plain (only what Staff and Pupils said)"),
      (
        EvidenceFilter(statements: StatementFilter(attributions: [.because])),
        "Plain (only what is said to be there because of the programme)"
      ),
      (
        EvidenceFilter(
          statements: StatementFilter(attributions: [.because, .before], frequencies: [.rare, .some]),
          informants: ["staff"], coder: "Ada"),
        "Plain (only what Staff said to be there before the programme or because of the programme and to be so sometimes"
          + " or to be rare, as Ada coded it)"
      ),
      (EvidenceFilter(coder: "Ada"), "Plain (as Ada coded it)"),
    ])
  func `titles say what counts`(filter: EvidenceFilter, title: String) throws {
    let narrowed = try Self.map().published(for: .team).narrowed(to: filter)
    #expect(narrowed.map.title == title)
    #expect(narrowed.map.figures.map(\.title) == [title.replacing("Plain", with: "All")])
  }

  @Test func `reports say that there is more evidence`() throws {
    let published = try Self.map().published(for: .public)
    let staff = published.narrowed(to: EvidenceFilter(informants: ["staff"]))
    let sentence =
      "Only what Staff said counts here, and no number. A statement that does not say whose it is is left out."
      + " What is missing here can be known from other evidence."
    #expect(staff.narrowing == sentence)
    #expect(published.narrowing.isEmpty)
    let texts = [
      ConnectionListing(of: staff).text, GapReport(of: staff).text, MeasureReport(of: staff).text(),
      RouteReport(of: staff, from: "a", to: "b", within: 2).text, LeaveOneOutReport(of: staff, by: .informant).text,
      ComparisonReport(of: PublishedComparison(areasOf: staff), permutations: 1).text,
    ].map { $0.split { $0.isWhitespace }.joined(separator: " ") }
    for text in texts { #expect(text.contains(sentence), "\(text)") }
  }

  @Test func `a gap is one of the evidence that counts`() throws {
    let published = try Self.map().published(for: .public)
    #expect(GapReport(of: published).gaps.filter { $0.kind == .expectation }.isEmpty)
    let report = GapReport(of: published.narrowed(to: EvidenceFilter(informants: ["staff"])))
    let gap = try #require(report.gaps.first { $0.kind == .expectation })
    #expect(report.sentence(of: gap).hasPrefix("In what Staff said, "))
    #expect(report.csv.contains("\"in what Staff said, ") || report.csv.contains(",in what Staff said"))
  }

  @Test func `scripts read what counts, and nothing where all does`() throws {
    let published = try Self.map().published(for: .public)
    func notes(_ map: PublishedMap) throws -> [String: Any] {
      let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(ConnectionListing(of: map)))
      return try #require((json as? [String: Any])?["disclosure"] as? [String: Any])
    }
    #expect(try notes(published)["narrowing"] == nil)
    let rare = EvidenceFilter(statements: StatementFilter(frequencies: [.rare]))
    #expect(
      try notes(published.narrowed(to: rare))["narrowing"] as? String
        == "Only what is said to be rare counts here, and no number. What is missing here can be known from other evidence."
    )
  }

  /// 3 is withheld; that it is there at all stands on the whole map, and not on one of what was said.
  @Test func `what is withheld is decided on all evidence`() throws {
    var map = try Self.map()
    map.disclosure = DisclosureSettings(minimum: 5)
    let published = map.published(for: .public)
    #expect(published.map.connections.values.flatMap(\.counts).map(\.value) == [.suppressed])
    let pupils = published.narrowed(to: EvidenceFilter(informants: ["pupils"]))
    #expect(pupils.map.connections.values.flatMap(\.counts).isEmpty)
    #expect(ConnectionListing(of: pupils).connections.map(\.presence) == [.said])
  }
}
