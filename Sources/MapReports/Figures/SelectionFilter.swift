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

  /// - Complexity: O(1), or for what is around an actor that of finding it.
  init(_ selection: FigureDefinition.Selection, on map: NetworkMap, in scope: Scope) {
    if let around = selection.around {
      actors = Self.actors(around, selection, on: map, in: scope)
    } else {
      actors = Set(selection.actors)
    }
    relations = Set(selection.relations)
    families = Set(selection.families)
    references = selection.references
    statements = StatementFilter(attributions: Set(selection.attributions))
  }

  /// The actors around one, along what the selection shows otherwise; of groups, their parts as well.
  private static func actors(
    _ around: Neighbourhood, _ selection: FigureDefinition.Selection, on map: NetworkMap, in scope: Scope
  ) -> Set<MapActor.ID> {
    var rest = selection
    (rest.around, rest.collapse) = (nil, nil)
    let whole = selection.collapse.map(map.collapsing) ?? map
    rest = rest.grouped(as: whole.grouped)
    let filter = SelectionFilter(rest, on: whole, in: scope)
    let answers = whole.connections(matching: filter.query(in: scope)).filter { filter.shows($0.connection) }
    let centre = Neighbourhood(of: whole.grouped.groups[around.actor] ?? around.actor, within: around.steps)
    let found = centre.actors(along: answers.lazy.map(\.connection.id))
    return found.union(whole.grouped.groups.lazy.filter { found.contains($0.value) }.map(\.key))
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
