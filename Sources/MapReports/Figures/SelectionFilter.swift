import MapModel

/// Which connections belong to what a figure selects: the one place where that is decided, for what is drawn and for
/// what is only said.
struct SelectionFilter {
  /// The actors whose connections among each other are chosen; empty for all.
  let actors: Set<MapActor.ID>
  private let relations: Set<Relation.ID>
  private let families: Set<Family.ID>
  private let references: [String]
  private let statements: StatementFilter

  init(_ selection: FigureDefinition.Selection) {
    actors = Set(selection.actors)
    relations = Set(selection.relations)
    families = Set(selection.families)
    references = selection.references
    statements = StatementFilter(attributions: Set(selection.attributions))
  }

  /// What to ask the map, before its answers are looked at one by one.
  func query(in scope: Scope) -> ConnectionQuery {
    var query = ConnectionQuery()
    query.scope = scope
    query.relations = relations
    query.families = families
    query.statements = statements
    return query
  }

  /// Whether evidence from one of the references speaks for a connection between chosen actors; without references all
  /// evidence counts, and of statements only those that the selection counts.
  func shows(_ connection: Connection) -> Bool {
    guard isChosen(connection), let connection = statements.narrowed(connection) else { return false }
    return references.isEmpty || hasEvidence(connection, ofStance: { $0 != .absent }, ofCount: { $0 != .number(0) })
  }

  /// Whether evidence from one of the references speaks against a connection between chosen actors.
  func denies(_ connection: Connection) -> Bool {
    guard isChosen(connection), let connection = statements.narrowed(connection) else { return false }
    return hasEvidence(connection, ofStance: { $0 == .absent }, ofCount: { $0 == .number(0) })
  }

  private func isChosen(_ connection: Connection) -> Bool {
    actors.isEmpty || actors.contains(connection.source) && actors.contains(connection.target)
  }

  private func hasEvidence(
    _ connection: Connection, ofStance: (Stance) -> Bool, ofCount: (Count.Value) -> Bool
  ) -> Bool {
    connection.statements.contains { ofStance($0.stance) && isMeant($0.reference) }
      || connection.counts.contains { ofCount($0.value) && isMeant($0.reference) }
  }

  private func isMeant(_ reference: String) -> Bool {
    references.isEmpty || references.contains { reference.hasPrefix($0) }
  }
}
