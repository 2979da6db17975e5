import MapDisclosure
import MapModel
import NetworkMaps

/// Finds what a command-line argument names, or says what it could have been.
struct Names {
  private let map: NetworkMap
  private let asked: AskedNames

  init(of published: PublishedMap) { (map, asked) = (published.map, published.asked) }

  init(of published: PublishedMaps) { (map, asked) = (published.alignment.frame, published.asked) }

  func actors(_ texts: [String]) throws -> Set<MapActor.ID> { Set(try texts.map(actor)) }

  func actor(_ text: String) throws -> MapActor.ID {
    try asked.actor(text, on: map) ?? find(text, in: map.actorNames, "actor", map.actors.values.map(\.shortName))
  }

  func area(_ text: String) throws -> Area.ID {
    try asked.area(text, on: map) ?? find(text, in: map.areaNames, "area", map.areas.values.map(\.name))
  }

  func period(_ text: String) throws -> String {
    if let period = asked.period(text, on: map) { return period }
    let known = map.knownPeriods
    guard !known.isEmpty else {
      throw Failure(
        message: "netmap: there is no period \(text.quotedInMessage) on this map; its evidence names none.", code: 2)
    }
    return try find(text, in: map.periodNames, "period", known)
  }

  func relations(_ texts: [String]) throws -> Set<Relation.ID> {
    let index = map.relationNames
    return Set(try texts.map { try find($0, in: index, "relation", map.relations.keys.map(\.rawValue)) })
  }

  func roles(_ texts: [String]) throws -> Set<Role.ID> {
    let index = map.legend.roleNames
    return Set(try texts.map { try find($0, in: index, "role", map.legend.roles.keys.map(\.rawValue)) })
  }

  func sectors(_ texts: [String]) throws -> Set<Sector.ID> {
    let index = map.legend.sectorNames
    return Set(try texts.map { try find($0, in: index, "sector", map.legend.sectors.keys.map(\.rawValue)) })
  }

  private func find<ID>(_ text: String, in index: NameIndex<ID>, _ kind: String, _ known: [String]) throws -> ID {
    if let id = index[text] { return id }
    let hint =
      index.suggestion(for: text).map { " Did you mean \"\($0.visibleOnOneLine)\"?" }
      ?? " It has: \(known.map(\.visibleOnOneLine).joined(separator: ", "))."
    throw Failure(message: "netmap: there is no \(kind) \(text.quotedInMessage) on this map.\(hint)", code: 2)
  }
}
