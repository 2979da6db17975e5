import GraphMeasures
import TestSupport
import Testing

@testable import MapDrawing

struct FlowLayersTests {
  private static func graph(_ zones: [Int], _ arrows: [(Int, Int)]) -> LayoutGraph {
    LayoutGraph(
      nodes: zones.map { .init(zone: $0, outline: .box, width: 50, height: 20) },
      lines: arrows.map { .init(first: $0.0, second: $0.1, pointsForward: true, pointsBackward: false) })
  }

  @Test func `puts each node right of those that point at it, within its zone`() {
    #expect(FlowLayers(Self.graph([0, 0, 0, 1], [(2, 1), (1, 0), (0, 3), (3, 2)])).layers == [2, 1, 0, 0])
  }

  /// A circle of three and one of two: one arrow of each must point back, and no more.
  @Test func `turns as few arrows as close circles`() {
    let graph = Self.graph([0, 0, 0, 0, 0], [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 3)])
    #expect(Self.back(graph) == 2)
  }

  @Test(arguments: 1...20)
  func `turns no more arrows than the best of all orders`(seed: UInt64) {
    var random = RandomNumbers(seed: seed)
    let arrows = (0..<14).map { _ in (random.below(6), random.below(6)) }.filter { $0.0 != $0.1 }
    let graph = Self.graph([0, 0, 0, 0, 0, 0], arrows)
    let fewest = Array(0..<6).permutations.map { place in arrows.count { place[$0.0] > place[$0.1] } }.min()
    #expect(Self.back(graph) == fewest)
  }

  /// More nodes than are tried in all orders: arrows without a circle all point on.
  @Test func `turns none of many arrows without circles`() {
    var random = RandomNumbers(seed: 7)
    let place = Array(0..<40).shuffled(using: &random)
    let arrows = (0..<200).map { _ in (random.below(40), random.below(40)) }.filter { place[$0.0] < place[$0.1] }
    #expect(Self.back(Self.graph(place.map { _ in 0 }, arrows)) == 0)
  }

  private static func back(_ graph: LayoutGraph) -> Int {
    let layers = FlowLayers(graph).layers
    return graph.lines.count { layers[$0.first] >= layers[$0.second] }
  }
}
