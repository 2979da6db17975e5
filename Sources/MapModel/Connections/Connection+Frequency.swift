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

extension Connection {
  /// How often it is said to occur, in a scope.
  ///
  /// What is said of one area tells nothing of others: on the whole map a frequency is told only if it is said of each
  /// place of which the connection is said, or of the programme. What says that there is none takes no part.
  /// - Complexity: O(n), where n is the number of pieces of evidence.
  public func frequency(in scope: Scope = .wholeMap) -> SaidFrequency {
    let speaking = statements.filter { statement in
      statement.stance != .absent && (scope.area.map(statement.placement.includes) ?? true)
        && (scope.period.map(statement.time.includes) ?? true)
    }
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
    let counted = counts.lazy.filter { $0.value != .number(0) }.map(\.placement)
    let isToldEverywhere = (speaking.map(\.placement) + counted).allSatisfy { placement in
      if case .areas(let some) = placement { some.isSubset(of: told) } else { false }
    }
    return isToldEverywhere ? .alike(first) : .notSaid
  }
}
