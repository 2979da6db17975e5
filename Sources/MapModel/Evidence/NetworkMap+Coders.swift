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
}
