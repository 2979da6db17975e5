import GraphMeasures
import Testing

@Suite struct PageRankTests {
  @Test func `NetworkX's example`() {
    #expect(isNear(NetworkXExample.graph.pageRank(), NetworkXExample.pageRank, tolerance: 1e-12))
  }

  @Test(arguments: DirectedGraph.samples) func `as the power method`(graph: DirectedGraph) {
    #expect(isNear(graph.pageRank(), Plain(graph).pageRank(), tolerance: 1e-11))
  }

  @Test(arguments: DirectedGraph.samples.filter { $0.count > 0 }) func `ranks sum to 1`(graph: DirectedGraph) {
    #expect(abs(graph.pageRank().reduce(0, +) - 1) < 1e-12)
  }

  @Test func `without damping everyone ranks alike`() {
    #expect(DirectedGraph.path(4).pageRank(damping: 0) == [0.25, 0.25, 0.25, 0.25])
  }
}
