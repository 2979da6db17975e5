import OrderedCollections

extension NetworkMap {
  /// The groups that an actor is part of, from the innermost to the outermost.
  /// - Complexity: O(d²), where d is how deep groups lie in each other.
  public func groups(of actor: MapActor.ID) -> [MapActor.ID] {
    var groups: [MapActor.ID] = []
    var next = self.actor(actor)?.group
    while let group = next, group != actor, !groups.contains(group), self.actor(group) != nil {
      groups.append(group)
      next = self.actor(group)?.group
    }
    return groups
  }

  /// An actor of the map, or one for which a group stands on it.
  package func actor(_ id: MapActor.ID) -> MapActor? { actors[id] ?? grouped.parts[id] }

  /// The actors that are groups of others on the map.
  public var groupsOfOthers: Set<MapActor.ID> { Set(actors.values.compactMap(\.group)).intersection(actors.keys) }

  /// A copy in which groups stand for the actors that are part of them.
  ///
  /// Each connection of a part becomes one of its group, and what connects two parts of a group connects the group with
  /// itself. Every piece of evidence stays, and knows of which connection of which part it speaks: so nothing that is
  /// said of one part contradicts what is said of another, and numbers are added up only where no one is counted twice,
  /// as ``cases(of:in:measure:period:)`` has it. Who can speak for a group, or for each of its parts, can speak for it.
  /// - Complexity: O(n · d), where n is the number of actors, connections and pieces of evidence, and d how deep groups
  ///   lie in each other.
  public func collapsing(_ collapse: Collapse) -> NetworkMap {
    let groups = actors.keys.reduce(into: [MapActor.ID: MapActor.ID]()) { found, actor in
      if actors[actor]?.group != nil { found[actor] = self.groups(of: actor).last(where: collapse.includes) }
    }
    if groups.isEmpty { return self }
    var copy = withoutConnections
    let remaining = Set(
      actors.values.lazy.filter { groups[$0.id] == nil }.compactMap(\.group).filter { groups[$0] == nil })
    func take(_ connection: Connection) {
      let id = Connection.ID(
        from: groups[connection.source] ?? connection.source, to: groups[connection.target] ?? connection.target,
        connection.relation)
      var taken = Connection(id, statements: connection.statements, counts: connection.counts)
      if id != connection.id {
        for index in taken.statements.indices where taken.statements[index].part == nil {
          taken.statements[index].part = connection.id
        }
        for index in taken.counts.indices where taken.counts[index].part == nil {
          taken.counts[index].part = connection.id
        }
      }
      copy.add(taken)
    }
    for connection in connections.values { take(connection) }
    copy.totalsOfParts = [:]
    for total in totalsOfParts.values {
      // It is that of groups whose parts are still on the map.
      let isOfRemaining = [total.source, total.target].contains { remaining.contains(groups[$0] ?? $0) }
      if isOfRemaining { copy.totalsOfParts[total.id] = total } else { take(total) }
    }
    copy.take(together: groups)
    return copy
  }

  /// A copy whose numbers of the parts of groups together wait until the groups stand for them; they are connections of
  /// nobody else.
  package var settingTotalsAside: NetworkMap {
    let totals = connections.values.filter { $0.counts.contains(where: \.isOfParts) }
    if totals.isEmpty { return self }
    var copy = mappingConnections { connection in
      guard connection.counts.contains(where: \.isOfParts) else { return connection }
      var rest = connection
      rest.counts.removeAll(where: \.isOfParts)
      return rest.counts.isEmpty && rest.statements.isEmpty ? nil : rest
    }
    for total in totals {
      copy.totalsOfParts[total.id] = Connection(total.id, counts: total.counts.filter(\.isOfParts))
    }
    return copy
  }

  /// A copy without connections.
  var withoutConnections: NetworkMap {
    var copy = self
    copy.connections = [:]
    return copy
  }

  /// Lets groups stand for their parts, once connections do; `groups` holds the group of each part.
  mutating func take(together groups: [MapActor.ID: MapActor.ID]) {
    func isOfPart(_ actors: some Sequence<MapActor.ID>) -> Bool { actors.contains { groups[$0] != nil } }
    // What stands for parts may be part of a larger group now.
    for (part, group) in grouped.groups { grouped.groups[part] = groups[group] ?? group }
    for actor in actors.values {
      guard let group = groups[actor.id] else { continue }
      grouped.parts[actor.id] = actor
      grouped.groups[actor.id] = group
    }
    let inner = Set(grouped.parts.values.compactMap(\.group))
    let single = grouped.parts.keys.filter { !inner.contains($0) }
    for id in informants.keys {
      guard let spokenFor = informants[id]?.speaksFor else { continue }
      let wholes = Set(groups.values).filter { group in
        single.allSatisfy { part in
          grouped.groups[part] != group || ([part] + self.groups(of: part)).contains(where: spokenFor.contains)
        }
      }
      informants[id]?.speaksFor = spokenFor.filter { groups[$0] == nil }.union(wholes)
    }
    grouped.expectations += expectations.filter { isOfPart($0.condition.actors) }
    grouped.claims += claims.filter { isOfPart($0.condition.actors) }
    expectations.removeAll { isOfPart($0.condition.actors) }
    claims.removeAll { isOfPart($0.condition.actors) }
    for index in figures.indices {
      guard case .map(let selection) = figures[index].content else { continue }
      figures[index].content = .map(selection.grouped(as: grouped))
    }
    actors.removeAll { groups[$0.key] != nil }
    actorsLeftOut = Set(actorsLeftOut.map { groups[$0] ?? $0 })
  }
}
