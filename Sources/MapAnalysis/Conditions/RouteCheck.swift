import GraphMeasures
import MapModel
import OrderedCollections

/// Checks whether there is a route, and how sure it is.
struct RouteCheck {
  private let checker: ConditionChecker
  private let passage: Condition.Passage

  init(_ checker: ConditionChecker, _ passage: Condition.Passage) {
    (self.checker, self.passage) = (checker, passage)
  }

  var finding: ConditionFinding {
    let map = checker.map
    if let route = route(\.isCertain) {
      let names = route.dropFirst().reduce(into: (text: map.name(of: route[0]), last: route[0])) { names, actor in
        names.text += " \(step(from: names.last, to: actor)) \(map.name(of: actor))"
        names.last = actor
      }
      return ConditionFinding(isTrue: true, because: "there is a route: \(names.text)")
    }
    let sources = checker.actors(passage.source)
    let targets = checker.actors(passage.target)
    let absence: Presence =
      if route(\.isOnMap) != nil {
        .unclear
      } else if checker.area != nil, route({ $0.isOnMap || $0 == .unplaced }) != nil {
        .unplaced
      } else if sources.contains(where: { source in
        targets.contains { checker.answers(from: source, to: $0).contains { $0.presence == .reportedAbsent } }
      }) {
        .reportedAbsent
      } else {
        checker.silence(about: sources + targets)
      }
    var finding = ConditionFinding(
      isTrue: ConditionChecker.truth(absence), absence: absence,
      because: "no certain route from \(checker.name(passage.source)) to \(checker.name(passage.target)) within"
        + " \(passage.steps) \(passage.steps == 1 ? "step" : "steps"): \(ConditionChecker.words(absence))")
    if case .actor(let source) = passage.source, case .actor(let target) = passage.target {
      finding.actors = [source, target]
      finding.missing = [.init(source: source, target: target)]
    }
    return finding
  }

  /// How a step runs: along a connection, against one, or through an activity.
  private func step(from source: MapActor.ID, to target: MapActor.ID) -> String {
    func isConnected(_ one: MapActor.ID, _ other: MapActor.ID) -> Bool {
      checker.answers(from: one, to: other).contains { $0.presence.isCertain }
    }
    if isConnected(source, target) { return "\u{2192}" }
    if passage.isEitherWay, isConnected(target, source) { return "\u{2190}" }
    var query = ConnectionQuery()
    query.area = checker.area
    query.either = [source, target]
    let activity = checker.map.meetings(matching: query).first?.activity
    return activity.map { "\u{2013}(\(checker.map.name(of: $0)))\u{2013}" } ?? "\u{2013}"
  }

  /// A shortest route along connections of some presences.
  private func route(_ isIncluded: (Presence) -> Bool) -> [MapActor.ID]? {
    var part = MapGraph.Part()
    part.query.area = checker.area
    part.query.presences = Set(Presence.allCases.filter(isIncluded))
    part.passesActivities = passage.passesActivities
    let whole = MapGraph(checker.map, part: part)
    var graph = whole.graph
    if passage.isEitherWay {
      graph = DirectedGraph(
        count: graph.count,
        packed: (0..<graph.count).flatMap { node in
          graph.targets(of: node).flatMap { [(Int32(node), $0), ($0, Int32(node))] }
        })
    }
    let sources = checker.actors(passage.source).compactMap(whole.node)
    let targets = Set(checker.actors(passage.target).compactMap(whole.node)).subtracting(sources)
    let distances = graph.distances(from: sources, limit: passage.steps)
    let reached = targets.filter { distances[$0] != nil }
    guard var node = reached.min(by: { (distances[$0] ?? 0, $0) < (distances[$1] ?? 0, $1) }) else { return nil }
    var route = [node]
    while let distance = distances[node], distance > 0,
      let before = graph.sources(of: node).first(where: { distances[Int($0)] == distance - 1 })
    {
      node = Int(before)
      route.append(node)
    }
    return route.reversed().map { whole.actors[$0].id }
  }
}
