import MapModel
import OrderedCollections
import Testing

@testable import MapDisclosure

/// What the public learns by way of numbers that no file gives.
struct FollowingNumbersTests {
  typealias Row = CountTableTests.Row

  /// Numbers that must not all be shown, since a small one follows from them.
  struct Telling: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// All numbers.
    var rows: [Row]
    /// The places of those that tell.
    var places: [Int]
    var minimum = 10
    var zeros = DisclosureSettings.Zeros.shown
    /// A measure and its parts.
    var measure: MeasureParts?

    init(
      _ name: String, minimum: Int = 10, zeros: DisclosureSettings.Zeros = .shown, measure: MeasureParts? = nil,
      telling places: [Int], _ rows: [Row]
    ) {
      (testDescription, self.minimum, self.zeros, self.measure) = (name, minimum, zeros, measure)
      (self.places, self.rows) = (places, rows)
    }
  }

  private static func row(_ area: String?, _ measure: String, _ value: Int) -> Row {
    Row(area, "s", to: "mentors", "refers-to", measure, value)
  }

  private static func row(_ area: String?, _ measure: String, _ period: String, _ value: Int) -> Row {
    Row(area, "s", to: "mentors", "refers-to", measure, period, value)
  }

  private static let cases = MeasureParts("cases", parts: ["girls", "boys"])

  static let examples = [
    // Girls in all are 210 - 83 = 127, and in 2025 195 - 69 = 126: 1 is left for 2024.
    Telling(
      "girls by period", measure: cases, telling: [1, 2, 3, 4],
      [
        row(nil, "girls", "2024", 1), row(nil, "boys", "2025", 69), row(nil, "boys", "", 83),
        row(nil, "cases", "2025", 195), row(nil, "cases", "", 210), row(nil, "boys", "2024", 14),
      ]),
    Telling(
      "girls by area", measure: cases, telling: [1, 2, 3, 4],
      [
        row("a", "girls", 1), row("b", "boys", 69), row(nil, "boys", 83), row("b", "cases", 195),
        row(nil, "cases", 210), row("a", "boys", 14),
      ]),
    // 117 - 70 - 35 - 10 = 2, since a region is its two districts in either line.
    Telling(
      "sources by nested area, all whom the mentors support for the programme", minimum: 3, telling: [2, 6, 7, 8],
      [
        Row("a", "s", 30), Row("b", "s", 40), Row("up", "s", 70), Row("e", "s", 2), Row("a", "gp", 20),
        Row("b", "gp", 15), Row("up", "gp", 35), Row("e", "gp", 10),
        Row(nil, "mentors", to: "y", "supports", 117),
      ]),
    // Girls are no more than the 3 cases, so 1 to 3.
    Telling(
      "a measure that is nowhere more than another", minimum: 3, telling: [0],
      [
        row("a", "cases", 3), row("a", "girls", 1), row("b", "cases", 12), row("b", "girls", 5),
        row("c", "cases", 30), row("c", "girls", 8),
      ]),
    // 100 - 97 - 3 = 0; that all three districts are in the region shows in no line, since each has a zero.
    Telling(
      "zeros in each line of a region", minimum: 2, zeros: .withheld, telling: [0, 1, 2],
      [
        row("up", "dropped", 100), row("a", "dropped", 97), row("b", "dropped", 3), row("c", "dropped", 0),
        row("up", "completed", 21), row("a", "completed", 0), row("b", "completed", 1), row("c", "completed", 20),
        row("up", "waiting", 4), row("a", "waiting", 3), row("b", "waiting", 0), row("c", "waiting", 1),
      ]),
    // 3 - 3 = 0 for the other districts of the region.
    Telling(
      "a region that is one of its districts", minimum: 3, zeros: .withheld, telling: [0, 4],
      [Row("a", "s", 3), Row("b", "s", 0), Row("c", "s", 0), Row("d", "s", 12), Row("up", "s", 3)]),
    Telling(
      "a measure that is one of its parts", minimum: 3, zeros: .withheld, telling: [0, 1],
      [
        row("a", "referred", 7), row("a", "dropped", 7), row("a", "completed", 0), row("b", "referred", 40),
      ]),
    // Schools are the one school, so 6 are the 3 of the school and the 3 of the practice.
    Telling(
      "a group of one member", minimum: 5, telling: [7],
      [
        Row("a", "school", 1), Row("b", "school", 3), Row("a", "schools", 1), Row("b", "schools", 3),
        Row("a", "gp", 3), Row("b", "gp", 3), Row("a", "mentors", to: "y", "supports", 4),
        Row("b", "mentors", to: "y", "supports", 6),
      ]),
  ]

  @Test(arguments: examples) func `no small number follows from those that are shown`(_ example: Telling) throws {
    let map = try CountTableTests.map(example.rows, minimum: example.minimum, zeros: example.zeros) { map in
      if let measure = example.measure { map.measures = [measure] }
    }
    let shown = map.published(for: .public).map
    func isShown(_ row: Row) -> Bool {
      shown.connections.values.contains { connection in
        connection.id.source.rawValue == row.source && connection.id.target.rawValue == row.target
          && connection.counts.contains {
            $0.area?.rawValue == row.area && $0.measure == row.measure && $0.period == row.period
              && $0.value == .number(row.value)
          }
      }
    }
    #expect(!example.places.allSatisfy { isShown(example.rows[$0]) })
    #expect(example.rows.contains(where: isShown) || example.places.count == 1)
    #expect(!DisclosureAudit(of: [map]).isBroken)
  }

  @Test(arguments: [2, 7]) func `where groups stand in more ways than are tried all is withheld`(_ groups: Int) throws {
    // Each group has more than its member: 3 ways each, and 3 to the power of 7 are too many.
    let rows =
      (0..<groups).flatMap { [Row(nil, "g\($0)", 100 + 7 * $0), Row(nil, "m\($0)", 40 + 3 * $0)] }
      + [Row(nil, "mentors", to: "y", "supports", 77)]
    let map = try CountTableTests.map(rows) { map in
      for group in 0..<groups {
        try map.updateActor(try #require(MapActor.ID("m\(group)"))) { $0.group = MapActor.ID("g\(group)") }
      }
    }
    let shown = map.published(for: .public).map.connections.values.flatMap(\.counts).count { $0.value != .suppressed }
    #expect(shown == (groups == 2 ? rows.count : 0))
    #expect(DisclosureAudit(of: [map]).limits.contains(.actors(["mentors"])) == (groups == 7))
  }

  @Test(arguments: [(9, 4, 0), (10, 4, 1), (10, 40, 0)])
  func `where a row is too long for every sum to be sought it is said`(_ measures: Int, smallest: Int, told: Int) throws
  {
    let rows = (0..<measures).map {
      Row(nil, "s", to: "mentors", "refers-to", "m\($0)", $0 == 0 ? smallest : 11 + 13 * $0 * $0)
    }
    let map = try CountTableTests.map(rows, minimum: 10)
    let limits = CountTable.soughtSums(of: [map]).limits
    let expected = SearchLimit.longLines(of: .measures, longest: 9, count: told)
    #expect(limits == (told == 0 ? [] : [expected]))
  }

  @Test func `what is left of a place does not stand for it`() throws {
    // Of the region's 41 are shown the 28 of one district: they are not the region's, nor the programme's.
    let map = try CountTableTests.map(
      [Row("a", "s", 28), Row("b", "s", 3), Row("c", "s", 10), Row("up", "s", 41), Row(nil, "s", 41)], zeros: .withheld)
    let published = map.published(for: .public).map
    let connection = try #require(published.connections.values.first)
    #expect(connection.counts.count < 5)
    for scope in [Scope.wholeMap, .area("up")] {
      let value = published.cases(of: connection, in: scope)?.value
      #expect(value == nil || value == .number(41))
    }
    #expect(map.cases(of: try #require(map.connections.values.first), in: .area("up"))?.value == .number(41))
  }
}
