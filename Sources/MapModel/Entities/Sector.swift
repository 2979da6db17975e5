/// The group to which an actor belongs apart from the programme; it decides the colour in figures.
public struct Sector: Sendable, Hashable, Identifiable {
  /// A sector's identifier.
  public typealias ID = Identifier<Sector>

  /// The identifier.
  public let id: ID
  /// The name shown in legends.
  public var name: String
  /// The colour inside an actor's outline; dark text must be legible on it.
  public var fill: MapColor
  /// The colour of an actor's outline.
  public var outline: MapColor

  /// Makes a sector.
  public init(_ id: ID, name: String, fill: MapColor, outline: MapColor) {
    self.id = id
    self.name = name
    self.fill = fill
    self.outline = outline
  }
}
