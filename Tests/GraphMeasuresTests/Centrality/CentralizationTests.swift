import GraphMeasures
import Testing

@Suite struct CentralizationTests {
  @Test func `stars are as centralized as can be`() {
    let both = DirectedGraph.both(5, [(0, 1), (0, 2), (0, 3), (0, 4)])
    #expect(both.centralization().betweenness == 1)
    #expect(DirectedGraph(4, [(1, 0), (2, 0), (3, 0)]).centralization().inDegree == 1)
    #expect(DirectedGraph(4, [(0, 1), (0, 2), (0, 3)]).centralization().outDegree == 1)
  }

  @Test func `rings are not centralized`() {
    #expect(DirectedGraph.cycle(6).centralization() == DirectedGraph.complete(4).centralization())
    #expect(DirectedGraph.cycle(6).centralization().betweenness == 0)
  }

  @Test func `undefined below three nodes`() {
    let result = DirectedGraph.both(2, [(0, 1)]).centralization()
    #expect(result.inDegree == nil && result.outDegree == nil && result.betweenness == nil)
  }
}
