extension UndirectedGraph {
  /// The core number of each node: the largest k such that the node belongs to a part of the graph in which everyone
  /// has at least k neighbours.
  ///
  /// 0 for a node without neighbours.
  ///
  /// - Complexity: O(n + m).
  ///
  /// Source: V. Batagelj and M. Zaveršnik, "An O(m) algorithm for cores decomposition of networks", 2003,
  /// doi:10.48550/arXiv.cs/0310049.
  public func coreNumbers() -> [Int] {
    guard count > 0 else { return [] }
    var degrees = (0..<count).map { rows.offsets[$0 + 1] - rows.offsets[$0] }
    // The nodes by degree, where each degree starts among them, and where each node stands.
    var starts = [Int32](repeating: 0, count: Int(degrees.max() ?? 0) + 2)
    for degree in degrees { starts[Int(degree) + 1] += 1 }
    for degree in 1..<starts.count { starts[degree] += starts[degree - 1] }
    var order = [Int32](repeating: 0, count: count)
    var places = order
    var next = starts
    for node in 0..<count {
      let place = next[Int(degrees[node])]
      next[Int(degrees[node])] += 1
      places[node] = place
      order[Int(place)] = Int32(node)
    }
    for place in 0..<count {
      let node = Int(order[place])
      let degree = degrees[node]
      for position in rows.range(of: node) {
        let neighbour = Int(rows.entries[position])
        let other = degrees[neighbour]
        guard other > degree else { continue }
        // Swap the neighbour with the first of its degree, then move that degree's start past it.
        let start = starts[Int(other)]
        let first = order[Int(start)]
        let own = places[neighbour]
        order[Int(own)] = first
        places[Int(first)] = own
        order[Int(start)] = Int32(neighbour)
        places[neighbour] = start
        starts[Int(other)] = start + 1
        degrees[neighbour] = other - 1
      }
    }
    return degrees.map(Int.init)
  }
}

extension DirectedGraph {
  /// The core numbers of the graph's undirected form.
  ///
  /// - Complexity: O(n + m).
  public func coreNumbers() -> [Int] { undirected.coreNumbers() }
}
