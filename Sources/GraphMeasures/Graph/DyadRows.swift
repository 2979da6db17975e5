/// The undirected form of a directed graph that remembers, at each end of an edge, which way its arcs point.
struct DyadRows: Sendable {
  /// The neighbours of each node.
  let rows: CompressedRows
  /// For each entry of `rows`: 1 where the row's node has an arc to the neighbour, 2 where the neighbour has one back,
  /// 3 where both are there.
  let codes: [UInt8]

  /// - Complexity: O(n + m).
  init(_ graph: DirectedGraph) {
    rows = graph.undirected.rows
    var codes = [UInt8](repeating: 0, count: rows.entries.count)
    for node in 0..<graph.count {
      var out = graph.rows.range(of: node)
      var into = graph.columns.range(of: node)
      for position in rows.range(of: node) {
        let neighbour = rows.entries[position]
        if !out.isEmpty, graph.rows.entries[out.lowerBound] == neighbour {
          codes[position] |= 1
          out = out.dropFirst()
        }
        if !into.isEmpty, graph.columns.entries[into.lowerBound] == neighbour {
          codes[position] |= 2
          into = into.dropFirst()
        }
      }
    }
    self.codes = codes
  }
}
