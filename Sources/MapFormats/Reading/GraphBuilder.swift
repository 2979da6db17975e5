import MapModel
import OrderedCollections

/// Puts a graph together while a file is read, whether nodes stand before the edges that name them or behind.
struct GraphBuilder {
  /// An edge whose ends are not found yet.
  private struct Edge {
    var source: String
    var target: String
    var isMutual: Bool
    var attributes: OrderedDictionary<String, ImportedGraph.Value>
    var place: String
  }

  /// An edge that is marked as one of two that say the same.
  private struct MarkedEdge: Hashable {
    var source: Int
    var target: Int
    var kind: String
  }

  var graph: ImportedGraph
  /// The nodes by what edges call them.
  private var places: [String: Int] = [:]
  private var edges: [Edge] = []
  private var groups: [(node: Int, group: String)] = []

  init(format: String, file: String) { graph = ImportedGraph(format: format, file: file) }

  /// How many edges there are so far.
  var edgeCount: Int { edges.count }

  /// Whether edges can name a node so.
  func knows(_ key: String) -> Bool { places[key] != nil }

  /// Adds a node, or what is said of it to the one that stands under its key already.
  /// - Parameter key: what edges call it, if that is not its id.
  @discardableResult
  mutating func add(_ node: ImportedGraph.Node, as key: String? = nil) throws(GraphFileError) -> Int {
    if let place = places[key ?? node.id] {
      if !node.label.isEmpty { graph.nodes[place].label = node.label }
      graph.nodes[place].attributes.merge(node.attributes) { $1 }
      graph.nodes[place].group = node.group ?? graph.nodes[place].group
      graph.note(.assumed, "nodes that stand several times are one, and what is said last of them holds")
      return place
    }
    guard graph.nodes.count < ImportedGraph.mostNodes else {
      throw fault(
        "there are more than \(ImportedGraph.mostNodes) nodes, which no map shows; import a part of the graph")
    }
    places[key ?? node.id] = graph.nodes.count
    graph.nodes.append(node)
    return graph.nodes.count - 1
  }

  /// Adds another key by which edges name a node, if nothing else has it.
  mutating func add(_ key: String, for node: Int) { if places[key] == nil { places[key] = node } }

  /// Adds an edge between nodes by their keys.
  mutating func add(
    from source: String, to target: String, isMutual: Bool,
    _ attributes: OrderedDictionary<String, ImportedGraph.Value>, place: String? = nil
  ) throws(GraphFileError) {
    guard edges.count < ImportedGraph.mostEdges else {
      throw fault(
        "there are more than \(ImportedGraph.mostEdges) edges, which no map shows; import a part of the graph")
    }
    edges.append(
      Edge(
        source: source, target: target, isMutual: isMutual, attributes: attributes,
        place: place ?? "edge \(edges.count + 1)"))
  }

  /// Says in which node another lies, by its key.
  mutating func put(_ node: Int, into group: String) { groups.append((node, group)) }

  func fault(_ message: String, line: Int? = nil) -> GraphFileError {
    GraphFileError(file: graph.file, line: line, message: message)
  }

  /// The whole graph.
  /// - Parameter makesEnds: whether nodes need not be listed, so that edges bring theirs without a notice.
  mutating func finish(makesEnds: Bool = false) throws(GraphFileError) -> ImportedGraph {
    let listed = graph.nodes.count
    var marked: Set<MarkedEdge> = []
    for edge in edges {
      let (source, target) = (try end(edge.source), try end(edge.target))
      var edge = edge
      // What runs both ways is written once each way, and marked, where a format knows only edges that run one way.
      if let mark = edge.attributes["mutual"]?.words.lowercased(), ["true", "false"].contains(mark) {
        edge.attributes["mutual"] = nil
        if mark == "true", !edge.isMutual {
          let kind = edge.attributes["relation"]?.words ?? ""
          if source != target, marked.contains(MarkedEdge(source: target, target: source, kind: kind)) { continue }
          edge.isMutual = true
          marked.insert(MarkedEdge(source: source, target: target, kind: kind))
        }
      }
      graph.edges.append(
        ImportedGraph.Edge(
          from: source, to: target, isMutual: edge.isMutual, attributes: edge.attributes, place: edge.place))
    }
    if !makesEnds { noteEnds(from: listed) }
    for (node, group) in groups {
      if let place = places[group] {
        graph.nodes[node].group = place
      } else {
        graph.note(.left, "groups that are no nodes of the file")
      }
    }
    if graph.nodes.isEmpty { throw fault("there are no nodes in this file, so there is nothing to make a map of") }
    return graph
  }

  /// Names the ends that are no nodes of the file, those first that may be misspelt.
  private mutating func noteEnds(from listed: Int) {
    let made = graph.nodes[listed...].map(\.id)
    // Most of what is misspelt differs by a sign or a letter; in large graphs it is not looked for.
    var names = NameIndex<Int>()
    var skeletons: [String: String] = [:]
    for (place, node) in graph.nodes.prefix(listed).enumerated() {
      let name = node.label.isEmpty ? node.id : node.label
      names.add(name, for: place)
      skeletons[NameFolding.skeleton(name)] = name
    }
    let found = made.enumerated().map { place, name in
      let near = skeletons[NameFolding.skeleton(name)]
      return (name, near ?? (place < 20 && listed < 1000 ? names.suggestion(for: name) : nil))
    }
    for (name, near) in found.filter({ $0.1 != nil }) + found.filter({ $0.1 == nil }) {
      graph.note(
        .assumed,
        "ends of edges that are no nodes of the file are actors of which nothing else is known; where one is misspelt, mend"
          + " the file and import it anew",
        at: name.quotedInMessage + (near.map { " (did you mean \($0.quotedInMessage)?)" } ?? ""))
    }
  }

  private mutating func end(_ key: String) throws(GraphFileError) -> Int {
    if let place = places[key] { return place }
    return try add(ImportedGraph.Node(key))
  }
}
