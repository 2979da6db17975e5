public import MapModel
import OrderedCollections

/// A gap, and on which sides of a comparison it is one.
public struct ComparedGap: Sendable, Hashable, Identifiable {
  /// What is known of a gap on one side.
  public enum State: Sendable, Hashable {
    /// There is no such gap: the expectation is met, or the structure is sound there.
    case none
    /// It is a gap; if something is missing, with what is known of it.
    case gap(Presence?)
    /// The side's map does not look for it there.
    case notLookedFor
  }

  /// The gap as it is on the first side that has it.
  public let first: Gap
  /// That side, by its place among all.
  public let firstSide: Int
  /// What is known, in the order of the sides.
  public let states: [State]

  /// The identifier: the expectation's, or one made of the kind and the actors.
  public var id: String { first.id }
  /// Where the gap comes from.
  public var kind: Gap.Kind { first.kind }

  /// Whether the sides differ, be it only in what is known.
  public var differs: Bool { Set(states).count > 1 }
}

extension MapComparison {
  /// The gaps of all sides, expectations first, in the order in which the maps have them.
  /// - Complexity: that of the gaps of each side.
  public func gaps() -> [ComparedGap] {
    let found = sides.map { side -> OrderedDictionary<String, Gap> in
      let map = alignment.maps[side.map]
      let gaps = map.gaps(in: side.scope).filter { $0.scope == side.scope }
      return OrderedDictionary(gaps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let expected = sides.map { side in
      Set(
        alignment.maps[side.map].expectations.filter { $0.isLookedFor(on: side) }.map(\.id.rawValue))
    }
    let ids = found.reduce(into: OrderedSet<String>()) { $0.formUnion($1.keys) }
    let rows = ids.compactMap { id -> ComparedGap? in
      guard let side = sides.indices.first(where: { found[$0][id] != nil }), let first = found[side][id]
      else { return nil }
      let states = sides.indices.map { side -> ComparedGap.State in
        if let gap = found[side][id] { return .gap(gap.absence) }
        return first.kind == .expectation && !expected[side].contains(id) ? .notLookedFor : .none
      }
      return ComparedGap(first: first, firstSide: side, states: states)
    }
    let order = Gap.Kind.allCases
    return order.flatMap { kind in rows.filter { $0.kind == kind } }
  }
}

extension Expectation {
  /// Whether it is looked for on a side of a comparison: one of each area is not looked for on a whole map.
  func isLookedFor(on side: ComparisonSide) -> Bool {
    isLookedFor(in: side.scope) && (side.scope.area != nil || extent != .areas)
  }
}
