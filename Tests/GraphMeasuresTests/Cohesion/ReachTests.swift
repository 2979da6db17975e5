import GraphMeasures
import Testing

@Suite struct ReachTests {
  @Test(arguments: DirectedGraph.samples) func `as one search from each node`(graph: DirectedGraph) {
    let plain = Plain(graph)
    let distances = (0..<graph.count).map { plain.paths(from: $0).distance }
    #expect(graph.reachCounts() == distances.map { $0.count { $0 > 0 } })
    #expect(graph.reachCounts(within: 2) == distances.map { $0.count { $0 == 1 || $0 == 2 } })
    #expect(graph.reachCounts(within: 0) == distances.map { _ in 0 })
    for node in 0..<graph.count {
      #expect(graph.distances(from: [node]) == distances[node].map { $0 < 0 ? nil : $0 })
      #expect(graph.distances(from: [node], limit: 2) == distances[node].map { $0 < 0 || $0 > 2 ? nil : $0 })
      #expect(graph.distances(to: [node]) == distances.map { $0[node] < 0 ? nil : $0[node] })
    }
  }

  @Test func `from several nodes, the nearest counts`() {
    #expect(DirectedGraph.path(5).distances(from: [0, 3, 3]) == [0, 1, 2, 0, 1])
    #expect(DirectedGraph.path(5).distances(to: [1, 4]) == [1, 0, 2, 1, 0])
    #expect(DirectedGraph.path(2).distances(from: []) == [nil, nil])
  }
}
