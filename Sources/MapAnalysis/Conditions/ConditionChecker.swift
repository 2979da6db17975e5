import MapModel
import OrderedCollections

/// Checks conditions on a map, or in a scope of it.
struct ConditionChecker {
  let map: NetworkMap
  /// Where, and of what time, the evidence is looked at.
  let scope: Scope
  /// What is known of each pair of actors, whether it is on the map or not.
  private let answers: [ConditionFinding.Pair: [NetworkMap.Answer]]
  /// The actors for which somebody could speak who was interviewed there.
  private let spokenFor: Set<MapActor.ID>
  /// Whether anybody was interviewed there.
  private let isAsked: Bool
  /// Graphs and measures that conditions have asked for, each made once.
  private var graphs: [GraphKind: MapGraph] = [:]
  private var values: [Condition.RankedMeasure: [Double]] = [:]
  /// The actors that are groups of others, and the checks of maps where some of them stand for their parts.
  private let groups: Set<MapActor.ID>
  private var grouped: [Set<MapActor.ID>: ConditionChecker] = [:]

  private struct GraphKind: Hashable {
    var presences: Set<Presence>
    var passesActivities: Bool
    var removed: Set<MapActor.ID>
  }

  init(_ map: NetworkMap, in scope: Scope) {
    self.map = map
    self.scope = scope
    var query = ConnectionQuery()
    query.scope = scope
    query.presences = Set(Presence.allCases)
    var answers: [ConditionFinding.Pair: [NetworkMap.Answer]] = [:]
    for answer in map.connections(matching: query) {
      let pair = ConditionFinding.Pair(source: answer.connection.source, target: answer.connection.target)
      answers[pair, default: []].append(answer)
      if map.isMutual(answer.connection.relation), pair.source != pair.target {
        answers[.init(source: pair.target, target: pair.source), default: []].append(answer)
      }
    }
    self.answers = answers
    known = answers.flatMap { pair, known in
      // A mutual one answers for either way.
      known.filter { $0.connection.source == pair.source && $0.connection.target == pair.target }
    }.sorted { map.order($0.connection.id) < map.order($1.connection.id) }
    groups = map.groupsOfOthers
    let extent = map.extent(of: scope)
    isAsked = !map.tellingInformants(in: extent).isEmpty
    spokenFor = map.spokenFor(in: extent)
  }

  /// Whether a condition is true.
  /// - Parameter isDenied: whether it is to be denied: of several connections, then, none should be there.
  mutating func finding(_ condition: Condition, isDenied: Bool = false) -> ConditionFinding {
    if map.leavesOutCounts, condition.countsConnections {
      return ConditionFinding(isTrue: nil, absence: .notKnown, reasons: [.leftOut])
    }
    let standing = groups(standingForPartsIn: condition)
    guard standing.isEmpty else {
      var checker = grouped[standing] ?? ConditionChecker(map.collapsing(.groups(standing)), in: scope)
      defer { grouped[standing] = checker }
      return checker.finding(condition, isDenied: isDenied)
    }
    return switch condition {
    case .actor(let selection): actor(selection)
    case .connection(let link): connections(link, isDenied: isDenied)
    case .bothWays(let link): bothWays(link)
    case .route(let passage): RouteCheck(passage).finding(by: &self)
    case .sources(let actor, let count): sources(of: actor, atLeast: count)
    case .rank(let actor, let measure, let places): rank(actor, measure, within: places)
    case .cases(let cases): self.cases(cases)
    case .only(let link, let end): only(link, at: end)
    case .onlyRoute(let passage, let selection): RouteCheck(passage).finding(onlyThrough: selection, by: &self)
    case .share(let share): self.share(share)
    case .more(let more): self.more(more)
    case .rarely(let pattern): rarely(pattern)
    }
  }

  /// The groups of which a condition speaks: what is known of a part is known of its group, unless the condition speaks of
  /// the part as well.
  private func groups(standingForPartsIn condition: Condition) -> Set<MapActor.ID> {
    if groups.isEmpty { return [] }
    let actors = condition.actors
    return groups.intersection(actors).subtracting(actors.flatMap(map.groups))
  }

  // MARK: What the checks share

  /// The actors that a selection means.
  func actors(_ selection: ActorSelection) -> [MapActor.ID] {
    switch selection {
    case .actor(let id): [id]
    case .sector(let sector): map.actors.values.filter { $0.sector == sector }.map(\.id)
    case .role(let role): map.actors.values.filter { $0.plays(role) }.map(\.id)
    }
  }

  /// All connections of which evidence speaks, with what is known of each, in the order of the map.
  let known: [NetworkMap.Answer]

  /// The graph of the connections of some presences, without some actors.
  mutating func graph(
    of presences: Set<Presence>, passesActivities: Bool = false, without removed: Set<MapActor.ID> = []
  ) -> MapGraph {
    let kind = GraphKind(presences: presences, passesActivities: passesActivities, removed: removed)
    if let graph = graphs[kind] { return graph }
    var part = MapGraph.Part()
    part.query.scope = scope
    part.query.presences = presences
    part.passesActivities = passesActivities
    let graph = MapGraph(map, part: part, without: removed)
    graphs[kind] = graph
    return graph
  }

  func answers(from source: MapActor.ID, to target: MapActor.ID) -> [NetworkMap.Answer] {
    answers[.init(source: source, target: target)] ?? []
  }

  /// What is known of something of which no evidence speaks: whether somebody who could know was asked.
  func silence(about actors: [MapActor.ID]) -> Presence {
    actors.contains(where: spokenFor.contains) ? .notFound : .notKnown
  }

  /// What is not known does not fail.
  static func truth(_ absence: Presence) -> Bool? { absence.isKnownAbsence ? false : nil }

  // MARK: Actors and connections

  private func actor(_ selection: ActorSelection) -> ConditionFinding {
    let members = Set(actors(selection))
    let touching = known.filter { answer in
      members.contains(answer.connection.source) || members.contains(answer.connection.target)
    }
    if let found = touching.first(where: { $0.presence.isCertain }) {
      return ConditionFinding(isTrue: true, reasons: [.connection(found.connection.id, found.presence, placed: [:])])
    }
    let presences = members.map { member in
      Presence(
        ofActorWith: touching.filter { $0.connection.source == member || $0.connection.target == member }.map(
          \.presence),
        isAnybodyAsked: isAsked)
    }
    // One that is known to be missing tells nothing of the others.
    let absence =
      presences.filter { !$0.isKnownAbsence }.strongest ?? presences.strongest ?? (isAsked ? .notFound : .notKnown)
    return ConditionFinding(
      isTrue: Self.truth(absence), absence: absence, reasons: [.unconnected(selection, absence)],
      actors: actors(selection))
  }

  private func connections(_ link: Condition.Link, isDenied: Bool) -> ConditionFinding {
    let parts = links(link)
    var finding = isDenied ? ConditionFinding.some(parts) : ConditionFinding.all(parts)
    if parts.count > 1 { finding.parts = parts }
    return finding
  }

  func links(_ link: Condition.Link) -> [ConditionFinding] {
    link.sources.flatMap { source in link.targets.map { connection(from: source, to: $0, link) } }
  }

  private func bothWays(_ link: Condition.Link) -> ConditionFinding {
    guard let one = link.sources.first, let other = link.targets.first else { return ConditionFinding.all([]) }
    return ConditionFinding.all([connection(from: one, to: other, link), connection(from: other, to: one, link)])
  }

  private func connection(
    from source: ActorSelection, to target: ActorSelection, _ link: Condition.Link
  ) -> ConditionFinding {
    let pairs = actors(source).flatMap { one in actors(target).map { (one, $0) } }.filter { $0 != $1 }
    let findings = pairs.map { one, other -> ConditionFinding in
      let known = answers(from: one, to: other).filter { answer in
        (link.relation == nil || link.relation == answer.connection.relation)
          && (link.family == nil || link.family == map.relations[answer.connection.relation]?.family)
      }
      if let attribution = link.attribution { return attributed(known, to: attribution, between: [one, other]) }
      if let found = known.first(where: { $0.presence.isCertain }) { return held(found) }
      let absence =
        known.map(\.presence).strongest
        ?? silence(about: [one, other])
      return ConditionFinding(isTrue: Self.truth(absence), absence: absence)
    }
    var best = ConditionFinding.any(findings) ?? ConditionFinding(isTrue: nil, absence: .notKnown)
    if best.isTrue == true { return best }
    let absence = best.absence ?? .notKnown
    // What the connection owes to the programme was told with it.
    if !best.reasons.isEmpty { return best }
    best.reasons = [.noConnection(from: source, to: target, link.relation, link.family, absence)]
    if case .actor(let one) = source, case .actor(let other) = target {
      best.missing = [.init(source: one, target: other)]
    }
    best.actors = [source, target].flatMap { if case .actor(let id) = $0 { [id] } else { [MapActor.ID]() } }
    return best
  }

  /// Whether one of the known connections between two actors is said to owe something to the programme.
  ///
  /// Where there certainly is one and nobody says what it owes, that is open; where all that is said of it says something
  /// else, it is not so.
  private func attributed(
    _ known: [NetworkMap.Answer], to attribution: Attribution, between ends: [MapActor.ID]
  ) -> ConditionFinding {
    let filter = StatementFilter(attributions: [attribution])
    let narrowed = known.compactMap { answer -> NetworkMap.Answer? in
      guard let connection = filter.narrowed(answer.connection) else { return nil }
      return NetworkMap.Answer(connection: connection, presence: map.presence(of: connection, in: scope))
    }
    if let found = narrowed.first(where: { $0.presence.isCertain }) { return held(found) }
    if let best = narrowed.map(\.presence).filter({ $0.isOnMap || $0 == .reportedAbsent || $0 == .unplaced }).strongest
    {
      return ConditionFinding(isTrue: Self.truth(best), absence: best)
    }
    guard let found = known.first(where: { $0.presence.isCertain }) else {
      let absence = known.map(\.presence).strongest ?? silence(about: ends)
      return ConditionFinding(isTrue: Self.truth(absence), absence: absence)
    }
    let certain = known.filter(\.presence.isCertain)
    let statements = certain.flatMap { map.statements(of: $0.connection, in: scope) }.filter { $0.stance != .absent }
    let said = Set(statements.compactMap(\.attribution))
    let isAllSaid =
      !map.leavesOutCounts && statements.allSatisfy { $0.attribution != nil }
      && certain.allSatisfy { $0.presence == .said }
    return ConditionFinding(
      isTrue: isAllSaid ? false : nil, absence: isAllSaid ? .notFound : .notKnown,
      reasons: [
        .attributed(
          found.connection.id, wanted: attribution, said: Attribution.allCases.filter(said.contains),
          isAllSaid: isAllSaid)
      ])
  }

  private func held(_ answer: NetworkMap.Answer) -> ConditionFinding {
    let placed = scope.area == nil ? map.placedPresences(of: answer.connection, during: scope.period) : [:]
    return ConditionFinding(
      isTrue: true, reasons: [.connection(answer.connection.id, answer.presence, placed: placed)])
  }

  // MARK: Numbers

  private func sources(of actor: MapActor.ID, atLeast count: Int) -> ConditionFinding {
    let supporting = answers.values.flatMap(\.self).filter { answer in
      answer.connection.target == actor && answer.connection.source != actor
        && map.isSupport(answer.connection.relation) && !map.isActivity(answer.connection.source)
    }
    func sectors(_ included: (Presence) -> Bool) -> [Sector.ID] {
      let found = Set(
        supporting.filter { included($0.presence) }.compactMap { map.actors[$0.connection.source]?.sector })
      return map.legend.sectors.keys.filter(found.contains)
    }
    let certain = sectors(\.isCertain)
    let reasons = [ConditionReason.sources(of: actor, sectors: certain, wanted: count)]
    if certain.count >= count { return ConditionFinding(isTrue: true, reasons: reasons) }
    let absence: Presence =
      if sectors(\.isOnMap).count >= count {
        .unclear
      } else if sectors({ $0.isOnMap || $0 == .unplaced }).count >= count {
        .unplaced
      } else {
        silence(about: [actor])
      }
    return ConditionFinding(isTrue: Self.truth(absence), absence: absence, reasons: reasons, actors: [actor])
  }

  private mutating func rank(
    _ actor: MapActor.ID, _ measure: Condition.RankedMeasure, within places: Int
  ) -> ConditionFinding {
    let graph = graph(of: ConnectionQuery().presences)
    guard let node = graph.node(of: actor) else {
      return ConditionFinding(isTrue: nil, absence: .notKnown, reasons: [.notOnMap(actor)])
    }
    let all = values[measure] ?? measure.values(on: graph)
    values[measure] = all
    let ranks = Ranks(all)
    guard let rank = ranks.rank(of: all[node]) else {
      return ConditionFinding(
        isTrue: false, reasons: [.unranked(actor, measure, of: all.count, isZeroForAll: ranks.isZeroForAll)],
        actors: [actor])
    }
    return ConditionFinding(
      isTrue: rank.place <= places,
      reasons: [.rank(actor, measure, place: rank.place, of: all.count, sharedWith: rank.sharedWith)],
      actors: rank.place <= places ? [] : [actor])
  }
}

extension Condition {
  /// Whether it hangs on how many connections there are, so that each that is not shown could turn it.
  fileprivate var countsConnections: Bool {
    switch self {
    case .rank: return true
    case .share(let share):
      switch share.content {
      case .connections, .actors: return true
      case .statements, .cases, .target: return false
      }
    case .more(let more): if case .connections = more.content { return true } else { return false }
    default: return false
    }
  }
}
