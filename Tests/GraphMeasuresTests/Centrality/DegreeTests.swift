import GraphMeasures
import Testing

@Test(arguments: DirectedGraph.samples) func `degrees count arcs`(graph: DirectedGraph) {
  let plain = Plain(graph)
  #expect(graph.outDegrees() == plain.arc.map { $0.count { $0 } })
  #expect(graph.inDegrees() == (0..<graph.count).map { node in plain.arc.count { $0[node] } })
}
