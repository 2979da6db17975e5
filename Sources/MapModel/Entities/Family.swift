/// What relations are of, such as support, money or data; it decides the line in figures.
public struct Family: Sendable, Hashable, Identifiable {
  /// A family's identifier.
  public typealias ID = Identifier<Family>

  /// A stroke by which a family is known in figures; dots are kept for what the evidence does not make clear.
  public enum Line: String, Sendable, CaseIterable {
    /// Unbroken.
    case solid
    /// Broken.
    case dashed
  }

  /// What stands at the end that a line points at.
  public enum Head: String, Sendable, CaseIterable {
    /// A filled triangle.
    case triangle
    /// Two strokes.
    case open
    /// A filled diamond.
    case diamond
    /// A filled circle.
    case dot
    /// An empty triangle.
    case hollowTriangle = "hollow-triangle"
    /// An empty diamond.
    case hollowDiamond = "hollow-diamond"
    /// An empty circle.
    case hollowDot = "hollow-dot"
    /// A filled square.
    case square
  }

  /// The identifier.
  public let id: ID
  /// The name shown in legends.
  public var name: String
  /// What its lines point at, as words behind the name: `towards the people supported`; empty if it needs none.
  public var direction: String
  /// The heading of a list of its connections, such as `Who supports whom`.
  public var heading: String
  /// Whether it is support, which points towards the people supported.
  public var isSupport: Bool
  /// The stroke in figures.
  public var line: Line
  /// The head in figures.
  public var head: Head
  /// The colour of its lines; `nil` for the one that figures give it.
  public var color: MapColor?

  /// Makes a family.
  /// - Parameter heading: the heading of a list of its connections; the name if there is none.
  public init(
    _ id: ID, name: String, direction: String = "", heading: String? = nil, isSupport: Bool = false,
    line: Line = .dashed, head: Head = .open, color: MapColor? = nil
  ) {
    (self.id, self.name, self.direction, self.isSupport) = (id, name, direction, isSupport)
    self.heading = heading ?? name
    (self.line, self.head, self.color) = (line, head, color)
  }
}

extension Identifier where Entity == Family {
  /// The family of help to people.
  public static var support: Self { "support" }
  /// The family of work between actors.
  public static var coordination: Self { "coordination" }
}
