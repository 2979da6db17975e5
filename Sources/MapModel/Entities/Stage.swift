/// A part of the map on which actors stand, from left to right, such as set-up and delivery.
public struct Stage: Sendable, Hashable, Identifiable {
  /// A stage's identifier.
  public typealias ID = Identifier<Stage>

  /// The identifier.
  public let id: ID
  /// The name shown in figures.
  public var name: String

  /// Makes a stage.
  public init(_ id: ID, name: String) { (self.id, self.name) = (id, name) }

  /// The greatest number of stages of a map.
  public static let most = 6
}

extension Identifier where Entity == Stage {
  /// Set-up, the first of the default stages.
  public static var setUp: Self { "set-up" }
  /// Delivery, the second of the default stages.
  public static var delivery: Self { "delivery" }
}
