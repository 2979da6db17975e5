/// A place of delivery.
public struct Area: Sendable, Hashable, Identifiable {
  /// An area's identifier.
  public typealias ID = Identifier<Area>

  /// The identifier.
  public internal(set) var id: ID
  /// The name.
  public var name: String
  /// Other names under which evidence speaks of it.
  public var aliases: [String]
  /// The areas that lie in it, as districts lie in a region: its numbers hold theirs.
  public var contains: [ID]

  /// Makes an area.
  public init(_ id: ID, name: String, aliases: [String] = [], contains: [ID] = []) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.contains = contains
  }
}
