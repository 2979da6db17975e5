import MapModel
import OrderedCollections

/// Says in English what a map shows.
struct Sentences {
  let map: NetworkMap

  func name(_ actor: Actor.ID) -> String { map.actors[actor]?.name ?? actor.rawValue }

  /// The verb of a connection, agreeing with its source.
  func verb(_ id: Connection.ID) -> String {
    guard let relation = map.relations[id.relation] else { return id.relation.rawValue }
    return map.actors[id.source]?.isPlural ?? false ? relation.pluralLabel : relation.label
  }

  /// A connection as a clause: `Lead Mentors oversee Attendance Mentors`.
  func clause(_ id: Connection.ID) -> String { "\(name(id.source)) \(verb(id)) \(name(id.target))" }

  /// Connections as sentences, one for each source, relation and status, in the order given.
  func sentences(_ answers: [NetworkMap.Answer]) -> [String] {
    var groups: OrderedDictionary<[String], [NetworkMap.Answer]> = [:]
    for answer in answers {
      let id = answer.connection.id
      let kind = answer.presence == .unclear || answer.presence == .contradicted ? answer.presence.rawValue : ""
      groups[[id.source.rawValue, id.relation.rawValue, kind], default: []].append(answer)
    }
    return groups.values.compactMap { group in
      guard let first = group.first else { return nil }
      let targets = Self.list(group.map { name($0.connection.target) })
      let clause = "\(name(first.connection.source)) \(verb(first.connection.id)) \(targets)"
      switch first.presence {
      case .unclear: return "\(clause): the evidence is not clear."
      case .contradicted: return "\(clause): the evidence contradicts itself."
      default: return "\(clause)."
      }
    }
  }

  /// Items as a list in a sentence: `one`, `one and two`, `one, two and three`.
  static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }
}
