import Documents
package import MapModel
import OrderedCollections

/// Actors that stand together in an overview: those of a group, or of a sector, in a stage.
package struct ActorBlock: Sendable, Hashable {
  /// What a block's actors have in common.
  package enum Kind: Sendable, Hashable {
    /// They are part of a group, or are the group.
    case group(MapActor.ID)
    /// They belong to a sector, and to no group that stands beside it.
    case sector(Sector.ID)
    /// They belong to the smallest groups and sectors, which have no block of their own.
    case others
  }

  /// An id that is unique in the figure and stable between figures.
  package let id: String
  package let kind: Kind
  /// The part of the canvas, from left to right: the place of the stage, or one more for those who end the flow.
  package let zone: Int
  /// The name, without the stage.
  package var name: String
  /// The sector, where all actors are meant to be of one.
  package let sector: Sector?
  /// The number of actors.
  package var actorCount = 0
  /// The actor, if it is alone.
  package fileprivate(set) var only: MapActor.ID?
}

/// The blocks of a figure's actors: of groups, if the map has any, and else of sectors, in each stage.
package struct ActorBlocks: Sendable {
  /// The blocks, by stages, and in each in the order of the map.
  package private(set) var blocks: [ActorBlock] = []
  /// The place of each actor's block.
  package private(set) var places: [MapActor.ID: Int] = [:]
  /// Whether actors stand together by groups.
  package let isOfGroups: Bool

  /// Groups of which not all actors stand in one block.
  private let dividedGroups: Set<MapActor.ID>

  private struct Key: Hashable {
    var zone: Int
    var kind: ActorBlock.Kind
  }

  /// Puts actors into blocks.
  /// - Parameter most: the greatest number of blocks, apart from one more in each stage for the smallest.
  /// - Complexity: O(n · d + b log b), where n is the number of actors, d how deep groups lie in each other, and b the
  ///   number of blocks.
  package init(of actors: [MapActor], on map: NetworkMap, most: Int) {
    let known = map.groupsOfOthers
    var groups: [MapActor.ID: MapActor.ID] = [:]
    for actor in actors {
      if let group = map.groups(of: actor.id).last ?? (known.contains(actor.id) ? actor.id : nil) {
        groups[actor.id] = group
      }
    }
    // So many groups are no overview.
    let isOfGroups = !groups.isEmpty && Set(groups.values).count <= most
    self.isOfGroups = isOfGroups
    func key(of actor: MapActor) -> Key {
      let stage = map.legend.stages.index(forKey: actor.stage) ?? 0
      let last = map.legend.stages.count - 1
      let zone = actor.isBeneficiary && stage == last ? last + 1 : stage
      if isOfGroups, let group = groups[actor.id] { return Key(zone: zone, kind: .group(group)) }
      return Key(zone: zone, kind: .sector(actor.sector))
    }
    var members: OrderedDictionary<Key, [MapActor.ID]> = [:]
    for actor in actors { members[key(of: actor), default: []].append(actor.id) }
    let zones = Dictionary(grouping: members.keys, by: \.kind).mapValues(\.count)
    dividedGroups = Set(
      zones.compactMap { kind, count in
        if case .group(let group) = kind, count > 1 { group } else { nil }
      })
    // The smallest are put together, in each stage by themselves.
    let ranked = members.keys.enumerated().sorted {
      let sizes = (members[$0.element]?.count ?? 0, members[$1.element]?.count ?? 0)
      return (sizes.1, $0.offset) < (sizes.0, $1.offset)
    }
    let smallest = Dictionary(grouping: ranked.dropFirst(most).map(\.element), by: \.zone)
    let small = Set(smallest.values.filter { $0.count > 1 }.joined())
    var merged: OrderedDictionary<Key, (actors: [MapActor.ID], blocks: Int)> = [:]
    for (key, actors) in members {
      let own = small.contains(key) ? Key(zone: key.zone, kind: .others) : key
      merged[own, default: ([], 0)].actors += actors
      merged[own]?.blocks += 1
    }
    func order(_ key: Key) -> (Int, Int, Int) {
      switch key.kind {
      case .group(let group): (key.zone, 0, map.position(group))
      case .sector(let sector): (key.zone, 1, map.legend.sectors.index(forKey: sector) ?? .max)
      case .others: (key.zone, 2, 0)
      }
    }
    for key in merged.keys.sorted(by: { order($0) < order($1) }) {
      guard let (actors, count) = merged[key] else { continue }
      for actor in actors { places[actor] = blocks.count }
      blocks.append(Self.block(key, actors, count, on: map, isOfGroups: isOfGroups))
    }
  }

  private static func block(
    _ key: Key, _ actors: [MapActor.ID], _ count: Int, on map: NetworkMap, isOfGroups: Bool
  ) -> ActorBlock {
    let (id, name, sector): (String, String, Sector?) =
      switch key.kind {
      case .group(let group):
        ("group-\(group)", map.shortName(of: group), map.actor(group).flatMap { map.legend.sectors[$0.sector] })
      case .sector(let sector): ("sector-\(sector)", map.legend.sectors[sector]?.name ?? "", map.legend.sectors[sector])
      case .others:
        (
          "others",
          counted(
            count, isOfGroups ? "other group or sector" : "other sector",
            plural: isOfGroups ? "other groups and sectors" : nil), nil
        )
      }
    return ActorBlock(
      id: "block-\(key.zone)-\(id)", kind: key.kind, zone: key.zone, name: name, sector: sector,
      actorCount: actors.count, only: actors.count == 1 ? actors[0] : nil)
  }

  /// The actor that a block shows as one: the group of all the actors in it, if all that the group has of those that are
  /// shown stand there, or else the one that is alone in it.
  package func actor(of block: Int) -> MapActor.ID? {
    if case .group(let group) = blocks[block].kind, !dividedGroups.contains(group) { return group }
    return blocks[block].only
  }
}
