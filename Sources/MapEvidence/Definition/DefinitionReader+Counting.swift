import MapModel
import YAML

/// Reads conditions of how many and how much, and of who alone has part in something.
extension DefinitionReader {
  private static let patternKeys = ["from", "to", "relation", "family", "attribution", "frequency"]
  private static let numberKeys = ["from", "to", "relation", "measure", "period"]

  mutating func only(_ fields: YAMLReader.Fields) -> Condition? {
    guard let only = nested(fields, "only", keys: ["from", "to", "relation", "family", "attribution", "end"]),
      let link = link(only)
    else { return nil }
    let end: Condition.End? = only.has("end") ? yaml.choice(only, "end", isRequired: true) : .from
    return end.map { .only(link, at: $0) }
  }

  mutating func onlyRoute(_ fields: YAMLReader.Fields) -> Condition? {
    let keys = ["from", "to", "through", "within", "through-activities", "either-way"]
    guard let route = nested(fields, "only-route", keys: keys) else { return nil }
    let (passage, selection) = (passage(route), selection(route, "through"))
    guard let passage, let selection else { return nil }
    if selection == passage.source || selection == passage.target {
      yaml.report(
        route.values["through"], .wrongCondition,
        "Every route runs through its own ends; name in `through` who stands between them")
      return nil
    }
    return .onlyRoute(passage, through: selection)
  }

  mutating func rarely(_ fields: YAMLReader.Fields) -> Condition? {
    guard let node = nested(fields, "rarely", keys: Self.patternKeys.filter { $0 != "frequency" }) else { return nil }
    guard let pattern = pattern(node) else { return nil }
    if pattern.isEmpty {
      yaml.report(
        node.node, .wrongCondition,
        "`rarely` says of no connections that they are rare; name `from`, `to` or a relation")
      return nil
    }
    return .rarely(pattern)
  }

  // MARK: Shares

  /// Of what something is a share, or of what there is more.
  private enum Counted: String, CaseIterable { case statements, connections, actors, cases }

  mutating func share(_ fields: YAMLReader.Fields, _ key: String) -> Condition? {
    let bounds = key == "most" ? [] : ["at-least", "at-most"]
    guard let share = nested(fields, key, keys: ["of", "end", "whole", "part"] + bounds) else { return nil }
    let counted: Counted? = yaml.choice(share, "of", isRequired: true)
    for key in ["whole", "part"] where !share.has(key) {
      yaml.report(
        share.node, .missingKey,
        "`\(fields.values["share"] == nil ? "most" : "share")` needs `\(key)`: a share is that of a part in a whole")
    }
    let bound = key == "most" ? Condition.Share.Bound.most : hundredths(share)
    guard let counted, share.has("whole"), share.has("part") else { return nil }
    let content = counted == .cases ? shareOfCases(share) : shareOfEvidence(share, counted)
    guard let content, let bound else { return nil }
    return .share(Condition.Share(content, bound))
  }

  /// The bounds of a share; what no share can be is reported.
  private mutating func hundredths(_ share: YAMLReader.Fields) -> Condition.Share.Bound? {
    let (least, greatest) = (yaml.number(share, "at-least"), yaml.number(share, "at-most"))
    if least == nil, greatest == nil {
      if !share.has("at-least"), !share.has("at-most") {
        yaml.report(
          share.node, .missingKey,
          "`share` needs `at-least` or `at-most`, in hundredths; `most:` in its place asks for more than half")
      }
      return nil
    }
    if let least, let greatest, least > greatest {
      yaml.report(
        share.values["at-most"], .wrongCondition, "`at-most` is less than `at-least`, so that no share fits; change one"
      )
      return nil
    }
    return .hundredths(least: least, greatest: greatest)
  }

  private mutating func shareOfEvidence(
    _ share: YAMLReader.Fields, _ counted: Counted
  ) -> Condition.Share.Content? {
    let end: Condition.End? = share.has("end") ? yaml.choice(share, "end", isRequired: true) : .from
    if share.has("end"), counted != .actors {
      yaml.report(
        share.values["end"], .unusedKey, "`end` says at which end actors are counted; delete it, or count actors")
    }
    guard let wholeFields = nested(share, "whole", keys: Self.patternKeys),
      let partFields = nested(share, "part", keys: Self.patternKeys)
    else { return nil }
    let (whole, part) = (pattern(wholeFields), pattern(partFields))
    guard let whole, let part, let end else { return nil }
    if part.isEmpty || part == whole {
      yaml.report(
        partFields.node, .wrongCondition,
        "`part` is all of the whole, of which the share is always 100; say in `part` what sets it apart")
      return nil
    }
    switch counted {
    case .statements: return .statements(of: whole, that: part)
    case .connections: return .connections(of: whole, that: part)
    case .actors, .cases: return .actors(end, of: whole, that: part)
    }
  }

  private mutating func shareOfCases(_ share: YAMLReader.Fields) -> Condition.Share.Content? {
    let part = nested(share, "part", keys: Self.numberKeys).flatMap { number($0) }
    if share.values["whole"]?.scalar?.string == "target" { return part.map(Condition.Share.Content.target) }
    guard share.values["whole"]?.mapping != nil else {
      yaml.report(
        share.values["whole"], .wrongCondition,
        "`whole` of a share of cases is `target`, or another number with `from`, `to`, `relation` and `measure`")
      return nil
    }
    let whole = nested(share, "whole", keys: Self.numberKeys).flatMap { number($0) }
    guard let part, let whole else { return nil }
    if part == whole {
      yaml.report(share.values["part"], .wrongCondition, "`part` is the whole itself; name another number")
      return nil
    }
    return .cases(part, of: whole)
  }

  // MARK: More

  mutating func more(_ fields: YAMLReader.Fields) -> Condition? {
    enum Kind: String, CaseIterable { case connections, cases, rate }
    let keys = ["of", "in", "than", "per", "measure", "period"] + Self.patternKeys
    guard let more = nested(fields, "more", keys: keys) else { return nil }
    if fields.has("in") {
      yaml.report(
        fields.values["in"], .wrongCondition, "`more` names its areas itself, in `in` and `than`; delete this `in`")
      return nil
    }
    let kind: Kind? = yaml.choice(more, "of", isRequired: true)
    let area = more.has("in") ? areas(more, "in") : []
    let others = more.has("than") && more.values["than"]?.scalar?.string != "others" ? areas(more, "than") : nil
    for key in ["in", "than"] where !more.has(key) {
      yaml.report(
        more.node, .missingKey, "`more` needs `\(key)`: an area\(key == "than" ? ", several, or `others`" : "")")
    }
    guard let kind, more.has("than"), area.count == 1 else {
      if area.count > 1 { yaml.report(more.values["in"], .wrongCondition, "`in` of `more` takes one area") }
      return nil
    }
    if let others, others.isEmpty || others.contains(area[0]) {
      if !others.isEmpty {
        yaml.report(more.values["than"], .wrongCondition, "No area has more than itself; name others in `than`")
      }
      return nil
    }
    let content: Condition.More.Content? =
      switch kind {
      case .connections: pattern(more).map(Condition.More.Content.connections)
      case .cases: number(more).map(Condition.More.Content.cases)
      case .rate: rate(more)
      }
    return content.map { .more(Condition.More($0, in: area[0], than: others)) }
  }

  private mutating func rate(_ more: YAMLReader.Fields) -> Condition.More.Content? {
    if !more.has("per") {
      yaml.report(more.node, .missingKey, "A rate needs `per`: the number by which it is divided")
      return nil
    }
    let (number, base) = (number(more), nested(more, "per", keys: Self.numberKeys).flatMap { self.number($0) })
    guard let number, let base else { return nil }
    return .rate(number, per: base)
  }

  /// The areas of a list; none, reported, if one is not known.
  private mutating func areas(_ fields: YAMLReader.Fields, _ key: String) -> [Area.ID] {
    let named = yaml.texts(fields, key)
    let areas = named.compactMap { text, node -> Area.ID? in
      if let area = definition.areaNames[text] { return area }
      reportUnknown("area", text, node) { $0.areaNames.suggestion(for: text) }
      return nil
    }
    if named.isEmpty { yaml.report(fields.values[key], .missingKey, "`\(key)` of \(fields.what) is empty") }
    return areas.count == named.count ? areas : []
  }

  // MARK: What is counted

  private mutating func pattern(_ fields: YAMLReader.Fields) -> Condition.Pattern? {
    let before = yaml.problems.count
    var pattern = Condition.Pattern()
    if fields.has("from") { pattern.sources = selections(fields, "from") ?? [] }
    if fields.has("to") { pattern.targets = selections(fields, "to") ?? [] }
    if fields.has("relation") { pattern.relation = relation(fields) }
    if fields.has("family") {
      pattern.family = family(yaml.text(fields, "family", isRequired: true), fields.values["family"])
    }
    pattern.statements = StatementFilter(
      attributions: choices(fields, "attribution"), frequencies: choices(fields, "frequency"))
    // With a part that cannot be read, it would ask for more than is meant.
    return yaml.problems[before...].contains { $0.severity == .error } ? nil : pattern
  }

  /// The values of a list; those that are none are reported.
  private mutating func choices<Choice: RawRepresentable & CaseIterable & Hashable>(
    _ fields: YAMLReader.Fields, _ key: String
  ) -> Set<Choice> where Choice.RawValue == String {
    var found: Set<Choice> = []
    for (text, node) in yaml.texts(fields, key) {
      if let choice = Choice(rawValue: text) {
        found.insert(choice)
      } else {
        let choices = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        yaml.report(
          node, .unknownValue,
          "`\(key)` of \(fields.what) is \(text.quotedInMessage); it should be one of \(choices), or several of them")
      }
    }
    return found
  }

  mutating func number(_ fields: YAMLReader.Fields) -> Condition.Number? {
    let (source, target, relation) = (actor(fields, "from"), actor(fields, "to"), relation(fields))
    if !fields.has("relation") { yaml.report(fields.node, .missingKey, "\(fields.what) needs `relation`") }
    guard let source, let target, let relation else { return nil }
    return Condition.Number(
      Connection.ID(from: source, to: target, relation), measure: yaml.text(fields, "measure") ?? "cases",
      period: yaml.text(fields, "period") ?? "")
  }
}
