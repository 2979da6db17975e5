import MapModel
import OrderedCollections

/// The columns by which an export of netmap itself is known, and what of it need not be read since it follows from the rest.
struct OwnColumns {
  /// Whether the file says of nodes what netmap says of them.
  let isOwn: Bool
  /// What nodes say that follows from edges.
  private(set) var derivedOfNodes: Set<String> = []
  /// What edges say beside what is read, each with how it is told.
  private(set) var derivedOfEdges: Set<String> = []

  /// Names under which nodes and edges say what people call it whose id stands in the column beside it.
  private static let marks: Set<String> = ["roleName", "sectorName", "stageName"]

  init(nodes: OrderedSet<String>, edges: OrderedSet<String>, areas: [String]) {
    isOwn = Self.marks.isSubset(of: nodes)
    if isOwn {
      derivedOfNodes = Set(nodes.filter { $0 == "areas" || $0.hasPrefix(ExportedArea.prefix) })
      // What is called so by its label need not be called so twice.
      if nodes.contains("label") { derivedOfNodes.insert("name") }
      derivedOfEdges = Set(
        edges.filter {
          $0.hasPrefix(ExportedArea.prefix) || ["edge_id", "kind", "interaction", "pluralLabel"].contains($0)
        })
    } else {
      // In the workbook for people a column says in words who is in which area.
      derivedOfNodes = Set(nodes.filter { name in areas.contains { "In \($0)".isSameName(as: name) } })
    }
  }

  /// The name of an attribute of the map's own, which stands behind a prefix so that it is taken for nothing else.
  static func attribute(_ name: String) -> String {
    for prefix in [ExportedActors.attributePrefix, "attribute_"] where name.hasPrefix(prefix) {
      return String(name.dropFirst(prefix.count))
    }
    return name
  }
}
