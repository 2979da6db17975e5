import MapEvidence
import MapModel
import OrderedCollections
import TestSupport
import Testing

struct ClaimReadingTests {
  private static let head = """
    title: T
    areas: [{id: north, name: North}]
    relations: [{id: supports, family: support}, {id: tells, family: coordination}]
    actors:
      - {id: a, name: Actor A, role: delivery, sector: nhs, stage: delivery}
      - {id: b, name: Actor B, role: delivery, sector: families, stage: delivery, beneficiary: true}

    """

  private static func read(_ text: String) throws -> MapReading {
    let folder = try TemporaryFolder(["map.yaml": head + text, "interviews.csv": "from,to,relation\n"])
    return MapFolder.read(at: folder.path)
  }

  @Test(arguments: [
    (
      "connection: {from: Actor A, to: [b], family: support}",
      Condition.connection(.init(from: [.actor("a")], to: [.actor("b")], family: .support))
    ),
    (
      "connection: {from: NHS, to: b, relation: tells}",
      .connection(.init(from: [.sector("nhs")], to: [.actor("b")], relation: "tells"))
    ),
    ("actor: a", .actor(.actor("a"))),
    (
      "route: {from: a, to: b, within: 2, through-activities: true}",
      .route(.init(from: .actor("a"), to: .actor("b"), within: 2, passesActivities: true))
    ),
    (
      "both-ways: {between: [a, b], relation: tells}",
      .bothWays(.init(from: [.actor("a")], to: [.actor("b")], relation: "tells"))
    ),
    ("sources: {to: b, at-least: 3}", .sources(of: "b", atLeast: 3)),
    ("rank: {actor: a, measure: page-rank, within: 2}", .rank("a", .pageRank, within: 2)),
    (
      "cases: {from: a, to: b, relation: supports, measure: visits, at-least: 4}",
      .cases(.init(.init(from: "a", to: "b", "supports"), measure: "visits", least: 4))
    ),
  ])
  func `reads each kind of condition`(text: String, expected: Condition) throws {
    let reading = try Self.read(
      "claims:\n  - {id: c, words: W, \(text)}\nexpectations:\n  - {id: e, because: R, in: areas, \(text)}\n")
    #expect(reading.problems.isEmpty)
    #expect(reading.map?.claims.first?.condition == expected)
    #expect(reading.map?.expectations.first?.condition == expected)
    #expect(reading.map?.expectations.first?.extent == .areas)
  }

  @Test(arguments: [
    ("{id: c, words: W}", "wrong-condition"),
    ("{id: c, words: W, actor: a, sources: {to: b, at-least: 1}}", "wrong-condition"),
    ("{id: c, actor: a}", "missing-key"), ("{id: c, words: W, actor: x}", "unknown-actor"),
    ("{id: c, words: W, actor: a, in: [south]}", "unknown-area"),
    ("{id: c, words: W, connection: {from: a, to: b, relation: feeds}}", "unknown-relation"),
    ("{id: c, words: W, rank: {actor: a, measure: fame}}", "unknown-value"),
    ("{id: c, words: W, cases: {from: a, to: b, relation: tells}}", "missing-key"),
    ("{id: c, words: W, both-ways: {between: [a]}}", "wrong-condition"),
    ("{id: c, words: W, connection: {from: a, to: b, relations: tells}}", "unknown-key"),
  ])
  func `reports what is wrong with a claim`(text: String, code: String) throws {
    let reading = try Self.read("claims:\n  - \(text)\n")
    #expect(reading.problems.map(\.code.rawValue).contains(code), "\(reading.problems.map(\.description))")
    #expect(reading.problems.allSatisfy { $0.file == "map.yaml" && $0.line != nil })
    // A key too many takes nothing away.
    #expect(reading.map?.claims.isEmpty == (code != "unknown-key"))
  }
}
