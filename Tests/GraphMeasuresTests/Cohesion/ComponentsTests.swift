import GraphMeasures
import Testing

@Suite struct ComponentsTests {
  @Test func `numbered by their first node`() {
    let graph = DirectedGraph(6, [(4, 0), (1, 3), (3, 5), (5, 1)])
    let weak = graph.weakComponents()
    #expect(weak.labels == [0, 1, 2, 1, 0, 1])
    #expect(weak.sizes == [2, 3, 1])
    #expect(weak.largest == 1)
    #expect(weak.members(of: 1) == [1, 3, 5])
    #expect(graph.strongComponents().labels == [0, 1, 2, 1, 3, 1])
  }

  @Test func `of several largest components the first is named`() {
    #expect(DirectedGraph(5, [(1, 2), (3, 4)]).weakComponents().largest == 1)
  }

  @Test(arguments: DirectedGraph.samples) func `strong components are those who reach each other`(graph: DirectedGraph)
  {
    let plain = Plain(graph)
    let reach = (0..<graph.count).map { plain.paths(from: $0).distance.map { $0 >= 0 } }
    let labels = graph.strongComponents().labels
    for a in 0..<graph.count {
      for b in 0..<graph.count { #expect((labels[a] == labels[b]) == (reach[a][b] && reach[b][a])) }
    }
    #expect(graph.weakComponents().count == plain.componentCount())
  }
}
