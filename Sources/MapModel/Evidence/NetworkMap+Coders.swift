public import OrderedCollections

extension NetworkMap {
  /// Those who coded: the coders that the map lists, then others whom its codings and statements name.
  /// - Complexity: O(n), where n is the number of codings and statements.
  public var coderNames: OrderedSet<String> {
    var names = OrderedSet(coders.map(\.name))
    for coding in codings where !coding.coder.isEmpty { names.append(coding.coder) }
    for connection in connections.values {
      for statement in connection.statements where !statement.coder.isEmpty { names.append(statement.coder) }
    }
    return names
  }

  /// The map as one coder sees it: of what was said, only what the coder coded.
  ///
  /// Numbers stay, since nobody coded them. It is for the team, as coders' names are.
  /// - Complexity: O(n), where n is the number of codings, statements and counts.
  public func asCoded(by coder: String) -> NetworkMap {
    var map = mappingConnections { connection in
      if connection.statements.allSatisfy({ $0.coder == coder }) { return connection }
      var own = connection
      own.statements.removeAll { $0.coder != coder }
      return own.statements.isEmpty && own.counts.isEmpty ? nil : own
    }
    map.codings.removeAll { $0.coder != coder }
    map.coders.removeAll { $0.name != coder }
    return map
  }
}
