import MapModel
import OrderedCollections
import YAML

extension DefinitionReader {
  mutating func readClaim(_ node: YAMLNode) {
    guard
      let fields = fields(of: node, in: .claims),
      let id: Claim.ID = yaml.identifier(fields, "id")
    else { return }
    claimNames.insert(id.rawValue)
    let words = yaml.prose(fields, "words", isRequired: true)
    let extent = claimExtent(fields)
    let period = period(fields, "period")
    let condition = condition(fields, of: .claims)
    guard period != nil || !fields.has("period") else { return }
    guard !isTaken(id, "claim", fields), let words, let condition, let extent else { return }
    take(id, "claim")
    definition.claims.append(
      Claim(
        id, words: words, reference: yaml.prose(fields, "reference") ?? "", condition: condition,
        isDenial: yaml.flag(fields, "absent"), extent: extent, period: period))
    definition.claimPlaces[id] = yaml.place(of: fields.node)
  }

  mutating func readExpectation(_ node: YAMLNode) {
    guard
      let fields = fields(of: node, in: .expectations),
      let id: Expectation.ID = yaml.identifier(fields, "id")
    else { return }
    let reason = yaml.prose(fields, "because", isRequired: true)
    let extent: Expectation.Extent? = fields.has("in") ? yaml.choice(fields, "in", isRequired: true) : .everywhere
    let period = period(fields, "period")
    isLookingFor = true
    let condition = condition(fields, of: .expectations)
    isLookingFor = false
    guard period != nil || !fields.has("period") else { return }
    guard !isTaken(id, "expectation", fields), let reason, let condition, let extent else { return }
    take(id, "expectation")
    definition.expectations.append(
      Expectation(
        id, reason: reason, reference: yaml.prose(fields, "reference") ?? "", condition: condition, extent: extent,
        period: period))
  }

  /// `all`, `some`, or areas; `nil` if an area is not known.
  private mutating func claimExtent(_ fields: YAMLReader.Fields) -> Claim.Extent? {
    let named = yaml.texts(fields, "in")
    if fields.has("in"), named.isEmpty {
      yaml.report(fields.values["in"], .missingKey, "`in` of \(fields.what) is empty")
      return nil
    }
    switch named.map(\.text) {
    case []: return .programme
    case ["all"]: return .everyArea
    case ["some"]: return .someArea
    default:
      let areas = named.compactMap { text, node -> Area.ID? in
        if let area = definition.areaNames[text] { return area }
        reportUnknown("area", text, node) { $0.areaNames.suggestion(for: text) }
        return nil
      }
      return areas.count == named.count ? .areas(areas) : nil
    }
  }

  private mutating func condition(_ fields: YAMLReader.Fields, of list: DefinitionList) -> Condition? {
    let keys = list.conditions.map(\.name)
    let given = keys.filter(fields.has)
    guard given.count == 1, let key = given.first else {
      yaml.report(
        fields.node, .wrongCondition,
        "\(fields.what) needs one of the keys \(keys.joined(separator: ", "))"
          + (given.isEmpty
            ? "; in a table these are columns, such as connection.from and connection.to"
            : ", and has \(given.joined(separator: " and ")); make several of it"))
      return nil
    }
    switch key {
    case "actor": return selection(fields, "actor").map(Condition.actor)
    case "connection":
      let keys = ["from", "to", "relation", "family", "attribution"]
      return nested(fields, "connection", keys: keys).flatMap { link($0) }.map(Condition.connection)
    case "route":
      let keys = ["from", "to", "within", "through-activities", "either-way"]
      return nested(fields, "route", keys: keys).flatMap { passage($0) }.map(Condition.route)
    case "both-ways": return bothWays(fields).map(Condition.bothWays)
    case "sources": return sources(fields)
    case "rank": return rank(fields)
    case "only": return only(fields)
    case "only-route": return onlyRoute(fields)
    case "share", "most": return share(fields, key)
    case "more": return more(fields)
    case "rarely": return rarely(fields)
    default: return cases(fields).map(Condition.cases)
    }
  }

  mutating func nested(
    _ fields: YAMLReader.Fields, _ key: String, keys: [String]
  ) -> YAMLReader.Fields? {
    fields.values[key].flatMap { yaml.fields(of: $0, as: "`\(key)`", keys: keys) }
  }

  mutating func link(_ link: YAMLReader.Fields) -> Condition.Link? {
    let (sources, targets) = (selections(link, "from"), selections(link, "to"))
    let relation = relation(link)
    let family = self.family(yaml.text(link, "family", isRequired: link.has("family")), link.values["family"])
    let attribution: Attribution? = link.has("attribution") ? yaml.choice(link, "attribution", isRequired: true) : nil
    guard let sources, let targets, !link.has("relation") || relation != nil, !link.has("family") || family != nil,
      !link.has("attribution") || attribution != nil
    else { return nil }
    return Condition.Link(from: sources, to: targets, relation: relation, family: family, attribution: attribution)
  }

  private mutating func bothWays(_ fields: YAMLReader.Fields) -> Condition.Link? {
    guard let link = nested(fields, "both-ways", keys: ["between", "relation", "family"]) else { return nil }
    let ends = selections(link, "between")
    let relation = relation(link)
    let family = self.family(yaml.text(link, "family", isRequired: link.has("family")), link.values["family"])
    guard let ends, !link.has("relation") || relation != nil, !link.has("family") || family != nil else { return nil }
    guard ends.count == 2 else {
      yaml.report(link.values["between"], .wrongCondition, "`between` of `both-ways` should name two actors")
      return nil
    }
    return Condition.Link(from: [ends[0]], to: [ends[1]], relation: relation, family: family)
  }

  mutating func passage(_ route: YAMLReader.Fields) -> Condition.Passage? {
    let (source, target) = (selection(route, "from"), selection(route, "to"))
    let steps = route.has("within") ? positive(route, "within") : 3
    guard let source, let target, let steps else { return nil }
    return Condition.Passage(
      from: source, to: target, within: steps, passesActivities: yaml.flag(route, "through-activities"),
      isEitherWay: yaml.flag(route, "either-way"))
  }

  private mutating func sources(_ fields: YAMLReader.Fields) -> Condition? {
    guard let sources = nested(fields, "sources", keys: ["to", "at-least"]) else { return nil }
    let (actor, count) = (actor(sources, "to"), yaml.number(sources, "at-least"))
    if !sources.has("at-least") { yaml.report(sources.node, .missingKey, "`sources` needs `at-least`") }
    guard let actor, let count else { return nil }
    return .sources(of: actor, atLeast: count)
  }

  private mutating func rank(_ fields: YAMLReader.Fields) -> Condition? {
    guard let rank = nested(fields, "rank", keys: ["actor", "measure", "within"]) else { return nil }
    let actor = actor(rank, "actor")
    let measure: Condition.RankedMeasure? = yaml.choice(rank, "measure", isRequired: true)
    let places = rank.has("within") ? positive(rank, "within") : 1
    guard let actor, let measure, let places else { return nil }
    return .rank(actor, measure, within: places)
  }

  /// A number of which 0 would ask for nothing.
  mutating func positive(_ fields: YAMLReader.Fields, _ key: String) -> Int? {
    guard let number = yaml.number(fields, key) else { return nil }
    if number > 0 { return number }
    yaml.report(fields.values[key], .wrongCondition, "`\(key)` of \(fields.what) is 0; it should be 1 or greater")
    return nil
  }

  private mutating func cases(_ fields: YAMLReader.Fields) -> Condition.Cases? {
    guard
      let cases = nested(
        fields, "cases", keys: ["from", "to", "relation", "measure", "period", "at-least", "at-most"])
    else { return nil }
    guard let number = number(cases) else { return nil }
    let (least, greatest) = (yaml.number(cases, "at-least"), yaml.number(cases, "at-most"))
    if least == nil, greatest == nil {
      yaml.report(cases.node, .missingKey, "`cases` needs `at-least` or `at-most`")
      return nil
    }
    return Condition.Cases(
      number.connection, measure: number.measure, period: number.period, least: least, greatest: greatest)
  }

  mutating func relation(_ fields: YAMLReader.Fields) -> Relation.ID? {
    guard let text = yaml.text(fields, "relation", isRequired: fields.has("relation")) else { return nil }
    if let relation = definition.relationNames[text] { return relation }
    reportUnknown(
      "relation", text, fields.values["relation"]
    ) { $0.relationNames.suggestion(for: text) }
    return nil
  }

  mutating func actor(_ fields: YAMLReader.Fields, _ key: String) -> MapActor.ID? {
    guard let text = yaml.text(fields, key, isRequired: true) else { return nil }
    if let actor = definition.actorNames[text] ?? lookedFor(text, fields.values[key]) { return actor }
    reportUnknown("actor", text, fields.values[key]) { $0.actorNames.suggestion(for: text) }
    return nil
  }

  /// An actor that an expectation names and that is not among the actors, unless its name is probably misspelt.
  private mutating func lookedFor(_ text: String, _ node: YAMLNode?) -> MapActor.ID? {
    guard isLookingFor, !text.isEmpty else { return nil }
    let known = definition.lookedFor.first { NameFolding.folded($0.value) == NameFolding.folded(text) }
    if let known { return known.key }
    let suggestion =
      definition.actorNames.suggestion(for: text) ?? definition.sectorNames.suggestion(for: text)
      ?? definition.roleNames.suggestion(for: text)
    let slug = text.slug(longest: 60)
    guard suggestion == nil, !slug.isEmpty else { return nil }
    let id = slug.numbered { text -> MapActor.ID? in
      guard let id = MapActor.ID(text) else { return nil }
      return definition.actorNames[text] == nil && definition.lookedFor[id] == nil ? id : nil
    }
    definition.lookedFor[id] = text
    yaml.report(
      node, .onlyLookedFor,
      "\(text.quotedInMessage) is not among the actors; the expectation looks for it, and nothing else shows it",
      severity: .warning)
    return id
  }

  /// One actor, sector or role, by name.
  mutating func selection(_ fields: YAMLReader.Fields, _ key: String) -> ActorSelection? {
    guard let selections = selections(fields, key) else { return nil }
    if selections.count == 1 { return selections[0] }
    yaml.report(
      fields.values[key], .wrongCondition,
      "`\(key)` of \(fields.what) names \(selections.count) actors, and takes one; make several of it")
    return nil
  }

  /// Actors, sectors or roles, by name; `nil` if there is none or one is not known.
  mutating func selections(_ fields: YAMLReader.Fields, _ key: String) -> [ActorSelection]? {
    let named = yaml.texts(fields, key)
    let selections = named.compactMap { text, node -> ActorSelection? in
      if let actor = definition.actorNames[text] { return .actor(actor) }
      if let sector = definition.sectorNames[text] { return .sector(sector) }
      if let role = definition.roleNames[text] { return .role(role) }
      if let actor = lookedFor(text, node) { return .actor(actor) }
      reportUnknown(
        "actor", text, node
      ) {
        $0.actorNames.suggestion(for: text) ?? $0.sectorNames.suggestion(for: text)
          ?? $0.roleNames.suggestion(for: text)
      }
      return nil
    }
    if named.isEmpty { yaml.report(fields.node, .missingKey, "\(fields.what) needs `\(key)`") }
    return selections.isEmpty || selections.count < named.count ? nil : selections
  }
}
