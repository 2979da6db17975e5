public import OrderedCollections

extension NetworkMap {
  /// What the evidence says of a connection, on the whole map or in an area.
  ///
  /// In an area all nine states are possible. Evidence of the programme as a whole places nothing in an area: a
  /// connection known only so is unplaced there. Where no evidence speaks of the connection, it is not found if a
  /// group that can speak for one of its ends was interviewed there, and otherwise not known.
  /// - Complexity: O(e + f), where e is the connection's evidence and f the fieldwork's entries.
  public func presence(of connection: Connection, in scope: Scope = .wholeMap) -> Presence {
    if let area = scope.area {
      if let placed = connection.placedPresence(in: area) { return placed }
      let isKnownOfProgramme =
        connection.statements.contains { $0.placement == .programme && $0.stance != .absent }
        || connection.counts.contains { $0.area == nil && $0.value != .number(0) }
      if isKnownOfProgramme { return .unplaced }
    } else if !connection.statements.isEmpty || !connection.counts.isEmpty {
      return connection.presence(over: areas.keys)
    }
    return silence(about: [connection.source, connection.target], in: scope)
  }

  /// What the evidence says of a pair of actors and a relation, whether or not any evidence speaks of it.
  public func presence(of id: Connection.ID, in scope: Scope = .wholeMap) -> Presence {
    presence(of: connections[stored(id)] ?? Connection(id), in: scope)
  }

  /// What is known of something between actors of which no evidence speaks: it was not found if a group that can speak
  /// for one of them was interviewed there, and is otherwise not known.
  package func silence(about ends: [MapActor.ID], in scope: Scope) -> Presence {
    let couldKnow = fieldwork.informants(in: scope).contains { group in
      guard let actors = informants[group]?.speaksFor else { return false }
      return ends.contains(where: actors.contains)
    }
    return couldKnow ? .notFound : .notKnown
  }

  /// What the evidence placed in each area says; areas in which none is placed are left out.
  public func placedPresences(of connection: Connection) -> OrderedDictionary<Area.ID, Presence> {
    var presences: OrderedDictionary<Area.ID, Presence> = [:]
    for area in areas.keys { presences[area] = connection.placedPresence(in: area) }
    return presences
  }

  /// The actors that are on the map in a scope: the nodes of its network.
  ///
  /// In an area they are the ends of the connections that are on the map there. On the whole map an actor of which
  /// nothing is known stands alone; one that is only looked for, because it is expected or because connections with it
  /// are reported absent, is no part of the programme.
  /// - Complexity: O(n + c · e), where n is the number of actors, c of connections and e of pieces of evidence of each.
  public func actorsOnMap(in scope: Scope = .wholeMap) -> Set<MapActor.ID> {
    var found: Set<MapActor.ID> = []
    var spokenOf: Set<MapActor.ID> = []
    for connection in connections.values {
      let ends = [connection.source, connection.target]
      if presence(of: connection, in: scope).isOnMap { found.formUnion(ends) } else { spokenOf.formUnion(ends) }
    }
    guard scope.isWholeMap else { return found }
    let lookedFor = spokenOf.union(expectations.flatMap(\.condition.actors))
    return found.union(actors.keys.filter { !lookedFor.contains($0) })
  }

  /// The areas in which a connection is reported absent, in the order of the definition.
  public func areasDenying(_ connection: Connection) -> [Area.ID] {
    areas.keys.filter { connection.placedPresence(in: $0) == .reportedAbsent }
  }

  /// The areas in which a connection is on the map, in the order of the definition.
  public func areas(of connection: Connection) -> [Area.ID] {
    areas.keys.filter { connection.placedPresence(in: $0)?.isOnMap ?? false }
  }
}
