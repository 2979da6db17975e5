import OrderedCollections

/// Finds what claims, expectations, figures, fieldwork and outcomes of a map speak of and is not on it.
struct ReferenceCheck {
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
      if let around = selection.around {
        check(around.actor, what)
        checkPositive(around.steps, "steps", what)
      }
      for relation in selection.relations { check(relation, what) }
      for family in selection.families { check(family, what) }
    }
    for section in map.report {
      for figure in section.figures where !map.figures.contains(where: { $0.id == figure }) {
        report("figure", figure.rawValue, "the section \"\(section.content.rawValue)\" of the report")
      }
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
