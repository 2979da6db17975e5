import GraphMeasures
import Testing

@Suite struct ShortestPathTests {
  @Test(arguments: DirectedGraph.samples.filter { $0.count < 30 })
  func `is a path of the graph, as long as the distance`(graph: DirectedGraph) {
    for source in 0..<graph.count {
      let distances = graph.distances(from: source)
      for target in 0..<graph.count {
        let path = graph.shortestPath(from: source, to: target)
        #expect(path.map { $0.count - 1 } == distances[target])
        guard let path else { continue }
        #expect(path.first == source && path.last == target)
        #expect(zip(path, path.dropFirst()).allSatisfy { graph.hasArc(from: $0, to: $1) })
      }
    }
  }

  @Test func `of several, that with the lowest numbers from the end`() {
    // 0 → {1, 2} → 3, and 0 → 4 → 5 → 3.
    let graph = DirectedGraph(6, [(0, 2), (2, 3), (0, 1), (1, 3), (0, 4), (4, 5), (5, 3)])
    #expect(graph.shortestPath(from: 0, to: 3) == [0, 1, 3])
    #expect(graph.shortestPath(from: 3, to: 0) == nil)
    #expect(graph.shortestPath(from: 3, to: 3) == [3])
    // The nearest end counts, then the lower.
    #expect(graph.shortestPath(from: [0, 4], to: [3, 5]) == [4, 5])
    #expect(graph.shortestPath(from: [0], to: [3], limit: 1) == nil)
    #expect(DirectedGraph(graph.undirected).shortestPath(from: 3, to: 0) == [3, 1, 0])
  }
}
