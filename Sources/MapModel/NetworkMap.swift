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
  public let areas: OrderedDictionary<Area.ID, Area>
  /// The kinds of connection, in the order of the definition.
  public let relations: OrderedDictionary<Relation.ID, Relation>
  /// The groups of people who were interviewed.
  public let informants: OrderedDictionary<InformantGroup.ID, InformantGroup>
  /// Who was interviewed where.
  public var fieldwork: Fieldwork
  /// The actors and activities, in the order of the definition.
  public private(set) var actors: OrderedDictionary<MapActor.ID, MapActor> = [:]
  /// The connections, in the order in which they were added.
  public private(set) var connections: OrderedDictionary<Connection.ID, Connection> = [:]
  /// The figures.
  public var figures: [FigureDefinition]
  /// What a report says of the map.
  public var claims: [Claim] = []
  /// What a good network would have.
  public var expectations: [Expectation] = []
  /// What came of the programme in each area.
  public var outcomes: [Outcome] = []
  /// By what counts are divided when areas are compared.
  public var countBases: [CountBase] = []
  /// What may be published.
  public var disclosure: DisclosureSettings
  /// For whom the map is as it stands; the team's until it is prepared for publication.
  public package(set) var audience = Audience.team

  /// What outputs of the map say of what they show and withhold: that it is for the team, or what was withheld.
  public var disclosureNote: String { audience == .team ? Audience.teamOnly : disclosure.note }

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
    self.legend = legend
    self.areas = try Self.index(areas, "area") { $0.id.rawValue }
    self.relations = try Self.index(relations, "relation") { $0.id.rawValue }
    self.informants = try Self.index(informants, "informant group") { $0.id.rawValue }
    self.fieldwork = fieldwork
    self.figures = figures
    self.disclosure = disclosure
    for actor in actors { try insert(actor) }
    for connection in connections { try insert(connection) }
  }

  private static func index<Entity: Identifiable>(
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
    for role in [actor.role] + actor.otherRoles where legend.roles[role] == nil {
      throw MapError(kind: .unknown(kind: "role", id: role.rawValue, referrer: "the actor \"\(actor.id)\""))
    }
    guard legend.sectors[actor.sector] != nil else {
      throw MapError(
        kind: .unknown(kind: "sector", id: actor.sector.rawValue, referrer: "the actor \"\(actor.id)\""))
    }
    guard actors[actor.id] == nil else { throw MapError(kind: .duplicate(kind: "actor", id: actor.id.rawValue)) }
    actors[actor.id] = actor
  }

  /// Adds a connection; evidence of a connection that is already on the map is added to it.
  /// - Throws: ``MapError`` if an end, the relation or an area of the evidence is not on the map.
  public mutating func insert(_ connection: Connection) throws(MapError) {
    try check(connection)
    add(connection)
  }

  /// Adds connections whose ends, relations and areas are known to be on the map.
  package mutating func insertChecked(_ added: OrderedDictionary<Connection.ID, Connection>) {
    // There can be very many.
    if connections.isEmpty { connections = added } else { for connection in added.values { add(connection) } }
  }

  private mutating func add(_ connection: Connection) {
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
    }
    for statement in connection.statements {
      guard case .areas(let named) = statement.placement else { continue }
      for area in named where areas.index(forKey: area) == nil { throw fault("area", area.rawValue) }
    }
  }

  /// A copy whose connections are each replaced by what a closure makes of them, or taken away; ids must stay.
  public func mappingConnections(_ transform: (Connection) -> Connection?) -> NetworkMap {
    var copy = self
    var removed: Set<Connection.ID> = []
    // Where none is taken away, the copy shares the table of ids, which is most of the work.
    copy.connections = connections.mapValues { connection in
      guard let result = transform(connection) else {
        removed.insert(connection.id)
        return connection
      }
      precondition(result.id == connection.id, "a connection's id stays when connections are mapped")
      return result
    }
    if !removed.isEmpty { copy.connections.removeAll { removed.contains($0.key) } }
    return copy
  }

  /// A copy without evidence, and without all that speaks of evidence: actors, areas, relations and the legend alone.
  package var withoutEvidence: NetworkMap {
    var frame = self
    frame.connections = [:]
    frame.fieldwork = Fieldwork()
    (frame.claims, frame.expectations, frame.figures, frame.outcomes) = ([], [], [], [])
    return frame
  }

  /// A copy without some actors, and without the connections that they are an end of.
  public func removing(_ removed: Set<MapActor.ID>) -> NetworkMap {
    if removed.isEmpty { return self }
    var copy = mappingConnections { removed.contains($0.source) || removed.contains($0.target) ? nil : $0 }
    copy.actors.removeAll { removed.contains($0.key) }
    return copy
  }
}
