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
    case .shareOfNothing: return "there is nothing of which it could be a share"
    case .noTarget(let number): return "no target is set for \(number.name(on: map))"
    case .number(let number, let why): return why.clause(of: number, on: map)
    case .more(let more, let other, let own, let less):
      return "in \(map.name(of: more.area)) \(own.clause(on: map)), in \(map.name(of: other)) \(less.clause(on: map))"
    case .rarely(_, let rare, let absent, let oftener, let unsaid):
      let kinds = [
        (rare, "that it is rare"), (absent, "that there is none"), (oftener, "that it is so more often"),
      ].filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? "says" : "say") \($0.1)" }
      let silent = unsaid == 0 ? [] : ["\(unsaid) \(unsaid == 1 ? "does" : "do") not say how often"]
      let count = rare + absent + oftener + unsaid
      return count == 0
        ? "nothing is said of such a connection" : "of \(counted(count, "statement")), \((kinds + silent).asList)"
    default: return ""
    }
  }
}

extension ConditionReason.CaseNumber {
  /// What the MI tells of a number, as a clause.
  func clause(of number: Condition.Number, on map: NetworkMap) -> String {
    let what = number.name(on: map)
    return switch self {
    case .none: "the MI has no \(what)"
    case .ofSeveralPeriods: "the MI has \(what) for several periods"
    case .rounded(let sum, let isDecisive):
      "the MI counts about \(sum) \(what), rounded" + (isDecisive ? "" : ", so that it cannot be told")
    case .withheld: "the number of \(what) is withheld"
    case .counted(let sum): "the MI counts \(sum) \(what)"
    }
  }
}

extension Condition.Number {
  /// What is counted: `referrals of \u{201C}Schools refer young people to Mentors\u{201D}`.
  fileprivate func name(on map: NetworkMap) -> String {
    "\(measure) of \u{201C}\(map.clause(connection))\u{201D}"
  }
}

extension ConditionReason.Amount {
  /// The number, with a word where it stands for others as well.
  fileprivate var text: String { (range.count == 1 ? "" : "about ") + shown.grouped }
}

extension Condition.Share.Content {
  /// A part of a whole, with the share in hundredths: `3 of 4 statements (75.0 %)`.
  fileprivate func clause(
    _ part: ConditionReason.Amount, of whole: ConditionReason.Amount, on map: NetworkMap
  ) -> String {
    let share = whole.shown == 0 ? "" : " (\(part.shown.share(of: whole.shown)) %)"
    switch self {
    case .statements: return "\(part.text) of \(counted(whole.shown, "statement"))\(share)"
    case .connections: return "\(part.text) of \(counted(whole.shown, "connection"))\(share)"
    case .actors: return "\(part.text) of \(counted(whole.shown, "actor"))\(share)"
    case .cases(let number, let base):
      return "the MI counts \(part.text) \(number.name(on: map)), of \(whole.text) \(base.name(on: map))\(share)"
    case .target(let number):
      return "the MI counts \(part.text) \(number.measure) of a target of \(whole.text)\(share):"
        + " \u{201C}\(map.clause(number.connection))\u{201D}"
    }
  }
}

extension ConditionReason.Quantity {
  /// How much there is, as a clause.
  fileprivate func clause(on map: NetworkMap) -> String {
    switch self {
    case .connections(let certain, let open):
      counted(certain, "such connection") + (open == 0 ? "" : " and \(open) that may be")
    case .cases(let amount): amount.text
    case .rate(let amount, let base):
      base.shown == 0
        ? "\(amount.text) for \(base.text)"
        : "\(amount.text) for \(base.text) (\(amount.shown.share(of: base.shown)) for each 100)"
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
