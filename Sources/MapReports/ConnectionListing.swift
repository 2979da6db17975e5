import Documents
public import MapDisclosure
public import MapModel
import OrderedCollections

/// Connections that answer a query, as a table or JSON for scripts.
public struct ConnectionListing: Encodable, Sendable {
  /// A connection, or a meeting of two actors in an activity.
  public struct Entry: Sendable {
    /// The source actor's id.
    public var from: String
    /// The target actor's id.
    public var to: String
    /// The relation's id; `meets` for a meeting.
    public var relation: String
    /// The relation's family.
    public var family: String
    /// The activity in which the two meet; `nil` for a connection.
    public var through: String?
    /// The areas in which it is on the map; for an absence, those in which it is reported absent.
    public var areas: [String]
    /// What the evidence placed in each area says, for the areas in which there is any.
    public var statusByArea: [String: String]
    /// The areas in words.
    public var places: String
    /// What the evidence says of it.
    public var status: Presence
    /// The number of cases; `nil` if the MI does not count any.
    public var cases: Count.Value?
    /// The number of cases as text; empty if the MI does not count any.
    public var casesText: String
    /// The number of statements.
    public var statements: Int
    /// The evidence, if it was asked for.
    public var evidence: [Evidence]
  }

  /// A statement or a number on which a connection rests.
  public struct Evidence: Encodable, Sendable {
    /// `statement` or `count`.
    public var kind: String
    /// The statement's id.
    public var id: String?
    /// The areas, `all`, or none for the programme.
    public var areas: [String]
    /// The interview.
    public var interview: String?
    /// The groups of which somebody said it.
    public var informants: [String]
    /// Present, absent or unclear.
    public var stance: String?
    /// How often.
    public var frequency: String?
    /// The words of the source.
    public var excerpt: String?
    /// What was counted.
    public var measure: String?
    /// In which period.
    public var period: String?
    /// The number, or `[c]` if it is withheld.
    public var count: String?
    /// How the number was computed.
    public var computed: String?
    /// Where in the source it stands.
    public var reference: String
  }

  /// The entries, in the order of the map.
  public let connections: [Entry]
  /// What the listing shows and withholds.
  public let disclosure: DisclosureNotes

  /// What is listed.
  public enum Subject: Sendable, Hashable {
    /// The connections that answer the query.
    case connections
    /// Those of them that are reported absent, as ``MapModel/NetworkMap/absences(matching:)`` has it.
    case absences
    /// The connections, then the meetings of actors in activities.
    case connectionsAndMeetings
  }

  /// Lists what answers a query; evidence from outside its scope is left out.
  /// - Parameter includesEvidence: whether each entry carries its evidence.
  /// - Complexity: O(c · e), where c is the number of connections and e of pieces of evidence of each.
  public init(
    of published: PublishedMap, matching query: ConnectionQuery = ConnectionQuery(), _ subject: Subject = .connections,
    includesEvidence: Bool = false
  ) {
    let map = published.map
    connections =
      Self.entries(
        subject == .absences ? map.absences(matching: query) : map.connections(matching: query),
        meetings: subject == .connectionsAndMeetings ? map.meetings(matching: query) : [], on: map, in: query.scope,
        includesEvidence: includesEvidence)
    disclosure = published.notes
  }

  private static func entries(
    _ answers: [NetworkMap.Answer], meetings: [Meeting], on map: NetworkMap, in scope: Scope, includesEvidence: Bool
  ) -> [Entry] {
    func speaksOf(_ placement: Placement, _ presence: Presence) -> Bool {
      guard let area = scope.area else { return true }
      return presence == .unplaced ? placement == .programme : placement.includes(area)
    }
    let direct = answers.map { answer in
      let connection = answer.connection
      let isAbsence = answer.presence == .reportedAbsent
      // An absence rests on what denies the connection, and on nothing else.
      let statements = connection.statements.filter {
        speaksOf($0.placement, answer.presence) && (!isAbsence || $0.stance == .absent)
      }
      let counts = connection.counts.filter {
        speaksOf($0.placement, answer.presence) && (!isAbsence || $0.value == .number(0))
      }
      let cases =
        isAbsence
        ? counts.first { $0.isOfCases }?.value
          // Unplaced is what the programme counts, not what other areas do.
        : answer.presence == .unplaced ? Connection(connection.id, counts: counts).cases() : connection.cases(in: scope)
      let placed = map.placedPresences(of: connection)
      let areas = placed.keys.filter { isAbsence ? placed[$0] == .reportedAbsent : placed[$0]?.isOnMap ?? false }
      let places =
        isAbsence
        ? areas.compactMap { map.areas[$0]?.name }.joined(separator: ", ") : map.inWords(placed)
      return Entry(
        from: connection.source.rawValue, to: connection.target.rawValue, relation: connection.relation.rawValue,
        family: map.relations[connection.relation]?.family.rawValue ?? "", through: nil,
        areas: areas.map(\.rawValue),
        statusByArea: Dictionary(uniqueKeysWithValues: placed.map { ($0.key.rawValue, $0.value.rawValue) }),
        places: places,
        status: answer.presence,
        cases: cases, casesText: cases?.text(map.disclosure) ?? "", statements: statements.count,
        evidence: includesEvidence
          ? statements.map(Evidence.init) + counts.map { Evidence($0, map.disclosure) } : [])
    }
    let met = meetings.map { meeting in
      let legs = entries(
        meeting.connections, meetings: [], on: map, in: scope, includesEvidence: includesEvidence)
      let shared = map.areas.keys.map(\.rawValue).filter { area in
        func holds(_ end: MapActor.ID) -> Bool {
          legs.contains { ($0.from == end.rawValue || $0.to == end.rawValue) && $0.areas.contains(area) }
        }
        return holds(meeting.source) && holds(meeting.target)
      }
      return Entry(
        from: meeting.source.rawValue, to: meeting.target.rawValue, relation: "meets",
        family: Relation.Family.coordination.rawValue, through: meeting.activity.rawValue, areas: shared,
        statusByArea: [:],
        places: shared.compactMap { Identifier($0).flatMap { map.areas[$0]?.name } }.joined(separator: ", "),
        status: meeting.presence, cases: nil, casesText: "", statements: legs.reduce(0) { $0 + $1.statements },
        evidence: legs.flatMap(\.evidence))
    }
    return direct + met
  }

  /// The evidence as comma-separated values: a row for each statement or number, with its connection.
  public var evidenceCSV: String {
    CSVText.text(
      header: [
        "from", "to", "relation", "status", "kind", "id", "areas", "interview", "informants", "stance", "frequency",
        "measure", "period", "count", "computed", "excerpt", "reference",
      ],
      rows: connections.flatMap { entry in
        entry.evidence.map { evidence in
          [
            entry.from, entry.to, entry.relation, entry.status.rawValue, evidence.kind, evidence.id ?? "",
            evidence.areas.joined(separator: ";"), evidence.interview ?? "",
            evidence.informants.joined(separator: ";"), evidence.stance ?? "", evidence.frequency ?? "",
            evidence.measure ?? "", evidence.period ?? "", evidence.count ?? "", evidence.computed ?? "",
            evidence.excerpt ?? "", evidence.reference,
          ]
        }
      })
  }

  /// The listing as comma-separated values, without evidence.
  public var csv: String {
    CSVText.text(
      header: ["from", "to", "relation", "family", "through", "areas", "status", "cases", "statements"],
      rows: connections.map { entry in
        [
          entry.from, entry.to, entry.relation, entry.family, entry.through ?? "", entry.areas.joined(separator: ";"),
          entry.status.rawValue, entry.casesText, String(entry.statements),
        ]
      })
  }
}

extension ConnectionListing.Evidence {
  init(_ statement: CodedStatement) {
    func given(_ text: String) -> String? { text.isEmpty ? nil : text }
    self.init(
      kind: "statement", id: given(statement.id), areas: statement.placement.names,
      interview: given(statement.interview),
      informants: statement.informants.map(\.rawValue), stance: statement.stance.rawValue,
      frequency: statement.frequency?.rawValue, excerpt: given(statement.excerpt),
      reference: statement.isWithheld ? "" : statement.reference)
  }

  init(_ count: Count, _ settings: DisclosureSettings) {
    self.init(
      kind: "count", areas: count.placement.names, informants: [], measure: count.measure,
      period: count.period.isEmpty ? nil : count.period, count: count.value.text(settings),
      computed: count.computation.isEmpty ? nil : count.computation, reference: count.reference)
  }
}

extension Placement {
  /// The areas' ids in alphabetical order, `all`, or nothing for the programme.
  var names: [String] {
    switch self {
    case .programme: []
    case .everywhere: ["all"]
    case .areas(let areas): areas.map(\.rawValue).sorted()
    }
  }
}

extension ConnectionListing.Entry: Encodable {
  private enum CodingKeys: String, CodingKey {
    case from, to, relation, family, through, areas, statusByArea, status, cases, suppressed, statements, evidence
  }

  /// Writes the entry; unknown cases are `null`, withheld ones are `null` with `suppressed` beside them.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(from, forKey: .from)
    try container.encode(to, forKey: .to)
    try container.encode(relation, forKey: .relation)
    try container.encode(family, forKey: .family)
    try container.encodeIfPresent(through, forKey: .through)
    try container.encode(areas, forKey: .areas)
    try container.encode(statusByArea, forKey: .statusByArea)
    try container.encode(status.rawValue, forKey: .status)
    if case .number(let number) = cases {
      try container.encode(number, forKey: .cases)
    } else {
      try container.encodeNil(forKey: .cases)
    }
    if cases == .suppressed { try container.encode(true, forKey: .suppressed) }
    try container.encode(statements, forKey: .statements)
    try container.encode(evidence, forKey: .evidence)
  }
}
