import MapModel
import OrderedCollections

extension MapFormat {
  /// The JSON of Cytoscape.js and Cytoscape.
  static let cytoscape = MapFormat(
    "cytoscape",
    summary: "JSON for Cytoscape and Cytoscape.js, with the places of the figures; NetworkX reads it with"
      + " networkx.cytoscape_graph",
    fileExtension: "cyjs",
    losses: [
      "absences", "statements and single numbers", "how sure it is in each area", "fieldwork, expectations and claims",
      "figures, shapes and colours: styles of the one are not read by the other",
    ], holdsPlaces: true, canMergeParallels: true
  ) { published, options in
    let graph = ExportedGraph(of: published, options)
    func fields(_ columns: [ExportedColumn], _ values: [ExportedValue?]) -> OrderedDictionary<String, JSONValue> {
      var fields: OrderedDictionary<String, JSONValue> = [:]
      for (column, value) in zip(columns, values) { if let value { fields[column.name] = JSONValue(value) } }
      return fields
    }
    let nodes = graph.nodes.map { node -> JSONValue in
      // NetworkX asks for a value, and calls a node by its name.
      var data: OrderedDictionary<String, JSONValue> = [
        "id": .text(node.id), "name": .text(node.label), "value": .text(node.id),
      ]
      data.merge(fields(graph.nodeColumns, node.values)) { first, _ in first }
      var element: OrderedDictionary<String, JSONValue> = ["data": .object(data)]
      if let place = node.place {
        // On screens y runs downwards.
        element["position"] = .object([
          "x": JSONValue(.decimal(place.x)), "y": JSONValue(.decimal(-place.y)),
        ])
      }
      return .object(element)
    }
    let edges = graph.arcs.map { edge -> JSONValue in
      var data: OrderedDictionary<String, JSONValue> = [
        "id": .text(edge.id), "source": .text(graph.nodes[edge.source].id),
        "target": .text(graph.nodes[edge.target].id),
        "key": .text(edge.relation), "interaction": .text(edge.label),
      ]
      if options.mergesParallels { data["weight"] = .whole(edge.weight) }
      data.merge(fields(graph.edgeColumns, edge.values)) { first, _ in first }
      return .object(["data": .object(data)])
    }
    let facts = graph.facts.mapValues { JSONValue($0) }
    return JSONValue.object([
      "data": .object(OrderedDictionary(uniqueKeysWithValues: [("name", .text(graph.title))] + facts)),
      "directed": .flag(true), "multigraph": .flag(!options.mergesParallels),
      "elements": .object(["nodes": .list(nodes), "edges": .list(edges)]),
    ]).document(levels: 3)
  }
}
