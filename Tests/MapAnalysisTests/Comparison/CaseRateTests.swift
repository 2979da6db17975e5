import MapAnalysis
import MapModel
import OrderedCollections
import TestSupport
import Testing

struct CaseRateTests {
  /// The town, with visits of the clinic in the south.
  private static func town(bases: [CountBase] = []) throws -> NetworkMap {
    var map = try SmallMaps.town()
    map.countBases = bases
    try map.merge(
      Connection(
        .init(from: "clinic", to: "children", "supports"),
        counts: [Count(area: "south", measure: "visits", isOfCases: false, value: 8)]))
    return map
  }

  private static let visits = CountBase(measure: "visits", name: "visits")

  @Test func `lists numbers side by side where there is nothing to divide by`() throws {
    let rates = MapComparison(areasOf: try Self.town()).rates()
    #expect(rates.map(\.measure) == ["cases", "visits", "visits"])
    #expect(rates.map { ComparedMaps.words($0.connection) }.last == "clinic supports children")
    #expect(rates.map(\.counts) == [[.number(30), .number(4)], [nil, .number(12)], [nil, .number(8)]])
    #expect(rates.allSatisfy { $0.base == nil && $0.per100 == [nil, nil] })
  }

  @Test func `divides by all that is counted of the base on a side`() throws {
    let rates = MapComparison(areasOf: try Self.town(bases: [Self.visits])).rates()
    // The base is not divided by itself. No visits in the north; 4 for 12 + 8 in the south.
    #expect(rates.map(\.measure) == ["cases"])
    #expect(rates.first?.per100 == [nil, 20])
    #expect(rates.first?.base == Self.visits)
  }

  @Test func `divides by a base of the same period only, and never by 0`() throws {
    var map = try SmallMaps.town()
    map.countBases = [CountBase(measure: "referred", name: "referred")]
    func count(_ measure: String, _ period: String, _ area: Area.ID, _ value: Int) -> Count {
      Count(area: area, measure: measure, period: period, value: value)
    }
    let id = Connection.ID(from: "mentors", to: "clinic", "refers-to")
    try map.merge(
      Connection(
        id,
        counts: [
          count("seen", "2024", "north", 3), count("referred", "2024", "north", 12), count("seen", "2025", "north", 5),
          count("seen", "2024", "south", 1), count("referred", "2024", "south", 0),
        ]))
    let rates = MapComparison(areasOf: map).rates().filter { $0.connection == id }
    #expect(rates.map(\.period) == ["2024", "2025"])
    #expect(rates.map(\.counts) == [[.number(3), .number(1)], [.number(5), nil]])
    #expect(rates.map(\.per100) == [[25, nil], [nil, nil]])
  }

  @Test func `tells nothing of what is withheld`() throws {
    func withholding(_ measure: String, _ value: Int) throws -> MapComparison {
      let map = try Self.town(bases: [Self.visits]).mappingConnections { connection in
        var changed = connection
        for index in changed.counts.indices
        where changed.counts[index].measure == measure && changed.counts[index].value == .number(value) {
          changed.counts[index].value = .suppressed
        }
        return changed
      }
      return MapComparison(areasOf: map)
    }
    let number = try #require(withholding("cases", 4).rates().first)
    #expect(number.counts == [.number(30), .suppressed] && number.per100 == [nil, nil])
    // A part of the base that is withheld withholds the rate.
    let base = try #require(withholding("visits", 8).rates().first)
    #expect(base.counts == [.number(30), .number(4)] && base.per100 == [nil, nil])
  }

  @Test func `knows connections of two maps for the same`() throws {
    let comparison = MapComparison(
      MapAlignment([try SmallMaps.town(), try ComparedMaps.later()]),
      sides: [
        ComparisonSide("before", name: "Before", in: .area("south")),
        ComparisonSide("after", name: "After", map: 1, in: .area("south-side")),
      ])
    let rates = comparison.rates()
    #expect(rates.map(\.measure) == ["cases", "visits"])
    #expect(rates.map(\.counts) == [[.number(4), .number(9)], [.number(12), nil]])
  }

  @Test func `keeps to the connections that are compared`() throws {
    var query = ConnectionQuery()
    query.sources = ["clinic"]
    let rates = MapComparison(areasOf: try Self.town(), query: query).rates()
    #expect(rates.map { ComparedMaps.words($0.connection) } == ["clinic supports children"])
  }
}
