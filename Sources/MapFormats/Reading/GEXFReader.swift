import MapModel
import OrderedCollections
import XML

/// Reads GEXF (gexf.net) 1.1, 1.2 and 1.3, as Gephi and networkx write it.
struct GEXFReader {
  private typealias Attributes = OrderedDictionary<String, ImportedGraph.Value>

  private struct Column {
    var name: String
    var type: String
  }

  private var builder: GraphBuilder
  /// The columns of nodes and of edges, by their ids.
  private var columns: [String: [String: Column]] = [:]
  private var defaults: [String: Attributes] = [:]

  private init(file: String) { builder = GraphBuilder(format: "GEXF", file: file) }

  static func read(_ root: XMLTree, file: String) throws(GraphFileError) -> ImportedGraph {
    var reader = GEXFReader(file: file)
    guard let graph = root.first("graph") else { throw reader.builder.fault("there is no <graph> in this GEXF file") }
    let meta = root.first("meta")
    reader.builder.graph.title = meta?.first("title")?.ownText ?? ""
    reader.builder.graph.description = meta?.first("description")?.ownText ?? ""
    for attributes in graph.elements("attributes") { reader.declare(attributes) }
    for nodes in graph.elements("nodes") { for node in nodes.elements("node") { try reader.readNode(node, in: nil) } }
    // Without a word of the file edges run both ways, as the format says.
    let type = graph["defaultedgetype"] ?? "undirected"
    for edges in graph.elements("edges") { for edge in edges.elements("edge") { try reader.readEdge(edge, type) } }
    return try reader.builder.finish()
  }

  private mutating func declare(_ element: XMLTree) {
    let kind = element["class"] ?? "node"
    for attribute in element.elements("attribute") {
      guard let id = attribute["id"] else { continue }
      let column = Column(
        name: attribute["title"] ?? id, type: attribute["type"] ?? "string")
      columns[kind, default: [:]][id] = column
      if let fallback = attribute.first("default")?.ownText, !fallback.isEmpty {
        defaults[kind, default: [:]][column.name] = Self.value(fallback, column.type)
      }
    }
  }

  private static func value(_ text: String, _ type: String) -> ImportedGraph.Value {
    if type.hasPrefix("list") {
      let items = text.drop { $0 == "[" }.split { "|,;]".contains($0) }
      return .list(items.map { String($0).trimmingWhitespace })
    }
    return switch type {
    case "integer", "long", "float", "double", "short", "byte", "bigdecimal", "biginteger":
      ImportedGraph.Value(numeric: text)
    default: .text(text)
    }
  }

  private mutating func attributes(of element: XMLTree, _ kind: String) -> Attributes {
    var attributes = defaults[kind] ?? [:]
    var given: Set<String> = []
    for values in element.elements("attvalues") {
      for value in values.elements("attvalue") {
        // Before version 1.2 it was called by its id.
        guard let id = value["for"] ?? value["id"], let column = columns[kind]?[id] else {
          builder.graph.note(.left, "values of attributes that the file does not declare")
          continue
        }
        if !given.insert(id).inserted {
          builder.graph.note(.left, "values that hold at another time: the first of each is taken")
          continue
        }
        noteTimes(of: value, "values")
        attributes[column.name] = Self.value(value["value"] ?? value.ownText, column.type)
      }
    }
    noteTimes(of: element, kind + "s")
    let drawn = element.elements.filter { ["color", "position", "size", "shape", "thickness"].contains($0.localName) }
    if !drawn.isEmpty { builder.graph.note(.left, "colours, sizes and places of \(kind)s") }
    return attributes
  }

  /// Nothing of a map begins and ends at a day: what the file says of time is told.
  private mutating func noteTimes(of element: XMLTree, _ kind: String) {
    let names = ["start", "end", "startopen", "endopen", "timestamp", "timestamps", "intervals"]
    if element.attributes.contains(where: { names.contains($0.name) }) || element.first("spells") != nil {
      builder.graph.note(.left, "when \(kind) begin and end; they are taken as there all the time")
    }
  }

  private mutating func readNode(_ element: XMLTree, in group: Int?) throws(GraphFileError) {
    guard let id = element["id"] else { throw builder.fault("a <node> has no id") }
    let label = element["label"] ?? ""
    let place = try builder.add(
      ImportedGraph.Node(id, label: label, attributes: attributes(of: element, "node"), group: group))
    if let parent = element["pid"] { builder.put(place, into: parent) }
    if let parents = element.first("parents") {
      let all = parents.elements("parent").compactMap { $0["for"] }
      if let first = all.first { builder.put(place, into: first) }
      builder.graph.note(.left, "further nodes in which a node lies", count: all.count - 1)
    }
    for nodes in element.elements("nodes") {
      for node in nodes.elements("node") { try readNode(node, in: place) }
    }
    for edges in element.elements("edges") { for edge in edges.elements("edge") { try readEdge(edge, "undirected") } }
  }

  private mutating func readEdge(_ element: XMLTree, _ fallback: String) throws(GraphFileError) {
    guard let source = element["source"], let target = element["target"] else {
      throw builder.fault("an <edge> does not say from where to where it runs")
    }
    var attributes = attributes(of: element, "edge")
    for name in ["label", "kind"] {
      if let text = element[name], !text.isEmpty { attributes[name] = .text(text) }
    }
    if let weight = element["weight"] { attributes["weight"] = ImportedGraph.Value(numeric: weight) }
    let id = element["id"].map { " (\($0))" } ?? ""
    try builder.add(
      from: source, to: target, isMutual: (element["type"] ?? fallback) != "directed", attributes,
      place: "edge \(builder.edgeCount + 1)\(id)")
  }
}
