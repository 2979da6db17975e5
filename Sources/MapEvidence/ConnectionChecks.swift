import MapModel

/// What is probably not meant in evidence that can be read.
enum ConnectionChecks {
  static func problems(
    _ statements: [(id: Connection.ID, statement: CodedStatement)], _ counts: [(id: Connection.ID, count: Count)],
    in definition: MapDefinition
  ) -> [Problem] {
    let actors = Dictionary(definition.actors.map { ($0.id, $0) }) { first, _ in first }
    let relations = Dictionary(definition.relations.map { ($0.id, $0) }) { first, _ in first }
    let places =
      statements.map { ($0.id, $0.statement.location) } + counts.map { ($0.id, $0.count.location) }
    var problems: [Problem] = []
    var isReported: Set<Connection.ID> = []
    for (id, location) in places where !isReported.contains(id) {
      guard let location, let source = actors[id.source], let target = actors[id.target] else { continue }
      func warn(_ code: String, _ message: String) {
        isReported.insert(id)
        problems.append(Problem(.warning, code: code, file: location.file, line: location.line, message: message))
      }
      if id.source == id.target {
        warn(
          "self-connection",
          "\(source.name.quotedInMessage) is connected with itself; measures leave such connections out")
      } else if relations[id.relation]?.family == .support, source.isBeneficiary, !target.isBeneficiary {
        warn(
          "support-direction",
          "The support points away from \(source.name.quotedInMessage), a beneficiary, to \(target.name.quotedInMessage);"
            + " support points towards the people supported, so `from` and `to` may have changed places")
      }
    }
    return problems
  }
}
