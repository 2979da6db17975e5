public import MapModel

/// One of the things that are compared: a whole map, or an area or a period of one, or both.
public struct ComparisonSide: Sendable, Hashable, Identifiable {
  /// A side's identifier.
  public typealias ID = Identifier<ComparisonSide>

  /// The identifier, unlike for each side of a comparison.
  public let id: ID
  /// The name, for headings.
  public let name: String
  /// The map, by its place among those that are compared.
  public let map: Int
  /// The area and the period, as the map calls them.
  public let scope: Scope

  /// Makes a side.
  public init(_ id: ID, name: String, map: Int = 0, in scope: Scope = .wholeMap) {
    self.id = id
    self.name = name
    self.map = map
    self.scope = scope
  }
}

extension ComparisonSide {
  /// Sides of periods, in their order.
  /// - Parameters:
  ///   - periods: the periods, by their names.
  ///   - map: the map, by its place among those that are compared.
  ///   - area: the area of which alone they are.
  public static func sides(of periods: [String], on map: Int = 0, in area: Area.ID? = nil) -> [ComparisonSide] {
    var taken: Set<ID> = []
    return periods.map { period in
      // Names of periods are free, and an identifier has 64 letters at most.
      let slug = period.slug(longest: 50)
      let id = (slug.isEmpty ? "period" : slug).numbered { text in
        ID(text).flatMap { taken.insert($0).inserted ? $0 : nil }
      }
      return ComparisonSide(id, name: period, map: map, in: Scope(area: area, period: period))
    }
  }
}

extension NetworkMap {
  /// The periods that are compared where none are named: of those that the map lists the longest, none of which lies in
  /// another; where that is but one, those that lie in it.
  public var periodsApart: [String] {
    let listed = periods.map(\.name)
    var chosen = listed.filter { name in !listed.contains { isPeriod(name, within: $0) } }
    while chosen.count == 1, let whole = chosen.first {
      let inner = listed.filter { isPeriod($0, within: whole) }
      if inner.isEmpty { break }
      chosen = inner.filter { name in !inner.contains { isPeriod(name, within: $0) } }
    }
    return chosen
  }
}
