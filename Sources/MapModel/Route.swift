import OrderedCollections

/// A way from one actor to another along connections.
public struct Route: Sendable, Hashable {
  /// The actors passed, with the activities in which they meet, from the first end to the last.
  public var actors: [Actor.ID]
  /// The number of steps: connections followed, a meeting in an activity counting as one.
  public var steps: Int

  /// Makes a route.
  public init(actors: [Actor.ID], steps: Int) {
    self.actors = actors
    self.steps = steps
  }
}

/// The routes between two actors, and whether there are more than were listed.
public struct Routes: Sendable, Hashable {
  /// The routes, shortest first, then in the order of the definition.
  public var routes: [Route]
  /// Whether there are more routes than the limit.
  public var isCut: Bool
}

extension NetworkMap {
  /// The routes from one actor to another within a number of steps, never passing an actor twice.
  /// - Parameters:
  ///   - query: what narrows the connections that may be followed: relation, family, area and presence.
  ///   - steps: the greatest number of steps, at least 1.
  ///   - throughActivities: whether two actors that meet in an activity are one step apart.
  ///   - eitherWay: whether connections may be followed against their direction.
  ///   - limit: the greatest number of routes listed.
  /// - Complexity: O(dˢ), where d is the greatest number of an actor's connections and s the number of steps,
  ///   cut off at the limit; actors from which the end is out of reach are not tried.
  public func routes(
    from start: Actor.ID, to end: Actor.ID, within steps: Int, along query: ConnectionQuery = ConnectionQuery(),
    throughActivities: Bool = false, eitherWay: Bool = false, limit: Int = 1000
  ) -> Routes {
    struct Step: Hashable {
      var actor: Actor.ID
      var activity: Actor.ID?
    }
    var narrowed = query
    narrowed.sources = []
    narrowed.targets = []
    narrowed.either = []
    var forward: [Actor.ID: Set<Step>] = [:]
    var backward: [Actor.ID: Set<Actor.ID>] = [:]
    func connect(_ source: Actor.ID, _ target: Actor.ID, through activity: Actor.ID? = nil) {
      forward[source, default: []].insert(Step(actor: target, activity: activity))
      backward[target, default: []].insert(source)
    }
    for answer in connections(matching: narrowed) where answer.connection.source != answer.connection.target {
      connect(answer.connection.source, answer.connection.target)
      if eitherWay { connect(answer.connection.target, answer.connection.source) }
    }
    if throughActivities {
      for meeting in meetings(matching: narrowed) {
        connect(meeting.source, meeting.target, through: meeting.activity)
        connect(meeting.target, meeting.source, through: meeting.activity)
      }
    }
    // How many steps each actor is from the end, so that no hopeless way is tried.
    var distance: [Actor.ID: Int] = [end: 0]
    var frontier = [end]
    while let next = frontier.first {
      frontier.removeFirst()
      let reached = distance[next, default: 0] + 1
      if reached > steps { continue }
      for actor in backward[next] ?? [] where distance[actor] == nil {
        distance[actor] = reached
        frontier.append(actor)
      }
    }
    let ordered = forward.mapValues { steps in
      steps.sorted {
        (position($0.actor), $0.activity.map(position) ?? -1) < (position($1.actor), $1.activity.map(position) ?? -1)
      }
    }
    var found: [Route] = []
    var path = [start]
    // Routes of exactly `length` steps, for one length after the other: shortest first.
    func search(_ actor: Actor.ID, _ left: Int, _ taken: Int) {
      if found.count > limit { return }
      if actor == end {
        if left == 0 { found.append(Route(actors: path, steps: taken)) }
        return
      }
      for step in ordered[actor] ?? [] {
        guard let rest = distance[step.actor], rest <= left - 1, !path.contains(step.actor) else { continue }
        if let activity = step.activity, path.contains(activity) { continue }
        let passed = [step.activity, step.actor].compactMap(\.self)
        path += passed
        search(step.actor, left - 1, taken + 1)
        path.removeLast(passed.count)
      }
    }
    if start != end, steps > 0 {
      for length in 1...min(steps, max(1, actors.count)) { search(start, length, 0) }
    }
    return Routes(routes: Array(found.prefix(limit)), isCut: found.count > limit)
  }
}
