import Documents
package import MapAnalysis
package import MapModel
import OrderedCollections

extension Gap {
  /// What is missing or weak, as a sentence.
  package func sentence(on map: NetworkMap) -> String {
    let because = because(on: map)
    return (because.first.map { $0.uppercased() + because.dropFirst() } ?? "") + "."
  }

  /// What is missing or weak, as a clause without a full stop.
  package func because(on map: NetworkMap) -> String {
    switch cause {
    case .expectation(let reasons):
      return reasons.clause(on: map)
    case .isolated(let actor, let isDenied):
      return "nothing connects \(map.name(of: actor)) with the rest of the map"
        + (isDenied ? ": connections were looked for and reported absent" : "")
    case .cutPoint(let actor, let stranded):
      let isOne = stranded.count == 1 && !(map.actors[stranded[0]]?.isPlural ?? false)
      return "\(stranded.map(map.name).asList) \(isOne ? "is" : "are") connected to the programme only through"
        + " \(map.name(of: actor))"
    case .bridge(let one, let other, let boundary, let fewer):
      return "only the connection of \(map.name(of: one)) with \(map.name(of: other)), between"
        + " \(boundary.words(on: map)), joins a group of \(fewer) to the rest"
    case .singleSource(let source, let beneficiary):
      return "all support of \(map.name(of: beneficiary)) rests on \(map.name(of: source))"
    case .oneWay(let connection):
      return "\(map.clause(connection)), and nothing shows the same the other way"
    case .unclearEvidence(let connection, let presence):
      return "\(map.clause(connection)): \(presence.clause)"
    case .singleEvidence(let weak, let count):
      return "\(weak) of \(count) connections rest on one coded passage each"
    }
  }
}

extension Gap.Cause.Boundary {
  /// The two sides of the boundary.
  fileprivate func words(on map: NetworkMap) -> String {
    switch self {
    case .stages: "set-up and delivery"
    case .sectors(let one, let other): [one, other].compactMap { map.legend.sectors[$0]?.name }.asList
    }
  }
}
