import MapEvidence
import MapModel
import OrderedCollections
import TestSupport
import Testing

/// Reads conditions of how many and how much, and of who alone has part in something.
struct CountingConditionReadingTests {
  private static let head = """
    title: T
    areas: [{id: north, name: North}, {id: south, name: South}]
    relations: [{id: supports, family: support}, {id: tells, family: coordination}]
    actors:
      - {id: a, name: Actor A, role: delivery, sector: nhs, stage: delivery}
      - {id: b, name: Actor B, role: delivery, sector: families, stage: delivery, beneficiary: true}
      - {id: c, name: Actor C, role: delivery, sector: nhs, stage: delivery}
    mi: [{file: counts.csv, cases: visits}]

    """

  private static func read(_ text: String) throws -> MapReading {
    let folder = try TemporaryFolder([
      "map.yaml": head + text, "interviews.csv": "from,to,relation\na,b,supports\n",
      "counts.csv": "area,from,to,relation,measure,count,target\nNorth,a,b,supports,visits,3206,3000\n",
    ])
    return MapFolder.read(at: folder.path)
  }

  private static let visits = Condition.Number(.init(from: "a", to: "b", "supports"), measure: "visits")
  private static let link = Condition.Link(from: [.actor("a")], to: [.actor("b")])

  @Test(
    arguments: [
      (
        "connection: {from: a, to: b, attribution: because}",
        .connection(.init(from: [.actor("a")], to: [.actor("b")], attribution: .because))
      ),
      ("only: {from: a, to: b}", .only(link, at: .from)), ("only: {from: a, to: b, end: to}", .only(link, at: .to)),
      (
        "only-route: {from: a, to: b, through: Actor C, within: 2}",
        .onlyRoute(.init(from: .actor("a"), to: .actor("b"), within: 2), through: .actor("c"))
      ),
      (
        "most: {of: statements, whole: {to: b, family: support}, part: {from: [a, c], attribution: because}}",
        .share(
          .init(
            .statements(
              of: .init(to: [.actor("b")], family: .support),
              that: .init(
                from: [.actor("a"), .actor("c")], statements: StatementFilter(attributions: [.because]))), .most))
      ),
      (
        "share: {of: connections, whole: {relation: supports}, part: {frequency: [rare, some]}, at-most: 30}",
        .share(
          .init(
            .connections(
              of: .init(relation: "supports"), that: .init(statements: StatementFilter(frequencies: [.rare, .some]))),
            .hundredths(least: nil, greatest: 30)))
      ),
      (
        "most: {of: actors, end: to, whole: {from: a}, part: {to: families}}",
        .share(.init(.actors(.to, of: .init(from: [.actor("a")]), that: .init(to: [.sector("families")])), .most))
      ),
      (
        "share: {of: cases, whole: target, part: {from: a, to: b, relation: supports, measure: visits}, at-least: 100}",
        .share(.init(.target(visits), .hundredths(least: 100, greatest: nil)))
      ),
      (
        "more: {of: connections, in: North, than: South, to: b, family: support}",
        .more(.init(.connections(.init(to: [.actor("b")], family: .support)), in: "north", than: ["south"]))
      ),
      (
        "more: {of: cases, in: North, than: others, from: a, to: b, relation: supports, measure: visits}",
        .more(.init(.cases(visits), in: "north", than: nil))
      ),
      (
        "rarely: {from: a, to: b, attribution: [because, beside]}",
        .rarely(
          .init(
            from: [.actor("a")], to: [.actor("b")], statements: StatementFilter(attributions: [.because, .beside])))
      ),
    ] as [(String, Condition)])
  func `reads each kind of condition`(text: String, expected: Condition) throws {
    let reading = try Self.read("claims:\n  - {id: c, words: W, \(text)}\n")
    #expect(reading.problems.isEmpty, "\(reading.problems.map(\.description))")
    #expect(reading.map?.claims.first?.condition == expected)
  }

  @Test func `a rate has a number by which it is divided`() throws {
    let text = """
      more: {of: rate, in: North, than: South, from: a, to: b, relation: supports, measure: visits,
          per: {from: a, to: b, relation: supports}}
      """
    let reading = try Self.read("claims:\n  - {id: c, words: W, \(text)}\n")
    let base = Condition.Number(Self.visits.connection, measure: "cases")
    #expect(
      reading.map?.claims.first?.condition == .more(.init(.rate(Self.visits, per: base), in: "north", than: ["south"])))
  }

  @Test(arguments: [
    ("share: {of: statements, whole: {to: b}, part: {from: a}}", Problem.Code.missingKey),
    ("share: {of: statements, whole: {to: b}, at-least: 3}", .missingKey),
    ("most: {of: statements, part: {to: b}}", .missingKey), ("most: {whole: {to: b}, part: {from: a}}", .missingKey),
    ("most: {of: people, whole: {to: b}, part: {from: a}}", .unknownValue),
    // The part is the whole.
    ("most: {of: statements, whole: {to: b}, part: {}}", .wrongCondition),
    ("most: {of: statements, whole: {to: b}, part: {to: b}}", .wrongCondition),
    ("most: {of: statements, whole: {to: b}, part: {attribution: after}}", .unknownValue),
    ("most: {of: statements, whole: {to: b}, part: {from: x}}", .unknownActor),
    ("share: {of: statements, whole: {to: b}, part: {from: a}, at-least: 60, at-most: 40}", .wrongCondition),
    ("most: {of: cases, whole: {to: b}, part: {from: a, to: b, relation: supports}}", .missingKey),
    ("most: {of: cases, whole: targets, part: {from: a, to: b, relation: supports}}", .wrongCondition),
    ("connection: {from: a, to: b, attribution: after}", .unknownValue),
    ("only: {from: a}", .missingKey), ("only: {from: a, to: b, end: both}", .unknownValue),
    ("only-route: {from: a, to: b}", .missingKey), ("only-route: {from: a, to: b, through: a}", .wrongCondition),
    ("more: {of: connections, in: North, to: b}", .missingKey),
    ("more: {of: connections, than: North, to: b}", .missingKey),
    ("more: {of: connections, in: North, than: North, to: b}", .wrongCondition),
    ("more: {of: connections, in: [North, South], than: others, to: b}", .wrongCondition),
    ("more: {of: connections, in: West, than: South, to: b}", .unknownArea),
    ("more: {of: rate, in: North, than: South, from: a, to: b, relation: supports}", .missingKey),
    ("in: all, more: {of: connections, in: North, than: South, to: b}", .wrongCondition),
    ("rarely: {}", .wrongCondition), ("rarely: {attributions: because}", .unknownKey),
  ])
  func `reports what is wrong, with its place`(text: String, code: Problem.Code) throws {
    let reading = try Self.read("claims:\n  - {id: c, words: W, \(text)}\n")
    #expect(reading.problems.map(\.code).contains(code), "\(reading.problems.map(\.description))")
    #expect(reading.problems.allSatisfy { $0.file == "map.yaml" && $0.line == 10 })
    #expect(reading.map?.claims.isEmpty == true || code == .unknownKey)
  }

  @Test(arguments: [
    "most: {of: statements, whole: {relation: tells}, part: {from: a}}",
    "share: {of: cases, whole: target, part: {from: a, to: b, relation: supports}, at-least: 9}",
    "most: {of: cases, whole: {from: a, to: b, relation: tells}, part: {from: a, to: b, relation: supports}}",
  ])
  func `a share of nothing is warned of where it stands`(text: String) throws {
    let reading = try Self.read("claims:\n  - {id: c, words: W, \(text)}\n")
    #expect(reading.problems.map(\.code) == [.shareOfNothing])
    #expect(reading.problems.first?.line == 10 && reading.problems.first?.severity == .warning)
    #expect(reading.map?.claims.count == 1)
  }

  @Test func `an expectation does not compare areas`() throws {
    let reading = try Self.read(
      "expectations:\n  - {id: e, because: R, more: {of: connections, in: North, than: South, to: b}}\n")
    #expect(Set(reading.problems.map(\.code)) == [.unknownKey, .wrongCondition])
  }
}
