/// What a question is about: the whole map or one of its areas, and the whole time or one of its periods.
///
/// Evidence has a ``Placement`` and a ``TimePlacement`` instead: where and when a source says that something holds.
public struct Scope: Sendable, Hashable {
  /// The area; `nil` for all places.
  public var area: Area.ID?
  /// The period, by its name; `nil` for the whole time.
  public var period: String?

  /// Makes the scope of an area and a period, of one of them, or of the whole map.
  public init(area: Area.ID? = nil, period: String? = nil) { (self.area, self.period) = (area, period) }

  /// The whole map, at any time.
  public static let wholeMap = Scope()

  /// One area of the map, at any time.
  public static func area(_ area: Area.ID) -> Scope { Scope(area: area) }

  /// One period, in all places.
  public static func period(_ period: String) -> Scope { Scope(period: period) }

  /// Whether it is the whole map, at any time.
  public var isWholeMap: Bool { self == .wholeMap }

  /// The same time in one area.
  public func `in`(_ area: Area.ID) -> Scope { Scope(area: area, period: period) }

  /// The same place in one period; `nil` for the whole time.
  public func during(_ period: String?) -> Scope { Scope(area: area, period: period) }
}
