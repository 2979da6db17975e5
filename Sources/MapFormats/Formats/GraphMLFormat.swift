import OrderedCollections
import XML

extension MapFormat {
  /// GraphML: Gephi, yEd, Cytoscape, visone, igraph and NetworkX read it.
  static let graphML = MapFormat(
    "graphml",
    summary: "GraphML, which Gephi, yEd, Cytoscape, visone, igraph and NetworkX read",
    fileExtension: "graphml",
    losses: [
      "absences", "statements and single numbers", "how sure it is in each area", "fieldwork, expectations and claims",
      "figures, shapes and colours", "blanks and signs in the names of attributes, which are underscores",
    ], holdsPlaces: true, canMergeParallels: true
  ) { published, options in GraphMLWriter(ExportedGraph(of: published, options)).document }
}

/// Writes GraphML (graphml.graphdrawing.org) that all of its readers take alike: keys first, only edges that run one way,
/// and ids of edges once more under a name of their own, since igraph takes the attribute for something else.
private struct GraphMLWriter {
  /// A name under which something is said, with its values by node or by edge.
  private struct Key {
    var id: String
    var name: String
    var kind: ExportedColumn.Kind
    var values: [ExportedValue?]
  }

  private let graph: ExportedGraph

  init(_ graph: ExportedGraph) { self.graph = graph }

  var document: String {
    let (nodes, edges, facts) = (nodeKeys, edgeKeys, factKeys)
    let declared = [("node", nodes), ("edge", edges), ("graph", facts)].flatMap { kind, keys in
      keys.map { XMLTree.Child.element(Self.declaration(of: $0, for: kind)) }
    }
    var content: [XMLTree.Child] = graph.remarks.isEmpty ? [] : [.element(XMLTree("desc", [], [.text(graph.remarks)]))]
    content += Self.data(facts, 0)
    for (place, node) in graph.nodes.enumerated() {
      content.append(.element(XMLTree("node", [.init("id", node.id)], Self.data(nodes, place))))
    }
    for (place, edge) in graph.arcs.enumerated() {
      content.append(
        .element(
          XMLTree(
            "edge",
            [
              .init("id", edge.id), .init("source", graph.nodes[edge.source].id),
              .init("target", graph.nodes[edge.target].id),
            ], Self.data(edges, place))))
    }
    let root = XMLTree("graph", [.init("id", "map"), .init("edgedefault", "directed")], content)
    return XMLTree(
      "graphml", [.init("xmlns", "http://graphml.graphdrawing.org/xmlns")], declared + [.element(root)]
    ).document
  }

  private static func declaration(of key: Key, for kind: String) -> XMLTree {
    let type =
      switch key.kind {
      case .text: "string"
      case .whole: "long"
      case .decimal: "double"
      case .flag: "boolean"
      }
    return XMLTree(
      "key", [.init("id", key.id), .init("for", kind), .init("attr.name", key.name), .init("attr.type", type)])
  }

  /// What is said under each name; nothing where the text is empty.
  private static func data(_ keys: [Key], _ place: Int) -> [XMLTree.Child] {
    keys.compactMap { key in
      guard let text = key.values[place]?.text, !text.isEmpty else { return nil }
      return .element(XMLTree("data", [.init("key", key.id)], [.text(text)]))
    }
  }

  private static func keys(
    _ letter: String, _ columns: [ExportedColumn], _ rows: [[ExportedValue?]]
  ) -> [Key] {
    zip(columns, columns.tokens).enumerated().map { place, column in
      Key(id: "\(letter)\(place)", name: column.1, kind: column.0.kind, values: rows.map { $0[place] })
    }
  }

  private var nodeKeys: [Key] {
    let places = graph.nodes.contains { $0.place != nil }
    let drawn = places ? ["x", "y"].map { ExportedColumn(name: $0, kind: .decimal) } : []
    return Self.keys(
      "n", [ExportedColumn(name: "label", kind: .text)] + drawn + graph.nodeColumns,
      graph.nodes.map { node in
        [.text(node.label)] + (places ? [node.place.map { .decimal($0.x) }, node.place.map { .decimal($0.y) }] : [])
          + node.values
      })
  }

  private var edgeKeys: [Key] {
    let weighed = graph.options.mergesParallels
    return Self.keys(
      "e",
      [ExportedColumn(name: "edge_id", kind: .text)] + (weighed ? [ExportedColumn(name: "weight", kind: .whole)] : [])
        + graph.edgeColumns,
      graph.arcs.map { [.text($0.id)] + (weighed ? [.whole($0.weight)] : []) + $0.values })
  }

  private var factKeys: [Key] {
    let facts = graph.facts
    func kind(_ value: ExportedValue) -> ExportedColumn.Kind { if case .whole = value { .whole } else { .text } }
    return Self.keys(
      "g", facts.map { ExportedColumn(name: $0.key, kind: kind($0.value)) }, [facts.values.map(Optional.some)])
  }
}
