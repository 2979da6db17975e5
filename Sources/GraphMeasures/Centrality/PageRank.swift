extension DirectedGraph {
  /// The share of time that a reader who follows arcs at random, and now and then starts anew, spends at each node.
  ///
  /// Above 0, sums to 1; empty for the empty graph. From a node without arcs out the reader starts anew at any node
  /// with equal chance. The errors add up to about 1e-12.
  ///
  /// By Gauss-Seidel sweeps: each rank is taken anew from the latest ranks of its sources, and what all nodes receive
  /// alike, by starting anew, from the sweep before. Since that is above 0 for every pair of nodes, the sweeps converge
  /// for every graph, in about half as many steps as the power method.
  ///
  /// - Parameter damping: The chance of following an arc, 0 up to 0.999; another is taken for the nearest of these, since
  ///   the nearer it is to 1, the longer the sweeps go on.
  /// - Complexity: O(n + m) a sweep; tens of sweeps at the usual damping.
  ///
  /// Source: S. Brin and L. Page, "The anatomy of a large-scale hypertextual web search engine", Computer Networks 30
  /// (1998), doi:10.1016/S0169-7552(98)00110-X.
  public func pageRank(damping: Double = 0.85) -> [Double] {
    guard count > 0 else { return [] }
    // Not a number counts as 0: every comparison with it fails.
    let damping = damping > 0 ? min(damping, 0.999) : 0
    let size = Double(count)
    // What a node hands on along each arc, kept beside its rank: one product less an arc.
    let shares = (0..<count).map { node in rows.degree(of: node) > 0 ? damping / Double(rows.degree(of: node)) : 0 }
    var handed = shares.map { $0 / size }
    var ranks = [Double](repeating: 1 / size, count: count)
    var total = 1.0
    // The ranks of the nodes that hand nothing on.
    var dangling = 0.0
    for node in 0..<count where shares[node] == 0 { dangling += ranks[node] }
    // A step of the power method moves the ranks by at least this share of the error left; a sweep moves them further.
    let progress = 1 - damping
    while true {
      let received = ((1 - damping) * total + damping * dangling) / size
      var change = 0.0
      total = 0
      dangling = 0
      for step in 0..<count {
        // From two places in turn: where a node's source is the node before it, the sums need not wait for each other.
        let node = step & 1 == 0 ? step >> 1 : (count + step) >> 1
        let rank = received + columns.sum(of: handed, over: node)
        change += abs(rank - ranks[node])
        total += rank
        if shares[node] == 0 { dangling += rank }
        ranks[node] = rank
        handed[node] = rank * shares[node]
      }
      if change <= max(1e-12 * progress, 1e-15) * total {
        return ranks.map { $0 / total }
      }
    }
  }
}
