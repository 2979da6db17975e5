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

  /// What is missing or weak, as a clause without a full stop; it says of what evidence, where not all counts.
  package func because(on map: NetworkMap) -> String { map.narrowingOpening + finding(on: map) }

  private func finding(on map: NetworkMap) -> String {
    switch cause {
    case .expectation(let reasons):
      return (period.map { say("in \($0),") + " " } ?? "") + reasons.clause(on: map, in: examined)
    case .isolated(let actor, let isDenied):
      return say("nothing connects \(map.name(of: actor)) with the rest of the map")
        + (isDenied ? say(": connections were looked for and reported absent") : "")
    case .parts(let parts, let throughBeneficiaries):
      let (aside, groups) = (Self.aside(throughBeneficiaries), map.groups(parts))
      return say("\(aside)the programme is in \(parts.count) parts of the same size, which nothing connects: \(groups)")
    case .island(let members, let throughBeneficiaries):
      let aside = Self.aside(throughBeneficiaries)
      return say("\(aside)nothing connects \(members.map(map.name).asList) with the rest of the programme")
    case .divide(let actor, let groups, let throughBeneficiaries):
      let aside = Self.aside(throughBeneficiaries)
      let members = groups.allSatisfy { $0.count == 1 } ? groups.joined().map(map.name).asList : nil
      let who = members ?? say("these groups")
      return say("\(aside)\(who) are connected with each other only through \(map.name(of: actor))")
        + (members == nil ? ": \(map.groups(groups))" : "")
    case .cutPoint(let actor, let stranded, let throughBeneficiaries):
      let aside = Self.aside(throughBeneficiaries)
      let isOne = stranded.count == 1 && !(map.actors[stranded[0]]?.isPlural ?? false)
      let (who, through) = (stranded.map(map.name).asList, map.name(of: actor))
      return isOne
        ? say("\(aside)\(who) is connected to the programme only through \(through)")
        : say("\(aside)\(who) are connected to the programme only through \(through)")
    case .bridge(let one, let other, let boundary, let fewer):
      let (ends, sides) = ((map.name(of: one), map.name(of: other)), boundary.words(on: map))
      return say(
        "only the connection of \(ends.0) with \(ends.1), between \(sides), joins a group of \(fewer) to the rest")
    case .singleSource(let source, let beneficiary):
      return say("all support of \(map.name(of: beneficiary)) rests on \(map.name(of: source))")
    case .oneWay(let connection):
      return say("\(map.clause(connection)), and nothing shows the same the other way")
    case .unclearEvidence(let connection, let presence):
      let known = map.connections[connection].flatMap { map.variation(of: $0, in: scope) }
      return "\(map.clause(connection)): \(known ?? presence.clause)"
    case .singleEvidence(let weak, let count):
      return say("\(weak) of \(count) connections rest on one coded passage each")
    }
  }
}

extension Gap {
  /// Of what connects parts that fall apart what does not count, since it makes no one programme of them.
  private static func aside(_ throughBeneficiaries: Bool) -> String {
    throughBeneficiaries ? say("the people supported left aside,") + " " : ""
  }
}

extension NetworkMap {
  /// Groups of actors, apart from each other: `Panel and Police; Clinic`.
  func groups(_ groups: [[MapActor.ID]]) -> String {
    groups.map { $0.map(name(of:)).asList }.joined(separator: "; ")
  }
}

extension Gap.Cause.Boundary {
  /// The two sides of the boundary.
  fileprivate func words(on map: NetworkMap) -> String {
    switch self {
    case .stages(let one, let other):
      map.legend.stages.values.filter { [one, other].contains($0.id) }.map(\.name.insideSentence).asList
    case .sectors(let one, let other): [one, other].compactMap { map.legend.sectors[$0]?.name }.asList
    }
  }
}
