import OrderedCollections

extension NetworkMap {
  /// An actor's name in sentences.
  package func name(of actor: MapActor.ID) -> String { actors[actor]?.name ?? actor.rawValue }

  /// The verb of a connection, agreeing with its source.
  package func verb(of id: Connection.ID) -> String {
    guard let relation = relations[id.relation] else { return id.relation.rawValue }
    return actors[id.source]?.isPlural ?? false ? relation.pluralLabel : relation.label
  }

  /// A connection as a clause: `Lead Mentors oversee Attendance Mentors`.
  package func clause(_ id: Connection.ID) -> String {
    "\(name(of: id.source)) \(verb(of: id)) \(name(of: id.target))"
  }
}

extension [String] {
  /// Items as a list in a sentence: `one`, `one and two`, `one, two and three`.
  package var asList: String { joined(lastWord: "and") }

  /// Items as a choice in a sentence: `one`, `one or two`, `one, two or three`.
  package var asChoice: String { joined(lastWord: "or") }

  private func joined(lastWord: String) -> String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " \(lastWord) " + last
  }
}
