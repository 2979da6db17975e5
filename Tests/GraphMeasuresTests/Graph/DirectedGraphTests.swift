import GraphMeasures
import Testing

@Suite struct DirectedGraphTests {
  @Test func `loops and repeated arcs are dropped, rows are sorted`() {
    let graph = DirectedGraph(count: 4, arcs: [(2, 1), (0, 3), (0, 1), (2, 2), (0, 3), (1, 0)])
    #expect(graph.count == 4)
    #expect(graph.arcCount == 4)
    #expect(Array(graph.targets(of: 0)) == [1, 3])
    #expect(Array(graph.targets(of: 2)) == [1])
    #expect(Array(graph.targets(of: 3)) == [])
    #expect(Array(graph.sources(of: 1)) == [0, 2])
    #expect(graph.hasArc(from: 0, to: 3))
    #expect(!graph.hasArc(from: 3, to: 0))
  }

  @Test func `the undirected form joins each pair once`() {
    let graph = DirectedGraph(count: 4, arcs: [(2, 1), (0, 3), (0, 1), (1, 0)])
    #expect(graph.undirected.edgeCount == 3)
    #expect(Array(graph.undirected.neighbours(of: 1)) == [0, 2])
    #expect(graph.undirected == UndirectedGraph(count: 4, edges: [(3, 0), (1, 2), (0, 1), (1, 0), (1, 1)]))
  }

  @Test(arguments: DirectedGraph.samples) func `the reversed graph has every arc turned round`(graph: DirectedGraph) {
    let turned = (0..<graph.count).flatMap { node in
      graph.targets(of: node).map { (source: $0, target: Int32(node)) }
    }
    #expect(graph.reversed == DirectedGraph(count: graph.count, arcs: turned))
    #expect(graph.reversed.reversed == graph)
  }

  @Test func `an empty graph has empty measures`() {
    let graph = DirectedGraph(count: 0, arcs: [])
    #expect(graph.betweenness() == [])
    #expect(graph.pageRank() == [])
    #expect(graph.undirected.eigenvector() == nil)
    #expect(graph.undirected.coreNumbers() == [])
    #expect(graph.weakComponents().largest == nil)
    #expect(graph.density() == nil)
  }
}
