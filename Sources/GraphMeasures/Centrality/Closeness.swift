/// How near all others are to each node, by incoming distances: paths lead from the others to the node.
public struct Closeness: Sendable, Hashable, Codable {
  /// For each node the sum of 1/distance from every node that reaches it: 0 to n - 1, 0 where none does.
  ///
  /// As NetworkX's `harmonic_centrality`. Source: M. Marchiori and V. Latora, "Harmony in the small-world", Physica A
  /// 285 (2000), doi:10.1016/S0378-4371(00)00311-3.
  public let harmonic: [Double]
  /// For each node, the inverse of the mean distance from the nodes that reach it, times the share of the other nodes
  /// that do: above 0, at most 1; `nil` where none does.
  ///
  /// As NetworkX's `closeness_centrality`, which gives 0 for `nil`. Source: S. Wasserman and K. Faust, Social Network
  /// Analysis, Cambridge University Press 1994, doi:10.1017/CBO9780511815478.
  public let closeness: [Double?]
  /// For each node the number of other nodes that reach it.
  public let reachedBy: [Int]
}

extension DirectedGraph {
  /// Closeness and harmonic closeness of every node.
  ///
  /// The result is the same, bit for bit, for any number of threads.
  ///
  /// - Complexity: O(n m) at worst; 512 sources share a step wherever their searches meet.
  public func closeness(threads: Int = 1) -> Closeness {
    let sums = DistanceSums(self, threads: threads)
    return Closeness(
      harmonic: sums.inverses,
      closeness: (0..<count).map { node in
        guard sums.counts[node] > 0 else { return nil }
        let reached = Double(sums.counts[node])
        return reached / Double(sums.distances[node]) * (reached / Double(count - 1))
      },
      reachedBy: sums.counts)
  }
}
