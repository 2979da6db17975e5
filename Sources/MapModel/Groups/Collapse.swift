public import OrderedCollections

/// Which groups stand for the actors that are part of them.
public enum Collapse: Sendable, Hashable {
  /// Each outermost group.
  case all
  /// Some groups; of groups within each other, the outermost stands for all.
  case groups(Set<MapActor.ID>)

  /// Whether a group stands for its parts.
  func includes(_ group: MapActor.ID) -> Bool {
    switch self {
    case .all: true
    case .groups(let chosen): chosen.contains(group)
    }
  }
}

/// What groups stand for, on a map where they stand for their parts.
public struct GroupedActors: Sendable, Hashable {
  /// The actors that are no longer on the map by themselves.
  public internal(set) var parts: OrderedDictionary<MapActor.ID, MapActor> = [:]
  /// The group that stands for each of them.
  public internal(set) var groups: [MapActor.ID: MapActor.ID] = [:]
  /// Expectations that speak of single parts: what is expected of one need not be of all, so they are no longer on the map.
  public internal(set) var expectations: [Expectation] = []
  /// Claims that speak of single parts, likewise.
  public internal(set) var claims: [Claim] = []

  /// The actors for which a group stands, in the order of the map.
  public func parts(of group: MapActor.ID) -> [MapActor] { parts.values.filter { groups[$0.id] == group } }
}
