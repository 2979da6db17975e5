import MapModel
import OrderedCollections

/// Conditions that nobody else has part in something.
extension ConditionChecker {
  /// Whether those at one end of a link are the only ones there.
  ///
  /// That there is nobody else is known only if somebody was asked who can speak for those at the other end.
  func only(_ link: Condition.Link, at end: Condition.End) -> ConditionFinding {
    let named = ConditionFinding.all(links(link))
    let (here, there) = end == .from ? (link.sources, link.targets) : (link.targets, link.sources)
    let pattern = Condition.Pattern(
      from: end == .from ? [] : there, to: end == .from ? there : [], relation: link.relation, family: link.family,
      statements: StatementFilter(attributions: Set([link.attribution].compactMap(\.self))))
    var others: [MapActor.ID: [Presence]] = [:]
    for answer in matching(pattern) {
      for way in map.ways(answer.connection.id, in: pattern) {
        let (own, opposite) = (way.end(end), way.end(end.opposite))
        if own != opposite, !here.contains(where: { map.isMeant(own, by: $0) }) {
          others[own, default: []].append(answer.presence)
        }
      }
    }
    func those(_ isMeant: (Presence) -> Bool) -> [MapActor.ID] {
      others.filter { $0.value.contains(where: isMeant) }.keys.sorted { map.position($0) < map.position($1) }
    }
    let certain = those(\.isCertain)
    if !certain.isEmpty {
      let part = ConditionFinding(isTrue: false, reasons: [.others(link, at: end, certain, .said)])
      return ConditionFinding.all([named, part].filter { $0.isTrue == false })
    }
    let doubtful = those { $0.isOnMap || $0 == .unplaced }
    let anchors = there.flatMap(actors)
    let nobodyElse: ConditionFinding
    if !doubtful.isEmpty {
      let best = doubtful.flatMap { others[$0, default: []] }.strongest ?? .unclear
      nobodyElse = ConditionFinding(isTrue: nil, absence: best, reasons: [.others(link, at: end, doubtful, best)])
    } else {
      let silence = silence(about: anchors)
      nobodyElse = ConditionFinding(
        isTrue: silence == .notFound ? true : nil, absence: silence == .notFound ? nil : .notKnown,
        reasons: [.noOthers(link, at: end, silence)])
    }
    return ConditionFinding.all([named, nobodyElse])
  }

  /// The connections of a pattern, with what the evidence that it counts says of each here, in the order of the map.
  func matching(_ pattern: Condition.Pattern) -> [NetworkMap.Answer] {
    known.compactMap { answer in
      guard let narrowed = map.narrowed(answer.connection, to: pattern) else { return nil }
      let presence = pattern.statements.isEmpty ? answer.presence : map.presence(of: narrowed, in: scope)
      return NetworkMap.Answer(connection: narrowed, presence: presence)
    }
  }
}

extension Condition.End {
  /// The other end.
  var opposite: Condition.End { self == .from ? .to : .from }
}

extension Connection.ID {
  /// The actor at an end.
  func end(_ end: Condition.End) -> MapActor.ID { end == .from ? source : target }
}
