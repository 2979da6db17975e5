public import MapModel

/// What changed from one side of a comparison to the next, where both are periods of one place.
public struct ComparedChange: Sendable, Hashable {
  /// What became of something from an earlier period to a later one.
  public enum Kind: String, Sendable, CaseIterable {
    /// It is on the map later, and known to be missing before.
    case came
    /// It was on the map before, and is known to be missing later.
    case went
    /// It is on the map in both.
    case stayed
    /// It is on the map later, and the evidence does not tell whether it was before.
    case onlyKnownLater = "only-known-later"
    /// It was on the map before, and the evidence does not tell whether it is later.
    case onlyKnownBefore = "only-known-before"

    /// What two states say; `nil` if it is on the map in neither.
    init?(_ earlier: Presence, _ later: Presence) {
      switch (earlier.isOnMap, later.isOnMap) {
      case (true, true): self = .stayed
      case (false, true): self = earlier.isKnownAbsence ? .came : .onlyKnownLater
      case (true, false): self = later.isKnownAbsence ? .went : .onlyKnownBefore
      case (false, false): return nil
      }
    }
  }

  /// The earlier side, by its place.
  public let earlier: Int
  /// The later side, by its place.
  public let later: Int
  private var connections: [Kind: [Connection.ID]] = [:]
  private var actors: [Kind: [MapActor.ID]] = [:]

  fileprivate init(_ comparison: MapComparison, _ earlier: Int, _ later: Int) {
    (self.earlier, self.later) = (earlier, later)
    for row in comparison.connections {
      if let kind = Kind(row.presences[earlier], row.presences[later]) { connections[kind, default: []].append(row.id) }
    }
    for row in comparison.actors {
      if let kind = Kind(row.presences[earlier], row.presences[later]) { actors[kind, default: []].append(row.id) }
    }
  }

  /// The connections of which that became, in the order of the frame.
  public func connections(_ kind: Kind) -> [Connection.ID] { connections[kind] ?? [] }

  /// The actors of which that became, in the order of the frame.
  public func actors(_ kind: Kind) -> [MapActor.ID] { actors[kind] ?? [] }
}

extension MapComparison {
  /// Whether the sides are periods of one place, so that each follows on the one before it.
  public var isOverTime: Bool {
    sides.count > 1 && sides.allSatisfy { $0.scope.period != nil && $0.map == sides[0].map }
      && Set(sides.map(\.scope.area)).count == 1
  }

  /// What changed from each side to the next; nothing unless the comparison is over time.
  ///
  /// Of what is not known it is not said that it came or went.
  /// - Complexity: O(s · c), where s is the number of sides and c of connections.
  public func changes() -> [ComparedChange] {
    isOverTime ? sides.indices.dropLast().map { ComparedChange(self, $0, $0 + 1) } : []
  }
}
