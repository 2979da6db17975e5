import GraphMeasures
public import MapModel

extension Condition.RankedMeasure {
  /// The measure in the catalogue, which spells its identifier with hyphens as this one does.
  public var measure: Measure<MapMeasures.ActorMeasures> {
    guard let measure = Self.measures[self] else { preconditionFailure("the catalogue has every ranked measure") }
    return measure
  }

  private static let measures = Dictionary(
    uniqueKeysWithValues: MapMeasures.ofActors.compactMap { measure in
      Condition.RankedMeasure(rawValue: measure.hyphenated).map { ($0, measure) }
    })

  /// The value of each actor, in the order of the graph's nodes, taken without any other measure.
  /// - Complexity: that of the measure: O(n · m) at worst, where n is the number of actors and m of connections.
  func values(on map: MapGraph, threads: Int = 1) -> [Double] {
    switch self {
    case .betweenness: map.graph.betweenness(threads: threads)
    case .inDegree: map.graph.inDegrees().map(Double.init)
    case .outDegree: map.graph.outDegrees().map(Double.init)
    case .harmonicCloseness: map.graph.closeness(threads: threads).harmonic
    case .pageRank: map.graph.pageRank()
    }
  }
}
