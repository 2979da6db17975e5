import MapModel
import OrderedCollections

/// Reads node-link JSON: of networkx, with `edges` or `links`, and of D3.
struct NodeLinkReader {
  private var builder: GraphBuilder

  static func read(_ json: JSONValue, file: String) throws(GraphFileError) -> ImportedGraph {
    var reader = NodeLinkReader(builder: GraphBuilder(format: "node-link JSON", file: file))
    return try reader.read(json)
  }

  private mutating func read(_ json: JSONValue) throws(GraphFileError) -> ImportedGraph {
    for name in ["name", "title", "label"] where builder.graph.title.isEmpty {
      builder.graph.title = json["graph"]?[name]?.text ?? json[name]?.text ?? ""
    }
    builder.graph.description = json["graph"]?["description"]?.text ?? ""
    let nodes = json["nodes"]?.list ?? []
    // D3 calls nodes that have no id by their places.
    let haveIDs = nodes.contains { $0["id"] != nil }
    var ids: [(JSONValue?, Int)] = []
    for (place, node) in nodes.enumerated() {
      guard let fields = node.object else { throw builder.fault("node \(place + 1) is no object") }
      let id = fields["id"] ?? (haveIDs ? fields["name"] : nil)
      let key = id?.key ?? String(place)
      let node = try builder.add(
        ImportedGraph.Node(id?.words ?? String(place), attributes: builder.attributes(fields, without: ["id"])), as: key
      )
      ids.append((id, node))
    }
    // Some writers give edges ends as texts where nodes have numbers.
    for (id, node) in ids { if let text = id?.text { builder.add("\"\(text)\"", for: node) } }
    var isDirected = json["directed"]?.flag
    if isDirected == nil {
      isDirected = true
      builder.graph.note(.assumed, "edges run from source to target; the file does not say whether they are directed")
    }
    guard json["edges"] != nil || json["links"] != nil || json["adjacency"] != nil else {
      throw builder.fault("there are nodes, and no `edges`, `links` or `adjacency` beside them")
    }
    let read: Set<String> = [
      "nodes", "edges", "links", "adjacency", "graph", "directed", "multigraph", "name", "title", "label",
    ]
    for (name, value) in json.object ?? [:] where !read.contains(name) && !value.isNull {
      builder.graph.note(.left, "what stands under \(name.quotedInMessage)")
    }
    try readAdjacency(json["adjacency"]?.list ?? [], of: ids.map(\.0), isMutual: !(isDirected ?? true))
    for (place, edge) in ((json["edges"] ?? json["links"])?.list ?? []).enumerated() {
      guard let fields = edge.object, let source = fields["source"], let target = fields["target"] else {
        throw builder.fault("edge \(place + 1) has no source or no target")
      }
      try builder.add(
        from: key(source), to: key(target), isMutual: !(isDirected ?? true),
        builder.attributes(fields, without: ["source", "target", "key"]))
    }
    return try builder.finish()
  }

  /// Reads what networkx writes as adjacency data: for each node in turn, the nodes to which it has edges.
  private mutating func readAdjacency(_ lists: [JSONValue], of ids: [JSONValue?], isMutual: Bool) throws(GraphFileError)
  {
    var seen: Set<[String]> = []
    for (place, list) in lists.enumerated() {
      guard place < ids.count else { throw builder.fault("there are more lists of neighbours than nodes") }
      let source = ids[place]?.key ?? String(place)
      for neighbour in list.list ?? [] {
        guard let fields = neighbour.object, let target = fields["id"]?.key else {
          throw builder.fault("a neighbour of node \(place + 1) has no id")
        }
        // An edge without direction stands at both of its nodes.
        if isMutual, !seen.insert([source, target, fields["key"]?.key ?? ""].sorted()).inserted { continue }
        try builder.add(
          from: source, to: target, isMutual: isMutual, builder.attributes(fields, without: ["id", "key"]))
      }
    }
  }

  /// What an edge calls an end: D3 puts the node itself there once it has drawn it.
  private func key(_ end: JSONValue) -> String { (end["id"] ?? end).key }
}

extension GraphBuilder {
  /// What the fields of an object say; what has parts is counted and left.
  mutating func attributes(
    _ fields: OrderedDictionary<String, JSONValue>, without taken: Set<String>
  ) -> OrderedDictionary<String, ImportedGraph.Value> {
    var attributes: OrderedDictionary<String, ImportedGraph.Value> = [:]
    for (name, value) in fields where !taken.contains(name) && !value.isNull {
      if let value = value.graphValue {
        attributes[name] = value
      } else {
        graph.note(.left, "what stands under \(name.quotedInMessage), which has parts")
      }
    }
    return attributes
  }
}

extension JSONValue {
  /// An identifier as people read it; parts of one that has several are set apart by commas.
  var words: String { text ?? list?.map(\.words).joined(separator: ", ") ?? key }
}
