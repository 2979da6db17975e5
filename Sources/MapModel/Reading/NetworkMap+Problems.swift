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
  /// Claims that take a share of what is not on the map, so that no evidence can decide them.
  /// - Parameter place: the file and the line in which a claim stands; `nil` for a map that was made in code.
  /// - Complexity: O(k · c), where k is the number of shares and c of connections.
  package func shareProblems(at place: (Claim.ID) -> SourceLocation?) -> [Problem] {
    claims.compactMap { claim in
      guard case .share(let share) = claim.condition, let missing = missingWhole(of: share.content) else { return nil }
      let location = place(claim.id)
      return Problem(
        .warning, code: .shareOfNothing, file: location?.file ?? ReferenceCheck.file, line: location?.line,
        message:
          "The claim \"\(claim.id)\" takes a share of nothing: \(missing). It cannot be told; mend its `whole:`, or"
          + " add the evidence")
    }
  }

  /// What a share would be of and is not on the map, as a clause.
  private func missingWhole(of content: Condition.Share.Content) -> String? {
    func counts(_ number: Condition.Number) -> [Count] {
      let id = stored(number.connection)
      return connections[id, default: Connection(id)].counts.filter {
        $0.measure == number.measure && (number.period.isEmpty || $0.period == number.period)
      }
    }
    switch content {
    case .cases(_, let whole):
      return counts(whole).isEmpty ? "the MI has no such number of \(whole.measure.quotedInMessage)" : nil
    case .target(let number):
      return counts(number).contains { $0.target != nil }
        ? nil : "no target is set for \(number.measure.quotedInMessage)"
    case .statements(let whole, _), .connections(let whole, _), .actors(_, let whole, _):
      return connections.values.contains { narrowed($0, to: whole) != nil }
        ? nil : "no evidence speaks of such a connection"
    }
  }
}

extension NetworkMap {
  /// What is wrong with the coders that the map lists.
  /// - Parameters:
  ///   - file: where they are listed.
  ///   - lines: in which lines, by name.
  package func coderProblems(in file: String, lines: [String: Int] = [:]) -> [Problem] {
    if coders.isEmpty { return [] }
    var found = Set(codings.map(\.coder))
    for connection in connections.values { found.formUnion(connection.statements.map(\.coder)) }
    let listed = Set(coders.map(\.name))
    // Who codes is known to the team only, so names stand where what is personal does.
    let idle = coders.filter { !found.contains($0.name) }.map { coder in
      Problem(
        .warning, code: .coderWithoutCodings, file: file, line: lines[coder.name],
        message: "Nothing was coded by this coder, so that agreement says nothing of it; spell the name as the column"
          + " `coder` does, or delete it", example: coder.name)
    }
    let unlisted = found.subtracting(listed).filter { !$0.isEmpty }.sorted().map { name in
      Problem(
        .warning, code: .unknownCoder, file: file, line: lines.values.min(),
        message: "Somebody has coded who is not listed under `coders:`; add the name there, or mend it where it stands",
        example: name)
    }
    return idle + unlisted
  }
}

extension Sector {
  /// What is hard to see, by the key of `map.yaml`: WCAG 2.2 AA asks for 4.5:1 for text (1.4.3) and 3:1 for outlines
  /// (1.4.11).
  package var contrastFaults: [(key: String, message: String)] {
    var faults: [(key: String, message: String)] = []
    if fill.contrast(with: .text) < 4.5 {
      faults.append(
        (
          "fill",
          "Dark text on \(fill) cannot be read easily (contrast below 4.5 to 1); choose a paler fill"
        ))
    }
    if outline.contrast(with: .white) < 3 {
      faults.append(
        (
          "outline",
          "The outline \(outline) stands out too little from white (contrast below 3 to 1); choose a darker one"
        ))
    }
    return faults
  }
}

/// Finds what claims, expectations, figures, fieldwork and outcomes of a map speak of and is not on it.
private struct ReferenceCheck {
  /// What stands in the place of a file's name in problems of a map that was made in code.
  static let file = "map"

  let map: NetworkMap
  var problems: [Problem] = []

  mutating func run() {
    for claim in map.claims {
      let what = "the claim \"\(claim.id)\""
      check(claim.condition, what)
      if case .areas(let areas) = claim.extent { for area in areas { check(area, what) } }
      check(claim.period.map { [$0] } ?? [], what)
    }
    for expectation in map.expectations {
      let what = "the expectation \"\(expectation.id)\""
      check(expectation.condition, what)
      check(expectation.period.map { [$0] } ?? [], what)
    }
    for step in map.theory {
      for claim in step.claims where !map.claims.contains(where: { $0.id == claim }) {
        report("claim", claim.rawValue, "the step of the theory \"\(step.id)\"")
      }
    }
    for figure in map.figures {
      let what = "the figure \"\(figure.id)\""
      if let area = figure.scope.area { check(area, what) }
      check(figure.scope.period.map { [$0] } ?? [], what)
      guard case .map(let selection) = figure.content else { continue }
      for actor in selection.actors { check(actor, what) }
      for relation in selection.relations { check(relation, what) }
      for family in selection.families { check(family, what) }
    }
    for entry in map.fieldwork.entries {
      if let area = entry.area { check(area, "fieldwork") }
      check(entry.time.names, "fieldwork")
      if map.informants[entry.informant] == nil { report("informant group", entry.informant.rawValue, "fieldwork") }
      if entry.interviews < 0 {
        add(.negativeNumber, "Fieldwork with \(entry.informant) has \(entry.interviews) interviews, which is below 0")
      }
    }
    for connection in map.connections.values {
      let times = connection.statements.reduce(into: Set<String>()) { $0.formUnion($1.time.names) }
      check(times, "a statement of the connection \(connection.id.text)")
    }
    for fault in map.periods.faults { add(fault.code, fault.message) }
    for period in map.periods where period.endsBeforeItBegins {
      add(.badPeriod, "The period \(period.name.quotedInMessage) ends before it starts")
    }
    checkDistinct(map.periods.map(\.name), "period")
    for outcome in map.outcomes {
      if let area = outcome.area { check(area, "the outcome \"\(outcome.name)\"") }
      if let value = outcome.value, !value.isFinite {
        add(.notANumber, "The outcome \(outcome.name.quotedInMessage) has no finite value")
      }
    }
    for group in map.informants.values {
      for actor in group.speaksFor.sorted() { check(actor, "the informant group \"\(group.id)\"") }
    }
    checkDistinct(map.claims.map(\.id.rawValue), "claim")
    checkDistinct(map.theory.map(\.id.rawValue), "step of the theory")
    checkDistinct(map.expectations.map(\.id.rawValue), "expectation")
    checkDistinct(map.figures.map(\.id.rawValue), "figure")
  }

  private mutating func add(_ code: Problem.Code, _ message: String) {
    problems.append(Problem(code: code, file: Self.file, message: message))
  }

  private mutating func report(_ kind: String, _ id: String, _ referrer: String) {
    add(
      .unknown(kind),
      MapError(kind: .unknown(kind: kind, id: id, referrer: referrer)).description)
  }

  private mutating func check(_ actor: MapActor.ID, _ referrer: String) {
    if map.actors[actor] == nil, map.lookedFor[actor] == nil { report("actor", actor.rawValue, referrer) }
  }

  private mutating func check(_ area: Area.ID, _ referrer: String) {
    if map.areas[area] == nil { report("area", area.rawValue, referrer) }
  }

  /// Names of periods are free where the map lists none.
  private mutating func check(_ periods: some Sequence<String>, _ referrer: String) {
    if map.periods.isEmpty { return }
    for name in Set(periods).subtracting(map.periods.map(\.name)).sorted() { report("period", name, referrer) }
  }

  private mutating func check(_ relation: Relation.ID, _ referrer: String) {
    if map.relations[relation] == nil { report("relation", relation.rawValue, referrer) }
  }

  private mutating func check(_ family: Family.ID, _ referrer: String) {
    if map.legend.families[family] == nil { report("family", family.rawValue, referrer) }
  }

  private mutating func check(_ selections: [ActorSelection], _ referrer: String) {
    for selection in selections {
      switch selection {
      case .actor(let actor): check(actor, referrer)
      case .sector(let sector): if map.legend.sectors[sector] == nil { report("sector", sector.rawValue, referrer) }
      case .role(let role): if map.legend.roles[role] == nil { report("role", role.rawValue, referrer) }
      }
    }
  }

  private mutating func check(_ condition: Condition, _ referrer: String) {
    switch condition {
    case .actor(let selection): check([selection], referrer)
    case .connection(let link), .bothWays(let link), .only(let link, _):
      check(link.sources + link.targets, referrer)
      if let relation = link.relation { check(relation, referrer) }
      if let family = link.family { check(family, referrer) }
    case .route(let passage):
      check([passage.source, passage.target], referrer)
      checkPositive(passage.steps, "steps", referrer)
    case .sources(let actor, _): check(actor, referrer)
    case .rank(let actor, _, let places):
      check(actor, referrer)
      checkPositive(places, "places", referrer)
    case .cases(let cases): check(.init(cases.connection, measure: cases.measure), referrer)
    case .onlyRoute(let passage, let selection):
      check([passage.source, passage.target, selection], referrer)
      checkPositive(passage.steps, "steps", referrer)
    case .rarely(let pattern): check(pattern, referrer)
    case .share(let share): check(share, referrer)
    case .more(let more):
      for area in [more.area] + (more.others ?? []) { check(area, referrer) }
      switch more.content {
      case .connections(let pattern): check(pattern, referrer)
      case .cases(let number): check(number, referrer)
      case .rate(let number, let base):
        check(number, referrer)
        check(base, referrer)
      }
    }
  }

  private mutating func check(_ number: Condition.Number, _ referrer: String) {
    check(number.connection.source, referrer)
    check(number.connection.target, referrer)
    check(number.connection.relation, referrer)
  }

  private mutating func check(_ pattern: Condition.Pattern, _ referrer: String) {
    check(pattern.sources + pattern.targets, referrer)
    if let relation = pattern.relation { check(relation, referrer) }
    if let family = pattern.family { check(family, referrer) }
  }

  private mutating func check(_ share: Condition.Share, _ referrer: String) {
    switch share.content {
    case .cases(let part, let whole):
      check(part, referrer)
      check(whole, referrer)
    case .target(let number): check(number, referrer)
    case .statements(let whole, let part), .connections(let whole, let part), .actors(_, let whole, let part):
      check(whole, referrer)
      check(part, referrer)
    }
  }

  /// A condition that asks for nothing is always or never true.
  private mutating func checkPositive(_ number: Int, _ what: String, _ referrer: String) {
    if number < 1 { add(.wrongCondition, "\(referrer) asks for \(number) \(what); it should be 1 or greater") }
  }

  private mutating func checkDistinct(_ ids: [String], _ kind: String) {
    var seen: Set<String> = []
    for id in ids where !seen.insert(id).inserted {
      add(.duplicateID, MapError(kind: .duplicate(kind: kind, id: id)).description)
    }
  }
}

extension NetworkMap {
  /// Checks that what a scope names is on the map.
  /// - Throws: ``MapError`` if it is not: a question about it would be answered as if nothing were known.
  public func check(_ scope: Scope) throws(MapError) {
    if let area = scope.area, areas[area] == nil {
      throw MapError(kind: .unknown(kind: "area", id: area.rawValue, referrer: "the question"))
    }
    if let period = scope.period, !knownPeriods.contains(period) {
      throw MapError(kind: .unknown(kind: "period", id: period, referrer: "the question"))
    }
  }

  /// Checks that all that a query names is on the map.
  /// - Throws: ``MapError`` for the first that is not.
  public func check(_ query: ConnectionQuery) throws(MapError) {
    try check(query.scope)
    func fault(_ kind: String, _ id: String?) throws(MapError) {
      if let id { throw MapError(kind: .unknown(kind: kind, id: id, referrer: "the query")) }
    }
    let named = query.sources.union(query.targets).union(query.either)
    try fault("actor", named.filter { actors[$0] == nil }.min()?.rawValue)
    try fault("relation", query.relations.filter { relations[$0] == nil }.min()?.rawValue)
    try fault("role", query.roles.filter { legend.roles[$0] == nil }.min()?.rawValue)
    try fault("sector", query.sectors.filter { legend.sectors[$0] == nil }.min()?.rawValue)
    try fault("family", query.families.filter { legend.families[$0] == nil }.min()?.rawValue)
    try fault("stage", query.stages.filter { legend.stages[$0] == nil }.min()?.rawValue)
  }
}
