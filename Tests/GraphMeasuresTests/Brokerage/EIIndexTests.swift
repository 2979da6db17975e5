import GraphMeasures
import Testing

@Suite struct EIIndexTests {
  @Test func `arcs within, between and of unknown groups`() {
    let graph = DirectedGraph(5, [(0, 1), (1, 0), (1, 2), (2, 3), (3, 4)])
    let result = graph.eiIndex(groups: [1, 1, 2, 2, nil])
    #expect(result.whole.value == -0.5)
    #expect(result.whole.internal == 3 && result.whole.external == 1)
    #expect(result.byGroup[1]?.value == -1.0 / 3)
    #expect(result.byGroup[2]?.value == 0)
    #expect(result.byGroup.count == 2)
  }

  @Test func `undefined without arcs`() {
    let result = DirectedGraph(2, []).eiIndex(groups: [1, 2])
    #expect(result.whole.value == nil)
    #expect(result.byGroup[1]?.value == nil)
    #expect(result.byGroup.count == 2)
  }
}
