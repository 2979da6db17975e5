import MapAnalysis
import MapModel
import MapReports
import OrderedCollections

/// What the page knows of periods: of each for all places, and then of each area in it.
///
/// Much is alike in many connections, so that what is known of all periods stands once for all that have it alike.
struct PageTimes {
  /// The periods of which evidence speaks.
  let periods: [PageData.Period]
  /// What can be known of something: a digit for each scope.
  private(set) var presences: OrderedSet<String> = []
  /// Which of these is known of each connection, and of each actor.
  private(set) var connections: [Connection.ID: Int] = [:]
  private(set) var actors: [MapActor.ID: Int] = [:]
  private let extents: [ScopeExtent]
  private let areaCount: Int

  /// Looks at the periods that the map lists and its evidence names.
  /// - Complexity: that of comparing all periods and all areas in them.
  init(of map: NetworkMap) {
    let named = Set(
      map.connections.values.flatMap { connection in
        connection.statements.flatMap { Self.names($0.time) } + connection.counts.flatMap { Self.names($0.time) }
      })
    let listed = map.periods.enumerated().filter { named.contains($0.element.name) }
    periods = listed.map { place, period in
      PageData.Period(
        id: String(place + 1), name: period.name, from: period.from?.description, to: period.to?.description)
    }
    areaCount = map.areas.count
    let scopes = listed.flatMap { _, period in
      [Scope.period(period.name)] + map.areas.keys.map { Scope(area: $0, period: period.name) }
    }
    extents = scopes.map { map.extent(of: $0) }
    if scopes.isEmpty { return }
    let sides = scopes.enumerated().map { place, scope in
      ComparisonSide(ComparisonSide.ID("s\(place)") ?? "s", name: "", in: scope)
    }
    let comparison = MapComparison(MapAlignment([map]), sides: sides)
    for row in comparison.connections { connections[row.id] = presences.append(PageData.digits(row.presences)).index }
    for row in comparison.actors { actors[row.id] = presences.append(PageData.digits(row.presences)).index }
  }

  private static func names(_ time: TimePlacement) -> Set<String> {
    if case .periods(let names) = time { Set(names) } else { [] }
  }

  /// The places of the periods of which a statement speaks, wherever it is placed.
  func periods(of statement: CodedStatement) -> [Int] {
    periods.indices.filter { extents[$0 * (areaCount + 1)].includes(statement) }
  }

  /// The numbers of statements that speak of each scope, each with the place of the scope; `nil` if none speaks of any.
  func statements(of connection: Connection, behind areas: Int) -> [[Int]]? {
    let numbers = extents.enumerated().map {
      [areas + $0.offset, connection.statements.count(where: $0.element.includes)]
    }
    .filter { $0[1] > 0 }
    return numbers.isEmpty ? nil : numbers
  }

  /// The numbers of cases of each scope, likewise.
  func cases(of connection: Connection, on map: NetworkMap) -> [PageData.PlacedText]? {
    let numbers = extents.enumerated().compactMap { place, extent in
      map.cases(of: connection, in: extent.scope).map {
        PageData.PlacedText(place: areaCount + place, text: $0.text(map.disclosure))
      }
    }
    return numbers.isEmpty ? nil : numbers
  }
}
