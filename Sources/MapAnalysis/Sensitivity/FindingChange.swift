public import MapModel
import OrderedCollections

/// A finding that is another one, or is none, on a map with other evidence.
public enum FindingChange: Sendable, Hashable {
  /// What is known of a connection that is on the map before, after or both.
  case connection(Connection.ID, before: Presence, after: Presence)
  /// Who is first by a measure; several if they share the place, nobody if all measure 0.
  case firstRank(Condition.RankedMeasure, before: [MapActor.ID], after: [MapActor.ID])
  /// A gap that is one only after.
  case gapAppears(Gap)
  /// A gap that is one only before.
  case gapVanishes(Gap)
  /// What the evidence makes of a claim.
  case claim(Claim, before: ClaimVerdict.Verdict, after: ClaimVerdict.Verdict)

  /// Whether a connection leaves the map.
  public var isLostConnection: Bool {
    if case .connection(_, let before, let after) = self { before.isOnMap && !after.isOnMap } else { false }
  }
}

/// What a map says: its connections, who is first, its gaps, and what it makes of claims.
struct Findings {
  private struct GapKey: Hashable {
    var id: String
    var scope: Scope
  }

  private let map: NetworkMap
  private let scope: Scope
  private let presences: OrderedDictionary<Connection.ID, Presence>
  private let firsts: [Condition.RankedMeasure: [MapActor.ID]]
  private let gaps: OrderedDictionary<GapKey, Gap>
  private let verdicts: [ClaimVerdict]

  init(of map: NetworkMap, _ part: MapGraph.Part) {
    self.map = map
    scope = part.query.scope
    let graph = MapGraph(map, part: part)
    presences = graph.answers.reduce(into: [:]) { $0[$1.connection.id] = $1.presence }
    firsts = Condition.RankedMeasure.allCases.reduce(into: [:]) { firsts, measure in
      let values = measure.values(on: graph)
      let ranks = Ranks(values)
      firsts[measure] = zip(graph.actors, values).compactMap { actor, value in
        ranks.rank(of: value)?.place == 1 ? actor.id : nil
      }
    }
    gaps = OrderedDictionary(
      map.gaps(in: scope).map { (GapKey(id: $0.id, scope: $0.scope), $0) }, uniquingKeysWith: { first, _ in first })
    verdicts = map.claims.isEmpty ? [] : map.claimVerdicts()
  }

  /// What is otherwise in the findings of another map of the same programme.
  func changes(to other: Findings) -> [FindingChange] {
    var changes: [FindingChange] = []
    let ids = OrderedSet(presences.keys).union(other.presences.keys)
    for id in ids {
      let before = presences[id] ?? map.presence(of: id, in: scope)
      let after = other.presences[id] ?? other.map.presence(of: id, in: scope)
      if before != after { changes.append(.connection(id, before: before, after: after)) }
    }
    for measure in Condition.RankedMeasure.allCases {
      let (before, after) = (firsts[measure] ?? [], other.firsts[measure] ?? [])
      if before != after { changes.append(.firstRank(measure, before: before, after: after)) }
    }
    changes += other.gaps.filter { gaps[$0.key] == nil }.map { .gapAppears($0.value) }
    changes += gaps.filter { other.gaps[$0.key] == nil }.map { .gapVanishes($0.value) }
    for (before, after) in zip(verdicts, other.verdicts) where before.verdict != after.verdict {
      changes.append(.claim(before.claim, before: before.verdict, after: after.verdict))
    }
    return changes
  }
}
