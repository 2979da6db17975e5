import MapDisclosure
import MapModel
import OrderedCollections
import Testing

/// Scopes of a period open no way to a withheld number: all that they count is made of cells that are shown.
struct PeriodCountsTests {
  @Test(arguments: 0..<40) func `a period counts what the published cells of it come to`(seed: Int) throws {
    var maps = RandomMaps(seed: UInt64(seed))
    var map = try maps.map()
    map.periods = [Period("1"), Period("2"), Period("both", contains: ["1", "2"])]
    let published = map.published(for: .public).map
    for connection in published.connections.values {
      for area in published.areas.keys {
        for measure in Set(connection.counts.map(\.measure)) {
          for period in ["1", "2", "both"] {
            func counts(of periods: [String]) -> [Count] {
              connection.counts.filter { $0.area == area && $0.measure == measure && periods.contains($0.period) }
            }
            // What is counted of the period itself, or else of the periods in it.
            let own = counts(of: [period])
            let cells = own.isEmpty && period == "both" ? counts(of: ["1", "2"]) : own
            let isWithheld = cells.contains { $0.value == .suppressed }
            let sum = cells.reduce(0) { sum, count in
              if case .number(let number) = count.value { sum + number } else { sum }
            }
            let total = published.cases(of: connection, in: Scope(area: area, period: period), measure: measure)
            #expect(
              total?.value == (cells.isEmpty ? nil : isWithheld ? .suppressed : .number(sum)),
              "\(connection.id) in \(area) in \(period)")
          }
        }
      }
    }
  }

  @Test func `one period beside all of them does not tell the other`() throws {
    let id = Connection.ID(from: "school", to: "mentors", "refers-to")
    var map = try NetworkMap(
      title: "T", areas: [Area("north", name: "North")],
      relations: [Relation("refers-to", family: .coordination, label: "refers to")],
      actors: ["school", "mentors"].map {
        MapActor($0, name: $0.rawValue, role: "delivery", sector: "school", stage: .delivery)
      },
      connections: [
        Connection(
          id,
          counts: [("1", 40), ("2", 3), ("both", 43)].map { Count(area: "north", period: $0.0, value: $0.1) })
      ], disclosure: DisclosureSettings(minimum: 10))
    map.periods = [Period("both", contains: ["1", "2"]), Period("1"), Period("2")]
    let published = map.published(for: .public).map
    let connection = try #require(published.connections[id])
    let shown = ["1", "2", "both"].map { published.cases(of: connection, in: .period($0))?.value }
    #expect(shown[1] == .suppressed)
    #expect(shown.count { $0 == .suppressed } > 1)
    // On the whole map the longer period counts in place of its parts, as it is shown.
    #expect(published.cases(of: connection)?.value == shown[2])
  }
}
