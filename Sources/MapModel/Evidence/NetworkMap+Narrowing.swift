import OrderedCollections

extension NetworkMap {
  /// The map with a part of its evidence, which it then names (``narrowings``).
  ///
  /// Where only what some groups said counts, only they were asked: what none of them could know is not known. Actors of
  /// which only other evidence speaks stay on the map, but are no part of its network.
  /// - Complexity: O(n), where n is the number of actors, codings, statements and counts.
  public func narrowed(to filter: EvidenceFilter) -> NetworkMap {
    if filter.isEmpty { return self }
    var map = mappingEvidence(keepingCounts: filter.keepsCounts) { filter.includes($0) ? $0 : nil }
    if !filter.informants.isEmpty {
      map.fieldwork.entries.removeAll { !filter.informants.contains($0.informant) }
    }
    if let coder = filter.coder {
      map.codings.removeAll { $0.coder != coder }
      map.coders.removeAll { $0.name != coder }
    }
    map.note(filter, leavingOut: endsOfConnections.subtracting(map.endsOfConnections))
    return map
  }

  /// A copy in which each statement is replaced by what a closure makes of it, or taken away; a connection of which no
  /// evidence is left goes.
  /// - Parameter keepsCounts: whether numbers of the MI stay.
  package func mappingEvidence(
    keepingCounts keepsCounts: Bool = true, _ transform: (CodedStatement) -> CodedStatement?
  ) -> NetworkMap {
    var map = mappingConnections { connection in
      if keepsCounts, connection.statements.isEmpty { return connection }
      var rest = connection
      rest.statements = connection.statements.compactMap(transform)
      if !keepsCounts { rest.counts = [] }
      return rest.statements.isEmpty && rest.counts.isEmpty ? nil : rest
    }
    if !keepsCounts { (map.totalsOfParts, map.leavesOutCounts) = ([:], false) }
    return map
  }

  /// The actors of which any evidence speaks.
  private var endsOfConnections: Set<MapActor.ID> {
    connections.keys.reduce(into: []) { ends, id in
      ends.insert(id.source)
      ends.insert(id.target)
    }
  }
}
