import MapDisclosure
import MapModel
import OrderedCollections
import XML

extension MapFormat {
  /// GEXF 1.3: Gephi, Gephi Lite and NetworkX read it.
  static let gexf = MapFormat(
    "gexf",
    summary: "GEXF 1.3 for Gephi and Gephi Lite, with the places and colours of the figures; NetworkX reads it with"
      + " version=\"1.3\"",
    fileExtension: "gexf",
    losses: [
      "absences", "statements and single numbers", "how sure it is in each area", "fieldwork, expectations and claims",
      "shapes of roles and strokes of families, which stand as words", "the title of the map as such",
    ], holdsPlaces: true, canMergeParallels: true
  ) { published, options in GEXFWriter(ExportedGraph(of: published, options)).document }
}

/// Writes GEXF 1.3 (gexf.net). Colours have no alpha, for which Gephi Lite shows grey; what runs both ways is `mutual`.
private struct GEXFWriter {
  private let graph: ExportedGraph

  init(_ graph: ExportedGraph) { self.graph = graph }

  var document: String {
    let description = [graph.title, graph.remarks].filter { !$0.isEmpty }.joined(separator: ". ")
    let meta = XMLTree(
      "meta", [],
      [
        .element(XMLTree("creator", [], [.text("netmap")])),
        .element(XMLTree("description", [], [.text(description)])),
      ])
    let nodes = XMLTree(
      "nodes", [.init("count", "\(graph.nodes.count)")], graph.nodes.map { .element(element($0)) })
    let edges = XMLTree(
      "edges", [.init("count", "\(graph.edges.count)")], graph.edges.map { .element(element($0)) })
    let root = XMLTree(
      "graph", [.init("defaultedgetype", "directed"), .init("mode", "static"), .init("idtype", "string")],
      [
        .element(Self.attributes("node", graph.nodeColumns)),
        .element(Self.attributes("edge", edgeColumns.map { graph.edgeColumns[$0] })), .element(nodes), .element(edges),
      ])
    return XMLTree(
      "gexf",
      [.init("xmlns", "http://gexf.net/1.3"), .init("xmlns:viz", "http://gexf.net/1.3/viz"), .init("version", "1.3")],
      [.element(meta), .element(root)]
    ).document
  }

  /// The columns of edges, but for what edges of GEXF say by themselves.
  private var edgeColumns: [Int] {
    graph.edgeColumns.indices.filter { !["label", "mutual"].contains(graph.edgeColumns[$0].name) }
  }

  private static func attributes(_ kind: String, _ columns: [ExportedColumn]) -> XMLTree {
    XMLTree(
      "attributes", [.init("class", kind), .init("mode", "static")],
      columns.enumerated().map { place, column in
        let type =
          switch column.kind {
          case .text: "string"
          case .whole: "long"
          case .decimal: "double"
          case .flag: "boolean"
          }
        return .element(
          XMLTree("attribute", [.init("id", "\(place)"), .init("title", column.name), .init("type", type)]))
      })
  }

  private static func values(_ values: [ExportedValue?]) -> XMLTree.Child {
    .element(
      XMLTree(
        "attvalues", [],
        values.enumerated().compactMap { place, value in
          guard let text = value?.text, !text.isEmpty else { return nil }
          return .element(XMLTree("attvalue", [.init("for", "\(place)"), .init("value", text)]))
        }))
  }

  private func element(_ node: ExportedGraph.Node) -> XMLTree {
    var content = [Self.values(node.values)]
    if let color = graph.published.map.legend.sectors[node.actor.sector]?.fill {
      let (red, green, blue) = (color.red, color.green, color.blue)
      content.append(
        .element(XMLTree("viz:color", [.init("r", "\(red)"), .init("g", "\(green)"), .init("b", "\(blue)")])))
    }
    if let place = node.place {
      content.append(
        .element(XMLTree("viz:position", [.init("x", "\(place.x)"), .init("y", "\(place.y)"), .init("z", "0.0")])))
    }
    return XMLTree("node", [.init("id", node.id), .init("label", node.label)], content)
  }

  private func element(_ edge: ExportedGraph.Edge) -> XMLTree {
    XMLTree(
      "edge",
      [
        .init("id", edge.id), .init("source", graph.nodes[edge.source].id),
        .init("target", graph.nodes[edge.target].id), .init("type", edge.isMutual ? "mutual" : "directed"),
        .init("kind", edge.relation), .init("label", edge.label), .init("weight", "\(edge.weight)"),
      ], [Self.values(edgeColumns.map { edge.values[$0] })])
  }
}
