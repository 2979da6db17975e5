/// What a question is about: the whole map, or one of its areas.
///
/// Evidence has a ``Placement`` instead: where a source says that something holds.
public struct Scope: Sendable, Hashable {
  /// The area; `nil` for the whole map.
  public var area: Area.ID?

  /// Makes the scope of an area, or of the whole map.
  public init(area: Area.ID? = nil) { self.area = area }

  /// The whole map.
  public static let wholeMap = Scope()

  /// One area of the map.
  public static func area(_ area: Area.ID) -> Scope { Scope(area: area) }

  /// Whether it is the whole map.
  public var isWholeMap: Bool { self == .wholeMap }
}
