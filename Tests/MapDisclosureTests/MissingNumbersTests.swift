import MapModel
import OrderedCollections
import Testing

@testable import MapDisclosure

/// Sums that readers know although some of their numbers are not given, or are given at another place.
///
/// What each reader works out is done by hand: an equation, or what may not be shown all together.
struct MissingNumbersTests {
  typealias Row = CountTableTests.Row

  struct Example: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var rows: [Row]
    /// The rows of an equation: if one alone is withheld, the others tell it.
    var equations: [[Int]] = []
    /// Rows that tell a withheld one if they are all shown.
    var telling: [[Int]] = []
    var contains: [String: [Area.ID]] = [:]
    var periods: [Period] = []
  }

  private static func dated(_ area: String?, _ source: String, _ period: String, _ value: Int) -> Row {
    Row(area, source, to: "mentors", "refers-to", "cases", period, value)
  }

  private static func passed(_ area: String?, _ period: String, _ value: Int) -> Row {
    Row(area, "mentors", to: "y", "supports", "cases", period, value)
  }

  private static func measured(_ area: String?, _ measure: String, _ period: String, _ value: Int) -> Row {
    Row(area, "s", to: "mentors", "refers-to", measure, period, value)
  }

  static let examples = [
    // 46 = 3 + 43 in 2025. That all 19 of c came in 2025, the only year that is given, would contradict it.
    Example(
      testDescription: "a source that nobody counted in a year",
      rows: [
        dated("a", "s", "2025", 3), dated("a", "gp", "2025", 43), passed("a", "2025", 46),
        dated("a", "s", "", 17), dated("a", "gp", "", 43), dated("a", "c", "", 19), passed("a", "", 79),
      ], equations: [[0, 1, 2], [3, 4, 5, 6]]),
    // 33 = 3 + 30 in a. That the one of gp who is in no area was in d, where gp has no row, would contradict it.
    Example(
      testDescription: "a source that nobody counted in an area",
      rows: [
        Row("a", "s", 3), Row("d", "s", 13), Row(nil, "s", 16), Row("a", "gp", 30), Row(nil, "gp", 31),
        passed("a", "", 33), passed("d", "", 13), passed(nil, "", 47),
      ], equations: [[0, 3, 5], [1, 6], [2, 4, 7], [0, 1, 2]]),
    // 33 = 12 + 9 + 12, although north is, by chance, also the sum of b and c.
    Example(
      testDescription: "a region that is by chance the sum of other areas",
      rows: [Row("a", "s", 12), Row("b", "s", 9), Row("c", "s", 12), Row("north", "s", 21), passed(nil, "", 33)],
      equations: [[0, 1, 2, 4], [2, 3, 4], [0, 1, 3]], contains: ["north": ["a", "b"]]),
    // 24 = 21 + 3, since north is a, which nobody declares.
    Example(
      testDescription: "a region that nobody declares",
      rows: [Row("a", "s", 21), Row("e", "s", 3), Row("north", "s", 21), passed(nil, "", 24)],
      equations: [[0, 1, 3], [1, 2, 3]]),
    // 52 = 3 + 27 + 22: north is a or c, in each line the one that is not 0.
    Example(
      testDescription: "a region with one district in each line",
      rows: [
        Row("a", "sa", 0), Row("c", "sa", 3), Row("e", "sa", 0), Row("north", "sa", 3),
        Row("a", "sb", 0), Row("c", "sb", 0), Row("e", "sb", 27), Row("north", "sb", 0),
        Row("a", "gp", 22), Row("c", "gp", 0), Row("e", "gp", 0), Row("north", "gp", 22), passed(nil, "", 52),
      ], equations: [[1, 6, 8, 12], [3, 6, 11, 12]]),
    // No more than 66 - 59 = 7 can be in a.
    Example(
      testDescription: "areas of which some are not given, and all that is passed on",
      rows: [Row("a", "s", 4), Row("b", "s", 59), passed(nil, "", 66)], telling: [[1, 2]]),
    // Of 17 in all, 17 - 14 = 3 are boys of 2024, and 14 are girls of 2024: no more than 3 can be boys.
    Example(
      testDescription: "girls of a year, and boys of all years",
      rows: [
        measured("a", "girls", "2024", 14), measured("a", "boys", "", 3), measured("a", "cases", "2024", 17),
        measured("a", "cases", "", 17), measured("b", "girls", "2024", 20), measured("b", "boys", "", 20),
        measured("b", "cases", "2024", 40), measured("b", "cases", "", 53),
      ], telling: [[0, 2, 3]]),
    // No more than 65 - 62 = 3 girls can be of 2024.
    Example(
      testDescription: "girls of a year, and all of other years",
      rows: [
        measured("a", "girls", "2024", 3), measured("a", "cases", "2025", 62), measured("a", "cases", "", 65),
        measured("b", "girls", "2024", 20), measured("b", "cases", "2025", 40), measured("b", "cases", "", 90),
      ], telling: [[1, 2]]),
    // In a at least 30 - 10 = 20 left, so that in b no more than 23 - 20 = 3 did.
    Example(
      testDescription: "girls among those who completed and those who left",
      rows: [
        measured("a", "girls", "", 30), measured("a", "completed", "", 10), measured("a", "left", "", 20),
        measured("b", "girls", "", 15), measured("b", "completed", "", 22), measured("b", "left", "", 3),
        measured(nil, "left", "", 23),
      ], equations: [[2, 5, 6]], telling: [[0, 1, 6]]),
    // Of the 61 who came in the fourth quarter 57 were in a, so that no more than 4 were in b.
    Example(
      testDescription: "a quarter that is declared and nowhere counted",
      rows: [
        dated("a", "s", "to Q3 2024", 109), dated("b", "s", "to Q3 2024", 90), dated(nil, "s", "to Q3 2024", 220),
        dated("a", "s", "to Q4 2024", 166), dated("b", "s", "to Q4 2024", 94), dated(nil, "s", "to Q4 2024", 281),
      ], telling: [[0, 2, 3, 5], [1, 4]],
      periods: [Period("Q4 2024"), Period("to Q3 2024"), Period("to Q4 2024", contains: ["to Q3 2024", "Q4 2024"])]),
  ]

  @Test(arguments: examples) func `what is not given hides no sum`(_ example: Example) throws {
    let map = try CountTableTests.map(example.rows) { map in
      let areas = map.areas.values.map { area in
        Area(area.id, name: area.name, contains: example.contains[area.id.rawValue] ?? [])
      }
      map = try NetworkMap(
        title: map.title, areas: areas, relations: Array(map.relations.values), actors: Array(map.actors.values),
        connections: Array(map.connections.values), disclosure: map.disclosure)
      map.periods = example.periods
    }
    let published = map.published(for: .public).map
    let isShown = try example.rows.map { row in
      let id = Connection.ID(
        from: try #require(MapActor.ID(row.source)), to: try #require(MapActor.ID(row.target)),
        try #require(Relation.ID(row.relation)))
      return (published.connections[id]?.counts ?? []).contains {
        $0.area?.rawValue == row.area && $0.measure == row.measure && $0.period == row.period
          && $0.value != .suppressed
      }
    }
    for equation in example.equations { #expect(equation.count { !isShown[$0] } != 1, "\(equation): \(isShown)") }
    for rows in example.telling { #expect(!rows.allSatisfy { isShown[$0] }, "\(rows): \(isShown)") }
    #expect(isShown.contains(false))
    #expect(!DisclosureAudit(of: [map]).isBroken)
  }
}
