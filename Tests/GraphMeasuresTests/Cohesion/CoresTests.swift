import GraphMeasures
import Testing

@Suite struct CoresTests {
  @Test func `Zachary's club`() {
    // NetworkX 3.6.1, core_number.
    #expect(
      DirectedGraph.karateClub.undirected.coreNumbers() == [
        4, 4, 4, 4, 3, 3, 3, 4, 4, 2, 3, 1, 2, 4, 2, 2, 2, 2, 2, 3, 2, 2, 2, 3, 3, 3, 2, 3, 3, 3, 4, 3, 4, 4,
      ])
  }

  @Test func `NetworkX's example`() {
    #expect(NetworkXExample.graph.undirected.coreNumbers() == NetworkXExample.cores)
  }

  @Test(arguments: DirectedGraph.samples) func `as removing thin nodes`(graph: DirectedGraph) {
    #expect(graph.undirected.coreNumbers() == Plain(graph).cores())
  }
}
