import MapAnalysis
import MapModel
import OrderedCollections
import TestSupport
import Testing

/// North: mentors → {meeting, clinic, children}, clinic → {meeting, children}. South: mentors → {meeting, children}.
struct ComparedMeasuresTests {
  private static func standings(
    _ comparison: MapComparison, _ measure: Condition.RankedMeasure
  ) -> OrderedDictionary<MapActor.ID, [[Double]?]> {
    let rows = comparison.measures().filter { $0.measure == measure }
    return OrderedDictionary(
      uniqueKeysWithValues: rows.map { ($0.id, $0.standings.map { $0.map { [$0.value, Double($0.rank ?? 0)] } }) })
  }

  @Test func `ranks actors among those on the map there`() throws {
    let comparison = try ComparedMaps.areas()
    // The council is placed in neither, the clinic not in the south. Ties share the better rank; what is 0 has none.
    #expect(
      Self.standings(comparison, .inDegree) == [
        "mentors": [[0, 0], [0, 0]], "meeting": [[2, 1], [1, 1]], "clinic": [[1, 3], nil],
        "children": [[2, 1], [1, 1]],
      ])
    #expect(
      Self.standings(comparison, .outDegree) == [
        "mentors": [[3, 1], [2, 1]], "meeting": [[0, 0], [0, 0]], "clinic": [[2, 2], nil],
        "children": [[0, 0], [0, 0]],
      ])
    #expect(
      Self.standings(comparison, .harmonicCloseness) == [
        "mentors": [[0, 0], [0, 0]], "meeting": [[2, 1], [1, 1]], "clinic": [[1, 3], nil],
        "children": [[2, 1], [1, 1]],
      ])
    // Whoever the clinic could link is linked by the mentors already.
    #expect(Self.standings(comparison, .betweenness).values.joined().allSatisfy { $0 == [0, 0] || $0 == nil })
  }

  @Test func `takes PageRank on the map of the side`() throws {
    let ranks = Self.standings(try ComparedMaps.areas(), .pageRank)
    // NetworkX 3.6.1: nx.pagerank of the south, in which council and clinic are no nodes.
    #expect(abs((ranks["mentors"]?[1]?[0] ?? 0) - 0.25974026) < 1e-7)
    #expect(abs((ranks["meeting"]?[1]?[0] ?? 0) - 0.37012987) < 1e-7)
    #expect(ranks.mapValues { $0[1]?[1] } == ["mentors": 3, "meeting": 1, "clinic": nil, "children": 1])
  }

  @Test func `says how far ranks are apart`() throws {
    let rows = try ComparedMaps.areas().measures().filter { $0.measure == .inDegree }
    #expect(rows.map(\.rankSpread) == [nil, 0, nil, 0])
  }

  @Test func `lists all measures, and actors in the order of the frame`() throws {
    let rows = try ComparedMaps.areas().measures(threads: 2)
    let order: [MapActor.ID] = ["mentors", "meeting", "clinic", "children"]
    #expect(rows.map(\.measure) == Condition.RankedMeasure.allCases.flatMap { measure in order.map { _ in measure } })
    #expect(rows.map(\.id) == Condition.RankedMeasure.allCases.flatMap { _ in order })
    #expect(try ComparedMaps.areas().measures() == rows)
  }

  @Test func `measures what is compared, and actors of two maps under one name`() throws {
    var query = ConnectionQuery()
    query.families = [.support]
    let support = MapComparison(areasOf: try SmallMaps.town(), query: query)
    #expect(Self.standings(support, .outDegree)["mentors"] == [[1, 1], [1, 1]])
    #expect(Self.standings(support, .outDegree)["meeting"] == nil)
    let times = Self.standings(try ComparedMaps.times(), .inDegree)
    // Later, mentors and school lead to children.
    #expect(times["children"] == [[2, 1], [2, 1]])
    #expect(times["mentors"]?[1] == [0, 0] && times["school"] == [nil, [0, 0]])
    #expect(times["clinic"]?[1] == nil)
  }
}
