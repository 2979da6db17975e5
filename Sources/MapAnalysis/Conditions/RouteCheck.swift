import GraphMeasures
import MapModel
import OrderedCollections

/// Checks whether there is a route, and how sure it is.
struct RouteCheck {
  private let passage: Condition.Passage

  init(_ passage: Condition.Passage) { self.passage = passage }

  /// What a checker's map says of the route.
  /// - Complexity: that of making up to three graphs where the checker has not made them before, and of as many searches.
  func finding(by checker: inout ConditionChecker) -> ConditionFinding {
    if let route = route(\.isCertain, &checker) {
      let steps = zip(route, route.dropFirst()).map { source, target in
        ConditionReason.Step(way(from: source, to: target, checker), to: target)
      }
      return ConditionFinding(isTrue: true, reasons: [.route(from: route[0], steps)])
    }
    let sources = checker.actors(passage.source)
    let targets = checker.actors(passage.target)
    let absence: Presence =
      if route(\.isOnMap, &checker) != nil {
        .unclear
      } else if !checker.scope.isWholeMap, route({ $0.isOnMap || $0 == .unplaced }, &checker) != nil {
        .unplaced
      } else if passage.steps == 1,
        sources.contains(where: { source in
          targets.contains { checker.answers(from: source, to: $0).contains { $0.presence == .reportedAbsent } }
        })
      {
        .reportedAbsent
      } else {
        checker.silence(about: sources + targets)
      }
    var finding = ConditionFinding(
      isTrue: ConditionChecker.truth(absence), absence: absence, reasons: [.noRoute(passage, absence)])
    if case .actor(let source) = passage.source, case .actor(let target) = passage.target {
      finding.actors = [source, target]
      finding.missing = [.init(source: source, target: target)]
    }
    return finding
  }

  /// What a checker's map says of the route's running through some actors only.
  /// - Complexity: that of making up to six graphs where the checker has not made them before, and of as many searches.
  func finding(onlyThrough selection: ActorSelection, by checker: inout ConditionChecker) -> ConditionFinding {
    var found = finding(by: &checker)
    guard found.isTrue == true else { return found }
    let removed = Set(checker.actors(selection))
    if let other = route(\.isCertain, without: removed, &checker) {
      let steps = zip(other, other.dropFirst()).map { source, target in
        ConditionReason.Step(way(from: source, to: target, checker), to: target)
      }
      return ConditionFinding(isTrue: false, reasons: [.otherRoute(from: other[0], steps, without: selection)])
    }
    let ends = checker.actors(passage.source) + checker.actors(passage.target)
    let absence: Presence =
      if route(\.isOnMap, without: removed, &checker) != nil {
        .unclear
      } else if !checker.scope.isWholeMap, route({ $0.isOnMap || $0 == .unplaced }, without: removed, &checker) != nil {
        .unplaced
      } else {
        checker.silence(about: ends)
      }
    if absence != .notFound {
      return ConditionFinding(isTrue: nil, reasons: [.doubtfulOtherRoute(without: selection, absence)])
    }
    found.reasons.append(.noOtherRoute(without: selection))
    return found
  }

  /// How a step runs: along a connection, against one, or through an activity.
  private func way(
    from source: MapActor.ID, to target: MapActor.ID, _ checker: ConditionChecker
  ) -> ConditionReason.Step.Way {
    func isConnected(_ one: MapActor.ID, _ other: MapActor.ID) -> Bool {
      checker.answers(from: one, to: other).contains { $0.presence.isCertain }
    }
    if isConnected(source, target) { return .along }
    if passage.isEitherWay, isConnected(target, source) { return .against }
    var query = ConnectionQuery()
    query.scope = checker.scope
    query.either = [source, target]
    return .meeting(checker.map.meetings(matching: query).first?.activity)
  }

  /// A shortest route along connections of some presences.
  private func route(
    _ isIncluded: (Presence) -> Bool, without removed: Set<MapActor.ID> = [], _ checker: inout ConditionChecker
  ) -> [MapActor.ID]? {
    let whole = checker.graph(
      of: Set(Presence.allCases.filter(isIncluded)), passesActivities: passage.passesActivities, without: removed)
    let graph = passage.isEitherWay ? DirectedGraph(whole.graph.undirected) : whole.graph
    let sources = checker.actors(passage.source).compactMap(whole.node)
    let targets = Set(checker.actors(passage.target).compactMap(whole.node)).subtracting(sources)
    return graph.shortestPath(from: sources, to: targets, limit: passage.steps)?.map { whole.actors[$0].id }
  }
}
