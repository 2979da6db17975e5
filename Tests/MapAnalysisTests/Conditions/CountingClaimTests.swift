import MapAnalysis
import MapModel
import OrderedCollections
import TestSupport
import Testing

/// Claims of how many, how much and how often.
struct CountingClaimTests {
  private typealias Said = PlainMaps.Said
  private typealias Pattern = Condition.Pattern

  private static func verdict(
    _ condition: Condition, on map: NetworkMap, in extent: Claim.Extent = .programme
  ) throws -> ClaimVerdict {
    var map = map
    map.claims = [Claim("c", words: "W.", condition: condition, extent: extent)]
    return try #require(map.claimVerdicts().first)
  }

  /// Five statements of support: three of `a`, two of them because of the programme; one of `b`; one of `c`, that is unclear.
  private static func support() throws -> NetworkMap {
    try PlainMaps.map(
      ["a", "b", "c", "people"],
      [
        Said("a", "people", in: ["north"], frequency: .common, attribution: .because),
        Said("a", "people", in: ["north"], attribution: .because), Said("a", "people", in: ["south"]),
        Said("b", "people", in: ["south"], attribution: .before), Said("c", "people", in: ["south"], .unclear),
        Said("b", "people", in: ["north"], .absent),
      ])
  }

  private static let all = Pattern(to: [.actor("people")], family: .support)

  // MARK: Shares of evidence

  @Test(
    arguments: [
      // Of four statements for it, three are of `a`; two say that it is because of the programme, which is not more than half.
      (.statements(of: all, that: Pattern(from: [.actor("a")])), 3, 4, .holds),
      (.statements(of: all, that: Pattern(statements: StatementFilter(attributions: [.because]))), 2, 4, .fails),
      (.statements(of: all, that: Pattern(statements: StatementFilter(frequencies: [.common]))), 1, 4, .fails),
      // Two connections are certain, and one of them is of `a`; two actors.
      (.connections(of: all, that: Pattern(from: [.actor("a")])), 1, 2, .fails),
      (.connections(of: all, that: Pattern(from: [.sector("nhs")])), 2, 2, .holds),
      (.connections(of: all, that: Pattern(statements: StatementFilter(attributions: [.because]))), 1, 2, .fails),
      (.actors(.from, of: all, that: Pattern(from: [.role("delivery")])), 2, 2, .holds),
      (.actors(.to, of: all, that: Pattern(from: [.actor("b")])), 1, 1, .holds),
    ] as [(Condition.Share.Content, Int, Int, ClaimVerdict.Verdict)])
  func `most is more than half`(
    content: Condition.Share.Content, part: Int, whole: Int, expected: ClaimVerdict.Verdict
  ) throws {
    let share = Condition.Share(content, .most)
    let verdict = try Self.verdict(.share(share), on: Self.support())
    #expect(verdict.verdict == expected)
    #expect(verdict.grounds.map(\.reasons) == [[.share(share, part: .init(part), whole: .init(whole))]])
  }

  @Test func `a share has bounds that belong to it`() throws {
    func verdict(_ least: Int?, _ greatest: Int?) throws -> ClaimVerdict.Verdict {
      let share = Condition.Share(
        .statements(of: Self.all, that: Pattern(from: [.actor("a")])), .hundredths(least: least, greatest: greatest))
      return try Self.verdict(.share(share), on: Self.support()).verdict
    }
    #expect(try verdict(75, nil) == .holds && verdict(76, nil) == .fails)
    #expect(try verdict(nil, 75) == .holds && verdict(nil, 74) == .fails && verdict(70, 80) == .holds)
  }

  @Test func `in an area, what is placed there counts`() throws {
    let share = Condition.Share.init(.statements(of: Self.all, that: Pattern(from: [.actor("a")])), .most)
    // In the north both are of `a`; in the south one of two.
    #expect(try Self.verdict(.share(share), on: Self.support(), in: .areas(["north"])).verdict == .holds)
    #expect(try Self.verdict(.share(share), on: Self.support(), in: .areas(["south"])).verdict == .fails)
  }

  @Test func `of nothing there is no share`() throws {
    let share = Condition.Share(.statements(of: Pattern(relation: "works"), that: Pattern(from: [.actor("a")])), .most)
    let verdict = try Self.verdict(.share(share), on: Self.support())
    #expect(verdict.verdict == .notKnown && verdict.grounds.map(\.reasons) == [[.shareOfNothing(share)]])
    var map = try Self.support()
    map.claims = [Claim("c", words: "W.", condition: .share(share))]
    #expect(map.problems().map(\.code) == [.shareOfNothing])
  }

  // MARK: Shares of numbers

  private static let supported = Connection.ID(from: "a", to: "people", "supports")
  private static let referred = Connection.ID(from: "b", to: "a", "works")

  private static func counts(_ change: (inout Connection) -> Void = { _ in }) throws -> NetworkMap {
    var map = try PlainMaps.map(["a", "b", "people"], [])
    var supported = Connection(
      Self.supported,
      counts: [Count(area: "north", value: 30), Count(area: "south", value: 20), Count(area: nil, value: 50)])
    supported.counts[2].target = 40
    change(&supported)
    try map.merge(supported)
    try map.merge(
      Connection(Self.referred, counts: [Count(area: "north", value: 40), Count(area: "south", value: 80)]))
    return map
  }

  private static let cases = Condition.Number(supported, measure: "cases")
  private static let base = Condition.Number(referred, measure: "cases")

  @Test func `a number is a share of another, and of its target`() throws {
    func verdict(_ content: Condition.Share.Content, least: Int, _ map: NetworkMap? = nil) throws
      -> ClaimVerdict.Verdict
    {
      let share = Condition.Share(content, .hundredths(least: least, greatest: nil))
      return try Self.verdict(.share(share), on: map ?? Self.counts()).verdict
    }
    // 50 of 120 are 41.7 hundredths; 50 of 40 are 125.
    #expect(try verdict(.cases(Self.cases, of: Self.base), least: 41) == .holds)
    #expect(try verdict(.cases(Self.cases, of: Self.base), least: 42) == .fails)
    #expect(try verdict(.target(Self.cases), least: 125) == .holds)
    #expect(try verdict(.target(Self.cases), least: 126) == .fails)
    #expect(try verdict(.target(Self.base), least: 1) == .notKnown)
    let withheld = try Self.counts { $0.counts[2].value = .suppressed }
    #expect(try verdict(.cases(Self.cases, of: Self.base), least: 1, withheld) == .notKnown)
    #expect(try verdict(.target(Self.cases), least: 1, withheld) == .notKnown)
  }

  @Test func `a rounded or approximate number tells only what all that it stands for does`() throws {
    func verdict(least: Int, _ map: NetworkMap) throws -> ClaimVerdict.Verdict {
      let share = Condition.Share(.target(Self.cases), .hundredths(least: least, greatest: nil))
      return try Self.verdict(.share(share), on: map).verdict
    }
    // About 50 is from 45 to 54, and so from 112.5 to 135 hundredths of 40.
    let about = try Self.counts { $0.counts[2].isApproximate = true }
    #expect(try verdict(least: 112, about) == .holds && verdict(least: 136, about) == .fails)
    #expect(try verdict(least: 120, about) == .notKnown)
    // 50, rounded to 10, is the same.
    var rounded = try Self.counts { $0.counts[2].isRounded = true }
    rounded.disclosure.rounding = 10
    #expect(try verdict(least: 112, rounded) == .holds && verdict(least: 120, rounded) == .notKnown)
  }

  // MARK: More

  @Test func `compares numbers and rates of areas`() throws {
    func verdict(_ content: Condition.More.Content, _ map: NetworkMap? = nil) throws -> ClaimVerdict {
      try Self.verdict(.more(.init(content, in: "north", than: ["south"])), on: map ?? Self.counts())
    }
    #expect(try verdict(.cases(Self.cases)).verdict == .holds)
    #expect(try verdict(.cases(Self.base)).verdict == .fails)
    // 30 of 40 are 75 for each 100, 20 of 80 are 25.
    let rate = try verdict(.rate(Self.cases, per: Self.base))
    #expect(rate.verdict == .holds)
    let more = Condition.More(.rate(Self.cases, per: Self.base), in: "north", than: ["south"])
    #expect(
      rate.grounds.map(\.reasons) == [
        [
          .more(
            more, than: "south", own: .rate(.init(30), per: .init(40)), other: .rate(.init(20), per: .init(80)))
        ]
      ])
    // As many is not more, and what is withheld does not tell.
    #expect(try verdict(.cases(Self.cases), Self.counts { $0.counts[0].value = .number(20) }).verdict == .fails)
    #expect(try verdict(.cases(Self.cases), Self.counts { $0.counts[1].value = .suppressed }).verdict == .notKnown)
  }

  @Test func `compares an area with each of the others`() throws {
    let areas = ["n", "e", "s", "w"].map { Area(Area.ID($0) ?? "x", name: $0) }
    func said(_ source: MapActor.ID, _ areas: Set<Area.ID>, _ stance: Stance = .present) -> Connection {
      Connection(
        .init(from: source, to: "people", "supports"),
        statements: [CodedStatement(id: "s", placement: .areas(areas), stance: stance)])
    }
    let map = try NetworkMap(
      title: "T", areas: areas, relations: PlainMaps.relations,
      informants: [InformantGroup("g", name: "G", speaksFor: ["people"])],
      fieldwork: Fieldwork(areas.map { .init(area: $0.id, informant: "g", interviews: 1) }),
      actors: ["a", "b", "c", "people"].map { PlainMaps.actor($0) },
      // Two in the north, one in the east, two in the south, none in the west but for one that is unclear.
      connections: [said("a", ["n", "e", "s"]), said("b", ["n", "s"]), said("c", ["w"], .unclear)])
    func verdict(_ others: [Area.ID]?) throws -> ClaimVerdict {
      try Self.verdict(.more(.init(.connections(Pattern(to: [.actor("people")])), in: "n", than: others)), on: map)
    }
    #expect(try verdict(["e"]).verdict == .holds && verdict(["s"]).verdict == .fails)
    // 2 are more than 0 and 1 that may be.
    #expect(try verdict(["w"]).verdict == .holds)
    // More than in two of three.
    let all = try verdict(nil)
    #expect(all.verdict == .largely && all.tally == PartTally(so: 2, notSo: 1))
    #expect(try verdict(["e", "s"]).verdict == .partly)
  }

  // MARK: Rarely

  @Test(
    arguments: [
      ([.rare, .rare], 0, .holds), ([.rare], 2, .holds), ([], 1, .holds), ([.rare, .rare, .some], 0, .largely),
      ([.rare, .common], 0, .partly), ([.some, .common], 0, .fails), ([nil, nil, .rare], 0, .notKnown),
      ([.rare, .rare, nil], 0, .largely), ([], 0, .notKnown),
    ] as [([Frequency?], Int, ClaimVerdict.Verdict)])
  func `rarely is judged by how often statements say it is so`(
    frequencies: [Frequency?], denials: Int, expected: ClaimVerdict.Verdict
  ) throws {
    let said =
      frequencies.map { Said("a", "b", frequency: $0, attribution: .because) }
      + (0..<denials).map { _ in Said("a", "b", .absent) }
      // What was there before is not asked for.
      + [Said("a", "b", frequency: .common, attribution: .before)]
    let pattern = Pattern(from: [.actor("a")], statements: StatementFilter(attributions: [.because]))
    let verdict = try Self.verdict(.rarely(pattern), on: PlainMaps.map(["a", "b"], said))
    #expect(verdict.verdict == expected)
    let rare = frequencies.count { $0 == .rare }
    let unsaid = frequencies.count { $0 == nil }
    #expect(
      verdict.grounds.map(\.reasons) == [
        [
          .rarely(
            pattern, rare: rare, absent: denials, oftener: frequencies.count - rare - unsaid, unsaid: unsaid)
        ]
      ])
  }
}
