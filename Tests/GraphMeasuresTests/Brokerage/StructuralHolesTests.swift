import GraphMeasures
import Testing

@Suite struct StructuralHolesTests {
  @Test func `Krackhardt's kite`() {
    // NetworkX 3.6.1, constraint.
    let expected: [Double?] = [
      0.5411979166666666, 0.5411979166666666, 0.6641358024691357, 0.4701697530864196,
      0.6641358024691357, 0.4450888888888889, 0.4450888888888889, 0.43111111111111106, 0.5, 1,
    ]
    #expect(isNear(DirectedGraph.krackhardtKite.structuralHoles().constraint, expected))
  }

  @Test func `NetworkX's example`() {
    let result = NetworkXExample.graph.structuralHoles()
    #expect(isNear(result.constraint, NetworkXExample.constraint))
    #expect(isNear(result.effectiveSize, NetworkXExample.effectiveSize))
  }

  @Test(arguments: DirectedGraph.samples) func `as Burt's formulas`(graph: DirectedGraph) {
    let plain = Plain(graph).structuralHoles()
    let result = graph.structuralHoles()
    #expect(isNear(result.constraint, plain.constraint))
    #expect(isNear(result.effectiveSize, plain.effectiveSize))
  }
}
