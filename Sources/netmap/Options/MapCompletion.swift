import ArgumentParser
import MapModel
import NetworkMaps
import OrderedCollections

/// Words that a shell offers for an option, from the map that stands in front of it on the command line.
///
/// They are ids, which need no quotation marks, and names of periods, which have no ids.
enum MapCompletion {
  static let actors = names { $0.actors.keys.map(\.rawValue) }
  static let groups = names { $0.groupsOfOthers.map(\.rawValue).sorted() }
  static let areas = names { $0.areas.keys.map(\.rawValue) }
  static let periods = names { $0.periods.map(\.name) }
  static let relations = names { $0.relations.keys.map(\.rawValue) }
  static let families = names { $0.legend.families.keys.map(\.rawValue) }
  static let roles = names { $0.legend.roles.keys.map(\.rawValue) }
  static let sectors = names { $0.legend.sectors.keys.map(\.rawValue) }
  static let stages = names { $0.legend.stages.keys.map(\.rawValue) }
  static let informants = names { $0.informants.keys.map(\.rawValue) }

  private static func names(_ list: @escaping @Sendable (NetworkMap) -> [String]) -> CompletionKind {
    .custom { words, _, _ in map(among: words).map(list) ?? [] }
  }

  /// The first word that is a map, as the public may see it.
  private static func map(among words: [String]) -> NetworkMap? {
    for word in words where !word.hasPrefix("-") {
      let file = word.lowercased().hasSuffix(".xlsx") ? word : word + "/map.yaml"
      guard case .file = FilePlace.kind(of: file) else { continue }
      return MapFolder.read(at: word).published(for: .public).map?.map
    }
    return nil
  }
}
