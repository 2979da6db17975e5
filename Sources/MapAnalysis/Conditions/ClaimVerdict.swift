public import MapModel
import OrderedCollections

/// Whether a claim holds on a map, and because of what.
public struct ClaimVerdict: Sendable, Hashable, Identifiable {
  /// What the evidence makes of a claim.
  public enum Verdict: String, Sendable {
    /// The evidence bears it out.
    case holds
    /// The evidence speaks against it.
    case fails
    /// The evidence does not tell.
    case notKnown
  }

  /// What decides in one place, or leaves it open there.
  public struct Ground: Sendable, Hashable {
    /// The whole map, or an area, a period, or both.
    public let scope: Scope
    /// What of the evidence it is.
    public let reasons: [ConditionReason]

    /// Makes a ground.
    public init(in scope: Scope, _ reasons: [ConditionReason]) { (self.scope, self.reasons) = (scope, reasons) }
  }

  /// The claim.
  public let claim: Claim
  /// The verdict.
  public let verdict: Verdict
  /// What of the evidence it rests on, in the order of the places; none if it is of areas and the map has no areas.
  ///
  /// A claim of some area that no area bears out holds if it is so in the programme, even if nobody says where: then the
  /// whole map is its ground.
  public let grounds: [Ground]

  init(_ claim: Claim, _ verdict: Verdict, _ grounds: [Ground]) {
    (self.claim, self.verdict, self.grounds) = (claim, verdict, grounds)
  }

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
      if claim.isDenial {
        for index in findings.indices { findings[index].isTrue = findings[index].isTrue.map { !$0 } }
      }
      // What is so in the programme is so somewhere, even if nobody says where.
      if claim.extent == .someArea, !claim.isDenial, !findings.contains(where: { $0.isTrue == true }) {
        let ofProgramme = checks.finding(claim.condition, in: whole)
        if ofProgramme.isTrue == true {
          return ClaimVerdict(claim, .holds, [.init(in: whole, ofProgramme.reasons)])
        }
      }
      let truths = findings.map(\.isTrue)
      let isTrue: Bool? =
        if claim.extent == .someArea {
          truths.contains(true) ? true : truths.contains(nil) || truths.isEmpty ? nil : false
        } else {
          truths.contains(false) ? false : truths.contains(nil) || truths.isEmpty ? nil : true
        }
      // What decided, and with several areas, where.
      let grounds = zip(places, findings).filter { $1.isTrue == isTrue }
        .map { ClaimVerdict.Ground(in: $0, $1.reasons) }
      return ClaimVerdict(claim, isTrue.map { $0 ? .holds : .fails } ?? .notKnown, grounds)
    }
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
