package import MapDisclosure
package import MapModel
import OrderedCollections

/// The connections of one family from the actors of one block to those of another, counted.
package struct BlockLink: Sendable, Hashable {
  /// The place of the block from which they start; if they are mutual, of the one that comes first.
  package let source: Int
  package let target: Int
  package let family: Family.ID
  /// Whether they run both ways at once.
  package let isMutual: Bool
  /// How many there are.
  package var connections = 0
  /// How many of them only doubtful evidence speaks for.
  package var unclear = 0
  /// The cases that are counted of them, where they can be told; see ``BlockLinks``.
  package var cases: CaseTotal?

  /// Whether it stays within a block.
  package var isWithin: Bool { source == target }
}

/// What a figure's connections make between the blocks of its actors.
package struct BlockLinks: Sendable {
  /// The links, by their blocks and families in the order of the map.
  package private(set) var links: [BlockLink] = []
  /// Whether some of the connections count cases that are not told.
  package private(set) var leavesCasesOut = false

  private struct Key: Hashable {
    var source: Int
    var target: Int
    var family: Family.ID
    var isMutual: Bool
  }

  /// Counts what a figure shows between blocks.
  ///
  /// Connections are those that its audience sees. Cases are told only where a block stands for one actor, or for one
  /// group with all its parts, and one relation of it is counted: then the number is the one that every other output
  /// tells of that actor or group. Sectors have no such number, since one person can be counted by many of their actors.
  /// - Complexity: O(n · d), where n is the number of connections with their evidence, and d how deep groups lie in each
  ///   other.
  package init(
    _ content: FigureContent, between blocks: ActorBlocks, of published: PublishedMap, in scope: Scope,
    countingCases: Bool
  ) {
    let map = published.map
    var found: [Key: BlockLink] = [:]
    var countsCases = false
    for line in content.lines {
      for answer in line.answers {
        guard var source = blocks.places[answer.connection.source], var target = blocks.places[answer.connection.target]
        else { continue }
        if line.isMutual, source > target { swap(&source, &target) }
        let key = Key(source: source, target: target, family: line.family, isMutual: line.isMutual)
        let empty = BlockLink(source: source, target: target, family: line.family, isMutual: line.isMutual)
        found[key, default: empty].connections += 1
        if !answer.presence.isCertain { found[key]?.unclear += 1 }
        if !countsCases { countsCases = answer.connection.counts.contains(where: \.isOfCases) }
      }
    }
    func order(_ link: BlockLink) -> (Int, Int, Int, Int) {
      (link.source, link.target, map.legend.families.index(forKey: link.family) ?? .max, link.isMutual ? 1 : 0)
    }
    links = found.values.sorted { order($0) < order($1) }
    if countsCases {
      if countingCases { addCases(between: blocks, of: published, in: scope) }
      leavesCasesOut = links.contains { $0.cases?.range == nil }
    }
  }

  private mutating func addCases(between blocks: ActorBlocks, of published: PublishedMap, in scope: Scope) {
    let actors = blocks.blocks.indices.map(blocks.actor)
    var groups: Set<MapActor.ID> = []
    for case .group(let group) in blocks.blocks.map(\.kind) where actors.contains(group) { groups.insert(group) }
    let map = groups.isEmpty ? published.map : published.collapsing(.groups(groups)).map
    for index in links.indices {
      let link = links[index]
      guard let source = actors[link.source], let target = actors[link.target] else { continue }
      let relations = map.relations.values.filter { $0.family == link.family && $0.isDirected != link.isMutual }
      let totals = relations.compactMap { relation -> CaseTotal? in
        let id = map.stored(Connection.ID(from: source, to: target, relation.id))
        return map.connections[id].flatMap { map.cases(of: $0, in: scope) }
      }
      // Of two relations the same people can be counted.
      if totals.count == 1 { links[index].cases = totals[0] }
    }
  }

  /// The links between different blocks, those of most connections first.
  package var largestBetween: [BlockLink] {
    links.enumerated().filter { !$0.element.isWithin }
      .sorted { ($1.element.connections, $0.offset) < ($0.element.connections, $1.offset) }.map(\.element)
  }
}
