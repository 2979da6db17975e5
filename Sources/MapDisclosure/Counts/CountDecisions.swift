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

  /// Whether any count is withheld.
  var withholdsAny: Bool { isWithheld.contains(true) }

  /// Whether each of a connection's counts is withheld.
  ///
  /// All are if the connection did not have them when it was decided.
  func areWithheld(_ connection: Connection, on map: Int) -> ArraySlice<Bool> {
    if let place = maps[map].connections.firstIndex(of: connection.id) {
      let decided = isWithheld[maps[map].starts[place]..<maps[map].starts[place + 1]]
      if decided.count == connection.counts.count { return decided }
    }
    return ArraySlice(repeating: true, count: connection.counts.count)
  }
}
