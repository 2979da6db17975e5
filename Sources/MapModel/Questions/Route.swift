import OrderedCollections

/// A way from one actor to another along connections.
public struct Route: Sendable, Hashable {
  /// One connection, or one meeting in an activity.
  public struct Step: Sendable, Hashable {
    /// How a step runs to the arrows of the map.
    public enum Direction: Sendable, Hashable {
      /// With them.
      case along
      /// Against them.
      case against
      /// There are arrows both ways, or the two meet.
      case both
    }

    /// The actor that the step reaches.
    public var actor: MapActor.ID
    /// The activity in which the two meet; `nil` for a connection.
    public var activity: MapActor.ID?
    /// How the step runs to the arrows of the map.
    public var direction: Direction
    /// Whether nothing certain speaks for the step.
    public var isUnclear: Bool

    /// Makes a step.
    public init(
      to actor: MapActor.ID, through activity: MapActor.ID? = nil, _ direction: Direction = .along,
      isUnclear: Bool = false
    ) {
      (self.actor, self.activity, self.direction, self.isUnclear) = (actor, activity, direction, isUnclear)
    }
  }

  /// The actor at the first end.
  public var start: MapActor.ID
  /// The steps, at least one.
  public var steps: [Step]

  /// Makes a route.
  public init(from start: MapActor.ID, _ steps: [Step]) { (self.start, self.steps) = (start, steps) }

  /// The actors passed, with the activities in which they meet, from the first end to the last.
  public var actors: [MapActor.ID] { [start] + steps.flatMap { [$0.activity, $0.actor].compactMap(\.self) } }
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
  ///   - query: what narrows the connections that may be followed; its ends are not asked for.
  ///   - steps: the greatest number of steps, at least 1.
  ///   - throughActivities: whether two actors that meet in an activity are one step apart.
  ///   - eitherWay: whether connections may be followed against their direction.
  ///   - limit: the greatest number of routes listed, not negative.
  /// - Complexity: O(dˢ), where d is the greatest number of an actor's connections and s the number of steps,
  ///   cut off at the limit or after half a million tries; actors out of reach of the end are not tried.
  public func routes(
    from start: MapActor.ID, to end: MapActor.ID, within steps: Int, along query: ConnectionQuery = ConnectionQuery(),
    throughActivities: Bool = false, eitherWay: Bool = false, limit: Int = 1000
  ) -> Routes {
    let limit = max(0, limit)
    struct Reach: Hashable {
      var actor: MapActor.ID
      var activity: MapActor.ID?
    }
    var narrowed = query
    narrowed.sources = []
    narrowed.targets = []
    narrowed.either = []
    var forward: [MapActor.ID: [Reach: Route.Step]] = [:]
    var backward: [MapActor.ID: Set<MapActor.ID>] = [:]
    func connect(
      _ source: MapActor.ID, _ target: MapActor.ID, through activity: MapActor.ID? = nil,
      _ direction: Route.Step.Direction,
      _ presence: Presence
    ) {
      let isUnclear = presence == .unclear || presence == .contradicted
      let reach = Reach(actor: target, activity: activity)
      var step = Route.Step(to: target, through: activity, direction, isUnclear: isUnclear)
      if let known = forward[source]?[reach] {
        step.direction = known.direction == direction ? direction : .both
        step.isUnclear = known.isUnclear && isUnclear
      }
      forward[source, default: [:]][reach] = step
      backward[target, default: []].insert(source)
    }
    for answer in connections(matching: narrowed) where answer.connection.source != answer.connection.target {
      if isMutual(answer.connection.relation) {
        connect(answer.connection.source, answer.connection.target, .both, answer.presence)
        connect(answer.connection.target, answer.connection.source, .both, answer.presence)
        continue
      }
      connect(answer.connection.source, answer.connection.target, .along, answer.presence)
      if eitherWay { connect(answer.connection.target, answer.connection.source, .against, answer.presence) }
    }
    if throughActivities {
      for meeting in meetings(matching: narrowed) {
        connect(meeting.source, meeting.target, through: meeting.activity, .both, meeting.presence)
        connect(meeting.target, meeting.source, through: meeting.activity, .both, meeting.presence)
      }
    }
    // How many steps each actor is from the end, so that no hopeless way is tried.
    var distance: [MapActor.ID: Int] = [end: 0]
    var frontier = [end]
    while let next = frontier.first {
      frontier.removeFirst()
      let reached = distance[next, default: 0] + 1
      if reached > steps { continue }
      for actor in backward[next] ?? [] where distance[actor] == nil {
        distance[actor] = reached
        // No route passes its own start.
        if actor != start { frontier.append(actor) }
      }
    }
    let ordered = forward.mapValues { steps in
      steps.values.sorted {
        ($0.activity.map(position) ?? -1, position($0.actor)) < ($1.activity.map(position) ?? -1, position($1.actor))
      }
    }
    var found: [Route] = []
    var path = [start]
    var taken: [Route.Step] = []
    // Ways that lead nowhere are few on a map of a programme, and could be very many on another.
    var budget = 500_000
    // Routes of exactly `left` more steps, for one length after the other: shortest first.
    func search(_ actor: MapActor.ID, _ left: Int) {
      budget -= 1
      if found.count > limit || budget < 0 { return }
      if actor == end {
        if left == 0 { found.append(Route(from: start, taken)) }
        return
      }
      for step in ordered[actor] ?? [] {
        guard let rest = distance[step.actor], rest <= left - 1, !path.contains(step.actor) else { continue }
        if let activity = step.activity, path.contains(activity) { continue }
        let passed = [step.activity, step.actor].compactMap(\.self)
        path += passed
        taken.append(step)
        search(step.actor, left - 1)
        taken.removeLast()
        path.removeLast(passed.count)
      }
    }
    if start != end, steps > 0 {
      for length in 1...min(steps, max(1, actors.count)) { search(start, length) }
    }
    return Routes(routes: Array(found.prefix(limit)), isCut: found.count > limit || budget < 0)
  }
}
