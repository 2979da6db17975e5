import MapDisclosure
import MapModel
import NetworkMaps
import OrderedCollections

/// Finds what a command-line argument names, or says what it could have been.
struct Names {
  private let map: NetworkMap
  private let asked: AskedNames

  init(of published: PublishedMap) { (map, asked) = (published.map, published.asked) }

  init(of published: PublishedMaps) { (map, asked) = (published.alignment.frame, published.asked) }

  func actors(_ texts: [String]) throws -> Set<MapActor.ID> { Set(try texts.map(actor)) }

  func actor(_ text: String) throws -> MapActor.ID {
    if let (part, group) = partOfGroup(text) {
      throw Failure(
        message: "netmap: \(part.visibleOnOneLine) is part of \(group.visibleOnOneLine), which stands for it; leave out"
          + " --collapse, or ask for the group.", code: 2)
    }
    return try asked.actor(text, on: map) ?? find(text, in: map.actorNames, "actor", map.actors.values.map(\.shortName))
  }

  /// The names of the actor that a text means, and of the group that stands for it.
  private func partOfGroup(_ text: String) -> (part: String, group: String)? {
    if map.grouped.parts.isEmpty || map.actorNames[text] != nil { return nil }
    var index = NameIndex<MapActor.ID>()
    for part in map.grouped.parts.values {
      for name in [part.id.rawValue, part.name, part.shortName] + part.aliases { index.add(name, for: part.id) }
    }
    guard let id = index[text], let part = map.grouped.parts[id],
      let group = map.grouped.groups[id].flatMap({ map.actors[$0] })
    else { return nil }
    return (part.name, group.name)
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

  func informants(_ texts: [String]) throws -> Set<InformantGroup.ID> {
    Set(
      try texts.map { text in
        try asked.informant(text, on: map)
          ?? find(text, in: map.informantNames, "group of informants", map.informants.values.map(\.name))
      })
  }

  func coder(_ text: String) throws -> String {
    var index = NameIndex<String>()
    for name in map.coderNames { index.add(name, for: name) }
    if let name = index[text] { return name }
    let known = map.coderNames.map(\.visibleOnOneLine)
    throw Failure(
      message: "netmap: there is no coder \(text.quotedInMessage) on this map. "
        + (known.isEmpty ? "Its evidence names none." : "It has: \(known.joined(separator: ", "))."), code: 2)
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

  func families(_ texts: [String]) throws -> Set<Family.ID> {
    let index = map.legend.familyNames
    return Set(try texts.map { try find($0, in: index, "family", map.legend.families.keys.map(\.rawValue)) })
  }

  func stages(_ texts: [String]) throws -> Set<Stage.ID> {
    let index = map.legend.stageNames
    return Set(try texts.map { try find($0, in: index, "stage", map.legend.stages.keys.map(\.rawValue)) })
  }

  func attributes(_ texts: [String]) throws -> [AttributeCondition] {
    let known = OrderedSet(map.actors.values.flatMap(\.attributes.keys))
    return try texts.compactMap { AttributeCondition($0) }.map { condition in
      if known.contains(condition.name) { return condition }
      let hint =
        known.isEmpty
        ? " No actor of it has any." : " It has: \(known.map(\.visibleOnOneLine).joined(separator: ", "))."
      throw Failure(
        message: "netmap: there is no attribute \(condition.name.quotedInMessage) on this map.\(hint)", code: 2)
    }
  }

  private func find<ID>(_ text: String, in index: NameIndex<ID>, _ kind: String, _ known: [String]) throws -> ID {
    if let id = index[text] { return id }
    let hint =
      index.suggestion(for: text).map { " Did you mean \"\($0.visibleOnOneLine)\"?" }
      ?? " It has: \(known.map(\.visibleOnOneLine).joined(separator: ", "))."
    throw Failure(message: "netmap: there is no \(kind) \(text.quotedInMessage) on this map.\(hint)", code: 2)
  }
}
