public import MapModel

/// Several maps as an audience may see them side by side.
///
/// What each of them may show is decided for all at once, since two numbers can tell together what neither tells alone.
public struct PublishedMaps: Sendable {
  /// The maps without what their audience may not see, aligned.
  public let alignment: MapAlignment
  /// For whom they are.
  public let audience: Audience
  /// What the actors and areas of the frame are also called.
  package let asked: AskedNames

  /// Prepares maps for being compared, the first of which gives the frame its words.
  ///
  /// Where two maps count the same measure of the same connection in the same place and period, a small difference is
  /// withheld like a small count, since it can be the few who came in between. The strictest settings hold for all.
  /// - Precondition: there is a map.
  /// - Complexity: as for one map with the evidence of all.
  public init(_ maps: [NetworkMap], for audience: Audience) {
    let alignment = MapAlignment(maps)
    self.alignment = alignment.showing(Disclosure.published(alignment, for: audience))
    self.audience = audience
    asked = AskedNames(of: alignment.frame)
  }

  /// A map that was already prepared, to be compared with itself: area with area.
  public init(_ map: PublishedMap) {
    alignment = MapAlignment([map.map])
    audience = map.audience
    asked = map.asked
  }

  /// Each of the maps, as it may be seen beside the others.
  public var maps: [PublishedMap] { alignment.maps.map { PublishedMap($0, for: audience, asked: asked) } }

  /// Whether they are for the evaluation team only.
  public var isForTeam: Bool { audience == .team }
}
