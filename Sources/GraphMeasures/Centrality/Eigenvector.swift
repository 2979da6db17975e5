extension UndirectedGraph {
  /// How well connected each node is to well-connected nodes: the eigenvector of the largest eigenvalue of the
  /// adjacency matrix.
  ///
  /// 0 to 1, of unit Euclidean length. `nil` where the graph does not settle it: it has no edge; or the largest
  /// eigenvalues of two components agree to within 1e-9, so that any mixture of their vectors would do; or, on graphs of
  /// thousands of nodes that are nearly paths, the iteration does not end. Where one component dominates, the nodes of
  /// all others score 0.
  ///
  /// - Complexity: O(m) an iteration; a few dozen iterations on graphs of short paths, several times n on a path.
  ///
  /// Source: P. Bonacich, "Factoring and weighting approaches to status scores and clique identification", Journal of
  /// Mathematical Sociology 2 (1972), doi:10.1080/0022250X.1972.9989806.
  public func eigenvector() -> [Double]? {
    let components = components()
    // The largest eigenvalue is at most that of √(degree · degree) over the edges: most components need no solving.
    var bounds = [Double](repeating: 0, count: components.count)
    for node in 0..<count {
      for neighbour in rows[node] {
        let product = Double(degree(of: node)) * Double(degree(of: Int(neighbour)))
        bounds[components.labels[node]] = max(bounds[components.labels[node]], product)
      }
    }
    let candidates = bounds.indices.filter { bounds[$0] > 0 }.sorted { (bounds[$1], $0) < (bounds[$0], $1) }
    guard let first = candidates.first else { return nil }
    var members = [[Int]](repeating: [], count: components.count)
    // The place of each node among those of its component.
    let positions = (0..<count).map { node in
      let label = components.labels[node]
      members[label].append(node)
      return Int32(members[label].count - 1)
    }

    var value = 0.0
    var vector: [Double] = []
    var owner = first
    var isTied = false
    for label in candidates where bounds[label].squareRoot() >= value * (1 - Self.tieTolerance) {
      let part = components.count == 1 ? rows : induced(on: members[label], positions: positions)
      guard let pair = DominantEigenpair(part) else { return nil }
      if abs(pair.value - value) <= Self.tieTolerance * value { isTied = true }
      if pair.value > value * (1 + Self.tieTolerance) {
        isTied = false
        owner = label
        value = pair.value
        vector = pair.vector
      }
    }
    guard !isTied else { return nil }
    return (0..<count).map { components.labels[$0] == owner ? vector[Int(positions[$0])] : 0 }
  }

  private static var tieTolerance: Double { 1e-9 }

  /// The rows of one component, with its nodes numbered by their positions.
  private func induced(on members: [Int], positions: [Int32]) -> CompressedRows {
    var sources: [Int32] = []
    var targets: [Int32] = []
    for node in members {
      for neighbour in rows[node] {
        sources.append(positions[node])
        targets.append(positions[Int(neighbour)])
      }
    }
    return CompressedRows(count: members.count, sources: sources, targets: targets)
  }
}

extension DirectedGraph {
  /// The eigenvector of the graph's undirected form; `nil` where the graph does not settle it.
  ///
  /// - Complexity: That of ``UndirectedGraph/eigenvector()``.
  public func eigenvector() -> [Double]? { undirected.eigenvector() }
}
