public import MapModel

/// One of the things that are compared: a whole map, or an area of one.
public struct ComparisonSide: Sendable, Hashable, Identifiable {
  /// A side's identifier.
  public typealias ID = Identifier<ComparisonSide>

  /// The identifier, unlike for each side of a comparison.
  public let id: ID
  /// The name, for headings.
  public let name: String
  /// The map, by its place among those that are compared.
  public let map: Int
  /// The area, as its map calls it; `nil` for the whole map.
  public let scope: Scope

  /// Makes a side.
  public init(_ id: ID, name: String, map: Int = 0, in scope: Scope = .wholeMap) {
    self.id = id
    self.name = name
    self.map = map
    self.scope = scope
  }
}
