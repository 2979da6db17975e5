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
  /// Evidence speaks against evidence where both are of the same place and time, and of the same part where a group stands
  /// for its parts. One such pair that is a contradiction makes the whole one.
  /// - Complexity: O(n²), where n is the number of the connection's pieces of evidence, of one part.
  public func disagreement(about connection: Connection, in scope: Scope = .wholeMap) -> Disagreement? {
    guard connection.isDenied, presence(of: connection, in: scope) == .contradicted else { return nil }
    let extent = extent(of: scope, for: connection)
    let pairs = connection.byPart.flatMap { Self.opposing(in: $0, extent) }
    let areOfOthers = pairs.allSatisfy { one, other in
      !one.groups.isEmpty && !other.groups.isEmpty && one.groups.isDisjoint(with: other.groups)
    }
    return areOfOthers && !pairs.isEmpty ? .variation : .contradiction
  }

  /// What speaks for a connection with what speaks against it at the same place and time.
  private static func opposing(in connection: Connection, _ extent: ScopeExtent) -> [(Voice, Voice)] {
    let statements = connection.statements.filter(extent.includes).map(Voice.init)
    let counts = connection.counts.filter { extent.includes($0) || extent.isNobody($0) }.map(Voice.init)
    func meet(_ one: Voice, _ other: Voice) -> Bool {
      one.placement.meets(other.placement) && (!extent.tellsTimes || one.time.meets(other.time))
    }
    let counted = counts.filter { $0.isFor == true }
    // Some of one number and none of another is some.
    let nobody = counts.filter { none in none.isFor == false && !counted.contains { meet($0, none) } }
    let (pro, contra) = (statements.filter { $0.isFor == true }, statements.filter { $0.isFor == false })
    return pro.flatMap { one in (contra + nobody).filter { meet(one, $0) }.map { (one, $0) } }
      + counted.flatMap { one in contra.filter { meet(one, $0) }.map { (one, $0) } }
  }

  /// The groups of which somebody speaks for a connection in a scope, and those of which somebody speaks against it.
  package func sides(
    of connection: Connection, in scope: Scope
  ) -> (for: [InformantGroup.ID], against: [InformantGroup.ID]) {
    let placed = statements(of: connection, in: scope)
    func groups(_ stance: Stance) -> [InformantGroup.ID] {
      let said = Set(placed.lazy.filter { $0.stance == stance }.flatMap(\.informants))
      return informants.keys.filter(said.contains)
    }
    return (groups(.present), groups(.absent))
  }
}

/// What speaks for or against a connection: where, when, and whose word it is.
private struct Voice {
  let placement: Placement
  let time: TimePlacement
  /// Empty if nobody says whose word it is, as of a number.
  let groups: Set<InformantGroup.ID>
  /// `nil` of what speaks neither for it nor against it.
  let isFor: Bool?

  init(_ statement: CodedStatement) {
    (placement, time, groups) = (statement.placement, statement.time, Set(statement.informants))
    isFor = statement.stance == .unclear ? nil : statement.stance == .present
  }

  init(_ count: Count) {
    (placement, time, groups) = (count.placement, count.time, [])
    isFor = count.value != .number(0) ? true : count.isOfCases ? false : nil
  }
}

extension Placement {
  /// Whether two pieces of evidence are of the same place.
  fileprivate func meets(_ other: Placement) -> Bool {
    switch (self, other) {
    case (.programme, .programme): true
    case (.programme, _), (_, .programme): false
    case (.everywhere, _), (_, .everywhere): true
    case (.areas(let some), .areas(let others)): !some.isDisjoint(with: others)
    }
  }
}

extension TimePlacement {
  /// Whether two pieces of evidence are of the same time.
  fileprivate func meets(_ other: TimePlacement) -> Bool {
    switch (self, other) {
    case (.unsaid, .unsaid): true
    case (.unsaid, _), (_, .unsaid): false
    case (.throughout, _), (_, .throughout): true
    case (.periods(let some), .periods(let others)): !some.isDisjoint(with: others)
    }
  }
}
