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

  @Test func `an expectation may look for who is not among the actors`() throws {
    let reading = try Self.read(
      "expectations:\n  - {id: e, because: R, connection: {from: Careers service, to: b}}\n"
        + "  - {id: f, because: R, actor: careers SERVICE}\n")
    #expect(reading.problems.map(\.code) == [.onlyLookedFor])
    let map = try #require(reading.map)
    #expect(map.lookedFor == ["careers-service": "Careers service"] && map.actors.count == 2)
    #expect(map.expectations.map(\.condition.actors) == [["careers-service", "b"], ["careers-service"]])
    #expect(map.problems().isEmpty)
    // What is probably misspelt is an error, and so is what a claim names.
    let misspelt = try Self.read("expectations:\n  - {id: e, because: R, actor: Actr A}\n")
    #expect(misspelt.problems.map(\.code) == [.unknownActor])
    let claim = try Self.read("claims:\n  - {id: e, words: R, actor: Careers}\n")
    #expect(claim.problems.map(\.code) == [.unknownActor])
  }

  @Test func `ids that are bare numbers are warned of`() throws {
    let folder = try TemporaryFolder([
      "map.yaml": """
      title: T
      areas: [{id: 7, name: North}]
      relations: [{id: tells, family: coordination}]
      actors:
        - {id: 1, name: GP, role: delivery, sector: nhs, stage: delivery}
        - {id: '2', name: School, role: delivery, sector: nhs, stage: delivery}
        - {id: a3, name: Police, role: delivery, sector: nhs, stage: delivery}
      """, "interviews.csv": "from,to,relation\n",
    ])
    let problems = MapFolder.read(at: folder.path).problems
    #expect(problems.map(\.code) == [.numberAsID, .numberAsID] && problems.allSatisfy { $0.severity == .warning })
    #expect(problems.last?.line == 5)
    #expect(problems.last?.message.hasPrefix("Ids of actors are bare numbers (1, 2);") == true)
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
    // What asks for nothing, or for what is not said, is not left out in silence.
    ("{id: c, words: W, rank: {actor: a, measure: betweenness, within: 0}}", "wrong-condition"),
    ("{id: c, words: W, route: {from: a, to: b, within: 0}}", "wrong-condition"),
    ("{id: c, words: W, sources: {to: b}}", "missing-key"),
    ("{id: c, words: W, sources: {at-least: 2}}", "missing-key"),
    ("{id: c, words: W, rank: {measure: betweenness}}", "missing-key"),
    ("{id: c, words: W, rank: {actor: a}}", "missing-key"), ("{id: c, words: W, route: {from: a}}", "missing-key"),
    ("{id: c, words: W, connection: {from: a}}", "missing-key"),
    ("{id: c, words: W, connection: {from: a, to: b, relation: }}", "missing-key"),
    ("{id: c, words: W, connection: {from: a, to: b, family: }}", "missing-key"),
    ("{id: c, words: W, both-ways: {relation: tells}}", "missing-key"),
    ("{id: c, words: W, actor: a, in: }", "missing-key"), ("{id: c, words: W, actor: [a, b]}", "wrong-condition"),
    ("{id: c, words: W, route: {from: [a, b], to: b}}", "wrong-condition"),
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
