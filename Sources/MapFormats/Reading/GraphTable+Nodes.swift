import MapModel

extension GraphTable {
  /// Where a table says what its nodes are called.
  struct NodeColumns {
    /// What edges call them, unless that is their label.
    var id: Int
    /// What people call them.
    var label: Int?
    /// Of how many different ends of edges the table speaks there.
    var covered = 0
    /// Whether no heading says so, and the column was found by what stands in it.
    var isFound = false
  }

  /// Headings of the names of actors, beside `label` and `name`.
  static let actorNames: [String] = [
    "organisation", "organization", "organisation name", "organization name", "name of organisation",
    "name of organization", "org", "org name", "actor name", "agency", "agency name", "partner", "partner name",
    "partner organisation", "partner organization", "stakeholder", "stakeholder name", "service", "service name",
  ]

  /// The columns that name nodes: by their headings, unless no end of an edge stands there and most stand in another.
  /// - Parameters:
  ///   - ends: what edges call their ends, folded.
  ///   - name: the heading that the user gives.
  /// - Returns: `nil` if there are none.
  func nodeColumns(ends: Set<String>, name: String?) -> NodeColumns? {
    let wanted = name.flatMap { column(NameFolding.folded($0)) }
    let label = wanted ?? column("label", "name")
    // As igraph does, the first column names the nodes where none is called so; beside a label, a name is what edges say.
    let id = column("id", "node", "node id", "actor") ?? (label == column("label") ? column("name") : nil) ?? label
    var covered: [Int] = []
    for place in columns.indices {
      let texts = Set(rows.lazy.map { NameFolding.folded(Self.text($0, place)) })
      covered.append(texts.count { !$0.isEmpty && ends.contains($0) })
    }
    func found(_ id: Int, _ label: Int?, isFound: Bool = false) -> NodeColumns {
      let known = max(covered[id], label.map { covered[$0] } ?? 0)
      return NodeColumns(id: id, label: label, covered: known, isFound: isFound)
    }
    if let wanted { return found(id ?? wanted, wanted) }
    let headed =
      id.map { found($0, label) }
      ?? Self.actorNames.compactMap { self.column($0) }.max { covered[$0] < covered[$1] }.map { found($0, $0) }
    if let headed, headed.covered > 0 || ends.isEmpty { return headed }
    guard let best = covered.indices.max(by: { covered[$0] < covered[$1] }), covered[best] * 2 >= ends.count,
      covered[best] > 0
    else { return headed }
    return found(best, best, isFound: true)
  }

  /// Whether a table has a column that is called so, whatever its case.
  func hasColumn(_ name: String?) -> Bool { name.map { column(NameFolding.folded($0)) != nil } ?? false }
}
