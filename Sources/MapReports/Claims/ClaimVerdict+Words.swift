import Documents
package import MapAnalysis
package import MapModel
import OrderedCollections

extension ClaimVerdict {
  /// What of the evidence the verdict rests on, as a clause without a full stop.
  package func because(on map: NetworkMap) -> String {
    if grounds.isEmpty { return say("the map has no areas") }
    let time = claim.period.map { say("in \($0),") + " " } ?? ""
    let (pro, contra, open) = (
      grounds.filter { $0.isFor == true }, grounds.filter { $0.isFor == false }, grounds.filter { $0.isFor == nil }
    )
    if [pro, contra, open].count(where: { !$0.isEmpty }) == 1 { return time + clause(of: grounds, on: map) }
    // What is so of some of it and not of all: how much, and then each side.
    let sides = [
      ("", pro), (say("but not:") + " ", contra), (say("and the evidence does not tell:") + " ", open),
    ].filter { !$0.1.isEmpty }.map { $0 + clause(of: $1, on: map) }
    return time + say("it is so of \(tally.so) of \(tally.count):") + " " + sides.joined(separator: "; ")
  }

  private func clause(of grounds: [Ground], on map: NetworkMap) -> String {
    // Places that say the same are told together.
    let places = OrderedDictionary(grouping: grounds) { $0.reasons.clause(on: map, in: $0.scope) }
    return places.map { reason, grounds in
      let names = grounds.compactMap { $0.scope.area.map(map.name) }
      if names.isEmpty { return claim.extent == .someArea ? say("\(reason), without an area") : reason }
      return names.count > 1 && names.count == map.areas.count
        ? say("in all areas, \(reason)") : say("in \(names.asList), \(reason)")
    }.joined(separator: "; ")
  }
}

extension ClaimVerdict.Verdict {
  /// What so many claims do.
  func verb(_ count: Int) -> String {
    switch self {
    case .holds: count == 1 ? "holds" : "hold"
    case .largely: count == 1 ? "largely holds" : "largely hold"
    case .partly: count == 1 ? "partly holds" : "partly hold"
    case .fails: count == 1 ? "fails" : "fail"
    case .notKnown: "cannot be told"
    }
  }
}
