import MapAnalysis
import MapDisclosure
import MapDrawing
import MapModel
import OrderedCollections

/// What the page knows of a map, as its audience may see it: all that it shows besides the picture.
///
/// Much refers to much, so numbers stand for places in the lists of actors, relations, areas, groups and passages.
struct PageData: Encodable {
  struct Named: Encodable {
    var id: String
    var name: String
  }

  struct Relation: Encodable {
    var id: String
    var family: String
    var label: String
    var plural: String
  }

  /// An actor; what is empty or false is left out.
  struct Actor: Encodable {
    var id: String
    var name: String
    var short: String
    var role: String
    var otherRoles: [String]?
    var sector: String
    var stage: String
    var isActivity: Bool?
    var isPlural: Bool?
    /// Whether it is expected and missing.
    var isMissing: Bool?
    var aliases: [String]?
    /// What is known of it in each area, in their order: a digit each, a place in `states`.
    var presence: String
    /// In-degree, out-degree, betweenness, harmonic closeness and PageRank.
    var measures: [Double]
  }

  /// A passage of the source.
  struct Passage: Encodable, Hashable {
    var text: String
    var reference: String
  }

  /// A statement: its passage, stance, areas, groups and, for the team, interview, in this order.
  struct Evidence: Encodable {
    var passage: Int
    /// 0 if it says that there is such a connection, 1 if there is none, 2 if that is unclear.
    var stance: Int
    /// The areas; -1 alone stands for all, and none for the programme.
    var areas: [Int]
    var informants: [Int]
    var interview: String?

    func encode(to encoder: any Encoder) throws {
      var container = encoder.unkeyedContainer()
      try container.encode(passage)
      try container.encode(stance)
      try container.encode(areas)
      try container.encode(informants)
      if let interview { try container.encode(interview) }
    }
  }

  /// A connection, its fields in this order.
  struct Connection: Encodable {
    var from: Int
    var to: Int
    var relation: Int
    /// Its line in the picture, a place in `lines`; none if it is not drawn.
    var line: Int?
    /// What is known of it on the whole map: a place in `states`.
    var status: Int
    /// What is known of it in each area, in their order: a digit each, a place in `states`.
    var presence: String
    var cases: String?
    var statements: Int
    /// The groups of which somebody spoke of it, with the number of statements.
    var informants: [[Int]]
    var evidence: [Evidence]

    func encode(to encoder: any Encoder) throws {
      var container = encoder.unkeyedContainer()
      try container.encode(from)
      try container.encode(to)
      try container.encode(relation)
      try container.encode(line)
      try container.encode(status)
      try container.encode(presence)
      try container.encode(cases)
      try container.encode(statements)
      try container.encode(informants)
      try container.encode(evidence)
    }
  }

  struct Figure: Encodable {
    var id: String
    var heading: String
    var message: String
    var actors: [Int]
    var connections: [Int]
  }

  struct Gap: Encodable {
    var id: String
    var kind: String
    var area: Int?
    var absence: Int?
    var sentence: String
    /// Why something else is expected: a passage; none for gaps of structure.
    var reason: Int?
    var actors: [Int]
    var missing: [[Int]]
  }

  struct Claim: Encodable {
    var id: String
    var words: String
    var reference: String
    var verdict: String
    var because: String
    /// The actors that it speaks of.
    var actors: [Int]
  }

  struct State: Encodable {
    var id: String
    var name: String
    var symbol: String
    var meaning: String
    var isAbsence: Bool
  }

  var title: String
  var source: String
  var note: String
  var states: [State]
  var areas: [Named]
  var roles: [Named]
  var sectors: [Named]
  var informants: [Named]
  var relations: [Relation]
  var actors: [Actor]
  var passages: [Passage] = []
  /// The ids of the lines in the picture.
  var lines: [String]
  var connections: [Connection]
  var figures: [Figure]
  var gaps: [Gap]
  var claims: [Claim]

  /// Collects what is known of a map.
  /// - Parameter content: what the picture shows.
  init(of published: PublishedMap, content: FigureContent) {
    let map = published.map
    title = map.title
    source = map.source?.line ?? ""
    note =
      !published.isForTeam && !published.note.isEmpty ? "Cases counted: \(published.note)" : published.note
    states = Presence.allCases.map {
      State(
        id: $0.rawValue, name: $0.name, symbol: $0.symbol, meaning: $0.meaning, isAbsence: $0.isKnownAbsence)
    }
    areas = map.areas.values.map { Named(id: $0.id.rawValue, name: $0.name) }
    roles = map.legend.roles.values.map { Named(id: $0.id.rawValue, name: $0.name) }
    sectors = map.legend.sectors.values.map { Named(id: $0.id.rawValue, name: $0.name) }
    informants = map.informants.values.map { Named(id: $0.id.rawValue, name: $0.name) }
    relations = map.relations.values.map {
      Relation(id: $0.id.rawValue, family: $0.family.rawValue, label: $0.label, plural: $0.pluralLabel)
    }
    let comparison = MapComparison(areasOf: map)
    actors = Self.actors(of: map, comparison, missing: Set(content.standings.filter { $0.value == .missing }.keys))
    self.lines = content.lines.map(\.id)
    let lines = content.lines.enumerated().reduce(into: [MapModel.Connection.ID: Int]()) { lines, line in
      for answer in line.element.answers { lines[answer.connection.id] = line.offset }
    }
    var places: [MapModel.Connection.ID: Int] = [:]
    for (place, row) in comparison.connections.enumerated() { places[row.id] = place }
    var passages: OrderedSet<Passage> = []
    connections = comparison.connections.map { row in
      Self.connection(row, line: lines[row.id], on: published, &passages)
    }
    func place(_ actor: MapActor.ID) -> Int? { map.actors.index(forKey: actor) }
    figures = map.figures.compactMap { figure in
      guard case .map(let selection) = figure.content else { return nil }
      let shown = FigureContent(selection, of: map)
      return Figure(
        id: figure.id.rawValue, heading: figure.heading, message: figure.message,
        actors: shown.actors.compactMap { place($0.id) },
        connections: shown.answers.compactMap { places[$0.connection.id] })
    }
    gaps = map.gaps().map { gap in
      Gap(
        id: gap.id, kind: gap.kind.rawValue, area: gap.scope.area.flatMap { map.areas.index(forKey: $0) },
        absence: gap.absence.map(Self.place), sentence: gap.sentence,
        reason: gap.reason.isEmpty
          ? nil : passages.append(Passage(text: gap.reason, reference: gap.reference)).index,
        actors: gap.actors.compactMap(place), missing: gap.missing.map { [$0.source, $0.target].compactMap(place) })
    }
    self.passages = Array(passages)
    claims = map.claimVerdicts().map {
      Claim(
        id: $0.claim.id.rawValue, words: $0.claim.words, reference: $0.claim.reference, verdict: $0.verdict.rawValue,
        because: $0.because,
        actors: $0.claim.condition.actors.compactMap(place))
    }
  }

  /// Places in the list of states, a digit each.
  private static func digits(_ presences: [Presence]) -> String { presences.map { String(place($0)) }.joined() }

  private static func place(_ presence: Presence) -> Int { Presence.allCases.firstIndex(of: presence) ?? 0 }

  private static func actors(
    of map: NetworkMap, _ comparison: MapComparison, missing: Set<MapActor.ID>
  ) -> [Actor] {
    let measures = MapMeasures(MapGraph(map)).actors
    let presences = Dictionary(uniqueKeysWithValues: comparison.actors.map { ($0.id, $0.presences) })
    return zip(map.actors.values, measures).map { actor, measure in
      func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
      return Actor(
        id: actor.id.rawValue, name: actor.name, short: actor.shortName, role: actor.role.rawValue,
        otherRoles: actor.otherRoles.isEmpty ? nil : actor.otherRoles.map(\.rawValue), sector: actor.sector.rawValue,
        stage: actor.stage.rawValue,
        isActivity: actor.isActivity ? true : nil, isPlural: actor.isPlural ? true : nil,
        isMissing: missing.contains(actor.id) ? true : nil,
        aliases: actor.aliases.isEmpty ? nil : actor.aliases,
        presence: digits(presences[actor.id] ?? []),
        measures: [
          Double(measure.inDegree), Double(measure.outDegree), rounded(measure.betweenness),
          rounded(measure.harmonicCloseness), rounded(measure.pageRank),
        ])
    }
  }

  private static func connection(
    _ row: MapComparison.ConnectionRow, line: Int?, on published: PublishedMap, _ passages: inout OrderedSet<Passage>
  ) -> Connection {
    let map = published.map
    let connection = map.connections[row.id] ?? MapModel.Connection(row.id)
    func group(_ id: InformantGroup.ID) -> Int? { map.informants.index(forKey: id) }
    var informants: OrderedDictionary<Int, Int> = [:]
    for group in connection.statements.flatMap(\.informants).compactMap(group) { informants[group, default: 0] += 1 }
    let evidence = connection.statements.filter { !$0.isWithheld && !$0.excerpt.isEmpty }.map { statement in
      let areas: [Int] =
        switch statement.placement {
        case .programme: []
        case .everywhere: [-1]
        case .areas(let some): map.areas.keys.indices.filter { some.contains(map.areas.keys[$0]) }
        }
      let passage = passages.append(Passage(text: statement.excerpt, reference: statement.reference)).index
      let stance = Stance.allCases.firstIndex(of: statement.stance) ?? 0
      return Evidence(
        passage: passage, stance: stance, areas: areas, informants: statement.informants.compactMap(group),
        interview: published.isForTeam ? statement.interview : nil)
    }
    return Connection(
      from: map.position(row.id.source), to: map.position(row.id.target),
      relation: map.relations.index(forKey: row.id.relation) ?? 0, line: line,
      status: place(map.presence(of: connection)), presence: digits(row.presences),
      cases: connection.cases()?.text(map.disclosure), statements: connection.statements.count,
      informants: informants.map { [$0.key, $0.value] }, evidence: evidence)
  }
}
