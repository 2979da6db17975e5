import MapAnalysis
import MapModel
import TestSupport
import Testing

struct PartTallyTests {
  /// So, not so, untold, and what that makes of a claim.
  @Test(
    arguments: [
      (1, 0, 0, .holds), (0, 1, 0, .fails), (0, 0, 1, .notKnown), (0, 0, 0, .notKnown), (5, 0, 0, .holds),
      // More than half, whatever the rest is.
      (3, 2, 0, .largely), (3, 0, 2, .largely), (4, 0, 1, .largely),
      // Some, and not more than half; half is not more than half.
      (1, 1, 0, .partly), (2, 3, 0, .partly), (1, 3, 1, .partly), (1, 4, 0, .partly),
      // What is not told could make it more than half.
      (2, 1, 2, .notKnown), (1, 0, 1, .notKnown), (0, 1, 2, .notKnown), (1, 1, 1, .notKnown),
      // None is so, and what is not told could make it half at most.
      (0, 1, 1, .fails), (0, 4, 1, .fails),
    ] as [(Int, Int, Int, ClaimVerdict.Verdict)])
  func `all is so, most, some or none`(so: Int, notSo: Int, untold: Int, expected: ClaimVerdict.Verdict) {
    #expect(PartTally(so: so, notSo: notSo, untold: untold).verdict == expected)
  }

  /// A map of areas `a0`, `a1`, ..., in each of which the same is said, denied or not known.
  private static func verdict(_ stances: [Stance?], _ extent: Claim.Extent = .everyArea, isDenial: Bool = false) throws
    -> ClaimVerdict
  {
    let areas = try stances.indices.map { try Area(.init(validating: "a\($0)"), name: "A\($0)") }
    let id = Connection.ID(from: "a", to: "b", "works")
    let statements = zip(areas, stances).compactMap { area, stance in
      stance.map { CodedStatement(id: "s", placement: .areas([area.id]), stance: $0) }
    }
    var map = try NetworkMap(
      title: "T", areas: areas, relations: PlainMaps.relations, actors: [PlainMaps.actor("a"), PlainMaps.actor("b")],
      connections: [Connection(id, statements: statements)])
    map.claims = [
      Claim(
        "c", words: "W.", condition: .connection(.init(from: [.actor("a")], to: [.actor("b")])), isDenial: isDenial,
        extent: extent)
    ]
    return try #require(map.claimVerdicts().first)
  }

  @Test(
    arguments: [
      ([.present, .present, .present], .holds), ([.present, .present, .absent], .largely),
      ([.present, .absent, .absent], .partly), ([.absent, .absent, .absent], .fails),
      ([.present, .unclear, .absent], .notKnown), ([.present, .present, nil], .largely),
    ] as [([Stance?], ClaimVerdict.Verdict)])
  func `of every area, areas are the parts`(stances: [Stance?], expected: ClaimVerdict.Verdict) throws {
    #expect(try Self.verdict(stances).verdict == expected)
    // A denial counts those where it is not so.
    let opposite: ClaimVerdict.Verdict =
      switch expected {
      case .holds: .fails
      case .largely: stances.contains(nil) ? .fails : .partly
      case .partly: .largely
      case .fails: .holds
      case .notKnown: .notKnown
      }
    #expect(try Self.verdict(stances, isDenial: true).verdict == opposite)
  }

  @Test func `what is largely so has grounds for and against it`() throws {
    let verdict = try Self.verdict([.present, .absent, .present])
    #expect(verdict.tally == PartTally(so: 2, notSo: 1))
    #expect(verdict.grounds.map(\.scope.area) == ["a0", "a2", "a1"])
    #expect(verdict.grounds.map(\.isFor) == [true, true, false])
  }

  @Test func `of some area, one is enough`() throws {
    #expect(try Self.verdict([.present, .absent, .absent], .someArea).verdict == .holds)
    #expect(try Self.verdict([.absent, .absent, .unclear], .someArea).verdict == .notKnown)
    #expect(try Self.verdict([.absent, .absent], .someArea).verdict == .fails)
  }
}
