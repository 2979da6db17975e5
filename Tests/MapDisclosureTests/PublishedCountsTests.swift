import MapDisclosure
import MapEvidence
import MapModel
import OrderedCollections
import TestSupport
import Testing

/// What is published of a table of sources and areas.
struct PublishedCountsTests {
  private static let areas: [Area.ID] = ["a", "b", "c"]

  /// Three sources refer to the programme, which supports all who are referred, in three areas and in all.
  private static func map(_ counts: [[Int]], minimum: Int) throws -> NetworkMap {
    func actor(_ id: String, isBeneficiary: Bool = false) throws -> MapActor {
      MapActor(
        try #require(Identifier(id)), name: id, role: "delivery", sector: "school", stage: .delivery,
        isBeneficiary: isBeneficiary)
    }
    let sources = ["gp", "school", "parents"]
    var map = try NetworkMap(
      title: "T", areas: areas.map { Area($0, name: $0.rawValue) },
      relations: [
        Relation("refers-to", family: .coordination, label: "refers to"),
        Relation("supports", family: .support, label: "supports"),
      ],
      actors: try (sources + ["programme"]).map { try actor($0) } + [try actor("children", isBeneficiary: true)],
      disclosure: DisclosureSettings(minimum: minimum))
    func add(_ id: Connection.ID, _ numbers: [Int]) throws {
      let all = zip(areas, numbers).map { Count(area: $0, value: $1) }
      try map.merge(Connection(id, counts: all + [Count(area: nil, value: numbers.reduce(0, +))]))
    }
    for (source, numbers) in zip(sources, counts) {
      try add(.init(from: try #require(Identifier(source)), to: "programme", "refers-to"), numbers)
    }
    let totals = areas.indices.map { area in counts.reduce(0) { $0 + $1[area] } }
    try add(.init(from: "programme", to: "children", "supports"), totals)
    return map
  }

  @Test(arguments: [
    [[2, 8, 9], [12, 14, 9], [7, 11, 10]], [[1, 1, 1], [9, 9, 9], [9, 9, 9]],
    [[4, 12, 12], [12, 12, 12], [12, 12, 12]],
    [[4, 0, 12], [0, 9, 0], [12, 0, 0]], [[5, 5, 6], [5, 6, 5], [6, 5, 5]],
    [[30, 2, 30], [2, 30, 30], [30, 30, 30]],
  ])
  func `a reader cannot work out a small count`(counts: [[Int]]) throws {
    let minimum = 5
    let full = try Self.map(counts, minimum: minimum)
    // The audit is tested against all solutions of small programs, and what withholds against all tables.
    let audit = DisclosureAudit(of: [full])
    #expect(!audit.isBroken, "\(audit.entries)")
    #expect(audit.entries.isEmpty != counts.joined().contains { (1..<minimum).contains($0) })
    let published = full.published(for: .public).map
    for connection in published.connections.values {
      for count in connection.counts {
        if case .number(let number) = count.value { #expect(number == 0 || number >= minimum) }
      }
    }
  }

  @Test func `rounds what is shown, and hides what rounds to nothing`() throws {
    var map = try Self.map([[30, 32, 33], [41, 42, 43], [58, 57, 2]], minimum: 2)
    map.disclosure.rounding = 5
    let counts = map.published(for: .public).map.connections.values.map { $0.counts.map(\.value) }
    #expect(counts[0] == [.number(30), .number(30), .number(35), .number(95)])
    #expect(counts[1] == [.number(40), .number(40), .number(45), .number(125)])
    #expect(counts[2][2] == .suppressed)
  }

  @Test func `leaves out small counts with whether there are any, if zeros are withheld`() throws {
    var map = try Self.map([[0, 3, 20], [20, 20, 20], [20, 20, 20]], minimum: 5)
    map.disclosure.zeros = .withheld
    let published = map.published(for: .public).map
    let gp = try #require(published.connections[.init(from: "gp", to: "programme", "refers-to")])
    #expect(!gp.counts.contains { $0.area == "a" || $0.area == "b" })
    // Neither the nothing in one area nor the little in the other can be seen.
    #expect(published.presence(of: gp, in: .area("a")) == published.presence(of: gp, in: .area("b")))
    #expect(!gp.counts.contains { $0.value == .number(0) })
  }
}
