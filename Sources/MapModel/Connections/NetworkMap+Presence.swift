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
    presence(of: connections[id] ?? Connection(id), in: scope)
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

  /// The areas in which a connection is reported absent, in the order of the definition.
  public func areasDenying(_ connection: Connection) -> [Area.ID] {
    areas.keys.filter { connection.placedPresence(in: $0) == .reportedAbsent }
  }

  /// The areas in which a connection is on the map, in the order of the definition.
  public func areas(of connection: Connection) -> [Area.ID] {
    areas.keys.filter { connection.placedPresence(in: $0)?.isOnMap ?? false }
  }
}
