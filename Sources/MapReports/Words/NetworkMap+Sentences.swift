import Documents
package import MapModel
import OrderedCollections

extension NetworkMap {
  /// Connections as sentences, one for each source, relation, status and frequency, in the order given.
  package func sentences(_ answers: [NetworkMap.Answer], in scope: Scope = .wholeMap) -> [String] {
    struct Key: Hashable {
      var source: MapActor.ID
      var relation: Relation.ID
      var doubt: String?
      var frequency: SaidFrequency
    }
    var groups: OrderedDictionary<Key, [Connection.ID]> = [:]
    for answer in answers {
      let id = answer.connection.id
      let key = Key(
        source: id.source, relation: id.relation, doubt: doubt(answer, in: scope),
        frequency: frequency(of: answer.connection, in: scope))
      groups[key, default: []].append(id)
    }
    return groups.map { key, ids in
      var verb = ids.first.map(self.verb) ?? ""
      if case .alike(let frequency) = key.frequency { verb = frequency.modifying(verb) }
      return "\(name(of: key.source)) \(verb) \(ids.map(targetName).asList)" + (key.doubt.map { ": \($0)." } ?? ".")
    }
  }

  /// What makes a connection that is on the map uncertain, as a clause.
  private func doubt(_ answer: NetworkMap.Answer, in scope: Scope) -> String? {
    guard answer.presence.isOnMap, !answer.presence.isCertain else { return nil }
    return variation(of: answer.connection, in: scope) ?? answer.presence.clause
  }

  /// Who differs about a connection, as a clause; `nil` if groups of informants do not.
  func variation(of connection: Connection, in scope: Scope) -> String? {
    guard disagreement(about: connection, in: scope) == .variation else { return nil }
    let (pro, contra) = sides(of: connection, in: scope)
    func names(_ groups: [InformantGroup.ID]) -> String { groups.compactMap { informants[$0]?.name }.asList }
    return say("it varies by who is asked: \(names(pro)) said so, \(names(contra)) that there is none")
  }
}
