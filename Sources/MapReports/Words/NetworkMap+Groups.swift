import Documents
package import MapModel
import OrderedCollections

extension NetworkMap {
  /// Which groups stand for how many of their parts, as a sentence; `nil` where none does.
  package func groupSentence(among shown: [MapActor.ID]? = nil) -> String? {
    // What is a group itself stands for its parts.
    let inner = Set(grouped.parts.values.compactMap(\.group))
    let groups = Dictionary(grouping: grouped.groups.keys.filter { !inner.contains($0) }) { grouped.groups[$0] }
    let names = actors.values.compactMap { actor -> String? in
      guard let parts = groups[actor.id], shown?.contains(actor.id) ?? true else { return nil }
      return "\(actor.name) (\(parts.count))"
    }
    return names.isEmpty ? nil : say("Groups stand for the actors that are part of them: \(names.asList).")
  }

  /// Of which part evidence speaks, where a group stands for it: the names of the ends that are not on the map.
  func partName(of part: Connection.ID) -> String {
    let ends = [part.source, part.target].compactMap { grouped.parts[$0]?.name }
    return (ends.first == ends.last ? Array(ends.prefix(1)) : ends).joined(separator: " – ")
  }

  /// Expectations that speak of single parts of groups, and so are not looked at, as a sentence.
  package var leftOutExpectations: String? {
    let ids = grouped.expectations.map(\.id.rawValue)
    return leftOut(
      ids,
      counted(
        ids.count, "expectation of single parts of groups is not looked at",
        plural: "expectations of single parts of groups are not looked at"))
  }

  /// Claims that speak of single parts of groups, likewise.
  package var leftOutClaims: String? {
    let ids = grouped.claims.map(\.id.rawValue)
    return leftOut(
      ids,
      counted(
        ids.count, "claim of single parts of groups is not looked at",
        plural: "claims of single parts of groups are not looked at"))
  }

  private func leftOut(_ ids: [String], _ sentence: String) -> String? {
    ids.isEmpty ? nil : "\(sentence): \(ids.asList)."
  }
}
