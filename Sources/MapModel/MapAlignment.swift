import OrderedCollections

/// Several maps side by side: which of their actors, areas and relations are the same, and one frame that holds all.
///
/// Entities of two maps are the same if they have the same identifier, or else the same name, or else if a name or an
/// alias of the one is an alias of the other; what could be several is none of them, so that no order decides. Identifiers
/// that are bare numbers count last, since tables are numbered anew. What fits nothing joins the frame.
public struct MapAlignment: Sendable {
  /// An actor of another map that stands under an identifier or a name of its own there.
  public struct Match: Sendable, Hashable {
    /// The map, by its place.
    public var map: Int
    /// The actor on that map.
    public var own: MapActor
    /// The same actor in the frame.
    public var shared: MapActor
  }

  /// An area of another map that stands under an identifier or a name of its own there.
  public struct AreaMatch: Sendable, Hashable {
    /// The map, by its place.
    public var map: Int
    /// The area on that map.
    public var own: Area
    /// The same area in the frame.
    public var shared: Area
  }

  /// The maps, as they were given.
  public private(set) var maps: [NetworkMap]
  /// All actors, areas, relations, roles and sectors, without any evidence.
  public private(set) var frame: NetworkMap
  /// Actors that were taken for the same although their identifiers or names differ.
  public private(set) var matches: [Match] = []
  /// Areas that were taken for the same although their identifiers or names differ.
  public private(set) var areaMatches: [AreaMatch] = []
  /// How each map calls what stands in the frame; `nil` for the first, which has the frame's words.
  private var names: [Translation?]

  /// How one map calls what stands in the frame.
  private struct Translation: Sendable {
    var actors: Pairs<MapActor.ID>
    var areas: Pairs<Area.ID>
    var relations: Pairs<Relation.ID>
  }

  /// Identifiers of the frame and of one map that mean the same, found from either side.
  struct Pairs<ID: Hashable & Sendable>: Sendable {
    /// The map's identifiers by those of the frame, in the order in which they were paired.
    private(set) var own: OrderedDictionary<ID, ID> = [:]
    /// The frame's identifiers by those of the map.
    private(set) var shared: [ID: ID] = [:]

    mutating func pair(_ sharedID: ID, with ownID: ID) {
      own[sharedID] = ownID
      shared[ownID] = sharedID
    }

    /// Forgets one of the map's identifiers.
    mutating func remove(_ ownID: ID) {
      guard let sharedID = shared.removeValue(forKey: ownID) else { return }
      own[sharedID] = nil
    }
  }

  /// Aligns maps with the first of them.
  /// - Precondition: there is a map.
  /// - Complexity: O(n), where n is the number of actors, areas and relations of all maps, for each map.
  public init(_ maps: [NetworkMap]) {
    precondition(!maps.isEmpty, "there must be a map to align")
    self.maps = maps
    var frame = maps[0].withoutEvidence
    var names: [Translation?] = [nil]
    // A map alone has nothing to be compared with.
    guard maps.count > 1 else {
      (self.frame, self.names) = (frame, names)
      return
    }
    var actors = KnownEntities(frame.actors.values)
    var areas = KnownEntities(frame.areas.values)
    var relations = KnownEntities(frame.relations.values)
    for (place, map) in maps.enumerated().dropFirst() {
      let own = Translation(
        actors: actors.add(map.actors.values), areas: areas.add(map.areas.values),
        relations: relations.add(map.relations.values))
      for (shared, own) in own.actors.own {
        guard let known = frame.actors[shared], let actor = map.actors[own] else { continue }
        if shared != own || !known.hasName(of: actor) { matches.append(Match(map: place, own: actor, shared: known)) }
      }
      for (shared, own) in own.areas.own {
        guard let known = frame.areas[shared], let area = map.areas[own] else { continue }
        if shared != own || !known.hasName(of: area) {
          areaMatches.append(AreaMatch(map: place, own: area, shared: known))
        }
      }
      frame = frame.joined(by: map, knownAs: own.actors, own.areas, own.relations)
      names.append(own)
    }
    self.frame = frame
    self.names = names
  }

  /// The same maps as an audience may see them.
  ///
  /// They stay aligned as they are, also by names that are not published; the frame holds no such name, nor that of an
  /// actor that no map has any more.
  /// - Complexity: O(n), where n is the number of actors, areas and relations of all maps.
  package func showing(_ published: [NetworkMap]) -> MapAlignment {
    // Where one map loses an actor that another keeps, the frame takes that one's words.
    let keepsHalf = published.enumerated().contains { place, map in
      maps[place].actors.keys.contains { own in
        guard map.actors[own] == nil else { return false }
        let shared = shared(own, of: place)
        return published.indices.contains { other in
          other != place && actor(shared, on: other).map { published[other].actors[$0] != nil } ?? false
        }
      }
    }
    if keepsHalf { return MapAlignment(published) }
    var copy = self
    copy.maps = published
    var isThere: Set<MapActor.ID> = []
    for (place, map) in published.enumerated() {
      for own in maps[place].actors.keys {
        if map.actors[own] == nil {
          copy.names[place]?.actors.remove(own)
        } else {
          isThere.insert(shared(own, of: place))
        }
      }
    }
    copy.frame = frame.removing(Set(frame.actors.keys).subtracting(isThere))
    copy.frame.disclosure = published[0].disclosure
    if published.contains(where: { $0.disclosure.aliases == .withheld }) {
      copy.frame = copy.frame.withoutAliases
      for index in matches.indices {
        copy.matches[index].own.aliases = []
        copy.matches[index].shared.aliases = []
      }
      for index in areaMatches.indices {
        copy.areaMatches[index].own.aliases = []
        copy.areaMatches[index].shared.aliases = []
      }
    }
    copy.matches.removeAll { published[$0.map].actors[$0.own.id] == nil }
    return copy
  }

  /// What one of the maps calls an actor of the frame; `nil` if it has none.
  public func actor(_ shared: MapActor.ID, on map: Int) -> MapActor.ID? {
    guard let names = names[map] else { return maps[map].actors[shared]?.id }
    return names.actors.own[shared]
  }

  /// What one of the maps calls an area of the frame; `nil` if it has none.
  public func area(_ shared: Area.ID, on map: Int) -> Area.ID? {
    guard let names = names[map] else { return maps[map].areas[shared]?.id }
    return names.areas.own[shared]
  }

  /// What the frame calls an actor of one of the maps.
  public func shared(_ own: MapActor.ID, of map: Int) -> MapActor.ID { names[map]?.actors.shared[own] ?? own }

  /// What the frame calls an area of one of the maps.
  public func shared(_ own: Area.ID, of map: Int) -> Area.ID { names[map]?.areas.shared[own] ?? own }

  /// What the frame calls a connection of one of the maps.
  public func shared(_ own: Connection.ID, of map: Int) -> Connection.ID {
    guard let names = names[map] else { return frame.stored(own) }
    let relation = names.relations.shared[own.relation] ?? own.relation
    return frame.stored(Connection.ID(from: shared(own.source, of: map), to: shared(own.target, of: map), relation))
  }

  /// What one of the maps calls a connection of the frame; `nil` if it has not both ends and the relation.
  public func connection(_ shared: Connection.ID, on map: Int) -> Connection.ID? {
    guard let source = actor(shared.source, on: map), let target = actor(shared.target, on: map),
      let relation = names[map].map({ $0.relations.own[shared.relation] }) ?? maps[map].relations[shared.relation]?.id
    else { return nil }
    return maps[map].stored(Connection.ID(from: source, to: target, relation))
  }

  /// The actors that only one of the maps has, in the order of the frame.
  public func actors(onlyOn map: Int) -> [MapActor.ID] {
    frame.actors.keys.filter { actor in
      maps.indices.allSatisfy { (self.actor(actor, on: $0) != nil) == ($0 == map) }
    }
  }
}

extension MapAlignment.Pairs {
  /// Those of a map's entities that a frame does not have yet, as it is to call them.
  fileprivate func new<Kind: AlignedEntity, Known>(
    _ entities: some Sequence<Kind>, beside frame: OrderedDictionary<ID, Known>
  ) -> [Kind] where ID == Identifier<Kind.Entity> {
    entities.compactMap { entity in
      guard let shared = shared[entity.id], frame[shared] == nil else { return nil }
      var entity = entity
      entity.id = shared
      return entity
    }
  }
}

extension NetworkMap {
  /// A frame with what another map has and it has not.
  fileprivate func joined(
    by other: NetworkMap, knownAs known: MapAlignment.Pairs<MapActor.ID>, _ knownAreas: MapAlignment.Pairs<Area.ID>,
    _ knownRelations: MapAlignment.Pairs<Relation.ID>
  ) -> NetworkMap {
    let newActors = known.new(other.actors.values, beside: actors)
    let newAreas = knownAreas.new(other.areas.values, beside: areas).map { area in
      var area = area
      area.contains = area.contains.compactMap { knownAreas.shared[$0] }
      return area
    }
    let newRelations = knownRelations.new(other.relations.values, beside: relations)
    let newPeriods = other.periods.filter { period in
      !periods.contains { NameFolding.period($0.name) == NameFolding.period(period.name) }
    }
    if newActors.isEmpty, newAreas.isEmpty, newRelations.isEmpty, newPeriods.isEmpty { return self }
    var legend = legend
    var sectors: [Sector.ID: Sector.ID] = [:]
    // Stages of the same name are one; what has no room among those of the frame stands at the last.
    var stages: [Stage.ID: Stage.ID] = [:]
    for relation in newRelations where legend.families[relation.family] == nil {
      legend.families[relation.family] = other.legend.families[relation.family]
    }
    for actor in newActors {
      if legend.stages[actor.stage] == nil, let stage = other.legend.stages[actor.stage] {
        let same = legend.stages.values.first { $0.name == stage.name }
        stages[stage.id] = same?.id ?? (legend.stages.count == Stage.most ? legend.stages.keys.last : nil)
        if stages[stage.id] == nil { legend.stages[stage.id] = stage }
      }
      for role in [actor.role] + actor.otherRoles where legend.roles[role] == nil {
        legend.roles[role] = other.legend.roles[role]
      }
      guard legend.sectors[actor.sector] == nil, let sector = other.legend.sectors[actor.sector] else { continue }
      if let same = legend.sectors.values.first(where: { $0.name == sector.name }) {
        sectors[sector.id] = same.id
      } else {
        legend.sectors[sector.id] = sector
      }
    }
    do throws(MapError) {
      var joined = try NetworkMap(
        title: title, source: source, legend: legend, areas: areas.values + newAreas,
        relations: relations.values + newRelations, informants: Array(informants.values),
        actors: Array(actors.values), disclosure: disclosure)
      for var actor in newActors {
        actor.sector = sectors[actor.sector] ?? actor.sector
        actor.stage = stages[actor.stage] ?? actor.stage
        actor.group = actor.group.flatMap { known.shared[$0] }
        actor.namesInAreas = OrderedDictionary(
          actor.namesInAreas.compactMap { area, name in knownAreas.shared[area].map { ($0, name) } }
        ) { first, _ in first }
        try joined.insert(actor)
      }
      joined.origin = origin
      joined.countBases = countBases
      joined.periods = periods + newPeriods
      return joined
    } catch {
      preconditionFailure("what the frame has not yet joins it: \(error)")
    }
  }
}
