public import MapModel
import OrderedCollections

/// What is known of each connection and each actor in several areas or periods, or on several maps.
///
/// The nine states of ``Presence`` keep apart what is there, what somebody says is not there, and what nobody can say.
public struct MapComparison: Sendable {
  /// A connection, and what the evidence says of it on each side.
  public struct ConnectionRow: Sendable, Hashable, Identifiable {
    /// The connection, in the words of the frame.
    public let id: Connection.ID
    /// What the evidence says, in the order of the sides.
    public let presences: [Presence]
  }

  /// An actor, and what the evidence says of it on each side.
  public struct ActorRow: Sendable, Hashable, Identifiable {
    /// The actor, in the words of the frame.
    public let id: MapActor.ID
    /// What the evidence says, in the order of the sides.
    public let presences: [Presence]
  }

  /// The maps, and the frame that holds all that stands on any of them.
  public let alignment: MapAlignment
  /// What is compared.
  public let sides: [ComparisonSide]
  /// What narrows the connections.
  public let query: ConnectionQuery
  /// The connections of which any evidence speaks on any of the maps, in the order of the frame.
  public let connections: [ConnectionRow]
  /// The actors, in the order of the frame; where a query narrows the connections, those at their ends.
  public let actors: [ActorRow]

  /// All actors, areas and relations, without evidence.
  public var frame: NetworkMap { alignment.frame }

  /// Compares sides of aligned maps.
  /// - Parameter query: what narrows the connections, in the words of the frame; its scope is not looked at.
  /// - Complexity: O(s · c · e), where s is the number of sides, c of connections, and e of pieces of evidence of each.
  public init(_ alignment: MapAlignment, sides: [ComparisonSide], query: ConnectionQuery = ConnectionQuery()) {
    self.alignment = alignment
    self.sides = sides
    self.query = query
    let frame = alignment.frame
    let extents = sides.map { alignment.maps[$0.map].extent(of: $0.scope) }
    var ids: OrderedSet<Connection.ID> = []
    for (place, map) in alignment.maps.enumerated() {
      for own in map.connections.keys { ids.append(alignment.shared(own, of: place)) }
    }
    let all = ids.sorted { frame.order($0) < frame.order($1) }.map { id in
      ConnectionRow(id: id, presences: zip(sides, extents).map { Self.presence(of: id, on: $0, $1, alignment) })
    }
    let isWhole = query == ConnectionQuery()
    let chosen =
      isWhole
      ? all
      : all.compactMap { row -> ConnectionRow? in
        guard frame.matches(row.id, query) else { return nil }
        return query.statements.isEmpty ? row : Self.narrowed(row.id, sides, extents, query.statements, alignment)
      }
    connections = chosen
    func touching(_ rows: [ConnectionRow]) -> [MapActor.ID: [Int]] {
      var touching: [MapActor.ID: [Int]] = [:]
      for (index, row) in rows.enumerated() {
        for end in Set([row.id.source, row.id.target]) { touching[end, default: []].append(index) }
      }
      return touching
    }
    let own = touching(chosen)
    let every = isWhole ? own : touching(all)
    let asked = zip(sides, extents).map { !alignment.maps[$0.map].tellingInformants(in: $1).isEmpty }
    let groups = frame.groupsOfOthers
    let parts = Dictionary(
      frame.actors.keys.flatMap { part in frame.groups(of: part).map { ($0, [part]) } }, uniquingKeysWith: +)
    actors = frame.actors.keys.compactMap { actor in
      // A group of which nothing is said but of its parts stands in their rows.
      guard own[actor] != nil || isWhole && !groups.contains(actor) else { return nil }
      return ActorRow(
        id: actor,
        presences: sides.indices.map { side in
          let presence = Presence(
            ofActorWith: own[actor, default: []].map { chosen[$0].presences[side] }, isAnybodyAsked: asked[side])
          let ofParts = parts[actor, default: []].flatMap { own[$0, default: []] }
          if presence.isKnownAbsence, ofParts.contains(where: { chosen[$0].presences[side].isOnMap }) {
            return .notKnown
          }
          // That some of its connections are reported absent is no absence of the actor, whichever are asked for.
          guard !isWhole, presence == .reportedAbsent else { return presence }
          let whole = every[actor, default: []].map { all[$0].presences[side] }
          return whole.allSatisfy(\.isKnownAbsence) ? presence : asked[side] ? .notFound : .notKnown
        })
    }
  }

  /// Compares areas of one map: those given, or all.
  public init(areasOf map: NetworkMap, _ areas: [Area.ID]? = nil, query: ConnectionQuery = ConnectionQuery()) {
    let chosen = areas.map { $0.compactMap { map.areas[$0] } } ?? Array(map.areas.values)
    self.init(
      MapAlignment([map]),
      sides: chosen.map {
        ComparisonSide(ComparisonSide.ID($0.id.rawValue) ?? "area", name: $0.name, in: .area($0.id))
      },
      query: query)
  }

  /// Compares periods of one map: those given, or the longest that it lists.
  /// - Parameter area: the area of which alone they are compared.
  public init(
    periodsOf map: NetworkMap, _ periods: [String]? = nil, in area: Area.ID? = nil,
    query: ConnectionQuery = ConnectionQuery()
  ) {
    self.init(
      MapAlignment([map]), sides: ComparisonSide.sides(of: periods ?? map.periodsApart, in: area), query: query)
  }

  private static func presence(
    of shared: Connection.ID, on side: ComparisonSide, _ extent: ScopeExtent, _ alignment: MapAlignment
  ) -> Presence {
    let map = alignment.maps[side.map]
    if let own = alignment.connection(shared, on: side.map) { return map.presence(of: own, in: extent) }
    // Where an end is not on the map at all, those could know who were asked about the other.
    let ends = [shared.source, shared.target].compactMap { alignment.actor($0, on: side.map) }
    return map.silence(about: ends, in: extent)
  }

  /// A row of what the statements that count say; `nil` if none on any side's map does.
  private static func narrowed(
    _ shared: Connection.ID, _ sides: [ComparisonSide], _ extents: [ScopeExtent], _ filter: StatementFilter,
    _ alignment: MapAlignment
  ) -> ConnectionRow? {
    let narrowed = sides.map { side -> Connection? in
      guard let own = alignment.connection(shared, on: side.map) else { return nil }
      return alignment.maps[side.map].connections[own].flatMap(filter.narrowed)
    }
    if narrowed.allSatisfy({ $0 == nil }) { return nil }
    let presences = sides.indices.map { place in
      let (side, extent) = (sides[place], extents[place])
      let map = alignment.maps[side.map]
      if let connection = narrowed[place] { return map.presence(of: connection, in: extent) }
      let ends = [shared.source, shared.target].compactMap { alignment.actor($0, on: side.map) }
      return map.silence(about: ends, in: extent)
    }
    return ConnectionRow(id: shared, presences: presences)
  }

  /// The map of a side.
  public func map(of side: ComparisonSide) -> NetworkMap { alignment.maps[side.map] }

  /// The groups that were interviewed on any side, by name, with the number of interviews on each; in the order of the
  /// maps.
  public func askedGroups() -> [(name: String, interviews: [Int])] {
    var groups: OrderedDictionary<String, [Int]> = [:]
    for (place, side) in sides.enumerated() {
      let map = alignment.maps[side.map]
      for group in map.informants.values {
        let held = map.interviews(in: side.scope, with: group.id)
        groups[group.name, default: sides.map { _ in 0 }][place] += held
      }
    }
    return groups.filter { $0.value.contains { $0 > 0 } }.map { ($0.key, $0.value) }
  }

  /// How many interviews were held on a side.
  public func interviews(on side: ComparisonSide) -> Int { map(of: side).interviews(in: side.scope) }
}
