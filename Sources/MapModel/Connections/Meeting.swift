import OrderedCollections

/// Two actors that meet in an activity: each has a connection with it.
public struct Meeting: Sendable, Hashable {
  /// One actor.
  public var source: MapActor.ID
  /// The other actor.
  public var target: MapActor.ID
  /// The activity in which they meet.
  public var activity: MapActor.ID
  /// The connections of the two with the activity, the source's first.
  public var connections: [NetworkMap.Answer]

  /// What the evidence says of the meeting: what it says best of each of the two, and then the weaker.
  public var presence: Presence {
    let ends = [source, target].map { end in
      connections.filter { $0.connection.source == end || $0.connection.target == end }.map(\.presence).strongest
        ?? .notKnown
    }
    return ends.min { $0.strength < $1.strength } ?? .notKnown
  }
}

extension NetworkMap {
  /// The meetings that answer a query: actors connected by an activity that both have a connection with.
  ///
  /// A meeting has no direction; it is given once for a pair, from the end that the query asks for. Relations and
  /// families narrow the connections with the activity.
  /// - Complexity: O(c + Σ d²), where c is the number of connections and d an activity's number of neighbours.
  public func meetings(matching query: ConnectionQuery) -> [Meeting] {
    var legs = ConnectionQuery()
    legs.relations = query.relations
    legs.families = query.families
    legs.scope = query.scope
    legs.presences = query.presences
    legs.statements = query.statements
    var neighbours: OrderedDictionary<MapActor.ID, OrderedDictionary<MapActor.ID, [Answer]>> = [:]
    for answer in connections(matching: legs) {
      let (source, target) = (answer.connection.source, answer.connection.target)
      for (activity, other) in [(source, target), (target, source)]
      where isActivity(activity) && !isActivity(other) {
        neighbours[activity, default: [:]][other, default: []].append(answer)
      }
    }
    var meetings: [Meeting] = []
    for (activity, others) in neighbours {
      let ends = others.keys.sorted { position($0) < position($1) }
      for (index, first) in ends.enumerated() {
        for second in ends[(index + 1)...] {
          guard
            let (source, target) = [(first, second), (second, first)].first(where: {
              matchesEnds($0.0, $0.1, query)
            }), canMeet(others[source] ?? [], others[target] ?? [], in: query.scope)
          else { continue }
          meetings.append(
            Meeting(
              source: source, target: target, activity: activity,
              connections: (others[source] ?? []) + (others[target] ?? [])))
        }
      }
    }
    return meetings.sorted {
      (position($0.source), position($0.target), position($0.activity))
        < (position($1.source), position($1.target), position($1.activity))
    }
  }

  /// Whether two actors can have met, by where and when their connections with an activity are placed: not if one was
  /// there in the north only and the other in the south, or one in the first year and the other in the second.
  private func canMeet(_ one: [Answer], _ other: [Answer], in scope: Scope) -> Bool {
    func canMeet(_ period: String?) -> Bool {
      guard let one = places(one, during: period), let other = places(other, during: period) else { return true }
      return !one.isDisjoint(with: other)
    }
    guard let first = times(one, in: scope), let second = times(other, in: scope) else { return canMeet(scope.period) }
    return first.union(second).contains { period in
      [one, other].allSatisfy { $0.contains { presence(of: $0.connection, in: .period(period)).isOnMap } }
        && canMeet(period)
    }
  }

  /// The areas in which connections are on the map in a period; `nil` if that is known of the programme, and not where.
  private func places(_ answers: [Answer], during period: String?) -> Set<Area.ID>? {
    let isOfProgramme = answers.contains { answer in
      let extent = extent(of: Scope(period: period), for: answer.connection)
      return answer.connection.statements.contains {
        $0.placement == .programme && $0.stance != .absent && extent.includes($0)
      } || answer.connection.counts.contains { $0.area == nil && $0.value != .number(0) && extent.includes($0) }
    }
    return isOfProgramme ? nil : Set(answers.flatMap { areas(of: $0.connection, during: period) })
  }

  /// The periods of a scope that the evidence of connections names; `nil` if times are not told apart, or the evidence is
  /// of no time in particular.
  private func times(_ answers: [Answer], in scope: Scope) -> Set<String>? {
    if periods.isEmpty { return nil }
    var times: Set<String> = []
    for answer in answers {
      let extent = extent(of: scope, for: answer.connection)
      let statements = answer.connection.statements.filter { $0.stance != .absent && extent.includes($0) }
      let counts = answer.connection.counts.filter { $0.value != .number(0) && extent.includes($0) }
      let isOfNoTime = statements.contains { $0.time.names.isEmpty } || counts.contains(where: \.period.isEmpty)
      if isOfNoTime { return nil }
      let named = statements.reduce(into: Set(counts.map(\.period))) { $0.formUnion($1.time.names) }
      times.formUnion(extent.periods.map(named.intersection) ?? named)
    }
    return times
  }

  /// An actor's place in the order of the definition.
  public func position(_ actor: MapActor.ID) -> Int { actors.index(forKey: actor) ?? .max }
}
