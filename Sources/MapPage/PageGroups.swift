import MapDisclosure
import MapModel
import OrderedCollections

/// What the page knows of groups that stand for the actors that are part of them, whichever are closed.
///
/// What two ends have with each other does not depend on which other groups are closed. So a few maps, in each of which
/// many groups are closed at once, tell it of all pairs; they are those that `--collapse` makes, after disclosure control.
struct PageGroups {
  /// A connection of which an end is a closed group.
  struct Joined {
    let connection: Connection
    let isSourceClosed: Bool
    let isTargetClosed: Bool
    /// What is known of it on the whole map.
    let status: Presence
    /// What is known of it in each scope.
    let presences: [Presence]
    /// The map of which it is.
    let map: NetworkMap
  }

  /// Which groups must be closed, and which open, to see the connections of two ends.
  private struct View: Hashable {
    var closed: Set<MapActor.ID>
    var open: Set<MapActor.ID>

    func fits(_ other: View) -> Bool { closed.isDisjoint(with: other.open) && open.isDisjoint(with: other.closed) }
  }

  private struct Key: Hashable {
    let id: Connection.ID
    let isSourceClosed: Bool
    let isTargetClosed: Bool
  }

  /// The connections with a closed end that differ from those of the open map.
  private(set) var joined: [Joined] = []
  /// What is known of each group in each scope while it is closed.
  private(set) var actors: [MapActor.ID: [Presence]] = [:]

  /// - Parameter scopes: the scopes of which states are told.
  /// - Complexity: O(m · n + c · s · e), where m is the number of maps that are made, about twice the logarithm of the
  ///   number of groups, n the size of the map, c the number of connections with a closed end, s of scopes and e of pieces
  ///   of evidence.
  init(of published: PublishedMap, in scopes: [Scope]) {
    let map = published.map, groups = map.groupsOfOthers
    if groups.isEmpty { return }
    let extents = scopes.map { map.extent(of: $0) }
    var found: [Key: [Presence]] = [:]
    var waiting = Self.views(of: map, groups)
    while !waiting.isEmpty {
      var view = View(closed: [], open: [])
      waiting.removeAll { one in
        guard view.fits(one) else { return false }
        view = View(closed: view.closed.union(one.closed), open: view.open.union(one.open))
        return true
      }
      let collapsed = published.collapsing(.groups(view.closed)).map
      let asked = extents.map { !collapsed.informants(in: $0).isEmpty }
      var touching: [MapActor.ID: [[Presence]]] = [:]
      for connection in collapsed.connections.values {
        let key = Key(
          id: connection.id, isSourceClosed: view.closed.contains(connection.source),
          isTargetClosed: view.closed.contains(connection.target))
        guard key.isSourceClosed || key.isTargetClosed else { continue }
        var presences = found[key]
        if presences == nil {
          presences = extents.map { collapsed.presence(of: connection, in: $0) }
          found[key] = presences
          joined.append(
            Joined(
              connection: connection, isSourceClosed: key.isSourceClosed, isTargetClosed: key.isTargetClosed,
              status: collapsed.presence(of: connection), presences: presences ?? [], map: collapsed))
        }
        for end in Set([connection.source, connection.target]) { touching[end, default: []].append(presences ?? []) }
      }
      for group in view.closed where actors[group] == nil && collapsed.actors[group] != nil {
        actors[group] = extents.indices.map { place in
          Presence(
            ofActorWith: touching[group, default: []].map { $0[place] }, isAnybodyAsked: asked[place])
        }
      }
    }
  }

  /// All that must be looked at: each pair of ends of a connection, with each of their groups closed, or none.
  private static func views(of map: NetworkMap, _ groups: Set<MapActor.ID>) -> [View] {
    func standings(of actor: MapActor.ID) -> [View] {
      let above = map.groups(of: actor)
      let chain = (groups.contains(actor) ? [actor] : []) + above
      return [View(closed: [], open: Set(chain))]
        + chain.indices.map { View(closed: [chain[$0]], open: Set(chain[($0 + 1)...])) }
    }
    var known: [MapActor.ID: [View]] = [:]
    for actor in map.actors.keys { known[actor] = standings(of: actor) }
    var seen: Set<View> = []
    var views: [View] = []
    func add(_ view: View) { if !view.closed.isEmpty, seen.insert(view).inserted { views.append(view) } }
    for group in map.actors.keys where groups.contains(group) {
      add(View(closed: [group], open: Set(map.groups(of: group))))
    }
    for connection in map.connections.values {
      for source in known[connection.source] ?? [] {
        for target in known[connection.target] ?? [] where source.fits(target) {
          add(View(closed: source.closed.union(target.closed), open: source.open.union(target.open)))
        }
      }
    }
    return views
  }
}
