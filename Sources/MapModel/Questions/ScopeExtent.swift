package import OrderedCollections

/// A scope with all that lies in it: what tells whether evidence is placed there.
///
/// To make one takes the map, so it is made once where many connections are asked for.
package struct ScopeExtent: Sendable {
  /// How the place, or the time, of a piece of evidence lies to that of a scope.
  enum Relation {
    /// It lies in it.
    case inside
    /// It is not said, or it is one in which the scope lies: the evidence can be of the scope, and need not be.
    case wider
    /// It is another.
    case outside
  }

  /// The scope.
  package private(set) var scope: Scope
  /// The scope's area and those that lie in it; `nil` for all.
  private(set) var areas: Set<Area.ID>?
  /// The scope's period and those that lie in it; `nil` for all.
  private(set) var periods: Set<String>?
  /// How many areas there are.
  private(set) var areaCount: Int
  /// The periods that the map lists, or the scope names, of those that are in it.
  private(set) var listedPeriods: [String]
  /// Whether times are told apart: a map that lists no periods does not tell its evidence apart by them.
  let tellsTimes: Bool
  /// The actors for which somebody could speak who was interviewed in the scope; `nil` where so few connections are asked
  /// for that it is not worth to know it beforehand.
  fileprivate(set) var spokenFor: Set<MapActor.ID>?
  private let areaContents: [Area.ID: Set<Area.ID>]
  private let periodContents: [String: Set<String>]

  /// Makes the extent of a scope.
  /// - Parameters:
  ///   - areas: the areas that the evidence names.
  ///   - periods: the periods that the evidence names.
  /// - Complexity: O(a + p²), where a is the number of areas and p of periods.
  init(_ scope: Scope, on map: NetworkMap, areas named: some Sequence<Area.ID>, periods namedPeriods: Set<String>) {
    self.scope = scope
    var areaContents: [Area.ID: Set<Area.ID>] = [:]
    for area in named where areaContents[area] == nil {
      if let inner = map.areas[area]?.contains, !inner.isEmpty { areaContents[area] = map.contained(in: area) }
    }
    self.areaContents = areaContents
    areas = scope.area.map { map.contained(in: $0).union([$0]) }
    areaCount = areas?.count ?? map.areas.count
    tellsTimes = scope.period != nil || !map.periods.isEmpty
    if tellsTimes {
      let listed = map.periods.map(\.name) + [scope.period].compactMap(\.self)
      let contents = map.contents(ofPeriods: namedPeriods.union(listed))
      periodContents = contents
      let inside = scope.period.map { contents[$0, default: []].union([$0]) }
      periods = inside
      listedPeriods = inside.map { inside in listed.filter(inside.contains) } ?? listed
    } else {
      (periodContents, periods, listedPeriods) = ([:], nil, [])
    }
  }

  /// The extent of a part of the scope: of an area, or of a period that the map lists, or both.
  package func narrowed(to part: Scope, on map: NetworkMap) -> ScopeExtent {
    var extent = self
    (extent.scope, extent.spokenFor) = (part, nil)
    if part.area != scope.area {
      extent.areas = part.area.map { map.contained(in: $0).union([$0]) }
      extent.areaCount = extent.areas?.count ?? map.areas.count
    }
    if part.period != scope.period, let period = part.period {
      let inside = periodContents[period, default: []].union([period])
      extent.periods = inside
      extent.listedPeriods = listedPeriods.filter(inside.contains)
    }
    return extent
  }

  // MARK: How evidence lies to the scope

  func relation(of placement: Placement) -> Relation {
    guard let areas, let own = scope.area else { return .inside }
    switch placement {
    case .programme: return .wider
    case .everywhere: return .inside
    case .areas(let named):
      if named.contains(where: areas.contains) { return .inside }
      return named.contains { areaContents[$0]?.contains(own) ?? false } ? .wider : .outside
    }
  }

  func relation(of time: TimePlacement) -> Relation {
    guard let periods, let own = scope.period else { return .inside }
    switch time {
    case .unsaid: return .wider
    case .throughout: return .inside
    case .periods(let named):
      if named.contains(where: periods.contains) { return .inside }
      return named.contains { periodContents[$0]?.contains(own) ?? false } ? .wider : .outside
    }
  }

  /// How a count lies to the scope; counts are many, and hold one area and one period.
  func relation(of count: Count) -> (place: Relation, time: Relation) {
    var (place, time) = (Relation.inside, Relation.inside)
    if let areas, let own = scope.area {
      place =
        count.area.map { areas.contains($0) ? .inside : areaContents[$0]?.contains(own) ?? false ? .wider : .outside }
        ?? .wider
    }
    if let periods, let own = scope.period {
      time =
        count.period.isEmpty
        ? .wider
        : periods.contains(count.period)
          ? .inside : periodContents[count.period]?.contains(own) ?? false ? .wider : .outside
    }
    return (place, time)
  }

  /// Whether a statement is placed in the scope.
  package func includes(_ statement: CodedStatement) -> Bool {
    relation(of: statement.placement) == .inside && relation(of: statement.time) == .inside
  }

  /// Whether a count is placed in the scope.
  package func includes(_ count: Count) -> Bool { relation(of: count) == (.inside, .inside) }

  /// Whether interviews were held in the scope.
  func includes(_ entry: Fieldwork.Entry) -> Bool {
    (areas == nil || entry.area.map { areas?.contains($0) ?? true } ?? false) && relation(of: entry.time) == .inside
  }

  /// Whether a statement can be of the scope, and is not placed there.
  package func canInclude(_ statement: CodedStatement) -> Bool {
    let (place, time) = (relation(of: statement.placement), relation(of: statement.time))
    return place != .outside && time != .outside && (place, time) != (.inside, .inside)
  }

  /// Whether a count can be of the scope, and is not placed there.
  package func canInclude(_ count: Count) -> Bool {
    let (place, time) = relation(of: count)
    return place != .outside && time != .outside && (place, time) != (.inside, .inside)
  }

  /// Whether a count of nobody is of the scope, or of a longer time or a wider area: then there is nobody in the scope.
  package func isNobody(_ count: Count) -> Bool {
    guard hasContents, count.isZeroOfCases else { return false }
    let (place, time) = relation(of: count)
    return (place == .inside || liesIn(area: count.area)) && (time == .inside || liesIn(period: count.period))
  }

  /// Whether any area, or period, of the evidence lies in another.
  var hasContents: Bool { !areaContents.isEmpty || !periodContents.isEmpty }

  /// The areas of the scope that lie in one that is named.
  func parts(of area: Area.ID?) -> Set<Area.ID> {
    let parts = area.flatMap { areaContents[$0] } ?? []
    return areas.map(parts.intersection) ?? parts
  }

  /// The periods of the scope that the map lists and that lie in one that is named.
  func parts(of period: String) -> [String] {
    guard let parts = periodContents[period] else { return [] }
    return listedPeriods.filter(parts.contains)
  }

  /// Whether the scope's area is one that is named, or lies in it; not if nothing is named.
  func liesIn(area: Area.ID?) -> Bool {
    guard let area, let own = scope.area else { return false }
    return area == own || isArea(own, within: area)
  }

  /// Whether the scope's period is one that is named, or lies in it; not if nothing is named.
  func liesIn(period: String) -> Bool {
    guard !period.isEmpty, let own = scope.period else { return false }
    return period == own || isPeriod(own, within: period)
  }

  /// Whether one area lies in another.
  func isArea(_ part: Area.ID, within whole: Area.ID) -> Bool { areaContents[whole]?.contains(part) ?? false }

  /// Whether one period lies in another.
  func isPeriod(_ part: String, within whole: String) -> Bool { periodContents[whole]?.contains(part) ?? false }
}

extension NetworkMap {
  /// The extent of a scope, for the evidence of all connections.
  /// - Complexity: O(n), where n is the number of areas, of the fieldwork's entries and, if times are told apart, of pieces
  ///   of evidence.
  package func extent(of scope: Scope = .wholeMap) -> ScopeExtent {
    let tellsTimes = scope.period != nil || !periods.isEmpty
    var extent = ScopeExtent(scope, on: self, areas: areas.keys, periods: tellsTimes ? evidentPeriods : [])
    extent.spokenFor = spokenFor(in: extent)
    return extent
  }

  /// The extents of the map's areas, at the time of a scope.
  package func areaExtents(of extent: ScopeExtent) -> OrderedDictionary<Area.ID, ScopeExtent> {
    OrderedDictionary(
      uniqueKeysWithValues: areas.keys.map { ($0, extent.narrowed(to: extent.scope.in($0), on: self)) })
  }

  /// The extents of the periods that the map lists, in the place of a scope.
  package func periodExtents(of extent: ScopeExtent) -> OrderedDictionary<String, ScopeExtent> {
    OrderedDictionary(
      periods.map { ($0.name, extent.narrowed(to: extent.scope.during($0.name), on: self)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The extent of a scope, for the evidence of one connection.
  func extent(of scope: Scope, for connection: Connection) -> ScopeExtent {
    var (areas, periods): ([Area.ID], Set<String>) = ([], [])
    for statement in connection.statements {
      if case .areas(let named) = statement.placement { areas += named }
      periods.formUnion(statement.time.names)
    }
    for count in connection.counts {
      if let area = count.area { areas.append(area) }
      if !count.period.isEmpty { periods.insert(count.period) }
    }
    return ScopeExtent(scope, on: self, areas: areas, periods: periods)
  }

  /// The periods that evidence names.
  private var evidentPeriods: Set<String> {
    var names: Set<String> = []
    for connection in connections.values {
      for statement in connection.statements { names.formUnion(statement.time.names) }
      for count in connection.counts { names.insert(count.period) }
    }
    for entry in fieldwork.entries { names.formUnion(entry.time.names) }
    return names.subtracting([""])
  }

  /// The periods of the map in their order: those that it lists, then others that evidence names, by name.
  public var knownPeriods: [String] {
    let listed = periods.map(\.name)
    return listed + evidentPeriods.subtracting(listed).sorted()
  }

  /// Which of some periods lie in which, also by way of others: as the map says, or as their names tell.
  func contents(ofPeriods names: Set<String>) -> [String: Set<String>] {
    if names.count < 2 { return [:] }
    let declared = Dictionary(periods.map { ($0.name, $0.contains) }) { $0 + $1 }
    let spans = Dictionary(uniqueKeysWithValues: names.map { ($0, PeriodSpan($0)) })
    var contents: [String: Set<String>] = [:]
    for whole in names {
      var inner: Set<String> = []
      var next = declared[whole] ?? []
      while let name = next.popLast() {
        if name != whole, inner.insert(name).inserted { next += declared[name] ?? [] }
      }
      inner.formIntersection(names)
      if NameFolding.isOfAll(whole) { inner.formUnion(names.filter { !NameFolding.isOfAll($0) }) }
      if let outer = spans[whole] ?? nil {
        for (name, span) in spans {
          if let span, span != outer, outer.contains(span) { inner.insert(name) }
        }
      }
      if !inner.isEmpty { contents[whole] = inner.subtracting([whole]) }
    }
    return contents
  }
}
