public import MapAnalysis
public import MapDisclosure
public import MapModel

/// A comparison of what an audience may see: the only one of which figures, tables and reports are made.
@dynamicMemberLookup
public struct PublishedComparison: Sendable {
  /// The maps, prepared together.
  public let maps: PublishedMaps
  /// What is known on each side.
  public let comparison: MapComparison

  /// Compares sides of maps that were prepared together.
  /// - Parameter query: what narrows the connections, in the words of the frame; its scope is not looked at.
  /// - Complexity: that of ``MapComparison``.
  public init(of maps: PublishedMaps, sides: [ComparisonSide], query: ConnectionQuery = ConnectionQuery()) {
    self.maps = maps
    comparison = MapComparison(maps.alignment, sides: sides, query: query)
  }

  /// What is known on each side, as if it were a part of this.
  public subscript<Value>(dynamicMember path: KeyPath<MapComparison, Value>) -> Value { comparison[keyPath: path] }

  /// Compares areas of one map: those given, or all.
  public init(areasOf map: PublishedMap, _ areas: [Area.ID]? = nil, query: ConnectionQuery = ConnectionQuery()) {
    maps = PublishedMaps(map)
    comparison = MapComparison(areasOf: map.map, areas, query: query)
  }

  /// Compares periods of one map: those given, or the longest that it lists.
  /// - Parameter area: the area of which alone they are compared.
  public init(
    periodsOf map: PublishedMap, _ periods: [String]? = nil, in area: Area.ID? = nil,
    query: ConnectionQuery = ConnectionQuery()
  ) {
    maps = PublishedMaps(map)
    comparison = MapComparison(periodsOf: map.map, periods, in: area, query: query)
  }
}
