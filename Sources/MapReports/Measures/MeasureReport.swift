public import MapAnalysis
public import MapDisclosure
public import MapModel

/// The measures of a map or of a part of it, and what it loses if some actors leave: as text, as a table, and as JSON for
/// scripts.
public struct MeasureReport: Sendable {
  /// The map of which it is.
  public let published: PublishedMap
  /// The area that was measured, or the whole map.
  public let scope: Scope
  /// The actors that were measured, in the order of ``measures``.
  public let actors: [MapActor]
  /// What was measured.
  public let measures: MapMeasures
  /// What is lost; `nil` if nobody leaves.
  public let departure: Departure?

  /// Measures the actors of a map, without those who leave.
  /// - Parameters:
  ///   - part: the part of the map that is measured.
  ///   - removed: the actors that leave.
  /// - Complexity: that of ``MapMeasures``.
  public init(
    of published: PublishedMap, part: MapGraph.Part = MapGraph.Part(), without removed: Set<MapActor.ID> = []
  ) {
    let published = published.naming(in: part.query.scope)
    let map = published.map
    // What is lost shows on all connections of the place: some alone do not tell who still reaches whom.
    var place = MapGraph.Part()
    place.query.scope = part.query.scope
    departure = removed.isEmpty ? nil : Departure(of: removed, from: MapGraph(map, part: place))
    let rest = MapGraph(map, part: part, without: removed)
    self.published = published
    scope = part.query.scope
    actors = rest.actors
    measures = MapMeasures(rest)
  }

  /// Whether any cases are shown.
  var showsCases: Bool { measures.actors.contains { $0.casesIn != nil || $0.casesOut != nil } }

  /// What is withheld, where counts are shown; or that the report is for the team.
  public var note: String { published.note(whereCountsAreShown: showsCases) }
}
