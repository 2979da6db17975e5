import OrderedCollections

extension NetworkMap {
  /// Checks that what a scope names is on the map.
  /// - Throws: ``MapError`` if it is not: a question about it would be answered as if nothing were known.
  public func check(_ scope: Scope) throws(MapError) {
    if let area = scope.area, areas[area] == nil {
      throw MapError(kind: .unknown(kind: "area", id: area.rawValue, referrer: "the question"))
    }
    if let period = scope.period, !knownPeriods.contains(period) {
      throw MapError(kind: .unknown(kind: "period", id: period, referrer: "the question"))
    }
  }

  /// Checks that all that a query names is on the map.
  /// - Throws: ``MapError`` for the first that is not.
  public func check(_ query: ConnectionQuery) throws(MapError) {
    try check(query.scope)
    func fault(_ kind: String, _ id: String?) throws(MapError) {
      if let id { throw MapError(kind: .unknown(kind: kind, id: id, referrer: "the query")) }
    }
    let named = query.sources.union(query.targets).union(query.either)
    try fault("actor", named.filter { actors[$0] == nil }.min()?.rawValue)
    try fault("relation", query.relations.filter { relations[$0] == nil }.min()?.rawValue)
    try fault("role", query.roles.filter { legend.roles[$0] == nil }.min()?.rawValue)
    try fault("sector", query.sectors.filter { legend.sectors[$0] == nil }.min()?.rawValue)
    try fault("family", query.families.filter { legend.families[$0] == nil }.min()?.rawValue)
    try fault("stage", query.stages.filter { legend.stages[$0] == nil }.min()?.rawValue)
  }
}
