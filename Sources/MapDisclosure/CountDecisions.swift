import MapModel
import OrderedCollections

/// Which counts of maps the public may not see, by map, connection, and the count's place in the connection.
struct CountDecisions {
  /// The decisions on one map.
  private struct OfMap {
    /// The connections, in an order that only the decisions below share.
    var connections: OrderedSet<Connection.ID>
    /// For each connection where its decisions start, and where the last ones end.
    var starts: [Int]
  }

  private var maps: [OfMap] = []
  /// Whether a count is withheld.
  private var isWithheld: [Bool]

  /// Takes decisions on all counts of maps, in the order of the maps, their connections and their counts.
  init(_ isWithheld: [Bool], of maps: [NetworkMap]) {
    self.isWithheld = isWithheld
    var end = 0
    for map in maps {
      var starts = [end]
      starts.reserveCapacity(map.connections.count + 1)
      for connection in map.connections.values {
        end += connection.counts.count
        starts.append(end)
      }
      self.maps.append(OfMap(connections: map.connections.keys, starts: starts))
    }
    precondition(end == isWithheld.count, "there is one decision for each count")
  }

  /// The counts of a connection, each with whether it is withheld.
  ///
  /// Counts on which nothing was decided, because the connection did not have them, are withheld.
  func decided(_ connection: Connection, on map: Int) -> some Sequence<(count: Count, isWithheld: Bool)> {
    let decisions = decisions(on: connection.id, on: map)
    let isKnown = decisions.count == connection.counts.count
    return connection.counts.indices.lazy.map { index in
      (connection.counts[index], !isKnown || decisions[decisions.startIndex + index])
    }
  }

  /// The decisions on a connection; none if it is not known.
  private func decisions(on connection: Connection.ID, on map: Int) -> ArraySlice<Bool> {
    guard let place = maps[map].connections.firstIndex(of: connection) else { return [] }
    return isWithheld[maps[map].starts[place]..<maps[map].starts[place + 1]]
  }
}
