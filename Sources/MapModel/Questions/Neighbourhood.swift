/// An actor with those that are near it.
public struct Neighbourhood: Sendable, Hashable {
  /// The actor in the middle.
  public var actor: MapActor.ID
  /// How many connections away others may be.
  public var steps: Int

  /// Makes a neighbourhood; less than one step is taken for one.
  public init(of actor: MapActor.ID, within steps: Int = 1) { (self.actor, self.steps) = (actor, max(1, steps)) }

  /// The actors that are reached along connections in either direction, with the one in the middle.
  /// - Complexity: O(n), where n is the number of connections.
  package func actors(along connections: some Sequence<Connection.ID>) -> Set<MapActor.ID> {
    var neighbours: [MapActor.ID: [MapActor.ID]] = [:]
    for connection in connections where connection.source != connection.target {
      neighbours[connection.source, default: []].append(connection.target)
      neighbours[connection.target, default: []].append(connection.source)
    }
    var reached: Set<MapActor.ID> = [actor]
    var frontier = [actor]
    var step = 0
    while step < steps, !frontier.isEmpty {
      frontier = frontier.flatMap { neighbours[$0] ?? [] }.filter { reached.insert($0).inserted }
      step += 1
    }
    return reached
  }
}
