import OrderedCollections

extension MapFormat {
  /// Node-link JSON: NetworkX 3.4 and later, pandas and R's jsonlite read it as it is.
  ///
  /// All values are scalars, since writers of NetworkX and igraph for R take no others; a number that is not known is left
  /// out, because the same writers take no `null`.
  static let nodeLink = MapFormat(
    "json",
    summary: "node-link JSON, which NetworkX reads with networkx.node_link_graph(data, edges=\"edges\")",
    fileExtension: "json",
    losses: [
      "absences", "statements and single numbers", "how sure it is in each area", "fieldwork, expectations and claims",
      "figures, colours and places",
    ], canMergeParallels: true
  ) { published, options in
    let graph = ExportedGraph(of: published, options)
    func fields(_ columns: [ExportedColumn], _ values: [ExportedValue?]) -> [(String, JSONValue)] {
      zip(columns, values).compactMap { column, value in value.map { (column.name, JSONValue($0)) } }
    }
    let nodes = graph.nodes.map { node in
      JSONValue.object(
        OrderedDictionary(
          // Scripts of the first edition know the label as the name.
          uniqueKeysWithValues: [("id", .text(node.id)), ("name", .text(node.label)), ("label", .text(node.label))]
            + fields(graph.nodeColumns, node.values)))
    }
    let edges = graph.arcs.map { edge in
      JSONValue.object(
        OrderedDictionary(
          uniqueKeysWithValues: [
            ("source", .text(graph.nodes[edge.source].id)), ("target", .text(graph.nodes[edge.target].id)),
            ("key", .text(edge.relation)),
          ] + (options.mergesParallels ? [("weight", .whole(edge.weight))] : [])
            + fields(graph.edgeColumns, edge.values)))
    }
    // Scripts know these keys by the order in which they stand.
    return JSONValue.object([
      "directed": .flag(true), "multigraph": .flag(!options.mergesParallels),
      "graph": .object(graph.facts.mapValues { JSONValue($0) }), "nodes": .list(nodes), "edges": .list(edges),
    ]).document(levels: 2)
  }
}
