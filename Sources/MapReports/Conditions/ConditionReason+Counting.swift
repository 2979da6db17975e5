import Documents
import MapAnalysis
import MapModel
import OrderedCollections

extension ConditionReason {
  /// What was counted, as a clause without a full stop; empty for reasons that count nothing.
  func countingClause(on map: NetworkMap) -> String {
    switch self {
    case .share(let share, let part, let whole):
      return share.content.clause(part, of: whole, on: map)
    case .shareOfNothing: return say("there is nothing of which it could be a share")
    case .noTarget(let number): return say("no target is set for \(number.name(on: map))")
    case .number(let number, let why): return why.clause(of: number, on: map)
    case .more(let more, let other, let own, let less):
      let (here, there) = (own.clause(on: map), less.clause(on: map))
      return say("in \(map.name(of: more.area)) \(here), in \(map.name(of: other)) \(there)")
    case .rarely(_, let rare, let absent, let oftener, let unsaid):
      let kinds = [
        rare == 0 ? nil : counted(rare, "says that it is rare", plural: "say that it is rare"),
        absent == 0 ? nil : counted(absent, "says that there is none", plural: "say that there is none"),
        oftener == 0
          ? nil : counted(oftener, "says that it is so more often", plural: "say that it is so more often"),
        unsaid == 0 ? nil : counted(unsaid, "does not say how often", plural: "do not say how often"),
      ].compactMap(\.self)
      let count = rare + absent + oftener + unsaid
      return count == 0
        ? say("nothing is said of such a connection") : say("of \(counted(count, "statement")), \(kinds.asList)")
    default: return ""
    }
  }
}

extension ConditionReason.CaseNumber {
  /// What the MI tells of a number, as a clause.
  func clause(of number: Condition.Number, on map: NetworkMap) -> String {
    let what = number.name(on: map)
    return switch self {
    case .none: map.leavesOutCounts ? say("no number of \(what) is shown") : say("the MI has no \(what)")
    case .ofSeveralPeriods: say("the MI has \(what) for several periods")
    case .rounded(let sum, let isDecisive):
      say("the MI counts about \(sum) \(what), rounded") + (isDecisive ? "" : say(", so that it cannot be told"))
    case .withheld: say("the number of \(what) is withheld")
    case .counted(let sum): say("the MI counts \(sum) \(what)")
    }
  }
}

extension Condition.Number {
  /// What is counted: `referrals of \u{201C}Schools refer young people to Mentors\u{201D}`.
  fileprivate func name(on map: NetworkMap) -> String {
    say("\(measure) of \u{201C}\(map.clause(connection))\u{201D}")
  }
}

extension ConditionReason.Amount {
  /// The number, with a word where it stands for others as well.
  fileprivate var text: String { range.count == 1 ? shown.grouped : say("about \(shown.grouped)") }
}

extension Condition.Share.Content {
  /// A part of a whole, with the share in hundredths: `3 of 4 statements (75.0 %)`.
  fileprivate func clause(
    _ part: ConditionReason.Amount, of whole: ConditionReason.Amount, on map: NetworkMap
  ) -> String {
    let share = whole.shown == 0 ? "" : " (\(part.shown.share(of: whole.shown)) %)"
    switch self {
    case .statements: return say("\(part.text) of \(counted(whole.shown, "statement"))") + share
    case .connections: return say("\(part.text) of \(counted(whole.shown, "connection"))") + share
    case .actors: return say("\(part.text) of \(counted(whole.shown, "actor"))") + share
    case .cases(let number, let base):
      let (some, all) = ("\(part.text) \(number.name(on: map))", "\(whole.text) \(base.name(on: map))")
      return say("the MI counts \(some), of \(all)") + share
    case .target(let number):
      return say("the MI counts \(part.text) \(number.measure) of a target of \(whole.text)") + share
        + ": \u{201C}\(map.clause(number.connection))\u{201D}"
    }
  }
}

extension ConditionReason.Quantity {
  /// How much there is, as a clause.
  fileprivate func clause(on map: NetworkMap) -> String {
    switch self {
    case .connections(let certain, let open):
      open == 0
        ? counted(certain, "such connection") : say("\(counted(certain, "such connection")) and \(open) that may be")
    case .cases(let amount): amount.text
    case .rate(let amount, let base):
      base.shown == 0
        ? say("\(amount.text) for \(base.text)")
        : say("\(amount.text) for \(base.text) (\(amount.shown.share(of: base.shown)) for each 100)")
    case .notTold(let number, let why): why.clause(of: number, on: map)
    }
  }
}

extension Int {
  /// The number in groups of three digits: `3,206`.
  package var grouped: String {
    var digits = Array(String(magnitude))
    for place in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(",", at: place) }
    return (self < 0 ? "-" : "") + String(digits)
  }

  /// How many hundredths it is of another, with one decimal: `49.9`.
  fileprivate func share(of whole: Int) -> String {
    let tenths = (Double(self) * 1000 / Double(whole)).rounded()
    return tenths < 1e15 ? "\(Int(tenths) / 10).\(Int(tenths) % 10)" : "\(tenths / 10)"
  }
}
