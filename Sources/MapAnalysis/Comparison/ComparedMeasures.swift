public import MapModel

/// What an actor measures on each side of a comparison, and its rank there.
public struct ComparedMeasures: Sendable, Hashable, Identifiable {
  /// A value and its place among the actors that are on the map there.
  public struct Standing: Sendable, Hashable {
    /// The value.
    public let value: Double
    /// The rank, from 1; equal values share the better rank. `nil` of a value of 0, since nobody is first of nothing.
    public let rank: Int?
    /// How many others have the same rank.
    public let sharedWith: Int
  }

  /// The actor, in the words of the frame.
  public let id: MapActor.ID
  /// The measure.
  public let measure: Condition.RankedMeasure
  /// The values and ranks, in the order of the sides; `nil` where the actor is not on the map.
  public let standings: [Standing?]

  /// How far apart the best and the worst rank are; `nil` if the actor has a rank on fewer than two sides.
  public var rankSpread: Int? {
    let ranks = standings.compactMap { $0.flatMap(\.rank) }
    guard ranks.count > 1, let best = ranks.min(), let worst = ranks.max() else { return nil }
    return worst - best
  }
}

extension MapComparison {
  /// The measures by which actors can be ranked, of each actor that is on the map anywhere, in the order of the measures
  /// and then of the frame.
  /// - Complexity: that of taking the five measures on each side.
  public func measures(threads: Int = 1) -> [ComparedMeasures] {
    let places = sides.enumerated().map { place, side -> (graph: MapGraph, nodes: [MapActor.ID: Int]) in
      var part = MapGraph.Part()
      part.query.scope = side.scope
      let map = alignment.maps[side.map]
      // The filters speak of the frame; the map may use other words.
      let chosen = Set(connections.compactMap { alignment.connection($0.id, on: side.map) })
      let graph = MapGraph(map, part: part, choosing: chosen.contains)
      let shown = Set(actors.filter { $0.presences[place].isOnMap }.map(\.id))
      var nodes: [MapActor.ID: Int] = [:]
      for (node, actor) in graph.actors.enumerated() {
        let shared = alignment.shared(actor.id, of: side.map)
        if shown.contains(shared) { nodes[shared] = node }
      }
      return (graph, nodes)
    }
    return Condition.RankedMeasure.allCases.flatMap { measure in
      let ranked = places.map { graph, nodes in
        let values = measure.values(on: graph, threads: threads)
        return nodes.mapValues { values[$0] }.ranked
      }
      return actors.compactMap { row in
        let standings = ranked.map { $0[row.id] }
        return standings.allSatisfy { $0 == nil }
          ? nil : ComparedMeasures(id: row.id, measure: measure, standings: standings)
      }
    }
  }
}

extension [MapActor.ID: Double] {
  /// The values with their ranks.
  fileprivate var ranked: [MapActor.ID: ComparedMeasures.Standing] {
    let ranks = Ranks(values)
    return mapValues { value in
      let rank = ranks.rank(of: value)
      return ComparedMeasures.Standing(value: value, rank: rank?.place, sharedWith: rank?.sharedWith ?? 0)
    }
  }
}
