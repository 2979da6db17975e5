import MapModel
import OrderedCollections

/// Reads CX and CX2, the exchange formats of Cytoscape and NDEx: a list of aspects, each of which may stand in several pieces.
struct CXReader {
  private var builder: GraphBuilder
  /// What is said of nodes and of edges elsewhere than beside them, by their ids, as CX has it.
  private var said: [String: [String: OrderedDictionary<String, JSONValue>]] = [
    "nodeAttributes": [:], "edgeAttributes": [:],
  ]
  /// Short names of attributes, and what holds where an element says nothing, as CX2 declares them.
  private var aliases: [String: [String: String]] = [:]
  private var defaults: [String: OrderedDictionary<String, JSONValue>] = [:]

  static func read(_ aspects: [JSONValue], file: String) throws(GraphFileError) -> ImportedGraph {
    var reader = CXReader(builder: GraphBuilder(format: "CX", file: file))
    return try reader.read(aspects)
  }

  private mutating func read(_ aspects: [JSONValue]) throws(GraphFileError) -> ImportedGraph {
    let read: Set<String> = [
      "CXVersion", "hasFragments", "status", "metaData", "numberVerification", "attributeDeclarations", "nodes",
      "edges",
      "nodeAttributes", "edgeAttributes", "networkAttributes",
    ]
    for aspect in aspects {
      for (name, value) in aspect.object ?? [:] {
        switch name {
        case "attributeDeclarations": for part in value.list ?? [] { declare(part) }
        case "networkAttributes": for part in value.list ?? [] { describe(part) }
        case "nodeAttributes", "edgeAttributes": for part in value.list ?? [] { say(part, name) }
        default: if !read.contains(name) { builder.graph.note(.left, "the aspect \(name.quotedInMessage)") }
        }
      }
    }
    for node in aspects.flatMap({ $0["nodes"]?.list ?? [] }) {
      guard let id = (node["@id"] ?? node["id"])?.key else { throw builder.fault("a node has no id") }
      var fields = fields(of: node, id, "node")
      for name in ["r", "n"] where fields["name"] == nil { fields["name"] = node[name] }
      let label = fields.removeValue(forKey: "name")?.words ?? ""
      try builder.add(ImportedGraph.Node(id, label: label, attributes: builder.attributes(fields, without: [])))
    }
    for edge in aspects.flatMap({ $0["edges"]?.list ?? [] }) {
      guard let source = edge["s"]?.key, let target = edge["t"]?.key else {
        throw builder.fault("an edge has no source or no target")
      }
      let id = (edge["@id"] ?? edge["id"])?.key ?? ""
      var fields = fields(of: edge, id, "edge")
      if fields["interaction"] == nil { fields["interaction"] = edge["i"] }
      try builder.add(
        from: source, to: target, isMutual: fields["directed"]?.flag == false,
        builder.attributes(fields, without: ["directed"]), place: "edge \(id)")
    }
    return try builder.finish()
  }

  /// What is said of a node or an edge: beside it in CX2, elsewhere in CX.
  private func fields(of element: JSONValue, _ id: String, _ kind: String) -> OrderedDictionary<String, JSONValue> {
    var fields = defaults[kind] ?? [:]
    for (name, value) in element["v"]?.object ?? [:] { fields[aliases[kind]?[name] ?? name] = value }
    fields.merge(said["\(kind)Attributes"]?[id] ?? [:]) { $1 }
    return fields
  }

  private mutating func say(_ part: JSONValue, _ aspect: String) {
    guard let owner = part["po"], let name = part["n"]?.text, let value = part["v"] else { return }
    for id in owner.list?.map(\.key) ?? [owner.key] { said[aspect]?[id, default: [:]][name] = value }
  }

  private mutating func declare(_ part: JSONValue) {
    for (aspect, kind) in [("nodes", "node"), ("edges", "edge")] {
      for (name, declaration) in part[aspect]?.object ?? [:] {
        if let alias = declaration["a"]?.text { aliases[kind, default: [:]][alias] = name }
        if let value = declaration["v"] { defaults[kind, default: [:]][name] = value }
      }
    }
  }

  /// Takes the title and the description of a network: a field each in CX2, pairs in CX.
  private mutating func describe(_ part: JSONValue) {
    let pairs = part["n"]?.text.map { [$0: part["v"]] } ?? ["name": part["name"], "description": part["description"]]
    if let title = pairs["name"]??.text { builder.graph.title = title }
    if let text = pairs["description"]??.text { builder.graph.description = text }
  }
}
