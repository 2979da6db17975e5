/// A kind of connection; its family decides the line in figures.
public struct Relation: Sendable, Hashable, Identifiable {
  /// A relation's identifier.
  public typealias ID = Identifier<Relation>

  /// What a relation is of: help to people, or work between actors.
  public enum Family: String, Sendable, CaseIterable {
    /// Points towards the people supported.
    case support
    /// Work between actors: communicates with, refers to, oversees, attends, decides, funds.
    case coordination
  }

  /// The identifier.
  public internal(set) var id: ID
  /// The family.
  public var family: Family
  /// The verb of a single source, such as `supports`.
  public var label: String
  /// The verb of a plural source, such as `support`.
  public var pluralLabel: String

  /// Makes a relation.
  public init(_ id: ID, family: Family, label: String, pluralLabel: String? = nil) {
    self.id = id
    self.family = family
    self.label = label
    self.pluralLabel = pluralLabel ?? label
  }
}
