import OrderedCollections

extension NetworkMap {
  /// What a reader of files would report of the map: references to what is not on it, repeated ids, and what is probably
  /// not meant.
  ///
  /// A map that was read has been checked. One that was made in code is consistent in its actors and connections; its
  /// claims, expectations, figures, fieldwork and outcomes are checked here.
  /// - Complexity: O(n), where n is the number of entities and pieces of evidence.
  public func problems() -> [Problem] {
    var check = ReferenceCheck(map: self)
    check.run()
    return check.problems
      + legend.sectors.values.flatMap { sector in
        sector.contrastFaults.map {
          Problem(.warning, code: .lowContrast, file: ReferenceCheck.file, message: $0.message)
        }
      } + connectionProblems(elsewhere: ReferenceCheck.file)
      + additionProblems(elsewhere: ReferenceCheck.file) + shareProblems { _ in nil }
      + coderProblems(in: ReferenceCheck.file)
  }

  /// What is probably not meant of connections, once for each.
  /// - Parameter file: what stands for the file where evidence does not say where it was read; without it, such
  ///   connections are passed over.
  package func connectionProblems(elsewhere file: String? = nil) -> [Problem] {
    connections.values.compactMap { connection in
      guard let source = actors[connection.source], let target = actors[connection.target] else { return nil }
      let isSelf = connection.source == connection.target
      let pointsAway =
        isSupport(connection.relation) && source.isBeneficiary && !target.isBeneficiary
      guard isSelf || pointsAway else { return nil }
      let location =
        connection.statements.lazy.compactMap(\.location).first ?? connection.counts.lazy.compactMap(\.location).first
      guard let file = location?.file ?? file else { return nil }
      return isSelf
        ? Problem(
          .warning, code: .selfConnection, file: file, line: location?.line,
          message: "\(source.name.quotedInMessage) is connected with itself; measures leave such connections out")
        : Problem(
          .warning, code: .supportDirection, file: file, line: location?.line,
          message: "The support points away from \(source.name.quotedInMessage), a beneficiary, to"
            + " \(target.name.quotedInMessage); support points towards the people supported, so `from` and `to` may have"
            + " changed places")
    }
  }
}

extension NetworkMap {
  /// Fieldwork of which nothing is of an area, or of a period, so that nobody counts as asked in any.
  package func fieldworkProblems(in file: String) -> [Problem] {
    let held = fieldwork.entries.filter { $0.interviews > 0 }
    if held.isEmpty { return [] }
    return silentGroups(Set(held.map(\.informant)), in: file) + unplaced(held, in: file)
  }

  /// Groups that were interviewed and can speak for nobody, as far as the map says: what is missing stays "not known".
  private func silentGroups(_ asked: Set<InformantGroup.ID>, in file: String) -> [Problem] {
    let silent = informants.values.filter { asked.contains($0.id) && $0.speaksFor.isEmpty && !$0.speaksForNobody }
      .map(\.name)
    if silent.isEmpty { return [] }
    let (shown, more) = (silent.prefix(5).map(\.quotedInMessage), silent.count - 5)
    let groups = shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    return [
      Problem(
        .warning, code: .silentGroup, file: file,
        message:
          "Interviews were held with \(groups), of whom nothing says for which actors they can speak, so that they count"
          + " as asked about nobody, and what nobody spoke of is \"not known\"; name the actors of which they would know,"
          + " as `speaks-for` under `informants:` in map.yaml, or `[]` if there are none")
    ]
  }

  private func unplaced(_ held: [Fieldwork.Entry], in file: String) -> [Problem] {
    let lacks =
      (areas.isEmpty || held.contains { $0.area != nil } ? [] : ["area"])
      + (periods.isEmpty || held.contains { $0.time != .unsaid } ? [] : ["period"])
    return lacks.map { lack in
      Problem(
        .warning, code: .unplacedFieldwork, file: file,
        message:
          "No row says in which \(lack) interviews were held, so that nobody counts as asked in any, and what nobody"
          + " spoke of there is \"not known\"; fill the column `\(lack)`, with a row for each \(lack)")
    }
  }

  /// What is wrong with the coders that the map lists.
  /// - Parameters:
  ///   - file: where they are listed.
  ///   - lines: in which lines, by name.
  package func coderProblems(in file: String, places: [String: SourceLocation] = [:]) -> [Problem] {
    if coders.isEmpty { return [] }
    var found = Set(codings.map(\.coder))
    for connection in connections.values { found.formUnion(connection.statements.map(\.coder)) }
    let listed = Set(coders.map(\.name))
    // Who codes is known to the team only, so names stand where what is personal does.
    let idle = coders.filter { !found.contains($0.name) }.map { coder in
      Problem(
        .warning, code: .coderWithoutCodings, file: places[coder.name]?.file ?? file, line: places[coder.name]?.line,
        message: "Nothing was coded by this coder, so that agreement says nothing of it; spell the name as the column"
          + " `coder` does, or delete it", example: coder.name)
    }
    let first = places.values.min { $0.line < $1.line }
    let unlisted = found.subtracting(listed).filter { !$0.isEmpty }.sorted().map { name in
      Problem(
        .warning, code: .unknownCoder, file: first?.file ?? file, line: first?.line,
        message: "Somebody has coded who is not listed under `coders:`; add the name there, or mend it where it stands",
        example: name)
    }
    return idle + unlisted
  }
}
