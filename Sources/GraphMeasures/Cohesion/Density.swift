extension DirectedGraph {
  /// The share of the possible arcs that exist: 0 to 1; `nil` below 2 nodes.
  ///
  /// - Complexity: O(1).
  public func density() -> Double? {
    count < 2 ? nil : Double(arcCount) / (Double(count) * Double(count - 1))
  }

  /// The share of the arcs that are returned by an arc in the other direction: 0 to 1; `nil` without arcs.
  ///
  /// As NetworkX's `overall_reciprocity`.
  ///
  /// - Complexity: O(1).
  public func reciprocity() -> Double? {
    // A pair joined both ways has two arcs but one edge.
    arcCount == 0 ? nil : Double(2 * (arcCount - undirected.edgeCount)) / Double(arcCount)
  }
}

extension UndirectedGraph {
  /// The share of the paths of two edges whose ends are joined as well: 0 to 1; `nil` where there is no such path.
  ///
  /// As NetworkX's `transitivity`, which gives 0 for `nil`.
  ///
  /// - Complexity: O(m √m).
  public func transitivity() -> Double? {
    let paths = (0..<count).reduce(0) { $0 + degree(of: $1) * (degree(of: $1) - 1) / 2 }
    guard paths > 0 else { return nil }
    var triangles = 0
    Triangles(self).forEach { _, _, _, _ in triangles += 1 }
    return Double(3 * triangles) / Double(paths)
  }
}

extension DirectedGraph {
  /// The transitivity of the graph's undirected form: 0 to 1; `nil` where no node has two neighbours.
  ///
  /// - Complexity: O(m √m).
  public func transitivity() -> Double? { undirected.transitivity() }
}
