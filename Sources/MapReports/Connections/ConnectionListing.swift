public import MapDisclosure
public import MapModel
public import OrderedCollections

/// Connections that answer a query: as a table, as JSON for scripts, and as text.
public struct ConnectionListing: Sendable, Hashable {
  /// What is listed.
  public enum Subject: Sendable, Hashable {
    /// The connections that answer the query.
    case connections
    /// Those of them that are reported absent, as ``NetworkMap/absences(matching:)`` has it.
    case absences
    /// The connections, then the meetings of actors in activities.
    case connectionsAndMeetings
  }

  /// A connection, or a meeting of two actors in an activity.
  public struct Entry: Sendable, Hashable {
    /// The source actor.
    public let source: MapActor.ID
    /// The target actor.
    public let target: MapActor.ID
    /// The relation; `nil` for a meeting.
    public let relation: Relation.ID?
    /// The relation's family.
    public let family: Family.ID?
    /// Whether the relation runs both ways at once.
    public let isMutual: Bool
    /// The activity in which the two meet; `nil` for a connection.
    public let activity: MapActor.ID?
    /// The areas in which it is on the map, in the period that was asked for if one was; for an absence, those of which it is denied.
    public let areas: [Area.ID]
    /// What the evidence placed in each area says, for the areas in which there is any.
    public let presenceByArea: OrderedDictionary<Area.ID, Presence>
    /// What the evidence placed in each period that the map lists says, in the area that was asked for if one was; for the
    /// periods in which there is any.
    public let presenceByPeriod: OrderedDictionary<String, Presence>
    /// The periods in which it is on the map; for an absence, those of which it is denied.
    public let periods: [String]
    /// What the evidence says of it.
    public let presence: Presence
    /// The number of cases, with what it is of; `nil` if the MI does not count any.
    public let caseTotal: CaseTotal?
    /// The number of cases; `nil` if the MI does not count any.
    public var cases: Count.Value? { caseTotal?.value }
    /// The number of statements, for and against.
    public let statements: Int
    /// How many of them say that there is no such connection.
    public let statementsAgainst: Int
    /// What the connection is said to owe to the programme by statements for it, in the order of time.
    public let attributions: [Attribution]
    /// How often it is said to occur, where the query asks.
    public let frequency: SaidFrequency
    /// Why evidence speaks for it and against it; `nil` where its state is not `contradicted`.
    public let disagreement: Disagreement?
    /// The evidence, if it was asked for.
    public let evidence: [Evidence]
  }

  /// The map of which it is.
  public let published: PublishedMap
  /// What was asked.
  public let query: ConnectionQuery
  /// What is listed.
  public let subject: Subject
  /// Whether entries carry their evidence.
  public let includesEvidence: Bool
  /// The entries, in the order of the map.
  public let connections: [Entry]

  /// Lists what answers a query; evidence from outside its scope is left out.
  /// - Parameter includesEvidence: whether each entry carries its evidence.
  /// - Complexity: O(c · e), where c is the number of connections and e of pieces of evidence of each.
  public init(
    of published: PublishedMap, matching query: ConnectionQuery = ConnectionQuery(), _ subject: Subject = .connections,
    includesEvidence: Bool = false
  ) {
    let published = published.naming(in: query.scope)
    let map = published.map
    (self.published, self.query, self.subject) = (published, query, subject)
    self.includesEvidence = includesEvidence
    let answers = subject == .absences ? map.absences(matching: query) : map.connections(matching: query)
    let meetings = subject == .connectionsAndMeetings ? map.meetings(matching: query) : []
    let place = Place(query.scope, on: map)
    connections =
      answers.map { Entry($0, on: map, in: place, includesEvidence: includesEvidence) }
      + meetings.map { Entry($0, on: map, in: place, includesEvidence: includesEvidence) }
  }
}

/// Where and when entries are looked at, made once for all of them.
private struct Place {
  let extent: ScopeExtent
  let areas: OrderedDictionary<Area.ID, ScopeExtent>
  let periods: OrderedDictionary<String, ScopeExtent>

  init(_ scope: Scope, on map: NetworkMap) {
    extent = map.extent(of: scope)
    areas = map.areaExtents(of: scope.area == nil ? extent : map.extent(of: Scope(period: scope.period)))
    periods = scope.period == nil ? map.periodExtents(of: extent) : [:]
  }
}

extension ConnectionListing.Entry {
  fileprivate init(_ answer: NetworkMap.Answer, on map: NetworkMap, in place: Place, includesEvidence: Bool) {
    let (extent, scope) = (place.extent, place.extent.scope)
    let connection = answer.connection
    let (isAbsence, isUnplaced) = (answer.presence == .reportedAbsent, answer.presence == .unplaced)
    // An absence rests on what denies the connection, and on nothing else.
    let statements = connection.statements.filter { statement in
      (isUnplaced ? extent.canInclude(statement) : extent.includes(statement))
        && (!isAbsence || statement.stance == .absent)
    }
    let counts = connection.counts.filter { count in
      (isUnplaced ? extent.canInclude(count) : extent.includes(count) || extent.isNobody(count))
        && (!isAbsence || count.value == .number(0))
    }
    let placed = place.areas.compactMapValues { map.placedPresence(of: connection, in: $0) }
    source = connection.source
    target = connection.target
    relation = connection.relation
    family = map.relations[connection.relation]?.family
    isMutual = map.isMutual(connection.relation)
    activity = nil
    let denying = isAbsence ? map.areasDenying(connection, during: scope.period) : []
    areas = isAbsence ? placed.keys.filter(denying.contains) : placed.keys.filter { placed[$0]?.isOnMap ?? false }
    presenceByArea = placed
    let byPeriod = place.periods.compactMapValues { map.placedPresence(of: connection, in: $0) }
    presenceByPeriod = byPeriod
    periods = byPeriod.keys.filter { period in
      isAbsence
        ? byPeriod[period] == .reportedAbsent
          && map.isDenied(connection, throughout: Scope(area: scope.area, period: period))
        : byPeriod[period]?.isOnMap ?? false
    }
    presence = answer.presence
    // An absence is that of zeros, and unplaced is what the programme counts, not what other areas do.
    let isOfSome = isAbsence || isUnplaced
    caseTotal =
      isOfSome
      ? map.cases(
        of: Connection(connection.id, counts: counts),
        in: isUnplaced ? .wholeMap : scope)
      : map.cases(of: connection, in: scope)
    self.statements = statements.count
    statementsAgainst = statements.count { $0.stance == .absent }
    let said = Set(statements.lazy.filter { $0.stance != .absent }.compactMap(\.attribution))
    attributions = Attribution.allCases.filter(said.contains)
    frequency = isAbsence ? .notSaid : map.frequency(of: connection, in: scope)
    disagreement = map.disagreement(about: connection, in: scope)
    evidence =
      includesEvidence
      ? statements.map(ConnectionListing.Evidence.init)
        + counts.map { ConnectionListing.Evidence($0, map.disclosure) } : []
  }

  fileprivate init(_ meeting: Meeting, on map: NetworkMap, in place: Place, includesEvidence: Bool) {
    let legs = meeting.connections.map { Self($0, on: map, in: place, includesEvidence: includesEvidence) }
    func isPlaced(_ end: MapActor.ID, _ area: Area.ID) -> Bool {
      legs.contains { ($0.source == end || $0.target == end) && $0.areas.contains(area) }
    }
    source = meeting.source
    target = meeting.target
    relation = nil
    family = map.legend.families.values.first { !$0.isSupport }?.id
    isMutual = true
    activity = meeting.activity
    areas = map.areas.keys.filter { isPlaced(meeting.source, $0) && isPlaced(meeting.target, $0) }
    presenceByArea = [:]
    presenceByPeriod = [:]
    periods = []
    presence = meeting.presence
    caseTotal = nil
    statements = legs.reduce(0) { $0 + $1.statements }
    statementsAgainst = legs.reduce(0) { $0 + $1.statementsAgainst }
    (attributions, frequency, disagreement) = ([], .notSaid, nil)
    evidence = legs.flatMap(\.evidence)
  }
}
