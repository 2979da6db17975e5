import MapModel
import OrderedCollections
import XML

/// Reads GraphML (graphml.graphdrawing.org), as yEd, Gephi, networkx and igraph write it.
struct GraphMLReader {
  /// What a `<data>` element says: its name, and the kind of its value.
  private struct Key {
    var name: String
    var type: String
    var fallback: String?
    /// What yEd draws, and not a value.
    var isDrawing: Bool
  }

  private var builder: GraphBuilder
  private var keys: [String: Key] = [:]
  /// The attributes that nodes and edges have where they do not say otherwise.
  private var defaults: [String: OrderedDictionary<String, ImportedGraph.Value>] = ["node": [:], "edge": [:]]

  private init(file: String) { builder = GraphBuilder(format: "GraphML", file: file) }

  static func read(_ root: XMLTree, file: String) throws(GraphFileError) -> ImportedGraph {
    var reader = GraphMLReader(file: file)
    for key in root.elements("key") { reader.declare(key) }
    let graphs = Array(root.elements("graph"))
    guard let graph = graphs.first else { throw reader.builder.fault("there is no <graph> in this GraphML file") }
    reader.builder.graph.note(.left, "graphs behind the first", count: graphs.count - 1)
    let own = reader.attributes(of: graph, "graph")
    for name in ["title", "name", "label"] where reader.builder.graph.title.isEmpty {
      reader.builder.graph.title = own[name]?.words ?? ""
    }
    reader.builder.graph.description = (own["description"]?.words ?? graph.first("desc")?.ownText) ?? ""
    try reader.read(graph, in: nil)
    return try reader.builder.finish()
  }

  private mutating func declare(_ element: XMLTree) {
    guard let id = element["id"] else { return }
    let isDrawing = element.attributes.contains { $0.name.hasPrefix("yfiles.type") }
    let key = Key(
      name: element["attr.name"] ?? id, type: element["attr.type"] ?? "string",
      fallback: element.first("default")?.ownText, isDrawing: isDrawing)
    keys[id] = key
    guard let fallback = key.fallback, !isDrawing else { return }
    for kind in ["node", "edge"] where [kind, "all", nil].contains(element["for"]) {
      defaults[kind]?[key.name] = Self.value(fallback, key.type)
    }
  }

  private static func value(_ text: String, _ type: String) -> ImportedGraph.Value {
    switch type {
    case "int", "long", "float", "double": ImportedGraph.Value(numeric: text)
    case "boolean": .text(["1", "true", "True"].contains(text) ? "true" : "false")
    default: .text(text)
    }
  }

  /// What the `<data>` elements of an element say.
  private mutating func attributes(of element: XMLTree, _ kind: String) -> OrderedDictionary<
    String, ImportedGraph.Value
  > {
    var attributes = defaults[kind] ?? [:]
    for data in element.elements("data") {
      guard let key = data["key"].flatMap({ keys[$0] }) else {
        builder.graph.note(.left, "data under keys that the file does not declare")
        continue
      }
      if !key.isDrawing { attributes[key.name] = Self.value(data.ownText, key.type) }
    }
    return attributes
  }

  private mutating func read(_ graph: XMLTree, in group: Int?) throws(GraphFileError) {
    let isDirected = graph["edgedefault"] != "undirected"
    for element in graph.elements {
      switch element.localName {
      case "node": try readNode(element, in: group)
      case "edge": try readEdge(element, isDirected: isDirected)
      case "hyperedge": builder.graph.note(.left, "hyperedges, which join more than two nodes")
      default: break
      }
    }
  }

  private mutating func readNode(_ element: XMLTree, in group: Int?) throws(GraphFileError) {
    guard let id = element["id"] else { throw builder.fault("a <node> has no id") }
    var node = ImportedGraph.Node(id, attributes: attributes(of: element, "node"), group: group)
    builder.graph.note(.left, "ports of nodes", count: element.elements("port").reduce(0) { count, _ in count + 1 })
    // yEd keeps what it shows in the drawing of a node; a group has one for each of its states.
    if let drawing = drawing(of: element) {
      let labels = drawing.all("NodeLabel").map(\.ownText).filter { !$0.isEmpty }
      node.label = labels.first ?? ""
      builder.graph.note(.left, "shapes, colours and places of nodes, as yEd draws them")
      let others = OrderedSet(labels.dropFirst()).subtracting(labels.prefix(1))
      builder.graph.note(.left, "further labels of nodes", count: others.count)
    }
    let place = try builder.add(node)
    for inner in element.elements("graph") { try read(inner, in: place) }
  }

  private mutating func readEdge(_ element: XMLTree, isDirected: Bool) throws(GraphFileError) {
    guard var source = element["source"], var target = element["target"] else {
      throw builder.fault("an <edge> does not say from where to where it runs")
    }
    var attributes = attributes(of: element, "edge")
    var isMutual = !(element["directed"].map { $0 == "true" } ?? isDirected)
    if element["sourceport"] != nil || element["targetport"] != nil {
      builder.graph.note(.left, "ports at which edges end")
    }
    if let drawing = drawing(of: element) {
      let label = drawing.all("EdgeLabel").map(\.ownText).filter { !$0.isEmpty }.joined(separator: " ")
      if !label.isEmpty { attributes["label"] = .text(label) }
      builder.graph.note(.left, "lines, colours and bends of edges, as yEd draws them")
      // All edges of yEd are said to be directed; what people mean are the heads that they see.
      if let heads = drawing.all("Arrows").first {
        let atSource = heads["source"].map { $0 != "none" } ?? false
        let atTarget = heads["target"].map { $0 != "none" } ?? false
        if atSource == atTarget {
          isMutual = true
          builder.graph.note(.assumed, "edges that yEd draws with heads at both ends, or at none, run both ways")
        } else if atSource {
          (source, target) = (target, source)
          builder.graph.note(.assumed, "edges that yEd draws with a head at their source run towards it")
        }
      }
    }
    try builder.add(
      from: source, to: target, isMutual: isMutual, attributes, place: place(element["id"]))
  }

  private func place(_ id: String?) -> String { "edge \(builder.edgeCount + 1)" + (id.map { " (\($0))" } ?? "") }

  /// What yEd draws for an element.
  private func drawing(of element: XMLTree) -> XMLTree? {
    element.elements("data").first { data in
      data["key"].flatMap { keys[$0] }?.isDrawing ?? false && !data.children.isEmpty
    }
  }
}
