import OrderedCollections

/// What lies behind evidence for and against a connection at the same place: behind the state `contradicted`.
public enum Disagreement: String, Sendable, CaseIterable {
  /// Groups of informants differ: those of whom somebody speaks for it are others than those who speak against it.
  case variation
  /// The same group of informants speaks for it and against it, or nobody says whose word or number it is.
  case contradiction
}

extension NetworkMap {
  /// Why evidence speaks for and against a connection in a scope; `nil` where its state is not `contradicted`.
  ///
  /// On the whole map, where a state is contradicted only if it is so wherever there is evidence, one place at which it is
  /// a contradiction makes it one.
  /// - Complexity: O(a · n), where a is the number of areas and n of the connection's pieces of evidence.
  public func disagreement(about connection: Connection, in scope: Scope = .wholeMap) -> Disagreement? {
    guard presence(of: connection, in: scope) == .contradicted else { return nil }
    func inside(_ scope: Scope) -> Disagreement? {
      let extent = extent(of: scope)
      return connection.disagreement(of: { extent.includes($0) }, and: { extent.includes($0) })
    }
    if scope.area != nil { return inside(scope) ?? .contradiction }
    let time = extent(of: scope)
    func placed(_ placement: Placement) -> Disagreement? {
      connection.disagreement(
        of: { $0.placement == placement && time.includes($0) }, and: { $0.placement == placement && time.includes($0) })
    }
    let places = areas.keys.map { inside(scope.in($0)) } + [placed(.programme), placed(.everywhere)]
    return places.contains(.variation) && !places.contains(.contradiction) ? .variation : .contradiction
  }

  /// The groups of which somebody speaks for a connection in a scope, and those of which somebody speaks against it.
  package func sides(
    of connection: Connection, in scope: Scope
  ) -> (for: [InformantGroup.ID], against: [InformantGroup.ID]) {
    let extent = extent(of: scope)
    let placed = connection.statements.filter { extent.includes($0) }
    func groups(_ stance: Stance) -> [InformantGroup.ID] {
      let said = Set(placed.lazy.filter { $0.stance == stance }.flatMap(\.informants))
      return informants.keys.filter(said.contains)
    }
    return (groups(.present), groups(.absent))
  }
}

extension Connection {
  /// Why some of the evidence speaks for the connection and against it; `nil` if it does not.
  fileprivate func disagreement(
    of isSaid: (CodedStatement) -> Bool, and isCounted: (Count) -> Bool
  ) -> Disagreement? {
    let said = statements.filter(isSaid)
    let (present, absent) = (said.filter { $0.stance == .present }, said.filter { $0.stance == .absent })
    let counted = counts.filter(isCounted)
    let isRecorded = counted.contains { $0.value != .number(0) }
    let isNone = !isRecorded && counted.contains { $0.isOfCases }
    // Nobody says whose word a number is.
    if isRecorded && !absent.isEmpty || isNone && !present.isEmpty { return .contradiction }
    if present.isEmpty || absent.isEmpty { return nil }
    let known = (present + absent).allSatisfy { !$0.informants.isEmpty }
    let isApart = Set(present.flatMap(\.informants)).isDisjoint(with: absent.flatMap(\.informants))
    return known && isApart ? .variation : .contradiction
  }
}
