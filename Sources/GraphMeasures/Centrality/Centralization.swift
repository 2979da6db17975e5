/// How much a graph centres on one node: 0 where all nodes score alike, 1 for the star.
///
/// The sum of every node's distance from the highest score, over its largest possible value in a simple directed graph
/// of the same number of nodes.
///
/// Source: L. C. Freeman, "Centrality in social networks: conceptual clarification", Social Networks 1 (1978),
/// doi:10.1016/0378-8733(78)90021-7.
public struct Centralization: Sendable, Hashable, Codable {
  /// Of in-degrees; the largest value is (n - 1)², of the star whose arcs point inward. `nil` below 3 nodes.
  public let inDegree: Double?
  /// Of out-degrees; the largest value is (n - 1)², of the star whose arcs point outward. `nil` below 3 nodes.
  public let outDegree: Double?
  /// Of betweenness; the largest value is (n - 1)²(n - 2), of the star with arcs both ways. `nil` below 3 nodes.
  public let betweenness: Double?
}

extension DirectedGraph {
  /// The centralization of the graph by in-degree, out-degree and betweenness.
  ///
  /// - Parameter betweenness: The result of `betweenness()`, where it is already known; it is taken anew where it is not
  ///   of one value for each node.
  /// - Complexity: O(n), and that of `betweenness()` where it is not given.
  public func centralization(betweenness: [Double]? = nil) -> Centralization {
    guard count > 2 else { return Centralization(inDegree: nil, outDegree: nil, betweenness: nil) }
    let betweenness = betweenness.flatMap { $0.count == count ? $0 : nil } ?? self.betweenness()
    let others = Double(count - 1)
    func share(_ scores: [Double], of largest: Double) -> Double {
      let highest = scores.max() ?? 0
      return scores.reduce(0) { $0 + (highest - $1) } / largest
    }
    return Centralization(
      inDegree: share(inDegrees().map(Double.init), of: others * others),
      outDegree: share(outDegrees().map(Double.init), of: others * others),
      betweenness: share(betweenness, of: others * others * (others - 1)))
  }
}
