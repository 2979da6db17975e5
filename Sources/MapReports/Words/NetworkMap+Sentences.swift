import Documents
package import MapModel
import OrderedCollections

extension NetworkMap {
  /// Connections as sentences, one for each source, relation and status, in the order given.
  package func sentences(_ answers: [NetworkMap.Answer]) -> [String] {
    var groups: OrderedDictionary<[String], [NetworkMap.Answer]> = [:]
    for answer in answers {
      let id = answer.connection.id
      let kind = doubt(answer) == nil ? "" : answer.presence.rawValue
      groups[[id.source.rawValue, id.relation.rawValue, kind], default: []].append(answer)
    }
    return groups.values.compactMap { group in
      guard let first = group.first else { return nil }
      let targets = group.map { name(of: $0.connection.target) }.asList
      let clause = "\(name(of: first.connection.source)) \(verb(of: first.connection.id)) \(targets)"
      return clause + (doubt(first).map { ": \($0)." } ?? ".")
    }
  }

  /// What makes a connection that is on the map uncertain, as a clause.
  private func doubt(_ answer: NetworkMap.Answer) -> String? {
    answer.presence.isOnMap && !answer.presence.isCertain ? answer.presence.clause : nil
  }
}
