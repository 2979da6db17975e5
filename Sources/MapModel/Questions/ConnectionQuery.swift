import OrderedCollections

/// A question of who connects to whom: each part narrows the answer, and an empty part asks for nothing.
public struct ConnectionQuery: Sendable, Hashable {
  /// The actors from which connections start.
  public var sources: Set<MapActor.ID>
  /// The actors to which connections point.
  public var targets: Set<MapActor.ID>
  /// Actors that stand at either end; two of them ask for the connections between the two, either way.
  public var either: Set<MapActor.ID>
  /// The relations.
  public var relations: Set<Relation.ID>
  /// The families of relations.
  public var families: Set<Family.ID>
  /// Roles that one of the ends plays.
  public var roles: Set<Role.ID>
  /// Sectors to which one of the ends belongs.
  public var sectors: Set<Sector.ID>
  /// Stages at which one of the ends stands.
  public var stages: Set<Stage.ID>
  /// What attributes of one of the ends are, each of them.
  public var attributes: [AttributeCondition] = []
  /// The whole map, or a scope of an area, a period, or both.
  public var scope: Scope
  /// What the evidence says of the connections; by default, that they are on the map.
  public var presences: Set<Presence>
  /// Which statements count; a connection of which none does is no answer.
  public var statements: StatementFilter

  /// Makes a query; without anything, for everything on the map.
  public init(
    from sources: Set<MapActor.ID> = [], to targets: Set<MapActor.ID> = [], either: Set<MapActor.ID> = [],
    relations: Set<Relation.ID> = [], families: Set<Family.ID> = [], roles: Set<Role.ID> = [],
    sectors: Set<Sector.ID> = [], stages: Set<Stage.ID> = [], in scope: Scope = .wholeMap,
    presences: Set<Presence> = Set(Presence.allCases.filter(\.isOnMap)),
    statements: StatementFilter = StatementFilter()
  ) {
    (self.sources, self.targets, self.either) = (sources, targets, either)
    (self.relations, self.families, self.roles) = (relations, families, roles)
    (self.sectors, self.stages, self.scope, self.presences) = (sectors, stages, scope, presences)
    self.statements = statements
  }
}

extension NetworkMap {
  /// A connection that answers a query, with what the evidence says of it there.
  public struct Answer: Sendable, Hashable {
    /// The connection, with the evidence that the query counts.
    public var connection: Connection
    /// What the evidence says of it in the query's scope.
    public var presence: Presence

    /// Makes an answer.
    public init(connection: Connection, presence: Presence) {
      self.connection = connection
      self.presence = presence
    }
  }

  /// The connections that answer a query, sorted by source, target and relation in the order of the definition.
  /// - Complexity: O(c · e), where c is the number of connections and e of pieces of evidence of each.
  public func connections(matching query: ConnectionQuery) -> [Answer] {
    let extent = extent(of: query.scope)
    let found = connections.values.compactMap { connection -> (order: (Int, Int, Int), answer: Answer)? in
      guard matches(connection.id, query), let connection = query.statements.narrowed(connection) else { return nil }
      let presence = presence(of: connection, in: extent)
      guard query.presences.contains(presence) else { return nil }
      return (order(connection.id), Answer(connection: connection, presence: presence))
    }
    return found.sorted { $0.order < $1.order }.map(\.answer)
  }

  /// The connections that answer a query and are reported absent: in its scope, or in any part of it that is an area or a
  /// period of the map.
  /// - Complexity: O(c · e), where c is the number of connections and e of pieces of evidence of each.
  public func absences(matching query: ConnectionQuery) -> [Answer] {
    var everything = query
    everything.presences = Set(Presence.allCases)
    let extent = extent(of: query.scope)
    return connections(matching: everything).compactMap { answer in
      let isDenied =
        answer.presence == .reportedAbsent || !partsDenying(answer.connection, of: extent).isEmpty
      return isDenied ? Answer(connection: answer.connection, presence: .reportedAbsent) : nil
    }
  }

  /// Connections in the order of the definition of their sources, targets and relations.
  public func order(_ id: Connection.ID) -> (Int, Int, Int) {
    (
      actors.index(forKey: id.source) ?? .max, actors.index(forKey: id.target) ?? .max,
      relations.index(forKey: id.relation) ?? .max
    )
  }

  /// Whether a connection is of the kind that a query asks for, wherever it is.
  package func matches(_ id: Connection.ID, _ query: ConnectionQuery) -> Bool {
    guard query.relations.isEmpty || query.relations.contains(id.relation) else { return false }
    if !query.families.isEmpty {
      guard let family = relations[id.relation]?.family, query.families.contains(family) else { return false }
    }
    return matchesEnds(id.source, id.target, query)
      || isMutual(id.relation) && matchesEnds(id.target, id.source, query)
  }

  /// Whether a pair of actors meets the parts of a query that ask for ends.
  func matchesEnds(_ source: MapActor.ID, _ target: MapActor.ID, _ query: ConnectionQuery) -> Bool {
    guard query.sources.isEmpty || query.sources.contains(source) else { return false }
    guard query.targets.isEmpty || query.targets.contains(target) else { return false }
    if query.either.count == 1 {
      guard query.either.contains(source) || query.either.contains(target) else { return false }
    } else if query.either.count > 1 {
      guard source != target, query.either.contains(source), query.either.contains(target) else { return false }
    }
    if query.roles.isEmpty, query.sectors.isEmpty, query.stages.isEmpty, query.attributes.isEmpty { return true }
    let ends = [actors[source], actors[target]].compactMap(\.self)
    return (query.roles.isEmpty || ends.contains { end in query.roles.contains { end.plays($0) } })
      && (query.sectors.isEmpty || ends.contains { query.sectors.contains($0.sector) })
      && (query.stages.isEmpty || ends.contains { query.stages.contains($0.stage) })
      && query.attributes.allSatisfy { condition in ends.contains(where: condition.holds) }
  }
}
