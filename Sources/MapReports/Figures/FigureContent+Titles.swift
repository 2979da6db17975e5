import MapAnalysis
package import MapModel
import OrderedCollections

extension FigureContent {
  /// What readers of the SVG are told of actors and lines, by id.
  /// - Parameter prefix: what ids begin with, where a drawing holds several networks.
  package func elementTitles(on map: NetworkMap, prefix: String = "") -> [String: String] {
    var titles: [String: String] = [:]
    for actor in actors {
      let roles = ([actor.role] + actor.otherRoles).compactMap { map.legend.roles[$0]?.name }
      let sector = map.legend.sectors[actor.sector]?.name ?? ""
      titles["\(prefix)actor-\(actor.id)"] = "\(actor.name): \(roles.joined(separator: "; ")); \(sector)"
    }
    for line in lines {
      titles[prefix + line.id] = line.answers.map { answer in
        let doubt = answer.presence.isCertain ? "" : " (\(answer.presence.name))"
        return map.clause(answer.connection.id) + doubt
      }.joined(separator: "; ")
    }
    for missing in missing {
      titles[prefix + missing.id] =
        "Missing: \(map.name(of: missing.pair.source)) to \(map.name(of: missing.pair.target))"
    }
    return titles
  }
}
