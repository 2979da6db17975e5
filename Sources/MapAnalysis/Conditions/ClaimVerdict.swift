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

  /// The claim.
  public let claim: Claim
  /// The verdict.
  public let verdict: Verdict
  /// What of the evidence it rests on, as a clause without a full stop.
  public let because: String

  init(_ claim: Claim, _ verdict: Verdict, because: String) {
    (self.claim, self.verdict, self.because) = (claim, verdict, because)
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
      var findings: [ConditionFinding]
      switch claim.extent {
      case .programme: findings = [checks.finding(claim.condition, in: .wholeMap, isDenied: claim.isDenial)]
      case .areas(let areas):
        findings = areas.map { checks.finding(claim.condition, in: .area($0), isDenied: claim.isDenial) }
      case .everyArea, .someArea:
        findings = areas.keys.map { checks.finding(claim.condition, in: .area($0), isDenied: claim.isDenial) }
      }
      if claim.isDenial {
        for index in findings.indices { findings[index].isTrue = findings[index].isTrue.map { !$0 } }
      }
      // What is so in the programme is so somewhere, even if nobody says where.
      if claim.extent == .someArea, !claim.isDenial, !findings.contains(where: { $0.isTrue == true }) {
        var ofProgramme = checks.finding(claim.condition, in: .wholeMap)
        ofProgramme.because += ", without an area"
        if ofProgramme.isTrue == true { return ClaimVerdict(claim, .holds, because: ofProgramme.because) }
      }
      let truths = findings.map(\.isTrue)
      let isTrue: Bool? =
        if claim.extent == .someArea {
          truths.contains(true) ? true : truths.contains(nil) || truths.isEmpty ? nil : false
        } else {
          truths.contains(false) ? false : truths.contains(nil) || truths.isEmpty ? nil : true
        }
      // What decided, and with several areas, where.
      let telling = zip(places(of: claim), findings).filter { isTrue == nil ? $1.isTrue == nil : $1.isTrue == isTrue }
      // Places that say the same are told together.
      let reasons = OrderedSet(telling.map(\.1.because)).map { reason in
        let names = telling.filter { $0.1.because == reason }.compactMap(\.0)
        if names.isEmpty { return reason }
        return (names.count > 1 && names.count == areas.count ? "in all areas, " : "in \(names.asList), ") + reason
      }
      return ClaimVerdict(
        claim, isTrue.map { $0 ? .holds : .fails } ?? .notKnown,
        because: reasons.isEmpty ? "the map has no areas" : reasons.joined(separator: "; "))
    }
  }

  /// The names of the areas in which a claim is checked; `nil` for the whole map.
  private func places(of claim: Claim) -> [String?] {
    switch claim.extent {
    case .programme: [nil]
    case .areas(let some): some.map { areas[$0]?.name ?? $0.rawValue }
    case .everyArea, .someArea: areas.values.map(\.name)
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
