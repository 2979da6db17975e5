public import OrderedCollections

extension NetworkMap {
  /// What the evidence says of a connection, on the whole map or in a scope of an area, a period, or both.
  ///
  /// Evidence of a scope is what is placed in its area, or in one that lies in it, and in its period, or in one that lies
  /// in that. In a scope all nine states are possible. What no area, or no time, is said of, or a wider one, places
  /// nothing there: a connection known only so is unplaced. But nobody in a year, as the MI counts, is nobody in its
  /// terms. Where no evidence can be of the scope, the connection is not found if a group that can speak for one of its
  /// ends was interviewed there, and otherwise not known.
  ///
  /// Present in one area and absent in another, or in one period and not in another, is variation, not contradiction: a
  /// connection is contradicted only if wherever, and whenever, there is evidence for it there is also evidence against
  /// it. Times are told apart if the map lists periods.
  /// - Complexity: O(e · a · p + f), where e is the connection's evidence, a and p the areas and periods that it names,
  ///   and f the fieldwork's entries.
  public func presence(of connection: Connection, in scope: Scope = .wholeMap) -> Presence {
    if scope.isWholeMap, let plain = connection.plainPresence { return plain }
    return presence(of: connection, in: extent(of: scope, for: connection))
  }

  /// The same in a scope of which the extent is known.
  package func presence(of connection: Connection, in extent: ScopeExtent) -> Presence {
    if extent.scope.isWholeMap {
      if let plain = connection.plainPresence { return plain }
      if !connection.statements.isEmpty || !connection.counts.isEmpty {
        // Numbers that are no cases, and 0, neither show a connection nor deny it; they are evidence all the same.
        return EvidenceCells(connection, in: extent).presence ?? .reportedAbsent
      }
    } else {
      if let placed = placedPresence(of: connection, in: extent) { return placed }
      let canBeThere =
        connection.statements.contains { $0.stance != .absent && extent.canInclude($0) }
        || connection.counts.contains { $0.value != .number(0) && extent.canInclude($0) }
      if canBeThere { return .unplaced }
    }
    return silence(about: [connection.source, connection.target], in: extent)
  }

  /// What the evidence says of a pair of actors and a relation, whether or not any evidence speaks of it.
  public func presence(of id: Connection.ID, in scope: Scope = .wholeMap) -> Presence {
    presence(of: connections[stored(id)] ?? Connection(id), in: scope)
  }

  /// The same in a scope of which the extent is known.
  package func presence(of id: Connection.ID, in extent: ScopeExtent) -> Presence {
    presence(of: connections[stored(id)] ?? Connection(id), in: extent)
  }

  /// What the evidence that is placed in a scope says; `nil` if none is placed there.
  public func placedPresence(of connection: Connection, in scope: Scope) -> Presence? {
    placedPresence(of: connection, in: extent(of: scope, for: connection))
  }

  package func placedPresence(of connection: Connection, in extent: ScopeExtent) -> Presence? {
    // Most evidence of a big map is of other places.
    guard
      connection.statements.contains(where: extent.includes)
        || connection.counts.contains(where: { extent.includes($0) || extent.isNobody($0) })
    else { return nil }
    return EvidenceCells(connection, in: extent).presence
  }

  /// What is known of something between actors of which no evidence speaks: it was not found if a group that can speak
  /// for one of them was interviewed there, and is otherwise not known. Where numbers are left out, one of them may speak of
  /// it, so that nothing is known to be missing because nobody said anything.
  package func silence(about ends: [MapActor.ID], in extent: ScopeExtent) -> Presence {
    ends.contains(where: spokenFor(in: extent).contains) ? .notFound : .notKnown
  }

  /// The groups that were interviewed in a scope and whose silence tells something; none where numbers are left out.
  package func tellingInformants(in extent: ScopeExtent) -> Set<InformantGroup.ID> {
    leavesOutCounts ? [] : informants(in: extent)
  }

  /// What the evidence placed in each area says, at any time or in a period; areas in which none is placed are left out.
  public func placedPresences(
    of connection: Connection, during period: String? = nil
  ) -> OrderedDictionary<Area.ID, Presence> {
    let whole = extent(of: Scope(period: period), for: connection)
    return areaExtents(of: whole).compactMapValues { placedPresence(of: connection, in: $0) }
  }

  /// What the evidence placed in each period that the map lists says, in all places or in an area; periods in which none
  /// is placed are left out.
  public func presencesByPeriod(
    of connection: Connection, in area: Area.ID? = nil
  ) -> OrderedDictionary<String, Presence> {
    let whole = extent(of: Scope(area: area), for: connection)
    return periodExtents(of: whole).compactMapValues { placedPresence(of: connection, in: $0) }
  }

  /// The actors that are on the map in a scope: the nodes of its network.
  ///
  /// In an area or a period they are the ends of the connections that are on the map there. On the whole map an actor of which
  /// nothing is known stands alone; one that is only looked for, because it is expected or because connections with it
  /// are reported absent, is no part of the programme, and on a map that was narrowed to a part of its evidence, nor is
  /// one of which only other evidence speaks. A group of which nothing is known but by its parts
  /// is there as them.
  /// - Complexity: O(n + c · e), where n is the number of actors, c of connections and e of pieces of evidence of each.
  public func actorsOnMap(in scope: Scope = .wholeMap) -> Set<MapActor.ID> {
    var found: Set<MapActor.ID> = []
    var spokenOf: Set<MapActor.ID> = []
    let extent = extent(of: scope)
    for connection in connections.values {
      let ends = [connection.source, connection.target]
      if presence(of: connection, in: extent).isOnMap { found.formUnion(ends) } else { spokenOf.formUnion(ends) }
    }
    guard scope.isWholeMap else { return found }
    let expected = (expectations + grouped.expectations).flatMap(\.condition.actors)
    let lookedFor = spokenOf.union(expected).union(groupsOfOthers)
    return found.union(actors.keys.filter { !lookedFor.contains($0) && !actorsLeftOut.contains($0) })
  }

  /// The areas of which a connection is denied, and not only of a part of them, at any time or in a period, in the order of the definition.
  public func areasDenying(_ connection: Connection, during period: String? = nil) -> [Area.ID] {
    guard connection.isDenied else { return [] }
    let denying = placedPresences(of: connection, during: period).filter { $0.value == .reportedAbsent }.keys
    return denying.filter { isDenied(connection, throughout: Scope(area: $0, period: period)) }
  }

  /// Whether evidence against a connection is of all of an area and of a period, not only of an area or a period in it: what is
  /// denied of one district is not denied of its region.
  package func isDenied(_ connection: Connection, throughout scope: Scope) -> Bool {
    func isOf(_ area: Area.ID, _ count: Count) -> Bool {
      count.area.map { $0 == area || contained(in: $0).contains(area) } ?? true
    }
    func isOf(_ period: String, _ count: Count) -> Bool {
      count.period.isEmpty || count.period == period || isPeriod(period, within: count.period)
    }
    return connection.statements.contains { statement in
      statement.stance == .absent && (scope.area.map(statement.placement.includes) ?? true)
        && (scope.period.map(statement.time.includes) ?? true)
    }
      || connection.counts.contains { count in
        count.isZeroOfCases && (scope.area.map { isOf($0, count) } ?? true)
          && (scope.period.map { isOf($0, count) } ?? true)
      }
  }

  /// The areas in which a connection is on the map, at any time or in a period, in the order of the definition.
  public func areas(of connection: Connection, during period: String? = nil) -> [Area.ID] {
    Array(placedPresences(of: connection, during: period).filter(\.value.isOnMap).keys)
  }

  /// The parts of a scope in which a connection is reported absent: areas, or else periods that the map lists, or else
  /// both together, each in the order of the definition.
  package func partsDenying(_ connection: Connection, of extent: ScopeExtent) -> [Scope] {
    guard connection.isDenied else { return [] }
    func denying(_ parts: [ScopeExtent]) -> [Scope] {
      parts.filter { placedPresence(of: connection, in: $0) == .reportedAbsent }.map(\.scope)
        .filter { isDenied(connection, throughout: $0) }
    }
    let places = extent.scope.area == nil ? Array(areaExtents(of: extent).values) : []
    let times = extent.scope.period == nil ? Array(periodExtents(of: extent).values) : []
    for parts in [places, times] {
      let found = denying(parts)
      if !found.isEmpty { return found }
    }
    return times.isEmpty ? [] : denying(places.flatMap { Array(periodExtents(of: $0).values) })
  }
}

extension Connection {
  /// What the evidence says where it is one number of the whole: big maps are counted, and most of their connections rest
  /// on one.
  fileprivate var plainPresence: Presence? {
    guard statements.isEmpty, counts.count == 1 else { return nil }
    return counts[0].value == .number(0) ? .reportedAbsent : .recorded
  }

  /// Whether anything denies it.
  var isDenied: Bool {
    statements.contains { $0.stance == .absent } || counts.contains(where: \.isZeroOfCases)
  }
}
