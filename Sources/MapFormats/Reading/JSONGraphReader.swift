import OrderedCollections

/// Reads JSON Graph Format (jsongraphformat.info), versions 1 and 2.
struct JSONGraphReader {
  private var builder: GraphBuilder

  static func read(_ json: JSONValue, file: String) throws(GraphFileError) -> ImportedGraph {
    var reader = JSONGraphReader(builder: GraphBuilder(format: "JSON Graph Format", file: file))
    let graphs = json["graphs"]?.list ?? []
    reader.builder.graph.note(.left, "graphs behind the first", count: graphs.count - 1)
    return try reader.read(json["graph"] ?? graphs.first ?? json)
  }

  private mutating func read(_ graph: JSONValue) throws(GraphFileError) -> ImportedGraph {
    builder.graph.title = graph["label"]?.text ?? ""
    // In the first version nodes were a list.
    let listed = (graph["nodes"]?.list ?? []).map { ($0["id"]?.text ?? "", $0) }
    for (id, node) in listed + (graph["nodes"]?.object ?? [:]).map({ ($0, $1) }) {
      let fields = node["metadata"]?.object ?? [:]
      try builder.add(
        ImportedGraph.Node(
          id, label: node["label"]?.text ?? "", attributes: builder.attributes(fields, without: [])))
    }
    builder.graph.note(
      .left, "hyperedges, which join more than two nodes", count: graph["hyperedges"]?.list?.count ?? 0)
    let isDirected = graph["directed"]?.flag ?? true
    for edge in graph["edges"]?.list ?? [] {
      guard let source = edge["source"]?.text, let target = edge["target"]?.text else {
        throw builder.fault("an edge has no source or no target")
      }
      var attributes = builder.attributes(edge["metadata"]?.object ?? [:], without: [])
      for name in ["relation", "label"] { if let value = edge[name]?.graphValue { attributes[name] = value } }
      let id = edge["id"]?.text.map { " (\($0))" } ?? ""
      try builder.add(
        from: source, to: target, isMutual: !(edge["directed"]?.flag ?? isDirected), attributes,
        place: "edge \(builder.edgeCount + 1)\(id)")
    }
    return try builder.finish()
  }
}
