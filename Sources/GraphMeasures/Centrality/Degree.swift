extension DirectedGraph {
  /// The number of arcs that end at each node.
  ///
  /// - Complexity: O(n).
  public func inDegrees() -> [Int] { (0..<count).map(columns.degree) }

  /// The number of arcs that start at each node.
  ///
  /// - Complexity: O(n).
  public func outDegrees() -> [Int] { (0..<count).map(rows.degree) }
}
