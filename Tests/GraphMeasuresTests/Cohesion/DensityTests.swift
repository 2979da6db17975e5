import GraphMeasures
import Testing

@Suite struct DensityTests {
  @Test func `NetworkX's example`() {
    #expect(NetworkXExample.graph.density() == NetworkXExample.density)
    #expect(NetworkXExample.graph.reciprocity() == NetworkXExample.reciprocity)
    #expect(NetworkXExample.graph.undirected.transitivity() == NetworkXExample.transitivity)
  }

  @Test func `Zachary's club`() {
    // NetworkX 3.6.1, density and transitivity.
    #expect(DirectedGraph.karateClub.density() == 0.13903743315508021)
    #expect(DirectedGraph.karateClub.undirected.transitivity() == 0.2556818181818182)
  }

  @Test func `undefined where nothing could be`() {
    #expect(DirectedGraph(1, []).density() == nil)
    #expect(DirectedGraph(3, []).reciprocity() == nil)
    #expect(DirectedGraph.both(2, [(0, 1)]).undirected.transitivity() == nil)
  }

  @Test func `complete graphs are full`() {
    let graph = DirectedGraph.complete(5)
    #expect(graph.density() == 1 && graph.reciprocity() == 1 && graph.undirected.transitivity() == 1)
  }
}
