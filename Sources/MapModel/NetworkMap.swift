public import OrderedCollections

/// A programme's actors and the connections between them, with the evidence that they rest on.
///
/// A map is a value: copy it, change the copy, compare the two. Whatever it holds is consistent: every actor's
/// role and sector are in the legend, and every connection's ends and relation are on the map.
public struct NetworkMap: Sendable, Hashable {
  /// The programme's name.
  public var title: String
  /// The publication from which the map is coded, if there is one.
  public var source: Citation?
  /// What shapes and colours mean.
  public let legend: Legend
  /// The places of delivery, in the order of the definition.
  public internal(set) var areas: OrderedDictionary<Area.ID, Area>
  /// The kinds of connection, in the order of the definition.
  public let relations: OrderedDictionary<Relation.ID, Relation>
  /// The groups of people who were interviewed.
  public internal(set) var informants: OrderedDictionary<InformantGroup.ID, InformantGroup>
  /// Who was interviewed where.
  public var fieldwork: Fieldwork
  /// The actors and activities, in the order of the definition.
  public internal(set) var actors: OrderedDictionary<MapActor.ID, MapActor> = [:]
  /// The connections, in the order in which they were added.
  public internal(set) var connections: OrderedDictionary<Connection.ID, Connection> = [:]
  /// The file in which it was defined.
  public var origin = MapOrigin()
  /// The figures.
  public var figures: [FigureDefinition]
  /// How large figures are drawn, and what stands beside the network, where a figure does not say.
  public var drawing = DrawingSettings()
  /// Where actors stand in figures, for those that a person placed.
  public var positions: [ActorPosition] = []
  /// The sections of the chapter that is written of it; empty if it does not say.
  public var report: [ReportSection] = []
  /// What a report says of the map.
  public var claims: [Claim] = []
  /// The steps of its theory of change, in their order.
  public var theory: [TheoryStep] = []
  /// The language of its words, as a tag of BCP 47.
  public var language = NetworkMap.english
  /// What the phrases of the interactive page are in that language; those that are not among them stay English.
  public var pageWords: [PhraseTranslation] = []
  /// The steps of a talk that the interactive page leads through, in their order.
  public var pageSteps: [PageStep] = []
  /// What a good network would have.
  public var expectations: [Expectation] = []
  /// The names of actors that expectations name and that are not among the actors: they are only looked for.
  public var lookedFor: OrderedDictionary<MapActor.ID, String> = [:]
  /// What came of the programme in each area.
  public var outcomes: [Outcome] = []
  /// The codings from which its statements were made, or that stand beside them, in the order of their files.
  public var codings: [Coding] = []
  /// Those who coded, as the map lists them.
  public var coders: [Coder] = []
  /// The periods of its evidence, in their order, which are apart unless one contains the other.
  public var periods: [Period] = []
  /// Measures that have parts.
  public var measures: [MeasureParts] = []
  /// The measures that count cases, the first of which is taken where a connection has several; what is not named comes
  /// behind, in the order of the numbers.
  public var caseMeasures: [String] = []
  /// By what counts are divided when areas are compared.
  public var countBases: [CountBase] = []
  /// What may be published.
  public var disclosure: DisclosureSettings
  /// What groups stand for, where they stand for the actors that are part of them.
  public internal(set) var grouped = GroupedActors()
  /// Numbers of the parts of groups together, where they stand beside those of each part and the groups do not stand for
  /// them.
  var totalsOfParts: OrderedDictionary<Connection.ID, Connection> = [:]
  /// Whether numbers were left out of it without a mark, so that the others add up to nothing: a number is then that of
  /// the place of which it is given, and no sum stands in its stead.
  package var leavesOutCounts = false
  /// What of the programme's evidence counts here, where the map was narrowed to a part of it; see ``narrowed(to:)``.
  public internal(set) var narrowings: [EvidenceFilter] = []
  /// Actors of which only evidence speaks that does not count here: nothing is told of them.
  package internal(set) var actorsLeftOut: Set<MapActor.ID> = []

  /// Makes a map.
  /// - Throws: ``MapError`` if identifiers are repeated, or something refers to what is not on the map.
  /// - Complexity: O(n), where n is the number of entities.
  public init(
    title: String, source: Citation? = nil, legend: Legend = .report, areas: [Area] = [], relations: [Relation],
    informants: [InformantGroup] = [], fieldwork: Fieldwork = Fieldwork(), actors: [MapActor] = [],
    connections: [Connection] = [], figures: [FigureDefinition] = [],
    disclosure: DisclosureSettings = DisclosureSettings()
  ) throws(MapError) {
    self.title = title
    self.source = source
    guard (1...Stage.most).contains(legend.stages.count) else {
      throw MapError(kind: .stages(count: legend.stages.count))
    }
    self.legend = legend
    self.areas = try Self.index(areas, "area") { $0.id.rawValue }
    self.relations = try Self.index(relations, "relation") { $0.id.rawValue }
    for relation in relations {
      guard let family = legend.families[relation.family] else {
        throw MapError(
          kind: .unknown(kind: "family", id: relation.family.rawValue, referrer: "the relation \"\(relation.id)\""))
      }
      if family.isSupport, !relation.isDirected { throw MapError(kind: .mutualSupport(relation: relation.id.rawValue)) }
    }
    self.informants = try Self.index(informants, "informant group") { $0.id.rawValue }
    self.fieldwork = fieldwork
    self.figures = figures
    self.disclosure = disclosure
    for actor in actors { try insert(actor) }
    for connection in connections { try merge(connection) }
  }

  static func index<Entity: Identifiable>(
    _ entities: [Entity], _ kind: String, _ text: (Entity) -> String
  ) throws(MapError) -> OrderedDictionary<Entity.ID, Entity> {
    var result: OrderedDictionary<Entity.ID, Entity> = [:]
    for entity in entities {
      guard result.updateValue(entity, forKey: entity.id) == nil else {
        throw MapError(kind: .duplicate(kind: kind, id: text(entity)))
      }
    }
    return result
  }

  /// Adds an actor.
  /// - Throws: ``MapError`` if the id is taken, or the role or sector is not in the legend.
  public mutating func insert(_ actor: MapActor) throws(MapError) {
    try check(actor)
    guard actors[actor.id] == nil else { throw MapError(kind: .duplicate(kind: "actor", id: actor.id.rawValue)) }
    actors[actor.id] = actor
  }

  private func check(_ actor: MapActor) throws(MapError) {
    for role in [actor.role] + actor.otherRoles where legend.roles[role] == nil {
      throw MapError(kind: .unknown(kind: "role", id: role.rawValue, referrer: "the actor \"\(actor.id)\""))
    }
    for area in actor.namesInAreas.keys where areas[area] == nil {
      throw MapError(kind: .unknown(kind: "area", id: area.rawValue, referrer: "the actor \"\(actor.id)\""))
    }
    guard legend.stages[actor.stage] != nil else {
      throw MapError(
        kind: .unknown(kind: "stage", id: actor.stage.rawValue, referrer: "the actor \"\(actor.id)\""))
    }
    guard legend.sectors[actor.sector] != nil else {
      throw MapError(
        kind: .unknown(kind: "sector", id: actor.sector.rawValue, referrer: "the actor \"\(actor.id)\""))
    }
  }

  /// Adds a connection.
  /// - Throws: ``MapError`` if it is on the map already, or an end, the relation or an area of the evidence is not, or a
  ///   number is below 0 or above ``Count/greatest``.
  public mutating func insert(_ connection: Connection) throws(MapError) {
    guard connections.index(forKey: stored(connection.id)) == nil else {
      throw MapError(kind: .duplicate(kind: "connection", id: connection.id.text))
    }
    try merge(connection)
  }

  /// Adds a connection, or its evidence to that of the same connection on the map.
  /// - Throws: ``MapError`` if an end, the relation or an area of the evidence is not on the map, or a number is below 0 or
  ///   above ``Count/greatest``.
  public mutating func merge(_ connection: Connection) throws(MapError) {
    try check(connection)
    add(connection)
  }

  /// Changes the evidence of a connection where it stands.
  /// - Throws: ``MapError`` if the connection, or an area of its new evidence, is not on the map; nothing is then changed.
  public mutating func updateConnection(
    _ id: Connection.ID, _ change: (inout Connection) -> Void
  ) throws(MapError) {
    guard var connection = connections[stored(id)] else {
      throw MapError(kind: .unknown(kind: "connection", id: id.text, referrer: "an update"))
    }
    change(&connection)
    var changed = Connection(stored(id))
    (changed.statements, changed.counts) = (connection.statements, connection.counts)
    try check(changed)
    connections[changed.id] = changed
  }

  /// Takes a connection from the map.
  /// - Returns: the connection; `nil` if it was not there.
  @discardableResult
  public mutating func removeConnection(_ id: Connection.ID) -> Connection? {
    connections.removeValue(forKey: stored(id))
  }

  /// Changes an actor where it stands; its id stays.
  /// - Throws: ``MapError`` if the actor is not on the map, or its new role or sector not in the legend; nothing is then
  ///   changed.
  public mutating func updateActor(_ id: MapActor.ID, _ change: (inout MapActor) -> Void) throws(MapError) {
    guard var actor = actors[id] else {
      throw MapError(kind: .unknown(kind: "actor", id: id.rawValue, referrer: "an update"))
    }
    change(&actor)
    guard actor.id == id else { throw MapError(kind: .duplicate(kind: "actor", id: actor.id.rawValue)) }
    try check(actor)
    actors[id] = actor
  }

  /// Adds connections whose ends, relations and areas are known to be on the map.
  package mutating func insertChecked(_ added: OrderedDictionary<Connection.ID, Connection>) {
    // There can be very many.
    if connections.isEmpty, relations.values.allSatisfy(\.isDirected) {
      connections = added
    } else {
      for connection in added.values { add(connection) }
    }
  }

  mutating func add(_ added: Connection) {
    let id = stored(added.id)
    let connection =
      id == added.id ? added : Connection(id, statements: added.statements, counts: added.counts)
    let before = connections.count
    connections.updateValue(forKey: connection.id, default: connection) { _ in }
    guard connections.count == before else { return }
    connections.updateValue(forKey: connection.id, default: connection) { known in
      known.statements += connection.statements
      known.counts += connection.counts
    }
  }

  private func check(_ connection: Connection) throws(MapError) {
    func fault(_ kind: String, _ id: String) -> MapError {
      let referrer = "a connection from \"\(connection.source)\" to \"\(connection.target)\""
      return MapError(kind: .unknown(kind: kind, id: id, referrer: referrer))
    }
    // An index is found without a copy of what stands there.
    for end in [connection.source, connection.target] where actors.index(forKey: end) == nil {
      throw fault("actor", end.rawValue)
    }
    guard relations.index(forKey: connection.relation) != nil else {
      throw fault("relation", connection.relation.rawValue)
    }
    for count in connection.counts {
      if let area = count.area, areas.index(forKey: area) == nil { throw fault("area", area.rawValue) }
      let referrer = "the connection \(connection.id.text)"
      if case .number(..<0) = count.value { throw MapError(kind: .negative(what: "a count", referrer: referrer)) }
      if case .number((Count.greatest + 1)...) = count.value {
        throw MapError(kind: .tooLarge(what: "a count", referrer: referrer))
      }
    }
    for statement in connection.statements {
      guard case .areas(let named) = statement.placement else { continue }
      for area in named where areas.index(forKey: area) == nil { throw fault("area", area.rawValue) }
    }
  }
}
