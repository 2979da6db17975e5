import MapModel
import OrderedCollections
import Testing

@testable import MapDisclosure

/// What the public learns of numbers that add up in the ways in which readers add.
struct CountTableTests {
  /// A count in a few words: where, from whom to whom, what, when, how many.
  struct Row: Sendable {
    var area: String?
    var source: String
    var target = "mentors"
    var relation = "refers-to"
    var measure = "cases"
    var period = ""
    var value: Int

    init(_ area: String?, _ source: String, _ value: Int) {
      (self.area, self.source, self.value) = (area, source, value)
    }

    init(_ area: String?, _ source: String, to target: String, _ value: Int) {
      self.init(area, source, value)
      self.target = target
    }

    init(_ area: String?, _ source: String, to target: String, _ relation: String, _ value: Int) {
      self.init(area, source, to: target, value)
      self.relation = relation
    }

    init(_ area: String?, _ source: String, to target: String, _ relation: String, _ measure: String, _ value: Int) {
      self.init(area, source, to: target, relation, value)
      self.measure = measure
    }

    init(
      _ area: String?, _ source: String, to target: String, _ relation: String, _ measure: String, _ period: String,
      _ value: Int
    ) {
      self.init(area, source, to: target, relation, measure, value)
      self.period = period
    }
  }

  /// The numbers of a map.
  struct Example: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var rows: [Row]
    var zeros = DisclosureSettings.Zeros.shown

    init(_ name: String, zeros: DisclosureSettings.Zeros = .shown, _ rows: [Row]) {
      (testDescription, self.rows, self.zeros) = (name, rows, zeros)
    }
  }

  static func map(
    _ rows: [Row], minimum: Int = 10, zeros: DisclosureSettings.Zeros = .shown,
    change: (inout NetworkMap) throws -> Void = { _ in }
  ) throws -> NetworkMap {
    func unique(_ names: [String]) -> [String] {
      names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
    var map = try NetworkMap(
      title: "T", areas: unique(rows.compactMap(\.area)).map { Area(try #require(Area.ID($0)), name: $0) },
      relations: unique(rows.map(\.relation)).map {
        Relation(try #require(Relation.ID($0)), family: .support, label: $0)
      },
      actors: unique(rows.flatMap { [$0.source, $0.target] }).map {
        MapActor(try #require(MapActor.ID($0)), name: $0, role: "delivery", sector: "school", stage: .delivery)
      }, disclosure: DisclosureSettings(minimum: minimum, zeros: zeros))
    for row in rows {
      let id = Connection.ID(
        from: try #require(MapActor.ID(row.source)), to: try #require(MapActor.ID(row.target)),
        try #require(Relation.ID(row.relation)))
      try map.merge(
        Connection(
          id,
          counts: [
            Count(area: row.area.flatMap { Area.ID($0) }, measure: row.measure, period: row.period, value: row.value)
          ]))
    }
    try change(&map)
    return map
  }

  static let examples = [
    Example("areas and the programme", [Row("a", "s", 42), Row("b", "s", 3), Row("c", "s", 12), Row(nil, "s", 57)]),
    Example(
      "zeros that are withheld beside a ten", zeros: .withheld,
      [Row("a", "s", 42), Row("b", "s", 0), Row("c", "s", 10), Row(nil, "s", 52)]),
    Example(
      "one source",
      [
        Row("a", "s", 42), Row("b", "s", 3), Row("c", "s", 12), Row(nil, "s", 57),
        Row("a", "mentors", to: "y", "supports", 42), Row("b", "mentors", to: "y", "supports", 3),
        Row("c", "mentors", to: "y", "supports", 12),
      ]),
    Example(
      "equal measures",
      [
        Row("a", "s", 42), Row("b", "s", 3), Row("c", "s", 12), Row(nil, "s", 57),
        Row("a", "s", to: "mentors", "refers-to", "calls", 42), Row("c", "s", to: "mentors", "refers-to", "calls", 12),
      ]),
    Example(
      "two parts of a measure",
      [
        Row("a", "s", to: "mentors", "refers-to", "pupils", 15), Row("a", "s", to: "mentors", "refers-to", "girls", 12),
        Row("a", "s", to: "mentors", "refers-to", "boys", 3),
      ]),
    Example(
      "three parts of a measure beside another",
      [
        Row("a", "s", to: "mentors", "refers-to", "meetings", 70),
        Row("a", "s", to: "mentors", "refers-to", "ended", 20), Row("a", "s", to: "mentors", "refers-to", "left", 2),
        Row("a", "s", to: "mentors", "refers-to", "referred", 65),
        Row("a", "s", to: "mentors", "refers-to", "waiting", 43),
      ]),
    Example(
      "a group beside its members", [Row(nil, "all", 30), Row(nil, "sa", 12), Row(nil, "sb", 15), Row(nil, "sc", 3)]),
    Example(
      "a group beside its members, as targets",
      [
        Row(nil, "m", to: "all", 30), Row(nil, "m", to: "x", 12), Row(nil, "m", to: "z", 15), Row(nil, "m", to: "y", 3),
      ]),
    Example(
      "a group beside its members and a stranger",
      [
        Row(nil, "all", 30), Row(nil, "sa", 12), Row(nil, "sb", 15), Row(nil, "sc", 3), Row(nil, "gp", 70),
      ]),
    Example(
      "a region among its districts",
      [
        Row("north", "s", 15), Row("a", "s", 12), Row("b", "s", 3), Row("south", "s", 40), Row(nil, "s", 55),
      ]),
    Example("an area for all", [Row("Total", "s", 55), Row("a", "s", 12), Row("b", "s", 3), Row("c", "s", 40)]),
    Example(
      "regions within regions",
      [
        Row("country", "s", 75), Row("north", "s", 35), Row("a", "s", 12), Row("b", "s", 3), Row("c", "s", 20),
        Row("south", "s", 40), Row(nil, "s", 75),
      ]),
    Example(
      "quarters, years and both",
      [
        Row("a", "s", to: "mentors", "refers-to", "cases", "Q1 2024", 12),
        Row("a", "s", to: "mentors", "refers-to", "cases", "Q2 2024", 3),
        Row("a", "s", to: "mentors", "refers-to", "cases", "Q3 2024", 20),
        Row("a", "s", to: "mentors", "refers-to", "cases", "Q4 2024", 25),
        Row("a", "s", to: "mentors", "refers-to", "cases", "2024", 60),
        Row("a", "s", to: "mentors", "refers-to", "cases", "2025", 70),
        Row("a", "s", to: "mentors", "refers-to", "cases", "2024 to 2025", 130),
      ]),
    Example(
      "periods that run from the start",
      [
        Row("a", "s", to: "mentors", "refers-to", "cases", "to March 2024", 12),
        Row("a", "s", to: "mentors", "refers-to", "cases", "to June 2024", 15),
        Row("a", "s", to: "mentors", "refers-to", "cases", "to September 2024", 60),
      ]),
    Example(
      "terms of the programme's own",
      [
        Row("a", "s", to: "mentors", "refers-to", "cases", "Term 1", 12),
        Row("a", "s", to: "mentors", "refers-to", "cases", "Term 2", 3),
        Row("a", "s", to: "mentors", "refers-to", "cases", "Terms 1-2", 15),
      ]),
    Example(
      "parts by area, the total of the programme at another connection",
      [
        Row("a", "s", 20), Row("b", "s", 30), Row("a", "gp", 12), Row("b", "gp", 3),
        Row(nil, "mentors", to: "y", "supports", "supported", 65),
      ]),
    Example(
      "parts by quarter, the total of the year at another connection",
      [
        Row(nil, "s", to: "mentors", "refers-to", "cases", "Q1 2024", 20),
        Row(nil, "s", to: "mentors", "refers-to", "cases", "Q2 2024", 3),
        Row(nil, "s", to: "mentors", "refers-to", "cases", "Q3 2024", 12),
        Row(nil, "mentors", to: "y", "supports", "supported", "2024", 35),
      ]),
    Example(
      "two relations that add up to a third",
      [
        Row("a", "s", to: "mentors", "meets", 12), Row("a", "s", to: "mentors", "calls", 3),
        Row("a", "s", to: "mentors", "sees", 15),
      ]),
    Example(
      "a total that is a unit off", [Row("a", "s", 42), Row("b", "s", 3), Row("c", "s", 12), Row(nil, "s", 58)]),
    Example(
      "a total that is a unit too small", [Row("a", "s", 42), Row("b", "s", 3), Row("c", "s", 12), Row(nil, "s", 56)]),
    Example(
      "a period that is spelt in two ways",
      [
        Row("a", "s", to: "mentors", "refers-to", "cases", "2024/25", 28),
        Row("b", "s", to: "mentors", "refers-to", "cases", "2024/25", 4),
        Row("c", "s", to: "mentors", "refers-to", "cases", "2024/25", 16),
        Row(nil, "s", to: "mentors", "refers-to", "cases", "2024-25", 48),
      ]),
    Example(
      "two break-downs of a number that is not given",
      [
        Row("a", "s", to: "mentors", "refers-to", "girls", 25), Row("a", "s", to: "mentors", "refers-to", "boys", 14),
        Row("a", "s", to: "mentors", "refers-to", "completed", 36),
        Row("a", "s", to: "mentors", "refers-to", "left", 3),
      ]),
    Example(
      "parts of a measure by area, the whole for the programme",
      [
        Row("a", "s", to: "mentors", "refers-to", "girls", 22), Row("a", "s", to: "mentors", "refers-to", "boys", 13),
        Row("b", "s", to: "mentors", "refers-to", "girls", 16), Row("b", "s", to: "mentors", "refers-to", "boys", 2),
        Row(nil, "s", to: "mentors", "refers-to", "pupils", 53),
      ]),
    Example(
      "relations by area that add up to a third for the programme",
      [
        Row("a", "s", to: "mentors", "meets", 23), Row("a", "s", to: "mentors", "tells", 4),
        Row("b", "s", to: "mentors", "meets", 12), Row("b", "s", to: "mentors", "tells", 33),
        Row(nil, "s", to: "mentors", "sees", 72),
      ]),
    Example(
      "a group beside its members, and all whom the mentors support",
      [
        Row(nil, "sa", 13), Row(nil, "sb", 21), Row(nil, "schools", 34), Row(nil, "gp", 9),
        Row(nil, "mentors", to: "y", "supports", 43),
      ]),
    Example(
      "a group beside its members, and all whom the mentors support, by area",
      [
        Row("a", "sa", 134), Row("b", "sa", 96), Row("a", "sb", 179), Row("b", "sb", 209), Row("a", "schools", 313),
        Row("b", "schools", 305), Row("a", "gp", 2), Row("b", "gp", 178),
        Row("a", "mentors", to: "y", "supports", "supported", 315),
        Row("b", "mentors", to: "y", "supports", "supported", 483),
      ]),
    Example(
      "a group, of one member of which nothing is recorded here", zeros: .withheld,
      [
        Row(nil, "sa", to: "mentors", "refers-to", "girls", 30),
        Row(nil, "sb", to: "mentors", "refers-to", "girls", 58),
        Row(nil, "sc", to: "mentors", "refers-to", "girls", 13),
        Row(nil, "schools", to: "mentors", "refers-to", "girls", 101),
        Row(nil, "sb", to: "mentors", "refers-to", "boys", 52),
        Row(nil, "sc", to: "mentors", "refers-to", "boys", 9),
        Row(nil, "schools", to: "mentors", "refers-to", "boys", 61),
      ]),
    Example(
      "a period that is spelt in two ways throughout",
      ["2024/25", "2024-25"].flatMap { period in
        [("a", 102), ("b", 140), ("c", 4), (nil, 246)].map { area, value in
          Row(area, "s", to: "mentors", "refers-to", "cases", period, value)
        }
      }),
    Example("a rest that is small", [Row("a", "s", 42), Row("b", "s", 30), Row(nil, "s", 79)]),
  ]

  @Test(arguments: examples) func `no withheld number can be worked out`(_ example: Example) throws {
    let audit = DisclosureAudit(of: [try Self.map(example.rows, zeros: example.zeros)])
    #expect(!audit.isBroken, "\(audit.entries)")
    let shown = example.rows.count - audit.entries.count
    #expect(shown > 0 && audit.entries.count > (example.rows.contains { $0.value < 10 } ? 1 : 0), "\(audit.entries)")
  }

  @Test(arguments: examples.filter { $0.rows.contains { (1..<10).contains($0.value) } })
  func `with the small numbers alone withheld the same audit breaks`(_ example: Example) throws {
    let map = try Self.map(example.rows, zeros: example.zeros)
    let table = CountTable(of: MapAlignment([map])).table([map.disclosure])
    let isKnown = table.numbers.map { $0.kind == .fixed || $0.kind == .count && $0.value >= 10 }
    let ranges = CountAttack(table, isKnown: isKnown).ranges()
    #expect(
      ranges.values.contains { range in range.highest.map { $0 < 10 || $0 - range.lowest < 10 } ?? false },
      "\(ranges)")
  }

  @Test func `that districts make one another by chance hides no sum of regions`() throws {
    // 6 = 4 + 2 = 2 + 4 by chance, so that whatever holds the first district seems to hold all others.
    let map = try Self.map(
      [
        Row("a", "s", 6), Row("b", "s", 4), Row("c", "s", 2), Row("d", "s", 5), Row("e", "s", 4), Row("wide", "s", 17),
        Row(nil, "s", 21),
      ], minimum: 3)
    let counts = map.published(for: .public).map.connections.values.flatMap(\.counts)
    let isWithheld = [nil, "wide", "e"].map { area in
      counts.first { $0.area?.rawValue == area }?.value == .suppressed
    }
    #expect(isWithheld.count { $0 } != 1, "\(isWithheld)")
  }

  @Test func `what is rounded is known not to be small`() throws {
    var map = try Self.map(
      [Row("a", "s", 5), Row("a", "gp", 65), Row("a", "camhs", 1), Row("a", "mentors", to: "y", "supports", 71)],
      minimum: 5)
    map.disclosure.rounding = 5
    // With 70 in all, of whom 65 and 5 are shown: 72 - 63 - 5 is the most that is left, since 5 is no 3.
    #expect(map.published(for: .public).map.connections.values.flatMap(\.counts).count { $0.value == .suppressed } > 1)
    let table = CountTable(of: MapAlignment([map])).table([map.disclosure])
    #expect(table.published(.init(5, .count)) == 5...7)
    #expect(table.published(.init(65, .count)) == 63...67)
  }

  @Test func `a number that is shown does not say from what it was computed where that is withheld`() throws {
    let supports = Connection.ID(from: "mentors", to: "y", "supports")
    func computation(minimum: Int) throws -> String? {
      let map = try Self.map(
        [Row(nil, "s", 34), Row(nil, "gp", 9), Row(nil, "mentors", to: "y", "supports", 430)], minimum: minimum
      ) { map in
        map = map.mappingConnections { connection in
          var changed = connection
          if connection.id == supports { changed.counts[0].computation = "34 + 9 and others" }
          return changed
        }
      }
      return map.published(for: .public).map.connections[supports]?.counts[0].computation
    }
    #expect(try computation(minimum: 10) == "")
    #expect(try computation(minimum: 5) == "34 + 9 and others")
  }

  @Test func `a declared group protects members whose numbers are not all there`() throws {
    let rows = [Row(nil, "all", 30), Row(nil, "sa", 12), Row(nil, "sb", 15)]
    let open = DisclosureAudit(of: [try Self.map(rows)])
    #expect(open.entries.isEmpty)
    let audit = DisclosureAudit(
      of: [
        try Self.map(rows) { map in
          for member in ["sa", "sb"] as [MapActor.ID] { try map.updateActor(member) { $0.group = "all" } }
        }
      ])
    #expect(!audit.entries.isEmpty && !audit.isBroken)
  }

  @Test func `what a map says does not hold is not protected`() throws {
    let rows = [Row("a", "s", 42), Row("b", "s", 12), Row("c", "s", 3), Row("d", "s", 15)]
    #expect(DisclosureAudit(of: [try Self.map(rows)]).entries.count > 1)
    let denied = try Self.map(rows) { map in
      map.disclosure.sums = [DeclaredSum(of: .areas, total: "d", parts: ["b", "c"], holds: false)]
    }
    #expect(DisclosureAudit(of: [denied]).entries.count == 1)
  }

  @Test(arguments: [
    ("2024", "2024", true), ("2024/25", "2024-25", true), ("to March", "to June", true),
    ("2024", "2025", false), ("Q1 2024", "Q2 2024", false), ("", "2024", true), ("2024", "2024 to 2025", true),
  ])
  func `small differences of two maps are withheld unless their times are apart`(
    _ first: String, _ second: String, _ isWithheld: Bool
  ) throws {
    let maps = try [(first, 50), (second, 53)].map { period, value in
      try Self.map([Row("a", "s", to: "mentors", "refers-to", "cases", period, value)])
    }
    let audit = DisclosureAudit(of: maps)
    #expect(audit.entries.isEmpty != isWithheld)
    #expect(!audit.isBroken)
  }

  @Test func `what another edition repeats is withheld there, too, whatever the order`() throws {
    let earlier = [Row("a", "s", 25), Row("b", "s", 2), Row("c", "s", 11), Row(nil, "s", 38)]
    let later = [Row("a", "s", 25), Row("c", "s", 11), Row(nil, "s", 38)]
    let maps = [try Self.map(earlier), try Self.map(later)]
    let audit = DisclosureAudit(of: maps)
    #expect(!audit.isBroken)
    #expect(audit.entries.count { $0.map == 1 } > 0)
    let other = Disclosure.published(MapAlignment(Array(maps.reversed())), for: .public)
    #expect(Array(other.reversed()) == Disclosure.published(MapAlignment(maps), for: .public))
    #expect(maps[0].published(for: .public, with: [maps[1]]).map == other[1])
  }

  @Test func `random maps stay open to no one`() throws {
    var withheld = 0
    for seed in 0..<150 as Range<UInt64> {
      var random = RandomMaps(seed: seed)
      let zeros: DisclosureSettings.Zeros = seed % 3 == 0 ? .withheld : .shown
      let maps = try (0...Int(seed % 2)).map {
        try random.map(minimum: [3, 5, 10][Int(seed) % 3], zeros: zeros, isOther: $0 > 0)
      }
      var rounded = maps
      for index in rounded.indices { rounded[index].disclosure.rounding = [1, 1, 5, 10][Int(seed) % 4] }
      let audit = DisclosureAudit(of: rounded)
      #expect(!audit.isBroken, "seed \(seed): \(audit.entries.filter(\.isTooNarrow))")
      withheld += audit.entries.count
    }
    #expect(withheld > 150)
  }

  @Test func `numbers that no programme has do no harm`() throws {
    var random = RandomMaps(seed: 1)
    let map = try random.map().mappingConnections { connection in
      var large = connection
      for index in large.counts.indices { large.counts[index].value = .number(.max - index % 2) }
      return large
    }
    let published = map.published(for: .public).map
    #expect(published.connections.keys == map.connections.keys)
  }
}
