package import MapModel

/// What was coded by whom, of which only how far coders agree may be told to anybody.
///
/// Coders have numbers in the place of names, and no words are left, nor numbers of cases. Documents and connections are
/// there to be compared, and no output names them.
public struct PublishedCoding: Sendable {
  /// The codings and statements, with coders by number.
  package let map: NetworkMap

  /// - Returns: `nil` if there are no two coders whom one could compare.
  init?(_ map: NetworkMap) {
    let names = map.coderNames
    guard names.count > 1 else { return nil }
    func number(_ name: String) -> String {
      names.firstIndex(of: name).map { String($0 + 1) } ?? ""
    }
    var unnamed = map.mappingConnections { connection in
      var connection = connection
      connection.counts = []
      for index in connection.statements.indices {
        connection.statements[index].coder = number(connection.statements[index].coder)
        connection.statements[index].excerpt = ""
      }
      return connection.statements.isEmpty ? nil : connection
    }
    for index in unnamed.codings.indices {
      unnamed.codings[index].coder = number(unnamed.codings[index].coder)
      unnamed.codings[index].excerpt = ""
    }
    for index in unnamed.coders.indices { unnamed.coders[index].name = number(unnamed.coders[index].name) }
    self.map = unnamed
  }
}
