import MapModel
import OrderedCollections

/// All of a connection that a reader can filter by: its relation, what is known of it on the whole map and in each area,
/// and which figures show it.
///
/// Two directions that are equal in it appear and vanish together, so that one line may stand for both on a page.
struct FilteredState: Hashable {
  private let relation: Relation.ID
  private let presences: [Presence]
  private let figures: [Bool]

  /// The selections of a map's figures.
  struct Filters {
    fileprivate let filters: [(filter: SelectionFilter, extent: ScopeExtent)]

    init(of map: NetworkMap) {
      filters = map.figures.compactMap { figure in
        guard case .map(let selection) = figure.content else { return nil }
        return (SelectionFilter(selection, on: map, in: figure.scope), map.extent(of: figure.scope))
      }
    }
  }

  init(_ connection: Connection, on map: NetworkMap, _ figures: Filters) {
    relation = connection.relation
    presences = [map.presence(of: connection)] + map.areas.keys.map { map.presence(of: connection, in: .area($0)) }
    self.figures = figures.filters.map { filter, extent in
      filter.shows(connection)
        && (extent.scope.isWholeMap || map.presence(of: connection, in: extent).isOnMap)
    }
  }
}
