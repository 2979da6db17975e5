package import MapAnalysis
package import MapModel
package import OrderedCollections

/// What a figure marks of a map's gaps.
package struct GapMarks: Sendable {
  /// Actors that are expected and missing.
  package var missingActors: Set<MapActor.ID> = []
  /// Connections and routes that are expected and missing.
  package var missingPairs: OrderedSet<ConditionFinding.Pair> = []
  /// Actors on whom others hang alone.
  package var bearing: Set<MapActor.ID> = []
  /// The gaps in words, for the text alternative.
  package var sentences: [String] = []

  /// The marks of what is known to be missing, and not just unknown, on the whole map or in an area.
  package init(_ gaps: [Gap], in scope: Scope, on map: NetworkMap) {
    for gap in gaps where gap.scope == scope {
      switch gap.kind {
      case .expectation:
        guard gap.isKnownAbsence else { continue }
        missingPairs.formUnion(gap.missing.filter { gap.isKnownAbsence(of: $0, on: map) })
        if gap.missing.isEmpty { missingActors.formUnion(gap.actors) }
      case .isolated: missingActors.formUnion(gap.actors)
      case .cutPoint, .singleSource: bearing.formUnion(gap.actors.prefix(1))
      case .parts, .island: break
      default: continue
      }
      sentences.append(gap.sentence(on: map))
    }
  }

  /// The actors that the marks need.
  package var actors: Set<MapActor.ID> { missingActors.union(missingPairs.flatMap { [$0.source, $0.target] }) }

  /// Whether nothing is missing and nothing hangs on anybody.
  package var isEmpty: Bool { sentences.isEmpty }
}

extension Gap {
  /// Whether a pair of those that are expected is known to be missing, and not just unknown: where several are
  /// expected, the evidence can deny one and not tell of another.
  package func isKnownAbsence(of pair: ConditionFinding.Pair, on map: NetworkMap) -> Bool {
    guard isKnownAbsence, missing.count > 1 else { return isKnownAbsence }
    let between = map.connections.values.filter { $0.source == pair.source && $0.target == pair.target }
    let extent = map.extent(of: examined)
    let known =
      between.map { map.presence(of: $0, in: extent) }.strongest
      ?? map.silence(about: [pair.source, pair.target], in: extent)
    return known != .unplaced && known != .notKnown
  }
}
