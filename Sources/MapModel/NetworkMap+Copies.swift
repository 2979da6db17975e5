import OrderedCollections

extension NetworkMap {
  /// A copy whose connections are each replaced by what a closure makes of them, or taken away; ids must stay.
  public func mappingConnections(_ transform: (Connection) -> Connection?) -> NetworkMap {
    var copy = self
    var removed: Set<Connection.ID> = []
    // Where none is taken away, the copy shares the table of ids, which is most of the work.
    copy.connections = connections.mapValues { connection in
      guard let result = transform(connection) else {
        removed.insert(connection.id)
        return connection
      }
      precondition(result.id == connection.id, "a connection's id stays when connections are mapped")
      return result
    }
    if !removed.isEmpty { copy.connections.removeAll { removed.contains($0.key) } }
    return copy
  }

  /// Remembers what of the evidence counts.
  mutating func note(_ filter: EvidenceFilter, leavingOut actors: Set<MapActor.ID>) {
    narrowings.append(filter)
    actorsLeftOut.formUnion(actors)
  }

  /// A copy without evidence, and without all that speaks of evidence: actors, areas, relations and the legend alone.
  package var withoutEvidence: NetworkMap {
    var frame = self
    (frame.connections, frame.totalsOfParts) = ([:], [:])
    frame.fieldwork = Fieldwork()
    (frame.claims, frame.expectations, frame.figures, frame.outcomes) = ([], [], [], [])
    frame.lookedFor = [:]
    (frame.theory, frame.pageSteps, frame.report) = ([], [], [])
    (frame.codings, frame.coders) = ([], [])
    return frame
  }

  /// Whether anything has other names than its own.
  package var hasAliases: Bool {
    actors.values.contains { !$0.aliases.isEmpty } || areas.values.contains { !$0.aliases.isEmpty }
      || informants.values.contains { !$0.aliases.isEmpty } || periods.contains { !$0.aliases.isEmpty }
  }

  /// A copy in which nothing has other names than its own.
  package var withoutAliases: NetworkMap {
    var copy = self
    for id in actors.keys { copy.actors[id]?.aliases = [] }
    for id in areas.keys { copy.areas[id]?.aliases = [] }
    for id in informants.keys { copy.informants[id]?.aliases = [] }
    for place in periods.indices { copy.periods[place].aliases = [] }
    return copy
  }

  /// A copy in which actors bear the names that they have in a scope's area.
  public func naming(in scope: Scope) -> NetworkMap {
    guard let area = scope.area else { return self }
    return naming(actors.compactMapValues { $0.namesInAreas[area] }.reduce(into: [:]) { $0[$1.key] = $1.value })
  }

  /// A copy in which some actors bear other names.
  package func naming(_ names: [MapActor.ID: String]) -> NetworkMap {
    var copy = self
    for (actor, name) in names {
      copy.actors[actor]?.name = name
      copy.actors[actor]?.shortName = name
    }
    return copy
  }

  /// A copy without some actors, and without the connections that they are an end of.
  public func removing(_ removed: Set<MapActor.ID>) -> NetworkMap {
    if removed.isEmpty { return self }
    var copy = mappingConnections { removed.contains($0.source) || removed.contains($0.target) ? nil : $0 }
    copy.actors.removeAll { removed.contains($0.key) }
    return copy
  }
}
