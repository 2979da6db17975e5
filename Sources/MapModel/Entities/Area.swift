/// A place of delivery.
public struct Area: Sendable, Hashable, Identifiable {
  /// An area's identifier.
  public typealias ID = Identifier<Area>

  /// The identifier.
  public let id: ID
  /// The name.
  public var name: String
  /// Other names under which evidence speaks of it.
  public var aliases: [String]

  /// Makes an area.
  public init(_ id: ID, name: String, aliases: [String] = []) {
    self.id = id
    self.name = name
    self.aliases = aliases
  }
}
