import GraphMeasures
import Testing

@Suite struct LabelledGraphTests {
  @Test func `numbers labels as they occur, and gives them back`() throws {
    let advice = try LabelledGraph(arcs: [("Ann", "Bob"), ("Bob", "Cem"), ("Ann", "Dia"), ("Ann", "Bob")])
    #expect(advice.labels == ["Ann", "Bob", "Cem", "Dia"])
    #expect(advice.graph == DirectedGraph(4, [(0, 1), (0, 3), (1, 2)]))
    #expect(advice.byLabel(advice.graph.outDegrees()) == ["Ann": 2, "Bob": 1, "Cem": 0, "Dia": 0])
    #expect(advice.node(of: "Cem") == 2 && advice.node(of: "Eve") == nil)
  }

  @Test func `keeps labels without arcs, in the order asked for`() throws {
    let graph = try LabelledGraph(labels: [3, 1, 2, 1], arcs: [(1, 2), (2, 2), (9, 3)])
    #expect(graph.labels == [3, 1, 2, 9])
    #expect(Array(graph.graph.arcs).map { [$0.source, $0.target] } == [[1, 2], [3, 0]])
    #expect(try LabelledGraph(labels: ["a"], arcs: []).graph.count == 1)
  }
}
