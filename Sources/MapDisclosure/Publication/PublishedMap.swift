public import MapModel

/// A map as an audience may see it.
///
/// It is the only thing of which figures, tables, exports, reports, pages and JSON are made, and only disclosure control
/// makes it: so a number that is withheld in one output cannot stand in another.
public struct PublishedMap: Sendable, Hashable {
  /// The map, without what its audience may not see.
  public let map: NetworkMap
  /// For whom it is.
  public let audience: Audience
  /// What its actors and areas are also called, by which its user may ask for them.
  package let asked: AskedNames

  init(_ map: NetworkMap, for audience: Audience, asked: AskedNames) {
    (self.map, self.audience, self.asked) = (map, audience, asked)
  }

  /// The same map with the names that actors have in a scope's area.
  public func naming(in scope: Scope) -> PublishedMap {
    scope.area == nil ? self : PublishedMap(map.naming(in: scope), for: audience, asked: asked)
  }

  /// The same map with groups that stand for the actors that are part of them; see ``NetworkMap/collapsing(_:)``.
  ///
  /// What may be shown was decided on the parts: a number of a group of which any part is withheld is withheld.
  /// - Complexity: that of ``NetworkMap/collapsing(_:)``.
  public func collapsing(_ collapse: Collapse) -> PublishedMap {
    PublishedMap(map.collapsing(collapse), for: audience, asked: asked)
  }

  /// The same map with a part of its evidence: what may be seen of that was decided on all of it.
  /// - Parameter remark: what is put behind the titles of the map and its figures.
  /// - Precondition: one coder's statements are asked for by the team only.
  package func narrowed(to filter: EvidenceFilter, remark: String) -> PublishedMap {
    precondition(filter.coder == nil || isForTeam, "who coded what is for the team only")
    return PublishedMap(map.narrowed(to: filter, remark: remark), for: audience, asked: asked)
  }

  /// Whether it is for the evaluation team only.
  public var isForTeam: Bool { audience == .team }
}

extension NetworkMap {
  /// The map with a part of its evidence, as the titles say.
  func narrowed(to filter: EvidenceFilter, remark: String) -> NetworkMap {
    var map = narrowed(to: filter)
    map.title += remark
    for index in map.figures.indices { map.figures[index].title += remark }
    return map
  }
}

extension NetworkMap {
  /// The map as an audience may see it.
  ///
  /// For the public, counts from 1 to below the minimum are withheld, with others from which they could be worked out;
  /// the rest is rounded, if the settings say so. Interview ids are removed, and excerpts and their references unless the
  /// map says that they are already published.
  /// - Parameter companions: further maps that are published with it, such as that of another year: one decision is
  ///   taken for all, and the strictest settings hold for each.
  /// - Complexity: O(n) for n pieces of evidence, and for each group of numbers that sums connect, a search for what
  ///   else must be withheld whose effort is bounded.
  public func published(for audience: Audience, with companions: [NetworkMap] = []) -> PublishedMap {
    let maps = [self] + companions.filter { $0 != self }
    return PublishedMap(
      Disclosure.published(MapAlignment(maps), for: audience)[0], for: audience, asked: AskedNames(of: self))
  }
}
