extension DirectedGraph {
  /// How much each node lies between others: the sum, over ordered pairs of other nodes, of the share of their shortest
  /// paths that pass through it.
  ///
  /// Directed, unweighted, not normalised, endpoints left out: 0 to (n - 1)(n - 2), as NetworkX's
  /// `betweenness_centrality(normalized=False)`. Pairs without a path add nothing. The result is the same, bit for bit,
  /// for any number of threads.
  ///
  /// - Complexity: O(n m) time, O(n + m) memory a thread.
  ///
  /// Source: U. Brandes, "A faster algorithm for betweenness centrality", Journal of Mathematical Sociology 25 (2001),
  /// doi:10.1080/0022250X.2001.9990249.
  public func betweenness(threads: Int = 1) -> [Double] {
    guard arcCount > 0 else { return [Double](repeating: 0, count: count) }
    // Half-size indices keep the working set of a source in the second-level cache.
    return count < Int(UInt16.max)
      ? betweenness(threads: threads, index: UInt16.self) : betweenness(threads: threads, index: UInt32.self)
  }

  private func betweenness<Index: BetweennessIndex>(threads: Int, index: Index.Type) -> [Double] {
    let kernel = BetweennessKernel<Index>(self)
    let chunks = Parallel.chunkCount(for: count, minimum: 64)
    let parts = Parallel.map(chunks, threads: threads) { chunk in
      kernel.dependencies(onPathsFrom: stride(from: chunk, to: count, by: chunks))
    }
    var sums = parts[0]
    for part in parts.dropFirst() {
      for node in 0..<count { sums[node] += part[node] }
    }
    return kernel.scores(sums)
  }
}
