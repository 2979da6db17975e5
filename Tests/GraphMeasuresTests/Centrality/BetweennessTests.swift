import GraphMeasures
import Testing

@Suite struct BetweennessTests {
  @Test func `a path's inner nodes lie between those before and after`() {
    #expect(DirectedGraph.path(5).betweenness() == [0, 3, 4, 3, 0])
  }

  @Test func `Krackhardt's kite`() {
    // NetworkX 3.6.1, betweenness_centrality(normalized=False), both directions.
    let expected = [
      0.8333333333333333, 0.8333333333333333, 0, 3.666666666666666, 0, 8.333333333333334, 8.333333333333334, 14, 8, 0,
    ]
    #expect(isNear(DirectedGraph.krackhardtKite.betweenness(), expected.map { 2 * $0 }))
  }

  @Test func `NetworkX's example`() {
    #expect(isNear(NetworkXExample.graph.betweenness(), NetworkXExample.betweenness))
  }

  @Test(arguments: DirectedGraph.samples) func `as pair by pair`(graph: DirectedGraph) {
    #expect(isNear(graph.betweenness(), Plain(graph).betweenness()))
  }

  @Test(arguments: DirectedGraph.largerSamples) func `as Brandes on arrays`(graph: DirectedGraph) {
    #expect(isNear(graph.betweenness(), Plain(graph).dependencies()))
  }

  @Test(arguments: DirectedGraph.samples + DirectedGraph.largerSamples)
  func `threads do not change a bit`(graph: DirectedGraph) {
    let one = graph.betweenness(threads: 1)
    #expect(graph.betweenness(threads: 2) == one)
    #expect(graph.betweenness(threads: 5) == one)
  }

  @Test func `nodes that lie between nobody score exactly 0`() {
    for graph in DirectedGraph.samples {
      for (node, score) in graph.betweenness().enumerated()
      where graph.targets(of: node).isEmpty || graph.sources(of: node).isEmpty {
        #expect(score == 0)
      }
    }
  }

  /// Above 65,534 nodes the kernel takes wider integers.
  @Test func `a small part of a very large graph scores as on its own`() {
    let part = DirectedGraph.random(seed: 4, count: 60, arcs: 150)
    let before = 70_000 - 60
    let arcs = (0..<60).flatMap { node in
      part.targets(of: node).map { (source: Int32(before + node), target: Int32(before) + $0) }
    }
    let scores = DirectedGraph(70_000, arcs).betweenness(threads: 2)
    #expect(isNear(Array(scores[before...]), part.betweenness()))
    #expect(scores[..<before].allSatisfy { $0 == 0 })
  }

  /// Layers of two nodes, each joined to both of the next: 2^1038 shortest paths, more than a Double can count.
  @Test func `more paths than a number holds`() {
    let layers = 1_040
    var arcs: [(source: Int32, target: Int32)] = []
    for source in 0..<Int32(2 * layers - 2) {
      let next = source / 2 * 2 + 2
      arcs += [(source, next), (source, next + 1)]
    }
    // By symmetry each node carries half the pairs that its layer separates.
    let expected = (0..<2 * layers).map { node in Double(node / 2 * 2 * (layers - 1 - node / 2)) }
    #expect(isNear(DirectedGraph(2 * layers, arcs).betweenness(), expected))
  }
}
