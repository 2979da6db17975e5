public import GraphMeasures
public import MapModel
public import OrderedCollections

/// How alike two sides of a comparison are.
public struct Similarity: Sendable, Hashable {
  /// The first side, by its place.
  public let first: Int
  /// The second side, by its place.
  public let second: Int
  /// The connections that are on the map.
  public private(set) var connections = Overlap()
  /// The same of connections of which it is known on both sides whether they are there: not those that are unplaced or
  /// not known on either.
  public private(set) var knownConnections = Overlap()
  /// The actors that are on the map.
  public private(set) var actors = Overlap()
  /// The connections of each relation that occurs.
  public private(set) var byRelation: OrderedDictionary<Relation.ID, Overlap> = [:]
  /// The actors of each sector that occurs.
  public private(set) var bySector: OrderedDictionary<Sector.ID, Overlap> = [:]
  /// How well the two networks of the actors that both have fit each other.
  public private(set) var assignment: QuadraticAssignment

  /// The graph edit distance on matched actors: how many actors and connections must be added or taken away to make one
  /// of the other.
  public var editDistance: Int {
    actors.onlyFirst + actors.onlySecond + connections.onlyFirst + connections.onlySecond
  }

  init(_ comparison: MapComparison, _ first: Int, _ second: Int, permutations: Int, seed: UInt64) {
    (self.first, self.second) = (first, second)
    let frame = comparison.frame
    for relation in frame.relations.keys { byRelation[relation] = Overlap() }
    for row in comparison.connections {
      let (one, other) = (row.presences[first], row.presences[second])
      connections.add(one.isOnMap, other.isOnMap)
      byRelation[row.id.relation]?.add(one.isOnMap, other.isOnMap)
      if !one.isOpen, !other.isOpen { knownConnections.add(one.isOnMap, other.isOnMap) }
    }
    byRelation = byRelation.filter { $0.value.jaccard != nil }
    for sector in frame.legend.sectors.keys { bySector[sector] = Overlap() }
    var common: OrderedDictionary<MapActor.ID, Int32> = [:]
    for row in comparison.actors {
      let (one, other) = (row.presences[first].isOnMap, row.presences[second].isOnMap)
      actors.add(one, other)
      if let sector = frame.actors[row.id]?.sector { bySector[sector]?.add(one, other) }
      if one, other { common[row.id] = Int32(common.count) }
    }
    bySector = bySector.filter { $0.value.jaccard != nil }
    let graphs = [first, second].map { side in
      DirectedGraph(
        count: common.count,
        packed: comparison.connections.compactMap { row -> (source: Int32, target: Int32)? in
          guard row.presences[side].isOnMap, let source = common[row.id.source], let target = common[row.id.target]
          else { return nil }
          return (source, target)
        })
    }
    assignment = QuadraticAssignment(aligned: graphs[0], graphs[1], permutations: permutations, seed: seed)
  }
}

extension Presence {
  /// Whether the evidence does not tell if something is there.
  var isOpen: Bool { self == .unplaced || self == .notKnown }
}

extension MapComparison {
  /// Of more sides correlations are tested only where a number of permutations is asked for: each pair is a test, and with
  /// a thousand tests some find by chance what they look for.
  public static let mostTestedSides = 25

  /// How alike each two sides are, in the order of the sides.
  /// - Parameters:
  ///   - permutations: how many permutations the correlation is tested with; without a number, 5000, and none of more than
  ///     ``mostTestedSides`` sides.
  ///   - seed: where the random numbers start; the same seed gives the same results.
  ///   - threads: how many processors may work; the result does not depend on it.
  /// - Complexity: O(s² · (c + p · m)), where s is the number of sides, c of connections, p of permutations, and m of
  ///   connections between actors that two sides have in common.
  public func similarities(permutations: Int? = nil, seed: UInt64 = 1, threads: Int = 1) -> [Similarity] {
    let permutations = permutations ?? (sides.count > Self.mostTestedSides ? 0 : 5000)
    let pairs = sides.indices.flatMap { first in sides.indices.dropFirst(first + 1).map { (first, $0) } }
    return Parallel.map(pairs.count, threads: pairs.count > 1 ? threads : 1) { place in
      Similarity(self, pairs[place].0, pairs[place].1, permutations: permutations, seed: seed)
    }
  }
}
