import MapModel
import OrderedCollections
import YAML

/// Writes what claims say and expectations want.
extension DefinitionWriter {
  func field(_ condition: Condition) -> (key: String, value: YAMLText?) {
    switch condition {
    case .actor(let selection): ("actor", name(selection))
    case .connection(let link):
      (
        "connection",
        .mapping([("from", .list(link.sources.map(name))), ("to", .list(link.targets.map(name)))] + kind(link))
      )
    case .bothWays(let link):
      ("both-ways", .mapping([("between", .list((link.sources + link.targets).map(name)))] + kind(link)))
    case .route(let passage): ("route", .mapping(fields(passage)))
    case .sources(let actor, let least):
      ("sources", .mapping([("to", name(.actor(actor))), ("at-least", .number(least))]))
    case .rank(let actor, let measure, let places):
      (
        "rank",
        .mapping([
          ("actor", name(.actor(actor))), ("measure", .text(measure.rawValue)), ("within", .number(places)),
        ])
      )
    case .cases(let cases):
      (
        "cases",
        .mapping(
          fields(.init(cases.connection, measure: cases.measure, period: cases.period)) + [
            ("at-least", cases.least.map(YAMLText.number)), ("at-most", cases.greatest.map(YAMLText.number)),
          ])
      )
    case .only(let link, let end):
      (
        "only",
        .mapping(
          [("from", .list(link.sources.map(name))), ("to", .list(link.targets.map(name)))] + kind(link) + [
            ("end", .text(end.rawValue))
          ])
      )
    case .onlyRoute(let passage, let selection):
      ("only-route", .mapping(fields(passage) + [("through", name(selection))]))
    case .share(let share): field(share)
    case .more(let more): ("more", .mapping(fields(more)))
    case .rarely(let pattern): ("rarely", .mapping(fields(pattern)))
    }
  }

  private func kind(_ link: Condition.Link) -> Fields {
    [
      ("relation", link.relation.map { .text($0.rawValue) }), ("family", link.family.map { .text($0.rawValue) }),
      ("attribution", link.attribution.map { .text($0.rawValue) }),
    ]
  }

  private func fields(_ passage: Condition.Passage) -> Fields {
    [
      ("from", name(passage.source)), ("to", name(passage.target)), ("within", .number(passage.steps)),
      ("through-activities", given(passage.passesActivities)), ("either-way", given(passage.isEitherWay)),
    ]
  }

  private func fields(_ number: Condition.Number) -> Fields {
    [
      ("from", name(.actor(number.connection.source))), ("to", name(.actor(number.connection.target))),
      ("relation", .text(number.connection.relation.rawValue)), ("measure", .text(number.measure)),
      ("period", given(number.period)),
    ]
  }

  private func fields(_ pattern: Condition.Pattern) -> Fields {
    let attributions = Attribution.allCases.filter(pattern.statements.attributions.contains)
    let frequencies = Frequency.allCases.filter(pattern.statements.frequencies.contains)
    return [
      ("from", pattern.sources.isEmpty ? nil : .list(pattern.sources.map(name))),
      ("to", pattern.targets.isEmpty ? nil : .list(pattern.targets.map(name))),
      ("relation", pattern.relation.map { .text($0.rawValue) }),
      ("family", pattern.family.map { .text($0.rawValue) }),
      ("attribution", given(attributions.map(\.rawValue))), ("frequency", given(frequencies.map(\.rawValue))),
    ]
  }

  private func field(_ share: Condition.Share) -> (key: String, value: YAMLText?) {
    let (counted, end, whole, part): (String, Condition.End?, YAMLText, YAMLText) =
      switch share.content {
      case .statements(let whole, let part): ("statements", nil, .mapping(fields(whole)), .mapping(fields(part)))
      case .connections(let whole, let part): ("connections", nil, .mapping(fields(whole)), .mapping(fields(part)))
      case .actors(let end, let whole, let part): ("actors", end, .mapping(fields(whole)), .mapping(fields(part)))
      case .cases(let part, let whole): ("cases", nil, .mapping(fields(whole)), .mapping(fields(part)))
      case .target(let part): ("cases", nil, .text("target"), .mapping(fields(part)))
      }
    let content: Fields = [
      ("of", .text(counted)), ("end", end.map { .text($0.rawValue) }), ("whole", whole), ("part", part),
    ]
    switch share.bound {
    case .most: return ("most", .mapping(content))
    case .hundredths(let least, let greatest):
      return (
        "share",
        .mapping(
          content + [("at-least", least.map(YAMLText.number)), ("at-most", greatest.map(YAMLText.number))])
      )
    }
  }

  private func fields(_ more: Condition.More) -> Fields {
    let areas: Fields = [
      ("in", .text(more.area.rawValue)),
      ("than", more.others.map { .texts($0.map(\.rawValue)) } ?? .text("others")),
    ]
    return switch more.content {
    case .connections(let pattern): [("of", .text("connections"))] + areas + fields(pattern)
    case .cases(let number): [("of", .text("cases"))] + areas + fields(number)
    case .rate(let number, let base):
      [("of", .text("rate"))] + areas + fields(number) + [("per", .mapping(fields(base)))]
    }
  }
}
