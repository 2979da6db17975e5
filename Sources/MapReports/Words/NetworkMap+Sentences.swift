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
    var groups: OrderedDictionary<Key, [MapActor.ID]> = [:]
    for answer in answers {
      let id = answer.connection.id
      let key = Key(
        source: id.source, relation: id.relation, doubt: doubt(answer, in: scope),
        frequency: frequency(of: answer.connection, in: scope))
      groups[key, default: []].append(id.target)
    }
    return groups.map { key, targets in
      var verb = targets.first.map { self.verb(of: .init(from: key.source, to: $0, key.relation)) } ?? ""
      if case .alike(let frequency) = key.frequency { verb = frequency.modifying(verb) }
      return "\(name(of: key.source)) \(verb) \(targets.map(name(of:)).asList)" + (key.doubt.map { ": \($0)." } ?? ".")
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
    return "it varies by who is asked: \(names(pro)) said so, \(names(contra)) that there is none"
  }
}
