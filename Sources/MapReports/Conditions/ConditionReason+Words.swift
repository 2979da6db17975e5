import Documents
import MapAnalysis
import MapModel
import OrderedCollections

extension Sequence<ConditionReason> {
  /// The reasons as a clause without a full stop; those that read the same are told once.
  func clause(on map: NetworkMap, in scope: Scope = .wholeMap) -> String {
    OrderedSet(self.map { $0.clause(on: map, in: scope) }).joined(separator: "; ")
  }
}

extension ConditionReason {
  /// The reason as a clause without a full stop, as it is found in a scope.
  func clause(on map: NetworkMap, in scope: Scope = .wholeMap) -> String {
    switch self {
    case .connection(let id, let presence, let placed):
      let status = [presence.name, map.inWords(placed)].filter { !$0.isEmpty }.joined(separator: "; ")
      return "\(map.clause(id)) (\(status))"
    case .unconnected(let selection, let absence):
      return say("no certain connection with \(selection.name(on: map)): \(absence.clause(in: scope, on: map))")
    case .noConnection(let source, let target, let relation, let family, let absence):
      let kind = Self.kind(relation, family, on: map)
      let ends = (source.name(on: map), target.name(on: map))
      return say("no \(kind) from \(ends.0) to \(ends.1): \(absence.clause(in: scope, on: map))")
    case .route(let source, let steps):
      return say("there is a route: \(map.name(of: source))") + steps.map { $0.words(on: map) }.joined()
    case .noRoute(let passage, let absence):
      let (ends, steps) = ((passage.source.name(on: map), passage.target.name(on: map)), counted(passage.steps, "step"))
      let why = absence.clause(in: scope, on: map)
      return say("no certain route from \(ends.0) to \(ends.1) within \(steps): \(why)")
    case .sources(let actor, let sectors, let wanted):
      let sources = counted(sectors.count, "sector")
      let names = sectors.isEmpty ? "" : " (\(sectors.compactMap { map.legend.sectors[$0]?.name }.asList))"
      let (who, isPlural) = (map.name(of: actor), map.actors[actor]?.isPlural ?? false)
      if sectors.count >= wanted {
        return (isPlural ? say("\(who) have support from \(sources)") : say("\(who) has support from \(sources)"))
          + names
      }
      let found =
        isPlural
        ? say("\(who) have certain support from \(sources)") : say("\(who) has certain support from \(sources)")
      return found + names + say("; expected are \(wanted)")
    case .notOnMap(let actor):
      return say("\(map.name(of: actor)) is not on the map")
    case .rank(let actor, let ranked, let place, let count, let others):
      let measure = ranked.measure
      let shared = others == 0 ? "" : say(", with \(counted(others, "other")),")
      let (name, by) = (map.name(of: actor), "\(said(measure.name)), \(said(measure.brief))")
      return say("\(name): number \(place) of \(count)\(shared) by \(by)")
    case .unranked(let actor, let ranked, let count, let isZeroForAll):
      let why =
        isZeroForAll
        ? say("is 0 for all \(count), so that nobody is first")
        : say("is 0, so that it has no place among the \(count)")
      return "\(map.name(of: actor)): \(said(ranked.measure.name)), \(said(ranked.measure.brief)), \(why)"
    case .cases(let cases, let number):
      return number.clause(of: .init(cases.connection, measure: cases.measure, period: cases.period), on: map)
    case .attributed(let id, let wanted, let said, let isAllSaid):
      return isAllSaid
        ? say("\(map.clause(id)): said to be so \(said.map(\.clause).asList), and not \(wanted.clause)")
        : say("\(map.clause(id)): not all that speaks of it says whether it is so \(wanted.clause)")
    case .others(let link, let end, let others, let presence):
      return Self.others(link, end, others, presence, on: map, in: scope)
    case .noOthers(let link, let end, let absence):
      return Self.noOthers(link, end, absence, on: map)
    case .otherRoute(let source, let steps, let selection):
      return say("there is a route without \(selection.name(on: map)): \(map.name(of: source))")
        + steps.map { $0.words(on: map) }.joined()
    case .doubtfulOtherRoute(let selection, let absence):
      let why = absence.clause(in: scope, on: map)
      return say("it is not certain whether there is a route without \(selection.name(on: map)): \(why)")
    case .noOtherRoute(let selection):
      return say("there is none without \(selection.name(on: map))")
    case .leftOut: return say("small numbers are left out, and each may be a connection that would count")
    case .share, .shareOfNothing, .noTarget, .number, .more, .rarely:
      return countingClause(on: map)
    }
  }

  private static func others(
    _ link: Condition.Link, _ end: Condition.End, _ others: [MapActor.ID], _ presence: Presence, on map: NetworkMap,
    in scope: Scope
  ) -> String {
    let kind = kind(link.relation, link.family, on: map)
    let names = others.map(map.name(of:)).asList
    func ends(_ selections: [ActorSelection]) -> String { selections.map { $0.name(on: map) }.asList }
    let what =
      end == .from
      ? say("\(kind) from \(names) to \(ends(link.targets))") : say("\(kind) from \(ends(link.sources)) to \(names)")
    return presence.isCertain
      ? say("there is \(what), too")
      : say("it is not certain whether there is \(what), too: \(presence.clause(in: scope, on: map))")
  }

  private static func noOthers(
    _ link: Condition.Link, _ end: Condition.End, _ absence: Presence, on map: NetworkMap
  ) -> String {
    let kind = kind(link.relation, link.family, on: map)
    let fixed = (end == .from ? link.targets : link.sources).map { $0.name(on: map) }.asList
    let what =
      end == .from ? say("\(kind) from anybody else to \(fixed)") : say("\(kind) from \(fixed) to anybody else")
    if absence == .notFound { return say("no \(what) was found") }
    return say("whether there is \(what): \(absence.clause(in: .wholeMap, on: map))")
  }

  private static func kind(_ relation: Relation.ID?, _ family: Family.ID?, on map: NetworkMap) -> String {
    if let relation { return say("connection \u{201C}\(map.relations[relation]?.label ?? "")\u{201D}") }
    guard let family else { return say("connection") }
    return map.legend.families[family]?.name.insideSentence ?? family.rawValue
  }
}

extension ConditionReason.Step {
  /// The step as it continues a route: ` → Mentors`.
  fileprivate func words(on map: NetworkMap) -> String {
    let sign =
      switch way {
      case .along: "\u{2192}"
      case .against: "\u{2190}"
      case .meeting(let activity?): "\u{2013}(\(map.name(of: activity)))\u{2013}"
      case .meeting(nil): "\u{2013}"
      }
    return " \(sign) \(map.name(of: actor))"
  }
}

extension ActorSelection {
  /// The selection in a sentence.
  func name(on map: NetworkMap) -> String {
    switch self {
    case .actor(let id): map.name(of: id)
    case .sector(let sector): say("the sector \(map.legend.sectors[sector]?.name ?? sector.rawValue)")
    case .role(let role): say("the role \(map.legend.roles[role]?.name ?? role.rawValue)")
    }
  }
}
