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
  /// What is said of one area tells nothing of others: on the whole map a frequency is told only if it is said of each
  /// place of which the connection is said, or of the programme. What says that there is none takes no part.
  /// - Complexity: O(n), where n is the number of pieces of evidence.
  public func frequency(of connection: Connection, in scope: Scope = .wholeMap) -> SaidFrequency {
    let parts = connection.byPart
    if parts.count > 1 {
      let extent = extent(of: scope, for: connection)
      let speaking = parts.filter { part in
        part.statements.contains { $0.stance != .absent && extent.includes($0) }
          || part.counts.contains { $0.value != .number(0) && extent.includes($0) }
      }
      return SaidFrequency(of: speaking.map { frequency(of: $0, in: scope) })
    }
    let speaking = statements(of: connection, in: scope).filter { $0.stance != .absent }
    let telling = speaking.filter { $0.frequency != nil }
    let said = Set(telling.compactMap(\.frequency))
    guard let first = said.first else { return .notSaid }
    if said.count > 1 { return .differing }
    if scope.area != nil { return .alike(first) }
    var told: Set<Area.ID> = []
    for statement in telling {
      guard case .areas(let some) = statement.placement else { return .alike(first) }
      told.formUnion(some)
    }
    let counts = connection.counts.filter { scope.period == nil || $0.period == scope.period }
    let counted = counts.lazy.filter { $0.value != .number(0) }.map(\.placement)
    let isToldEverywhere = (speaking.map(\.placement) + counted).allSatisfy { placement in
      if case .areas(let some) = placement { some.isSubset(of: told) } else { false }
    }
    return isToldEverywhere ? .alike(first) : .notSaid
  }

  /// The statements of a connection that are placed in a scope.
  /// - Complexity: O(n), where n is the number of pieces of evidence.
  package func statements(of connection: Connection, in scope: Scope) -> [CodedStatement] {
    if scope.isWholeMap { return connection.statements }
    return connection.statements.filter(extent(of: scope, for: connection).includes)
  }
}
