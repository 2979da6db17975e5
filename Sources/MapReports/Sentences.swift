package import MapModel
import OrderedCollections

/// Says in English what a map shows.
package struct Sentences {
  let map: NetworkMap

  package init(map: NetworkMap) { self.map = map }

  package func name(_ actor: MapActor.ID) -> String { map.name(of: actor) }

  /// A connection as a clause: `Lead Mentors oversee Attendance Mentors`.
  package func clause(_ id: Connection.ID) -> String { map.clause(id) }

  /// Connections as sentences, one for each source, relation and status, in the order given.
  package func sentences(_ answers: [NetworkMap.Answer]) -> [String] {
    var groups: OrderedDictionary<[String], [NetworkMap.Answer]> = [:]
    for answer in answers {
      let id = answer.connection.id
      let kind = answer.presence == .unclear || answer.presence == .contradicted ? answer.presence.rawValue : ""
      groups[[id.source.rawValue, id.relation.rawValue, kind], default: []].append(answer)
    }
    return groups.values.compactMap { group in
      guard let first = group.first else { return nil }
      let targets = group.map { name($0.connection.target) }.asList
      let clause = "\(name(first.connection.source)) \(map.verb(of: first.connection.id)) \(targets)"
      switch first.presence {
      case .unclear: return "\(clause): the evidence is not clear."
      case .contradicted: return "\(clause): the evidence contradicts itself."
      default: return "\(clause)."
      }
    }
  }
}
