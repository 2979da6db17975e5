import GraphMeasures
import Testing

@Suite struct ClosenessTests {
  @Test func `Krackhardt's kite`() {
    // NetworkX 3.6.1, closeness_centrality.
    let expected: [Double?] = [
      0.5294117647058824, 0.5294117647058824, 0.5, 0.6, 0.5, 0.6428571428571429,
      0.6428571428571429, 0.6, 0.42857142857142855, 0.3103448275862069,
    ]
    #expect(isNear(DirectedGraph.krackhardtKite.closeness().closeness, expected))
  }

  @Test func `distances are to the node, not from it`() {
    let result = DirectedGraph.path(3).closeness()
    #expect(result.harmonic == [0, 1, 1.5])
    #expect(result.closeness == [nil, 0.5, 2.0 / 3])
    #expect(result.reachedBy == [0, 1, 2])
  }

  @Test func `NetworkX's example`() {
    let result = NetworkXExample.graph.closeness()
    #expect(isNear(result.harmonic, NetworkXExample.harmonic))
    #expect(isNear(result.closeness, NetworkXExample.closeness))
  }

  @Test(arguments: DirectedGraph.samples + DirectedGraph.largerSamples)
  func `as one search from each node`(graph: DirectedGraph) {
    let plain = Plain(graph)
    let distances = (0..<graph.count).map { plain.paths(from: $0).distance }
    let result = graph.closeness()
    let incoming = (0..<graph.count).map { node in distances.map { $0[node] }.filter { $0 > 0 } }
    #expect(result.reachedBy == incoming.map(\.count))
    #expect(isNear(result.harmonic, incoming.map { $0.reduce(0) { $0 + 1 / Double($1) } }))
    #expect(
      isNear(
        result.closeness,
        incoming.map {
          $0.isEmpty ? nil : Double($0.count * $0.count) / Double($0.reduce(0, +)) / Double(graph.count - 1)
        }))
  }

  @Test(arguments: DirectedGraph.largerSamples) func `threads do not change a bit`(graph: DirectedGraph) {
    #expect(graph.closeness(threads: 2) == graph.closeness(threads: 1))
  }
}
