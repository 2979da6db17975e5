package import MapModel
import OrderedCollections

/// What a map's actors, areas, periods and informants are also called, to understand by it what its user asks for; no output holds it.
package struct AskedNames: Sendable, Hashable {
  private let actors: [MapActor.ID: [String]]
  private let areas: [Area.ID: [String]]
  private let periods: [String: [String]]
  private let informants: [InformantGroup.ID: [String]]

  /// The aliases of a map.
  package init(of map: NetworkMap) {
    actors = map.actors.values.reduce(into: [:]) { if !$1.aliases.isEmpty { $0[$1.id] = $1.aliases } }
    areas = map.areas.values.reduce(into: [:]) { if !$1.aliases.isEmpty { $0[$1.id] = $1.aliases } }
    periods = map.periods.reduce(into: [:]) { if !$1.aliases.isEmpty { $0[$1.name] = $1.aliases } }
    informants = map.informants.values.reduce(into: [:]) { if !$1.aliases.isEmpty { $0[$1.id] = $1.aliases } }
  }

  /// The actor of a map that a text names; names win over aliases.
  package func actor(_ text: String, on map: NetworkMap) -> MapActor.ID? {
    map.actorNames[text] ?? Self.find(text, in: actors) { map.actors[$0] != nil }
  }

  /// The area of a map that a text names.
  package func area(_ text: String, on map: NetworkMap) -> Area.ID? {
    map.areaNames[text] ?? Self.find(text, in: areas) { map.areas[$0] != nil }
  }

  /// The period of a map that a text names.
  package func period(_ text: String, on map: NetworkMap) -> String? {
    map.periodNames[text] ?? Self.find(text, in: periods) { name in map.periods.contains { $0.name == name } }
  }

  /// The group of informants of a map that a text names.
  package func informant(_ text: String, on map: NetworkMap) -> InformantGroup.ID? {
    map.informantNames[text] ?? Self.find(text, in: informants) { map.informants[$0] != nil }
  }

  private static func find<ID: Comparable>(_ text: String, in aliases: [ID: [String]], _ isThere: (ID) -> Bool) -> ID? {
    let folded = NameFolding.folded(text)
    return aliases.keys.sorted().first { id in
      isThere(id) && aliases[id, default: []].contains { NameFolding.folded($0) == folded }
    }
  }
}
