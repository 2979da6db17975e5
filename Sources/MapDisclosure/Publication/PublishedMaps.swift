import OrderedCollections
public import MapModel

/// Several maps as an audience may see them side by side.
///
/// What each of them may show is decided for all at once, since two numbers can tell together what neither tells alone.
public struct PublishedMaps: Sendable {
  /// The maps without what their audience may not see, aligned.
  public private(set) var alignment: MapAlignment
  /// For whom they are.
  public let audience: Audience
  /// Whether they withhold more beside each other than each does with the maps that it says it is published with.
  public let withholdsMore: Bool
  /// What the actors and areas of the frame are also called.
  package let asked: AskedNames

  /// Prepares maps for being compared, the first of which gives the frame its words.
  ///
  /// Where two maps count the same measure of the same connection in the same place and period, a small difference is
  /// withheld like a small count, since it can be the few who came in between. The strictest settings hold for all.
  /// - Parameter companions: further maps that are published with them, and are not compared here.
  /// - Precondition: there is a map.
  /// - Complexity: as for one map with the evidence of all.
  public init(_ maps: [NetworkMap], for audience: Audience, publishedWith companions: [NetworkMap] = []) {
    let alignment = MapAlignment(maps)
    let others = companions.reduce(into: [NetworkMap]()) { others, map in
      if !maps.contains(map), !others.contains(map) { others.append(map) }
    }
    let all = others.isEmpty ? alignment : MapAlignment(maps + others)
    self.alignment = alignment.showing(Array(Disclosure.published(all, for: audience).prefix(maps.count)))
    self.audience = audience
    withholdsMore =
      audience == .public && maps.count > 1
      && zip(maps, self.alignment.maps).contains { map, beside in
        guard map.disclosure.publishedWith.isEmpty else { return false }
        let alone = Disclosure.published(MapAlignment([map]), for: audience)[0]
        return alone.connections.values.contains { connection in
          (beside.connections[connection.id]?.counts.map(\.value) ?? []) != connection.counts.map(\.value)
        }
      }
    asked = AskedNames(of: alignment.frame)
  }

  /// A map that was already prepared, to be compared with itself: area with area.
  public init(_ map: PublishedMap) {
    alignment = MapAlignment([map.map])
    withholdsMore = false
    audience = map.audience
    asked = map.asked
  }

  /// The same maps with groups that stand for the actors that are part of them; see ``NetworkMap/collapsing(_:)``.
  /// - Parameter collapse: which groups, in the words of the frame.
  public func collapsing(_ collapse: Collapse) -> PublishedMaps {
    var copy = self
    copy.alignment = alignment.showing(
      alignment.maps.enumerated().map { place, map in
        guard case .groups(let chosen) = collapse else { return map.collapsing(.all) }
        return map.collapsing(.groups(Set(chosen.compactMap { alignment.actor($0, on: place) })))
      })
    return copy
  }

  /// Each of the maps, as it may be seen beside the others.
  public var maps: [PublishedMap] { alignment.maps.map { PublishedMap($0, for: audience, asked: asked) } }

  /// The same maps with a part of their evidence each: what may be seen of that was decided on all of it.
  /// - Parameter filters: a filter for each map, with what is put behind the titles of the map and its figures.
  /// - Precondition: one coder's statements are asked for by the team only.
  package func narrowed(to filters: [(filter: EvidenceFilter, remark: String)]) -> PublishedMaps {
    precondition(isForTeam || filters.allSatisfy { $0.filter.coder == nil }, "who coded what is for the team only")
    var narrowed = self
    narrowed.alignment = alignment.showing(
      zip(alignment.maps, filters).map { $0.narrowed(to: $1.filter, remark: $1.remark) })
    return narrowed
  }

  /// Whether they are for the evaluation team only.
  public var isForTeam: Bool { audience == .team }
}
