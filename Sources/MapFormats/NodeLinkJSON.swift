import Documents
public import MapDisclosure
public import MapModel
import MapReports
import OrderedCollections

/// A map as node-link JSON, which NetworkX 3.6 reads with `networkx.node_link_graph`.
///
/// Nodes are the actors that are on the map, edges the connections that are; absences, and actors that are only looked
/// for, are not exported. A mutual connection is two edges, one each way.
public struct NodeLinkJSON: Encodable, Sendable {
  struct Node: Encodable, Sendable {
    var id: String
    var name: String
    var role: String
    var otherRoles: [String]
    var sector: String
    var stage: String
    var beneficiary: Bool
    var activity: Bool
    /// The actor that it is part of; left out where it is part of none.
    var group: String?
    /// What the map's own words say of it, each as a number or a text under its name behind `attribute:`.
    var attributes: OrderedDictionary<String, ActorAttribute>

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(id, forKey: "id")
      try container.encode(name, forKey: "name")
      try container.encode(role, forKey: "role")
      try container.encode(otherRoles, forKey: "otherRoles")
      try container.encode(sector, forKey: "sector")
      try container.encode(stage, forKey: "stage")
      try container.encode(beneficiary, forKey: "beneficiary")
      try container.encode(activity, forKey: "activity")
      try container.encodeIfPresent(group, forKey: "group")
      for (name, attribute) in attributes {
        let key = Key(stringValue: "attribute:\(name)")
        switch attribute {
        case .number(let number): try container.encode(number, forKey: key)
        case .text(let text): try container.encode(text, forKey: key)
        }
      }
    }

    private struct Key: CodingKey, ExpressibleByStringLiteral {
      let stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init(stringLiteral text: String) { stringValue = text }
      init?(intValue: Int) { nil }
    }
  }

  struct Edge: Encodable, Sendable {
    var source: String
    var target: String
    var key: String
    var relation: String
    var family: String
    var status: String
    var areas: [String]
    /// The periods in which it is on the map; left out where the map lists none, or one was asked for.
    var periods: [String]?
    /// The number of statements, for and against.
    var statements: Int
    /// How many of them say that there is no such connection.
    var statementsAgainst: Int
    var cases: Int?
    /// Whether this is one of the two directions of a mutual connection; absent where it is not.
    var mutual: Bool?
    /// Whether cases are counted and withheld; absent where they are not.
    var suppressed: Bool?
  }

  struct Graph: Encodable, Sendable {
    var title: String
    var area: String?
    var period: String?
    var areas: [String]
    var disclosure: DisclosureNotes
  }

  let directed = true
  let multigraph = true
  let graph: Graph
  let nodes: [Node]
  let edges: [Edge]

  private enum CodingKeys: String, CodingKey {
    case directed, multigraph, graph, nodes, edges
  }

  /// Makes the export.
  /// - Parameter query: which connections are exported.
  public init(of published: PublishedMap, matching query: ConnectionQuery = ConnectionQuery()) {
    let map = published.map
    graph = Graph(
      title: map.title, area: query.scope.area?.rawValue, period: query.scope.period,
      areas: map.areas.keys.map(\.rawValue),
      disclosure: published.notes)
    let listing = ConnectionListing(of: published, matching: query)
    let isNode = map.actorsOnMap(in: query.scope).union(listing.connections.flatMap { [$0.source, $0.target] })
    nodes = map.actors.values.filter { isNode.contains($0.id) }.map { actor in
      Node(
        id: actor.id.rawValue, name: actor.name, role: actor.role.rawValue,
        otherRoles: actor.otherRoles.map(\.rawValue), sector: actor.sector.rawValue, stage: actor.stage.rawValue,
        beneficiary: actor.isBeneficiary, activity: map.isActivity(actor.id), group: actor.group?.rawValue,
        attributes: actor.attributes)
    }
    edges = listing.connections.flatMap { entry -> [Edge] in
      var cases: Int?
      if case .number(let number) = entry.cases { cases = number }
      let edge = Edge(
        source: entry.source.rawValue, target: entry.target.rawValue, key: entry.relationName,
        relation: entry.relationName, family: entry.family?.rawValue ?? "",
        status: entry.presence.rawValue, areas: (query.scope.area.map { [$0] } ?? entry.areas).map(\.rawValue),
        periods: map.periods.isEmpty || query.scope.period != nil
          ? nil : Array(entry.presenceByPeriod.filter { $0.value.isOnMap }.keys),
        statements: entry.statements, statementsAgainst: entry.statementsAgainst, cases: cases,
        mutual: entry.isMutual ? true : nil, suppressed: entry.cases == .suppressed ? true : nil)
      // The graph is directed: what is mutual runs both ways.
      guard entry.isMutual, entry.source != entry.target else { return [edge] }
      var back = edge
      (back.source, back.target) = (edge.target, edge.source)
      return [edge, back]
    }
  }
}

extension MapFormat {
  /// Node-link JSON.
  static let nodeLinkJSON = MapFormat(
    "json",
    summary: "node-link JSON, which NetworkX reads with networkx.node_link_graph(data, edges=\"edges\")",
    fileExtension: "json",
    losses: [
      "absences", "statements and single numbers", "what is known of each area", "fieldwork, expectations and claims",
      "figures, colours and places",
    ]
  ) { published, query in
    Array(try JSONText.text(of: NodeLinkJSON(of: published, matching: query)).utf8)
  }
}
