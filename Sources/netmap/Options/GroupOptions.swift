import ArgumentParser
import NetworkMaps

/// An option that lets groups stand for the actors that are part of them.
struct GroupOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Let this group stand for the actors that are part of it, with their evidence taken together; without a name, each"
        + " outermost group. May be repeated. Give the map before it.", valueName: "group"),
    completion: MapCompletion.groups)
  var collapse: [String] = []

  /// The map with the groups that were asked for.
  func collapsed(_ map: PublishedMap) throws -> PublishedMap {
    guard let groups = try groups(Names(of: map), map.map) else { return map }
    return map.collapsing(groups)
  }

  /// Maps with the groups that were asked for, each as it knows them.
  func collapsed(_ maps: PublishedMaps) throws -> PublishedMaps {
    guard let groups = try groups(Names(of: maps), maps.alignment.frame) else { return maps }
    return maps.collapsing(groups)
  }

  private func groups(_ names: Names, _ map: NetworkMap) throws -> Collapse? {
    if collapse.isEmpty { return nil }
    let known = map.groupsOfOthers
    if known.isEmpty {
      throw Failure(
        message: "netmap: no actor of this map is part of another; say so with `group` of the"
          + " actor, \(map.origin.place(of: "actors", sheet: "Actors")).",
        code: 2)
    }
    let named = collapse.filter { $0 != OptionalValues.all }
    let chosen = try names.actors(named)
    for (text, group) in zip(named, try named.map(names.actor)) where !known.contains(group) {
      throw Failure(message: "netmap: no actor is part of \(text.quotedInMessage), so that it is no group.", code: 2)
    }
    return named.count < collapse.count ? .all : .groups(chosen)
  }
}
