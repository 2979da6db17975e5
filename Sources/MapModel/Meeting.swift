import OrderedCollections

/// Two actors that meet in an activity: each has a connection with it.
public struct Meeting: Sendable, Hashable {
  /// One actor.
  public var source: Actor.ID
  /// The other actor.
  public var target: Actor.ID
  /// The activity in which they meet.
  public var activity: Actor.ID
  /// The connections of the two with the activity, the source's first.
  public var connections: [NetworkMap.Answer]

  /// What the evidence says of the meeting: no more than what it says of the weaker of the two.
  public var presence: Presence {
    let presences = Set(connections.map(\.presence))
    for weak in [Presence.contradicted, .unclear, .unplaced] where presences.contains(weak) { return weak }
    return presences.count == 1 ? presences.first ?? .said : .said
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
    legs.area = query.area
    legs.presences = query.presences
    var neighbours: OrderedDictionary<Actor.ID, OrderedDictionary<Actor.ID, [Answer]>> = [:]
    for answer in connections(matching: legs) {
      let (source, target) = (answer.connection.source, answer.connection.target)
      for (activity, other) in [(source, target), (target, source)]
      where actors[activity]?.isActivity == true && actors[other]?.isActivity == false {
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
            })
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

  /// An actor's place in the order of the definition.
  public func position(_ actor: Actor.ID) -> Int { actors.index(forKey: actor) ?? .max }
}
