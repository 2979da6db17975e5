import MapModel
import OrderedCollections
import TestSupport
import Testing

/// What holds of any map, whatever its evidence.
struct ScopePropertyTests {
  /// What the evidence of one place and one time says, summed up as it is defined.
  private struct Plain {
    var isFor = (said: false, recorded: false)
    var isAgainst = false
    var isUnclear = false

    init(_ statements: [CodedStatement], _ counts: [Count]) {
      isFor.said = statements.contains { $0.stance == .present }
      isUnclear = statements.contains { $0.stance == .unclear }
      let cases = counts.filter(\.isOfCases)
      let deciding = cases.isEmpty ? counts : cases
      isFor.recorded = deciding.contains { $0.value != .number(0) }
      isAgainst = statements.contains { $0.stance == .absent } || !cases.isEmpty && !isFor.recorded
    }

    static func presence(_ cells: [Plain]) -> Presence {
      let sure = cells.filter { ($0.isFor.said || $0.isFor.recorded) && !$0.isAgainst }
      let (said, recorded) = (sure.contains(where: \.isFor.said), sure.contains(where: \.isFor.recorded))
      if said || recorded { return said && recorded ? .both : said ? .said : .recorded }
      if cells.contains(where: { ($0.isFor.said || $0.isFor.recorded) && $0.isAgainst }) { return .contradicted }
      return cells.contains(where: \.isUnclear) ? .unclear : .reportedAbsent
    }
  }

  /// Every area, what is of the programme, and every period, or no time: each pair is a cell. A count of nobody in the year
  /// is one in its halves.
  private static func presence(of connection: Connection, on map: NetworkMap) -> Presence {
    let areas: [Area.ID?] = map.areas.keys.map(Optional.some) + [nil]
    let periods: [String?] = map.periods.map(\.name) + [nil]
    let isAllOne = map.periods.isEmpty
    let cells = areas.flatMap { area in
      periods.map { period in
        Plain(
          connection.statements.filter { statement in
            (area.map(statement.placement.includes) ?? (statement.placement == .programme))
              && (isAllOne || (period.map(statement.time.includes) ?? (statement.time == .unsaid)))
          },
          connection.counts.filter { count in
            let isOfHalf = count.value == .number(0) && count.period == "Year" && period != nil
            return count.area == area && (isAllOne || count.period == period ?? "" || isOfHalf)
          })
      }
    }
    return Plain.presence(cells)
  }

  @Test(arguments: 0..<60) func `the whole map is what its cells say`(seed: Int) throws {
    var towns = RandomTowns(seed: UInt64(seed))
    for map in [try towns.map(), try towns.mapWithPeriods()] {
      for connection in map.connections.values {
        #expect(map.presence(of: connection) == Self.presence(of: connection, on: map), "\(connection)")
      }
    }
  }

  @Test(arguments: 0..<60) func `evidence that says no time is told apart by none`(seed: Int) throws {
    var towns = RandomTowns(seed: UInt64(seed))
    let map = try towns.map()
    var timed = map
    timed.periods = [Period("Year 1"), Period("Year 2")]
    for connection in map.connections.values {
      for scope in [Scope.wholeMap] + map.areas.keys.map(Scope.area) {
        #expect(map.presence(of: connection, in: scope) == timed.presence(of: connection, in: scope))
        // What is on the map at no time in particular is unplaced in each period.
        let inYear = timed.presence(of: connection, in: scope.during("Year 1"))
        #expect(!inYear.isOnMap && inYear != .reportedAbsent && inYear != .notFound)
      }
    }
  }

  @Test(arguments: 0..<60) func `a part that has something makes the whole have it`(seed: Int) throws {
    var towns = RandomTowns(seed: UInt64(seed))
    let map = try towns.mapWithPeriods()
    #expect(Set(map.knownPeriods) == ["Year", "Spring", "Autumn"])
    let places: [Area.ID?] = [nil] + map.areas.keys.map(Optional.some)
    let times: [String?] = [nil, "Year", "Spring", "Autumn"]
    for connection in map.connections.values {
      for area in places {
        for time in times {
          let state = map.presence(of: connection, in: Scope(area: area, period: time))
          // Certain in a part is certain in each whole that it lies in.
          guard state.isCertain else { continue }
          for wider in [Scope(area: nil, period: time), Scope(area: area, period: nil), .wholeMap] {
            #expect(map.presence(of: connection, in: wider).isCertain)
          }
          if time == "Spring" {
            #expect(map.presence(of: connection, in: Scope(area: area, period: "Year")).isCertain)
          }
        }
      }
      // All connections together, and each by itself.
      for time in times {
        let scope = Scope(period: time)
        #expect(
          map.presence(of: connection, in: map.extent(of: scope)) == map.presence(of: connection, in: scope))
      }
    }
  }
}
