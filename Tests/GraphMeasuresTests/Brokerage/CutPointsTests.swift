import GraphMeasures
import Testing

@Suite struct CutPointsTests {
  @Test func `Zachary's club hangs on its instructor`() {
    // NetworkX 3.6.1, articulation_points and bridges.
    let result = DirectedGraph.karateClub.undirected.cutPoints()
    #expect(result.cutPoints == [0])
    #expect(result.bridges.map { [$0.first, $0.second] } == [[0, 11]])
  }

  @Test func `NetworkX's example`() {
    let result = NetworkXExample.graph.undirected.cutPoints()
    #expect(result.cutPoints == NetworkXExample.cutPoints)
    #expect(result.bridges.map { [$0.first, $0.second] } == NetworkXExample.bridges)
  }

  @Test func `a star falls apart at its centre`() {
    let star = UndirectedGraph(6, [(2, 0), (2, 1), (2, 3), (2, 4)])
    #expect(star.cutPoints().parts == [1, 1, 4, 1, 1, 0])
  }

  @Test func `a long path does not exhaust the stack`() {
    #expect(DirectedGraph.path(200_000).undirected.cutPoints().cutPoints.count == 199_998)
    #expect(DirectedGraph.cycle(200_000).strongComponents().count == 1)
  }

  @Test(arguments: DirectedGraph.samples) func `as leaving each out`(graph: DirectedGraph) {
    let plain = Plain(graph)
    let whole = plain.componentCount()
    let result = graph.undirected.cutPoints()
    // Leaving a node out takes its component away and leaves the parts.
    #expect(result.parts == (0..<graph.count).map { plain.componentCount(without: $0) - (whole - 1) })
    var bridges: [[Int]] = []
    for first in 0..<graph.count {
      for second in graph.undirected.neighbours(of: first).map(Int.init) where second > first {
        if plain.componentCount(withoutEdge: (first, second)) > whole {
          bridges.append([first, second])
        }
      }
    }
    #expect(result.bridges.map { [$0.first, $0.second] } == bridges)
  }
}
