import MapDisclosure
import MapModel
import MapReports
import OrderedCollections

/// What is written of a map for tools that know nodes, edges and columns: the actors that are on it and the connections that
/// are, each with what is said of it under the same names in every format.
///
/// Absences, and actors that are only looked for, are not in it.
struct ExportedGraph: Sendable {
  struct Node: Sendable {
    let actor: MapActor
    /// What is said of it, by the columns of nodes; `nil` where nothing is.
    let values: [ExportedValue?]
    /// Where it stands, if that was given.
    let place: ExportOptions.Place?

    var id: String { actor.id.rawValue }
    var label: String { actor.name }
  }

  struct Edge: Sendable {
    /// A name of its own among the edges.
    var id: String
    /// The places of the nodes between which it runs.
    var source: Int
    var target: Int
    /// Whether it runs both ways at once.
    var isMutual: Bool
    /// The relation, or the relations if several connections are one edge.
    var relation: String
    /// What sentences say, as in "refers to".
    var label: String
    var family: String
    /// How many connections it stands for.
    var weight: Int
    /// What is said of it, by the columns of edges; `nil` where nothing is.
    var values: [ExportedValue?]
    /// Whether it is the way back of an edge that runs both ways.
    var isBack = false
  }

  let published: PublishedMap
  let options: ExportOptions
  let nodeColumns: [ExportedColumn]
  let nodes: [Node]
  let edgeColumns: [ExportedColumn]
  /// Each connection once.
  let edges: [Edge]

  /// Makes the graph of what a query asks for.
  init(of published: PublishedMap, _ options: ExportOptions) {
    let listing = ConnectionListing(of: published, matching: options.query)
    let map = listing.published.map
    (self.published, self.options) = (listing.published, options)
    let isNode = map.actorsOnMap(in: options.query.scope)
      .union(listing.connections.flatMap { [$0.source, $0.target] })
    let actors = map.actors.values.filter { isNode.contains($0.id) }
    let nodeTable = ExportedActors(actors, on: map, in: options.query.scope)
    nodeColumns = nodeTable.columns
    nodes = actors.map { Node(actor: $0, values: nodeTable.values(of: $0), place: options.places[$0.id]) }
    var places: [MapActor.ID: Int] = [:]
    for (place, actor) in actors.enumerated() { places[actor.id] = place }
    let edgeTable = ExportedConnections(on: map, in: options.query.scope)
    edgeColumns = edgeTable.columns
    let edges = listing.connections.enumerated().compactMap { number, entry -> Edge? in
      guard let source = places[entry.source], let target = places[entry.target] else { return nil }
      return Edge(
        id: "e\(number + 1)", source: source, target: target, isMutual: entry.isMutual, relation: entry.relationName,
        label: entry.relation.flatMap { map.relations[$0]?.label } ?? entry.relationName,
        family: entry.family?.rawValue ?? "", weight: 1, values: edgeTable.values(of: entry))
    }
    self.edges = options.mergesParallels ? edgeTable.merged(edges) : edges
  }

  /// The edges, of which each that runs both ways is two, one each way, for formats that know only edges that run one way.
  var arcs: [Edge] {
    edges.flatMap { edge -> [Edge] in
      guard edge.isMutual, edge.source != edge.target else { return [edge] }
      var back = edge
      (back.source, back.target, back.isBack) = (edge.target, edge.source, true)
      back.id = "\(edge.id)-back"
      return [edge, back]
    }
  }

  private var map: NetworkMap { published.map }

  /// The title of the map, with the area and the period that were asked for.
  var title: String { map.title + map.inWords(options.query.scope) }

  /// What is to be said of the whole graph: of what it is, for whom, and what it does not show.
  var facts: OrderedDictionary<String, ExportedValue> {
    let scope = options.query.scope
    let notes = published.notes
    var facts: OrderedDictionary<String, ExportedValue> = [
      "title": .text(map.title), "area": .text(scope.area?.rawValue ?? ""), "period": .text(scope.period ?? ""),
      "areas": .text(map.areas.keys.map(\.rawValue).joined(separator: ";")), "audience": .text(notes.audience),
      "disclosure": .text(notes.note), "minimum": .whole(notes.minimum), "rounding": .whole(notes.rounding),
      "symbol": .text(notes.symbol),
    ]
    if let narrowing = notes.narrowing { facts["narrowing"] = .text(narrowing) }
    return facts
  }

  /// The same in sentences, for formats with a description; empty if there is nothing to be said.
  var remarks: String {
    [published.narrowing, published.note].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
