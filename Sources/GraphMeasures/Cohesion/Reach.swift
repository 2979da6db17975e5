extension DirectedGraph {
  /// The number of other nodes that each node reaches within a number of steps.
  ///
  /// - Parameters:
  ///   - steps: The longest path that counts; `nil` for any length.
  ///   - threads: How many threads search; the result is the same for any number.
  /// - Complexity: O(n m) at worst; 512 searches share a step wherever they meet.
  public func reachCounts(within steps: Int? = nil, threads: Int = 1) -> [Int] {
    DistanceSums(reversed, limit: steps ?? .max, threads: threads).counts
  }

  /// The number of arcs on a shortest path from the nearest of several nodes to each node; `nil` where there is none
  /// within the limit.
  ///
  /// - Parameters:
  ///   - sources: The nodes to start from; what is no node is left out.
  ///   - limit: The longest path that counts; `nil` for any length.
  /// - Complexity: O(n + m).
  public func distances(from sources: some Sequence<Int>, limit: Int? = nil) -> [Int?] {
    var distances = [Int?](repeating: nil, count: count)
    var queue: [Int] = []
    for source in sources where distances.indices.contains(source) && distances[source] == nil {
      distances[source] = 0
      queue.append(source)
    }
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      guard let distance = distances[node], distance < limit ?? .max else { break }
      for target in rows[node] where distances[Int(target)] == nil {
        distances[Int(target)] = distance + 1
        queue.append(Int(target))
      }
    }
    return distances
  }

  /// The number of arcs on a shortest path from each node to the nearest of several; `nil` where there is none within
  /// the limit.
  ///
  /// - Parameters:
  ///   - targets: The nodes to arrive at; what is no node is left out.
  ///   - limit: The longest path that counts; `nil` for any length.
  /// - Complexity: O(n + m).
  public func distances(to targets: some Sequence<Int>, limit: Int? = nil) -> [Int?] {
    reversed.distances(from: targets, limit: limit)
  }
}
