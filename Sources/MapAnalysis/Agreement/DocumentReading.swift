import MapModel
import OrderedCollections

/// Which coder has read which document.
struct DocumentReading {
  let coders: OrderedSet<String>
  private let read: [Set<String>]

  init(of map: NetworkMap) {
    let coders = map.coderNames
    var read = [Set<String>](repeating: [], count: coders.count)
    func note(_ coder: String, _ document: String) {
      if let place = coders.firstIndex(of: coder) { read[place].insert(NameFolding.folded(document)) }
    }
    for coder in map.coders { for document in coder.documents { note(coder.name, document) } }
    for coding in map.codings { note(coding.coder, coding.document) }
    for connection in map.connections.values {
      for statement in connection.statements { note(statement.coder, statement.interview) }
    }
    (self.coders, self.read) = (coders, read)
  }

  /// The coders who have read a document, by their places.
  func readers(of document: String) -> [Int] {
    let folded = NameFolding.folded(document)
    return coders.indices.filter { read[$0].contains(folded) }
  }
}
