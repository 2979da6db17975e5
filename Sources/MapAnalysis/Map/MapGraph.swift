public import GraphMeasures
public import MapModel
import OrderedCollections

/// A map's actors and connections as a simple directed graph: parallel connections count once, and an actor's
/// connections with itself never; a mutual connection counts both ways.
///
/// The nodes are the actors that are on the map, in the order of the definition: in an area, those that something
/// connects there. An actor that is only looked for is none, unless all actors are asked for. This is the graph of
/// `netmap export --as json`.
public struct MapGraph: Sendable {
  /// Which part of a map is meant.
  public struct Part: Sendable, Hashable {
    /// What narrows the connections; those of the whole map that are on the map, by default.
    public var query = ConnectionQuery()
    /// Whether actors that meet in an activity are connected with each other, both ways, in place of the activity.
    public var passesActivities = false
    /// Whether only beneficiaries, the actors that have a connection with one, and what connects these are meant.
    public var isAroundBeneficiaries = false
    /// Whether all actors of the definition are nodes, on the map or not.
    public var includesAllActors = false

    /// Makes a part; of nothing, it is the whole.
    public init(
      query: ConnectionQuery = ConnectionQuery(), passesActivities: Bool = false, isAroundBeneficiaries: Bool = false,
      includesAllActors: Bool = false
    ) {
      (self.query, self.passesActivities) = (query, passesActivities)
      self.isAroundBeneficiaries = isAroundBeneficiaries
      self.includesAllActors = includesAllActors
    }
  }

  /// The map.
  public let map: NetworkMap
  /// The actors, in the order of the graph's nodes.
  public let actors: [MapActor]
  /// The graph.
  public let graph: DirectedGraph
  /// The connections that the graph's arcs stand for, in the order of the definition.
  public let answers: [NetworkMap.Answer]
  /// Of what place and time it is.
  public let scope: Scope
  private let places: [MapActor.ID: Int]

  /// Makes the graph of a map, or of a part of it.
  /// - Complexity: O(n + c · e + m log m), where n is the number of actors, c of connections, e of pieces of evidence of
  ///   each, and m of arcs.
  /// - Parameter removed: actors that are left out with all their connections; what they leave alone stays a node.
  public init(_ map: NetworkMap, part: Part = Part(), without removed: Set<MapActor.ID> = []) {
    self.init(map, part: part, without: removed) { id in
      removed.isEmpty || !removed.contains(id.source) && !removed.contains(id.target)
    }
  }

  /// Makes the graph of those connections of a part that a closure chooses.
  init(
    _ map: NetworkMap, part: Part, without removed: Set<MapActor.ID> = [], choosing isChosen: (Connection.ID) -> Bool
  ) {
    self.map = map
    scope = part.query.scope
    var answers = map.connections(matching: part.query).filter { isChosen($0.connection.id) }
    var nodes =
      part.includesAllActors
      ? Set(map.actors.keys)
      // What is asked for beside what is on the map, such as unplaced connections, brings its ends.
      : answers.reduce(into: map.actorsOnMap(in: scope)) { nodes, answer in
        nodes.insert(answer.connection.source)
        nodes.insert(answer.connection.target)
      }
    nodes.subtract(removed)
    let meetings = part.passesActivities ? map.meetings(matching: part.query) : []
    if part.isAroundBeneficiaries {
      let near = Self.neighbourhood(
        of: map, answers.map { ($0.connection.source, $0.connection.target) } + meetings.map { ($0.source, $0.target) })
      answers.removeAll { !near.contains($0.connection.source) || !near.contains($0.connection.target) }
      nodes.formIntersection(near)
    }
    self.answers = answers
    actors = map.actors.values.filter { nodes.contains($0.id) && !(part.passesActivities && map.isActivity($0.id)) }
    var places: [MapActor.ID: Int] = [:]
    places.reserveCapacity(actors.count)
    for (index, actor) in actors.enumerated() { places[actor.id] = index }
    self.places = places
    var arcs: [(source: Int32, target: Int32)] = []
    arcs.reserveCapacity(answers.count)
    for answer in answers {
      guard let source = places[answer.connection.source], let target = places[answer.connection.target] else {
        continue
      }
      arcs.append((Int32(source), Int32(target)))
      if map.isMutual(answer.connection.relation) { arcs.append((Int32(target), Int32(source))) }
    }
    if part.passesActivities {
      let chosen = Set(answers.lazy.map(\.connection.id))
      for meeting in meetings
      where meeting.connections.contains(where: { chosen.contains($0.connection.id) }) {
        guard let one = places[meeting.source], let other = places[meeting.target] else { continue }
        arcs.append((Int32(one), Int32(other)))
        arcs.append((Int32(other), Int32(one)))
      }
    }
    graph = DirectedGraph(count: actors.count, packed: arcs)
  }

  private static func neighbourhood(
    of map: NetworkMap, _ pairs: [(source: MapActor.ID, target: MapActor.ID)]
  ) -> Set<MapActor.ID> {
    let beneficiaries = Set(map.actors.values.lazy.filter(\.isBeneficiary).map(\.id))
    var near = beneficiaries
    for (source, target) in pairs {
      if beneficiaries.contains(target) { near.insert(source) }
      if beneficiaries.contains(source) { near.insert(target) }
    }
    return near
  }

  /// An actor's node; `nil` if it is not in the graph.
  public func node(of actor: MapActor.ID) -> Int? { places[actor] }

  /// The number of each actor's sector, in the order of the legend.
  public var sectors: [Int32?] {
    actors.map { actor in map.legend.sectors.index(forKey: actor.sector).map { Int32($0) } }
  }
}
