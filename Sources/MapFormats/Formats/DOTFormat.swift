import MapDisclosure
import MapModel
import OrderedCollections

extension MapFormat {
  /// The map as data in DOT: actors and connections alone, each line from its source to its target.
  static let dot = MapFormat(
    "dot",
    summary:
      "DOT as data: actors alone, and lines that run from source to target (the .dot beside a figure is a drawing);"
      + " Graphviz, pydot and pygraphviz read it",
    fileExtension: "dot",
    losses: [
      "absences", "statements and single numbers", "how sure it is in each area", "fieldwork, expectations and claims",
      "figures, shapes, strokes and places", "control characters in names",
    ], canMergeParallels: true
  ) { published, options in
    let graph = ExportedGraph(of: published, options)
    func attributes(_ pairs: [(String, String)]) -> String {
      pairs.map { "\($0.0)=\(DOTText.quoted($0.1))" }.joined(separator: ", ")
    }
    func said(_ columns: [ExportedColumn], _ values: [ExportedValue?], without left: Set<String>) -> [(String, String)]
    {
      zip(columns, values).compactMap { column, value in
        guard let text = value?.text, !text.isEmpty, !left.contains(column.name) else { return nil }
        return (column.name, text)
      }
    }
    func columns(_ columns: [ExportedColumn]) -> [ExportedColumn] {
      // In DOT a name in letters and underscores needs no quotation marks; a number in front would need them.
      zip(columns, columns.tokens).map { column, token in
        ExportedColumn(
          name: String(token.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }), kind: column.kind)
      }
    }
    let (nodeColumns, edgeColumns) = (columns(graph.nodeColumns), columns(graph.edgeColumns))
    var text = "digraph \(DOTText.quoted(graph.title)) {\n"
    text += "  graph [rankdir=LR, \(attributes(graph.remarks.isEmpty ? [] : [("comment", graph.remarks)]))]\n"
    text +=
      "  node [shape=box, style=filled, fontname=\"DejaVu Sans\"]\n  edge [fontname=\"DejaVu Sans\", fontsize=9]\n"
    for node in graph.nodes {
      let fill =
        graph.published.map.legend.sectors[node.actor.sector].map { [("fillcolor", $0.fill.description)] } ?? []
      let pairs =
        [("label", node.label)] + fill + said(nodeColumns, node.values, without: ["plural", "short", "areas"])
      text += "  \(DOTText.quoted(node.id)) [\(attributes(pairs))]\n"
    }
    for edge in graph.arcs {
      var pairs = [("label", edge.label)]
      if options.mergesParallels { pairs.append(("weight", String(edge.weight))) }
      pairs += said(edgeColumns, edge.values, without: ["label", "pluralLabel", "areaNames"])
      // What runs both ways is drawn once, and is there twice for whoever reads the data.
      if edge.isBack {
        pairs += [("style", "invis"), ("constraint", "false")]
      } else if edge.isMutual {
        pairs.append(("dir", "both"))
      }
      text +=
        "  \(DOTText.quoted(graph.nodes[edge.source].id)) -> \(DOTText.quoted(graph.nodes[edge.target].id))"
        + " [\(attributes(pairs))]\n"
    }
    return text + "}\n"
  }
}

/// Texts of DOT.
private enum DOTText {
  /// The most letters of a piece: Graphviz takes no more than 16,384 bytes in one.
  private static let longest = 2_000

  /// A text in quotation marks, of which nothing ends them or stands for something else, as `\N` does for a node's name; a
  /// long one in pieces, which Graphviz puts together.
  static func quoted(_ text: String) -> String {
    var result = "\""
    var length = 0
    for scalar in text.unicodeScalars {
      if length == longest {
        result += "\" + \""
        length = 0
      }
      length += 1
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": result += "\\n"
      case "\t": result += " "
      // Graphviz takes a reference to a character for the character.
      case "&": result += "&amp;"
      case _ where scalar.properties.generalCategory == .control || [0xFFFE, 0xFFFF].contains(scalar.value): break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
