import Documents
import MapModel
import OrderedCollections

extension ImportedMap {
  /// What was made, what was assumed and what was left, in words.
  /// - Parameter graph: the graph of which the map was made.
  public func text(of graph: ImportedGraph) -> String {
    let mutual = graph.edges.count(where: \.isMutual)
    var text = "Read \(graph.file.visibleOnOneLine) (\(graph.format)): \(counted(graph.nodes.count, "node")), "
    text += "\(counted(graph.edges.count, "edge"))\(mutual > 0 ? ", \(mutual) of them both ways" : "").\n"
    text += "\(counted(map.actors.count, "actor")), \(counted(map.connections.count, "connection")). "
    text += list("Roles", map.legend.roles.values.map(\.name)) + list("Sectors", map.legend.sectors.values.map(\.name))
    text +=
      list("Relations", map.relations.values.map { $0.id.rawValue + ($0.isDirected ? "" : " (both ways)") }) + "\n"
    text += part("Assumed:", .assumed)
    text += part("Left, so that it is not on the map:", .left)
    if notices.contains(where: { $0.kind == .left && $0.what.contains(" of edges") && !$0.what.hasPrefix("rows") }) {
      text += "  Options such as --relation, --area, --interview, --informant and --excerpt say what a column is.\n"
    }
    return text
  }

  private func list(_ heading: String, _ names: [String]) -> String {
    if names.isEmpty { return "" }
    let shown = names.prefix(8).map(\.visibleOnOneLine)
    return "\(heading): \(shown.joined(separator: ", "))\(names.count > 8 ? " and \(names.count - 8) more" : ""). "
  }

  private func part(_ heading: String, _ kind: ImportNotice.Kind) -> String {
    let lines = notices.filter { $0.kind == kind }.map { "  - \($0.description.visibleOnOneLine)\n" }
    return lines.isEmpty ? "" : "\n\(heading)\n\(lines.joined())"
  }
}
