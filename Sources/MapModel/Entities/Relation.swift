/// A kind of connection; its family decides the line in figures.
public struct Relation: Sendable, Hashable, Identifiable {
  /// A relation's identifier.
  public typealias ID = Identifier<Relation>

  /// The identifier.
  public internal(set) var id: ID
  /// The family.
  public var family: Family.ID
  /// The verb of a single source, such as `supports`.
  public var label: String
  /// The verb of a plural source, such as `support`.
  public var pluralLabel: String
  /// Whether it runs from one actor to the other; a mutual relation, such as meeting each other, runs both ways at once.
  public var isDirected: Bool

  /// Makes a relation.
  public init(_ id: ID, family: Family.ID, label: String, pluralLabel: String? = nil, isDirected: Bool = true) {
    self.id = id
    self.family = family
    self.label = label
    self.pluralLabel = pluralLabel ?? label
    self.isDirected = isDirected
  }
}
