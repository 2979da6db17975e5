import GraphMeasures
import TestSupport
import Testing

@testable import MapDrawing

struct CrossingReductionTests {
  private static func graph(_ count: Int, _ pairs: [(Int, Int)]) -> LayoutGraph {
    LayoutGraph(
      nodes: (0..<count).map { _ in .init(zone: 1, outline: .box, width: 50, height: 20) },
      lines: pairs.map { .init(first: $0.0, second: $0.1, pointsForward: true, pointsBackward: false) })
  }

  private static func columns(_ graph: LayoutGraph, _ columnOf: [Int]) -> CrossingReduction {
    CrossingReduction(graph, columnOf: columnOf, heights: graph.nodes.map { _ in 0 })
  }

  @Test func `counts crossings between columns`() {
    // Two lines that cross, as a drawing of K2,2 has one crossing at least.
    let crossed = Self.columns(Self.graph(4, [(0, 3), (1, 2)]), [0, 0, 1, 1])
    #expect(crossed.crossings == 1)
    let complete = Self.columns(
      Self.graph(6, [(0, 3), (0, 4), (0, 5), (1, 3), (1, 4), (1, 5), (2, 3), (2, 4), (2, 5)]), [0, 0, 0, 1, 1, 1])
    // Each pair of three on the left crosses each pair of three on the right once: 3 by 3.
    #expect(complete.crossings == 9)
  }

  @Test func `gives long lines a lane in each column they pass`() {
    let order = Self.columns(Self.graph(4, [(0, 3), (0, 1), (1, 2)]), [0, 1, 2, 3]).order
    #expect(order.chains[0].count == 4)
    #expect(order.columns.map(\.count) == [1, 2, 2, 1])
    #expect(order.linesInGap == [2, 2, 1])
  }

  @Test func `finds the best order of small graphs`() {
    var random = RandomNumbers(seed: 1)
    for _ in 0..<60 {
      let pairs = (0..<5).flatMap { left in
        (5..<10).filter { _ in random.below(3) == 0 }.map { (left, $0) }
      }
      let graph = Self.graph(10, pairs)
      let columnOf = (0..<10).map { $0 < 5 ? 0 : 1 }
      var columns = Self.columns(graph, columnOf)
      columns.reduce(sweeps: 24, restarts: 40, using: &random)
      #expect(columns.crossings == Self.fewestCrossings(pairs))
    }
  }

  /// The fewest crossings over all orders of five and five nodes, by trying them all.
  private static func fewestCrossings(_ pairs: [(Int, Int)]) -> Int {
    let orders = Array(0..<5).permutations
    var fewest = Int.max
    for left in orders {
      for right in orders {
        var count = 0
        for (index, one) in pairs.enumerated() {
          for other in pairs[(index + 1)...] {
            let above = left[one.0] - left[other.0]
            let below = right[one.1 - 5] - right[other.1 - 5]
            if above * below < 0 { count += 1 }
          }
        }
        fewest = min(fewest, count)
        if fewest == 0 { return 0 }
      }
    }
    return fewest
  }
}
