import Graphviz
import Testing

@testable import MapDrawing

struct TextMetricsTests {
  /// Advances of DejaVu Sans 2.37 as its own `hmtx` table gives them (2048 units to the em).
  @Test(arguments: [("A", 1401), ("m", 1995), ("i", 569), ("0", 1303)])
  func `knows the advances of letters`(letter: String, units: Int) {
    #expect(abs(TextMetrics.width(of: letter, fontSize: 1) - Double(units) / 2048) < 0.001)
  }
}

struct WrappedLabelTests {
  @Test func `breaks at white space into lines of like length`() {
    let label = WrappedLabel("Children's Services Manager", fontSize: 11, width: 92)
    #expect(label.lines == ["Children's", "Services", "Manager"])
    #expect(WrappedLabel("DfE", fontSize: 11, width: 92).lines == ["DfE"])
  }

  @Test(arguments: [String(repeating: "x", count: 100_000), String(repeating: "word ", count: 20_000)])
  func `cuts what does not fit`(text: String) {
    let label = WrappedLabel(text, fontSize: 11, width: 92)
    #expect(label.lines.count <= 4)
    #expect(label.width <= 92)
    #expect(label.lines.last?.hasSuffix("\u{2026}") == true)
  }

  @Test(arguments: ["", " ", "\n\n", "\u{200B}"])
  func `has a line even without text`(text: String) {
    #expect(WrappedLabel(text, fontSize: 11, width: 92).lines.count == 1)
  }
}

struct ColumnOrderTests {
  private static func graph(_ count: Int, _ pairs: [(Int, Int)]) -> LayoutGraph {
    LayoutGraph(
      nodes: (0..<count).map { _ in .init(zone: .second, outline: .box, width: 50, height: 20) },
      lines: pairs.map { .init(first: $0.0, second: $0.1, pointsForward: true, pointsBackward: false) })
  }

  @Test func `counts crossings between columns`() {
    // Two lines that cross, as a drawing of K2,2 has one crossing at least.
    let crossed = ColumnOrder(Self.graph(4, [(0, 3), (1, 2)]), columnOf: [0, 0, 1, 1], columnCount: 2)
    #expect(crossed.crossings == 1)
    let complete = ColumnOrder(
      Self.graph(6, [(0, 3), (0, 4), (0, 5), (1, 3), (1, 4), (1, 5), (2, 3), (2, 4), (2, 5)]),
      columnOf: [0, 0, 0, 1, 1, 1], columnCount: 2)
    // K3,3 in two columns: (3 over 2) squared (Harary and Schwenk 1972).
    #expect(complete.crossings == 9)
  }

  @Test func `gives long lines a lane in each column they pass`() {
    let order = ColumnOrder(Self.graph(4, [(0, 3), (0, 1), (1, 2)]), columnOf: [0, 1, 2, 3], columnCount: 4)
    #expect(order.chains[0].count == 4)
    #expect(order.columns.map(\.count) == [1, 2, 2, 1])
  }

  @Test func `finds the best order of small graphs`() {
    var random = RandomNumbers(seed: 1)
    for _ in 0..<60 {
      let pairs = (0..<5).flatMap { left in
        (5..<10).filter { _ in random.below(3) == 0 }.map { (left, $0) }
      }
      let graph = Self.graph(10, pairs)
      let columnOf = (0..<10).map { $0 < 5 ? 0 : 1 }
      var order = ColumnOrder(graph, columnOf: columnOf, columnCount: 2)
      order.reduceCrossings(sweeps: 24, restarts: 40, using: &random)
      #expect(order.crossings == Self.fewestCrossings(pairs))
    }
  }

  /// The fewest crossings over all orders of five and five nodes, by trying them all.
  private static func fewestCrossings(_ pairs: [(Int, Int)]) -> Int {
    let orders = permutations(Array(0..<5))
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

  private static func permutations(_ items: [Int]) -> [[Int]] {
    if items.count <= 1 { return [items] }
    return items.indices.flatMap { index in
      var rest = items
      let first = rest.remove(at: index)
      return permutations(rest).map { [first] + $0 }
    }
  }
}

struct ColumnCoordinatesTests {
  /// Worked by hand: 3 and 1 pool to their weighted mean.
  @Test func `finds the nearest nondecreasing numbers`() {
    #expect(ColumnCoordinates.nondecreasing([(1, 1), (2, 1), (3, 1)]) == [1, 2, 3])
    #expect(ColumnCoordinates.nondecreasing([(3, 1), (1, 1)]) == [2, 2])
    #expect(ColumnCoordinates.nondecreasing([(3, 3), (1, 1), (4, 1)]) == [2.5, 2.5, 4])
    #expect(ColumnCoordinates.nondecreasing([(3, 1), (2, 1), (1, 1)]) == [2, 2, 2])
    #expect(ColumnCoordinates.nondecreasing([]) == [])
  }
}

struct LayeredLayoutTests {
  /// A graph at random: a third of the nodes in each zone.
  private static func graph(_ nodes: Int, _ lines: Int, seed: UInt64) -> LayoutGraph {
    var random = RandomNumbers(seed: seed)
    let outlines: [NodeOutline] = [.box, .ellipse, .hexagon, .parallelogram]
    return LayoutGraph(
      nodes: (0..<nodes).map { node in
        .init(
          zone: LayoutGraph.Zone.allCases[node % 3], outline: outlines[node % 4],
          width: 40 + Double(random.below(60)), height: 20 + Double(random.below(30)))
      },
      lines: (0..<lines).map { _ in
        .init(
          first: random.below(nodes), second: random.below(nodes), pointsForward: true,
          pointsBackward: random.below(4) == 0)
      })
  }

  @Test(arguments: 1...12)
  func `holds the halves apart, without overlaps and without lines through nodes`(seed: UInt64) throws {
    let graph = Self.graph(4 + Int(seed), 3 * Int(seed), seed: seed)
    let layout = LayeredLayout(graph)
    let faults = LayoutFaults(of: layout, graph)
    #expect(faults.overlaps == 0)
    #expect(faults.linesThroughNodes == 0)
    func sides(_ zone: LayoutGraph.Zone) -> (left: Double, right: Double) {
      let places = zip(graph.nodes, layout.nodes).filter { $0.0.zone == zone }.map(\.1)
      return (places.map(\.left).min() ?? 0, places.map(\.right).max() ?? 0)
    }
    #expect(sides(.first).right < sides(.second).left)
    #expect(sides(.second).right < sides(.end).left)
    let first = try #require(layout.halves[.first])
    let second = try #require(layout.halves[.second])
    #expect(first.right < second.left)
  }

  @Test func `ends every line at its nodes' outlines`() {
    let graph = Self.graph(9, 14, seed: 4)
    let layout = LayeredLayout(graph)
    for (line, course) in zip(graph.lines, layout.courses) {
      for (node, tip) in [
        (line.first, course.startTip ?? course.points[0]),
        (line.second, course.endTip ?? course.points[course.points.count - 1]),
      ] {
        let place = layout.nodes[node]
        #expect(tip.x >= place.left - 0.01 && tip.x <= place.right + 0.01)
        #expect(tip.y >= place.bottom - 0.01 && tip.y <= place.top + 0.01)
      }
    }
  }

  @Test func `gives the same layout again`() {
    let graph = Self.graph(12, 20, seed: 9)
    #expect(LayeredLayout(graph).nodes == LayeredLayout(graph).nodes)
    #expect(LayeredLayout(graph).courses == LayeredLayout(graph).courses)
  }

  @Test func `lays out nothing, and a node alone`() {
    #expect(LayeredLayout(LayoutGraph(nodes: [], lines: [])).nodes.isEmpty)
    let alone = LayeredLayout(Self.graph(1, 0, seed: 1))
    #expect(alone.nodes.count == 1)
    #expect(alone.frame.right > alone.frame.left)
  }

  @Test func `stays quick with hundreds of nodes`() {
    let graph = Self.graph(500, 700, seed: 3)
    #expect(LayeredLayout(graph).nodes.count == 500)
  }
}
