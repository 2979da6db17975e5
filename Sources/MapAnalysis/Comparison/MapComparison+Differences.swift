public import MapModel

extension MapComparison {
  /// The connections that are on the map on one side only.
  public func connections(onlyOn side: Int) -> [ConnectionRow] {
    connections.filter { row in row.presences.indices.allSatisfy { row.presences[$0].isOnMap == ($0 == side) } }
  }

  /// The connections that are on the map on all sides but one; empty with fewer than three sides, where they are those
  /// that the other side has alone.
  public func connections(lackedOnlyBy side: Int) -> [ConnectionRow] {
    sides.count < 3
      ? []
      : connections.filter { row in row.presences.indices.allSatisfy { row.presences[$0].isOnMap != ($0 == side) } }
  }

  /// The actors that are on the map on one side only.
  public func actors(onlyOn side: Int) -> [ActorRow] {
    actors.filter { row in row.presences.indices.allSatisfy { row.presences[$0].isOnMap == ($0 == side) } }
  }

  /// The actors that are on the map on all sides but one; empty with fewer than three sides.
  public func actors(lackedOnlyBy side: Int) -> [ActorRow] {
    sides.count < 3
      ? [] : actors.filter { row in row.presences.indices.allSatisfy { row.presences[$0].isOnMap != ($0 == side) } }
  }

  /// The sides by what is known of something there, each kind in the order of ``Presence``.
  public func sides(by presences: [Presence]) -> [(presence: Presence, sides: [ComparisonSide])] {
    Presence.allCases.compactMap { presence in
      let found = zip(sides, presences).filter { $0.1 == presence }.map(\.0)
      return found.isEmpty ? nil : (presence, found)
    }
  }
}
