public import MapModel
import OrderedCollections

extension MapComparison {
  /// The frame in which actors bear the names that they have in a side's area: for what is told of that side alone.
  /// - Complexity: O(n), where n is the number of actors on the side's map.
  public func frame(named side: ComparisonSide) -> NetworkMap {
    guard let area = side.scope.area else { return frame }
    let names = map(of: side).actors.values.compactMap { actor in actor.namesInAreas[area].map { (actor.id, $0) } }
    return frame.naming(
      Dictionary(names.map { (alignment.shared($0, of: side.map), $1) }, uniquingKeysWith: { first, _ in first }))
  }

  /// The frame in which actors bear the names that they have in the area of all sides, where that is one.
  public var namedFrame: NetworkMap {
    guard let first = sides.first, sides.allSatisfy({ $0.map == first.map && $0.scope.area == first.scope.area })
    else { return frame }
    return frame(named: first)
  }

  /// The place and the time to which words fit that speak of all sides at once: those that they have in common.
  package var scopeOfWords: Scope {
    let areas = Set(sides.map(\.scope.area))
    return Scope(area: areas.count == 1 ? sides.first?.scope.area : nil, period: sides.first?.scope.period)
  }
}
