/// How often a connection is said to occur.
public enum SaidFrequency: Sendable, Hashable {
  /// All that say it say the same.
  case alike(Frequency)
  /// One says more often than another.
  case differing
  /// Nobody says, or not of everywhere where it is.
  case notSaid

  /// What several connections have in common.
  public init(of several: some Sequence<SaidFrequency>) {
    let all = Set(several)
    let said = all.subtracting([.notSaid])
    self = said.count > 1 ? .differing : all.count > 1 ? .notSaid : all.first ?? .notSaid
  }
}

extension NetworkMap {
  /// How often a connection is said to occur, in a scope.
  ///
  /// What is said of one area, or of one period, tells nothing of others: a frequency is told only if it is said of each
  /// place and time of which the connection is said or counted, or of the programme or without a time. In an area places
  /// are not told apart, and in a period, or on a map that lists none, times are not. What says that there is none takes
  /// no part.
  /// - Complexity: O(n²), where n is the number of pieces of evidence.
  public func frequency(of connection: Connection, in scope: Scope = .wholeMap) -> SaidFrequency {
    // Most connections of big maps are counted, or nobody says how often they occur.
    guard connection.statements.contains(where: { $0.frequency != nil }) else { return .notSaid }
    let parts = connection.byPart
    let extent = extent(of: scope, for: connection)
    if parts.count > 1 {
      let speaking = parts.filter { part in
        part.statements.contains { $0.stance != .absent && extent.includes($0) }
          || part.counts.contains { $0.value != .number(0) && extent.includes($0) }
      }
      return SaidFrequency(of: speaking.map { frequency(of: $0, in: scope) })
    }
    let speaking = connection.statements.filter { $0.stance != .absent && extent.includes($0) }
    let telling = speaking.filter { $0.frequency != nil }
    let said = Set(telling.compactMap(\.frequency))
    guard let first = said.first else { return .notSaid }
    if said.count > 1 { return .differing }
    func reach(_ placement: Placement, _ time: TimePlacement) -> Reach {
      Reach(placement, time, tellsPlaces: scope.area == nil, tellsTimes: scope.period == nil && extent.tellsTimes)
    }
    let told = telling.map { reach($0.placement, $0.time) }
    let counted = connection.counts.lazy.filter { $0.value != .number(0) && extent.includes($0) }
    let spoken = speaking.map { reach($0.placement, $0.time) } + counted.map { reach($0.placement, $0.time) }
    return spoken.allSatisfy { $0.isCovered(by: told) } ? .alike(first) : .notSaid
  }

  /// The statements of a connection that are placed in a scope.
  /// - Complexity: O(n), where n is the number of pieces of evidence.
  package func statements(of connection: Connection, in scope: Scope) -> [CodedStatement] {
    if scope.isWholeMap { return connection.statements }
    return connection.statements.filter(extent(of: scope, for: connection).includes)
  }
}

/// The places and times of which a piece of evidence speaks; `nil` for all, or where it does not say.
private struct Reach {
  let areas: Set<Area.ID>?
  let periods: Set<String>?

  init(_ placement: Placement, _ time: TimePlacement, tellsPlaces: Bool, tellsTimes: Bool) {
    areas = if tellsPlaces, case .areas(let some) = placement { some } else { nil }
    periods = if tellsTimes, case .periods(let some) = time { some } else { nil }
  }

  /// Whether others speak of each place and time of which this does.
  func isCovered(by others: [Reach]) -> Bool {
    Self.each(areas).allSatisfy { area in
      Self.each(periods).allSatisfy { period in
        others.contains { Self.holds($0.areas, area) && Self.holds($0.periods, period) }
      }
    }
  }

  private static func each<Name: Hashable>(_ names: Set<Name>?) -> [Name?] {
    names.map { $0.map(Optional.some) } ?? [nil]
  }

  private static func holds<Name: Hashable>(_ names: Set<Name>?, _ name: Name?) -> Bool {
    names.map { names in name.map(names.contains) ?? false } ?? true
  }
}
