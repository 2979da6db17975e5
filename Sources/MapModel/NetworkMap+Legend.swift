import OrderedCollections

extension NetworkMap {
  /// The family of a relation; `nil` if the relation is not on the map.
  public func family(of relation: Relation.ID) -> Family? {
    relations[relation].flatMap { legend.families[$0.family] }
  }

  /// Whether a relation is support, which points towards the people supported.
  public func isSupport(_ relation: Relation.ID) -> Bool { family(of: relation)?.isSupport ?? false }

  /// Whether a relation runs both ways at once.
  public func isMutual(_ relation: Relation.ID) -> Bool { relations[relation]?.isDirected == false }

  /// Whether an actor is an activity, in which other actors meet, as its main role says.
  public func isActivity(_ actor: MapActor.ID) -> Bool {
    actors[actor].flatMap { legend.roles[$0.role] }?.isActivity ?? false
  }

  /// A connection as it is stored: a mutual one starts at the end that comes first in the definition.
  public func stored(_ id: Connection.ID) -> Connection.ID {
    guard isMutual(id.relation), position(id.target) < position(id.source) else { return id }
    return Connection.ID(from: id.target, to: id.source, id.relation)
  }
}
