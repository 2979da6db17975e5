import MapDisclosure
import MapModel
import OrderedCollections

extension MapFormat {
  /// A flowchart of Mermaid, for Markdown pages.
  static let mermaid = MapFormat(
    "mermaid",
    summary: "a Mermaid flowchart, which GitHub, GitLab, Azure DevOps, Notion and Quarto draw in Markdown",
    fileExtension: "mmd",
    losses: [
      "all that is said of actors but name, stage, role and sector", "of connections all but relation and family",
      "absences, statements and numbers", "places: Mermaid lays it out by itself",
      "more than 500 lines, which most pages refuse to draw (GitHub: maxEdges)",
    ], canMergeParallels: true
  ) { published, options in MermaidWriter(ExportedGraph(of: published, options)).document }
}

/// Writes a flowchart from left to right: a box a stage, shapes by role, colours by sector.
private struct MermaidWriter {
  private let graph: ExportedGraph
  private let map: NetworkMap

  init(_ graph: ExportedGraph) { (self.graph, map) = (graph, graph.published.map) }

  var document: String {
    var lines = ["flowchart LR", "  accTitle: \(Self.line(graph.title))"]
    lines.append("  accDescr: \(Self.line(description))")
    for (place, stage) in map.legend.stages.values.enumerated() {
      let nodes = graph.nodes.indices.filter { graph.nodes[$0].actor.stage == stage.id }
      if nodes.isEmpty { continue }
      lines.append("  subgraph stage\(place)[\"\(Self.text(stage.name))\"]")
      lines += nodes.map { "    \(shape(of: $0))" }
      lines.append("  end")
    }
    for edge in graph.edges {
      lines.append("  n\(edge.source) \(arrow(edge))|\"\(Self.text(edge.label))\"| n\(edge.target)")
    }
    return (lines + classes).joined(separator: "\n") + "\n"
  }

  private var description: String {
    "A network map of \(graph.nodes.count) actors and \(graph.edges.count) connections. \(graph.remarks)"
  }

  private func shape(of place: Int) -> String {
    let node = graph.nodes[place]
    let label = "\"\(Self.text(node.label))\""
    let (open, close) =
      switch map.legend.roles[node.actor.role]?.shape {
      case .ellipse: ("([", "])")
      case .hexagon: ("{{", "}}")
      case .roundedDouble: ("[[", "]]")
      case .parallelogram: ("[/", "/]")
      case .cylinder: ("[(", ")]")
      case .rounded: ("(", ")")
      case .octagon, .note, .tab, .box, nil: ("[", "]")
      }
    return "n\(place)\(open)\(label)\(close)"
  }

  private func arrow(_ edge: ExportedGraph.Edge) -> String {
    let isDashed = Family.ID(edge.family).flatMap { map.legend.families[$0]?.line } == .dashed
    return (edge.isMutual ? "<" : "") + (isDashed ? "-.->" : "-->")
  }

  private var classes: [String] {
    map.legend.sectors.values.enumerated().flatMap { place, sector -> [String] in
      let nodes = graph.nodes.indices.filter { graph.nodes[$0].actor.sector == sector.id }
      if nodes.isEmpty { return [] }
      return [
        "  classDef sector\(place) fill:\(sector.fill),stroke:\(sector.outline),color:#0b0c0c",
        "  class \(nodes.map { "n\($0)" }.joined(separator: ",")) sector\(place)",
      ]
    }
  }

  /// Words on one line, of which nothing starts a comment or a block.
  private static func line(_ text: String) -> String {
    String(text.visibleOnOneLine.map { "{}%;#".contains($0) ? " " : $0 }).trimmingWhitespace
  }

  /// Words in quotation marks: all that Mermaid, Markdown or HTML would take for something else stands as its number.
  private static func text(_ text: String) -> String {
    var result = ""
    for scalar in text.visibleOnOneLine.unicodeScalars {
      let isPlain =
        !scalar.isASCII || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || " ,.:()-'/".unicodeScalars.contains(scalar)
      if isPlain { result.unicodeScalars.append(scalar) } else { result += "#\(scalar.value);" }
    }
    return result
  }
}
