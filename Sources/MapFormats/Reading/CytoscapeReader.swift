import OrderedCollections

/// Reads the JSON of Cytoscape.js and of Cytoscape (`.cyjs`): elements in two lists, or in one.
struct CytoscapeReader {
  private var builder: GraphBuilder

  static func read(_ json: JSONValue, file: String) throws(GraphFileError) -> ImportedGraph {
    var reader = CytoscapeReader(builder: GraphBuilder(format: "Cytoscape.js JSON", file: file))
    return try reader.read(json)
  }

  private mutating func read(_ json: JSONValue) throws(GraphFileError) -> ImportedGraph {
    for name in ["name", "title"] where builder.graph.title.isEmpty {
      builder.graph.title = json["data"]?[name]?.text ?? ""
    }
    builder.graph.note(.left, "styles and settings of the view", count: json["style"] == nil ? 0 : 1)
    let elements = json["elements"] ?? json
    let all = elements.list ?? []
    for node in elements["nodes"]?.list ?? all.filter({ !Self.isEdge($0) }) { try readNode(node) }
    var isDirected = json["directed"]?.flag
    if isDirected == nil {
      isDirected = true
      builder.graph.note(.assumed, "edges run from source to target; the format does not say whether they are directed")
    }
    for edge in elements["edges"]?.list ?? all.filter(Self.isEdge) { try readEdge(edge, isDirected ?? true) }
    return try builder.finish()
  }

  private static func isEdge(_ element: JSONValue) -> Bool {
    element["group"]?.text == "edges" || element["data"]?["source"] != nil
  }

  private mutating func readNode(_ element: JSONValue) throws(GraphFileError) {
    guard let data = element["data"]?.object, let id = data["id"]?.text else {
      throw builder.fault("a node has no `data` with an `id`")
    }
    noteView(of: element, "nodes")
    var attributes = builder.attributes(data, without: ["id", "parent"])
    // networkx repeats the id there.
    if attributes["value"]?.words == id { attributes["value"] = nil }
    if let classes = element["classes"]?.graphValue, !classes.isEmpty { attributes["classes"] = classes }
    let place = try builder.add(ImportedGraph.Node(id, attributes: attributes))
    if let parent = data["parent"]?.text { builder.put(place, into: parent) }
  }

  private mutating func readEdge(_ element: JSONValue, _ isDirected: Bool) throws(GraphFileError) {
    guard let data = element["data"]?.object, let source = data["source"]?.text, let target = data["target"]?.text
    else {
      throw builder.fault("an edge has no `data` with a `source` and a `target`")
    }
    noteView(of: element, "edges")
    var attributes = builder.attributes(data, without: ["id", "source", "target", "key"])
    if let classes = element["classes"]?.graphValue, !classes.isEmpty { attributes["classes"] = classes }
    let id = data["id"]?.text.map { " (\($0))" } ?? ""
    try builder.add(
      from: source, to: target, isMutual: !isDirected, attributes, place: "edge \(builder.edgeCount + 1)\(id)")
  }

  private mutating func noteView(of element: JSONValue, _ kind: String) {
    for name in ["position", "style", "css"] where element[name] != nil {
      builder.graph.note(.left, name == "position" ? "places of \(kind)" : "styles of \(kind)")
    }
  }
}
