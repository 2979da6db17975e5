/// The part that an actor plays in the programme; it decides the shape in figures.
public struct Role: Sendable, Hashable, Identifiable {
  /// A role's identifier.
  public typealias ID = Identifier<Role>

  /// An outline by which a role is known in figures.
  public enum Shape: String, Sendable, CaseIterable {
    /// An ellipse.
    case ellipse
    /// Six sides, pointed left and right.
    case hexagon
    /// A rectangle with rounded corners and a double outline.
    case roundedDouble = "rounded-double"
    /// A rectangle.
    case box
    /// A rectangle with cut corners.
    case octagon
    /// A leaning rectangle.
    case parallelogram
    /// A sheet with a folded corner.
    case note
    /// A rectangle with rounded corners.
    case rounded
    /// A drum.
    case cylinder
    /// A rectangle with a tab.
    case tab
  }

  /// The identifier.
  public let id: ID
  /// The name shown in legends.
  public var name: String
  /// The shape in figures.
  public var shape: Shape
  /// What the name means, in a sentence; empty if it needs none.
  public var definition: String
  /// Whether actors of this role are activities, such as meetings, in which others meet.
  public var isActivity: Bool

  /// Makes a role.
  public init(_ id: ID, name: String, shape: Shape, definition: String = "", isActivity: Bool = false) {
    self.id = id
    self.name = name
    self.shape = shape
    self.definition = definition
    self.isActivity = isActivity
  }
}
