public import MapModel
import OrderedCollections

/// Whether a claim holds on a map, and because of what.
public struct ClaimVerdict: Sendable, Hashable, Identifiable {
  /// What the evidence makes of a claim.
  public enum Verdict: String, Sendable, CaseIterable {
    /// The evidence bears it out.
    case holds
    /// The evidence bears out more than half of what it consists of.
    case largely
    /// The evidence bears out something of what it consists of, and not more than half.
    case partly
    /// The evidence speaks against it.
    case fails
    /// The evidence does not tell.
    case notKnown
  }

  /// What decides in one place, or leaves it open there.
  public struct Ground: Sendable, Hashable {
    /// The whole map, or an area, a period, or both.
    public let scope: Scope
    /// Whether it speaks for the claim or against it; `nil` if it leaves it open.
    public let isFor: Bool?
    /// What of the evidence it is.
    public let reasons: [ConditionReason]

    /// Makes a ground.
    public init(in scope: Scope, isFor: Bool?, _ reasons: [ConditionReason]) {
      (self.scope, self.isFor, self.reasons) = (scope, isFor, reasons)
    }
  }

  /// The claim.
  public let claim: Claim
  /// The verdict.
  public let verdict: Verdict
  /// How many parts of it are so: connections, areas, statements.
  public let tally: PartTally
  /// What of the evidence it rests on, in the order of the places: where it holds or fails, what decides; where it holds
  /// largely or partly, what speaks for it, then what speaks against it, then what is open. None if it is of areas and the
  /// map has no areas.
  ///
  /// A claim of some area that no area bears out holds if it is so in the programme, even if nobody says where: then the
  /// whole map is its ground.
  public let grounds: [Ground]

  /// The claim's identifier.
  public var id: Claim.ID { claim.id }
}

extension NetworkMap {
  /// The verdicts on the map's claims, in their order.
  /// - Complexity: O(a · c · e + k), where a is the number of areas that claims speak of, c of connections, e of pieces of
  ///   evidence of each, and k the cost of the measures if a claim is of a rank.
  public func claimVerdicts() -> [ClaimVerdict] {
    var checks = ConditionChecks(self)
    return claims.map { claim in
      let whole = Scope(period: claim.period)
      let places: [Scope] =
        switch claim.extent {
        case .programme: [whole]
        case .areas(let some): some.map(whole.in)
        case .everyArea, .someArea: areas.keys.map(whole.in)
        }
      var findings = places.map { checks.finding(claim.condition, in: $0, isDenied: claim.isDenial) }
      if claim.isDenial { findings = findings.map(\.denied) }
      let isOfSome = claim.extent == .someArea
      // What is so in the programme is so somewhere, even if nobody says where.
      if isOfSome, !claim.isDenial, !findings.contains(where: { $0.tally.verdict == .holds }) {
        let ofProgramme = checks.finding(claim.condition, in: whole)
        if ofProgramme.tally.verdict == .holds {
          return ClaimVerdict(claim, .holds, ofProgramme.tally, [(whole, ofProgramme)])
        }
      }
      // Parts that are only counted, such as statements, are not more in one area for being more than in another.
      func tally(_ finding: ConditionFinding) -> PartTally {
        places.count > 1 && finding.countedParts != nil ? PartTally(finding.isTrue) : finding.tally
      }
      if isOfSome {
        let order: [ClaimVerdict.Verdict] = [.holds, .largely, .partly, .notKnown, .fails]
        let best = order.first { verdict in findings.contains { $0.tally.verdict == verdict } } ?? .notKnown
        let telling = zip(places, findings).filter { $1.tally.verdict == best }
        return ClaimVerdict(claim, best, telling.reduce(PartTally()) { $0 + $1.1.tally }, telling)
      }
      let all = findings.reduce(PartTally()) { $0 + tally($1) }
      return ClaimVerdict(claim, all.verdict, all, Array(zip(places, findings)))
    }
  }
}

extension ClaimVerdict {
  fileprivate init(
    _ claim: Claim, _ verdict: Verdict, _ tally: PartTally, _ findings: [(place: Scope, finding: ConditionFinding)]
  ) {
    let truths: [Bool?] =
      switch verdict {
      case .holds: [true]
      case .fails: [false]
      case .notKnown: [nil]
      case .largely, .partly: [true, false, nil]
      }
    func grounds(_ truths: [Bool?]) -> [Ground] {
      truths.flatMap { truth in
        findings.compactMap { place, finding in
          let reasons = finding.reasons(where: truth)
          return reasons.isEmpty ? nil : Ground(in: place, isFor: truth, reasons)
        }
      }
    }
    let telling = grounds(truths)
    self.init(
      claim: claim, verdict: verdict, tally: tally, grounds: telling.isEmpty ? grounds([true, false, nil]) : telling)
  }
}

/// Checkers of a map and its areas, each made when it is first asked for.
struct ConditionChecks {
  private let map: NetworkMap
  private var checkers: [Scope: ConditionChecker] = [:]

  init(_ map: NetworkMap) { self.map = map }

  mutating func finding(_ condition: Condition, in scope: Scope, isDenied: Bool = false) -> ConditionFinding {
    checkers[scope, default: ConditionChecker(map, in: scope)].finding(condition, isDenied: isDenied)
  }
}
