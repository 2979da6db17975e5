extension DirectedGraph {
  /// A shortest path along arcs, as the nodes that it passes, both ends among them; `nil` where there is none.
  ///
  /// Of several, the one whose nodes have the lowest numbers, compared from the end. From a node to itself, it is that
  /// node alone.
  ///
  /// - Complexity: O(n + m).
  public func shortestPath(from source: Int, to target: Int) -> [Int]? {
    shortestPath(from: CollectionOfOne(source), to: CollectionOfOne(target))
  }

  /// A shortest path along arcs from any of several nodes to any of several others, as the nodes that it passes; `nil`
  /// where there is none within the limit.
  ///
  /// Of several, the one whose nodes have the lowest numbers, compared from the end.
  ///
  /// - Parameters:
  ///   - sources: The nodes to start from; what is no node is left out.
  ///   - targets: The nodes to arrive at; what is no node is left out.
  ///   - limit: The greatest number of arcs; `nil` for any.
  /// - Complexity: O(n + m).
  public func shortestPath(
    from sources: some Sequence<Int>, to targets: some Sequence<Int>, limit: Int? = nil
  ) -> [Int]? {
    let distances = distances(from: sources, limit: limit)
    let reached = targets.filter { distances.indices.contains($0) && distances[$0] != nil }
    guard let end = reached.min(by: { (distances[$0] ?? 0, $0) < (distances[$1] ?? 0, $1) }) else { return nil }
    var path = [end]
    var node = end
    while let distance = distances[node], distance > 0,
      let before = columns[node].first(where: { distances[Int($0)] == distance - 1 })
    {
      node = Int(before)
      path.append(node)
    }
    return path.reversed()
  }

  /// The number of arcs on a shortest path from a node to each node; `nil` where there is none.
  ///
  /// - Complexity: O(n + m).
  public func distances(from source: Int) -> [Int?] { distances(from: CollectionOfOne(source)) }

  /// The number of arcs on a shortest path from each node to a node; `nil` where there is none.
  ///
  /// - Complexity: O(n + m).
  public func distances(to target: Int) -> [Int?] { distances(to: CollectionOfOne(target)) }
}
