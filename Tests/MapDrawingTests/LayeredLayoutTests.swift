import GraphMeasures
import TestSupport
import Testing

@testable import MapDrawing

struct LayeredLayoutTests {
  /// A graph at random, with as many nodes in each zone.
  static func graph(_ nodes: Int, _ lines: Int, stages: Int = 2, seed: UInt64) -> LayoutGraph {
    var random = RandomNumbers(seed: seed)
    let outlines: [Outline] = [.box, .ellipse, .hexagon, .parallelogram]
    return LayoutGraph(
      stageCount: stages,
      nodes: (0..<nodes).map { node in
        .init(
          zone: node % (stages + 1), outline: outlines[node % 4],
          width: 40 + Double(random.below(60)), height: 20 + Double(random.below(30)))
      },
      lines: (0..<lines).map { _ in
        .init(
          first: random.below(nodes), second: random.below(nodes), pointsForward: true,
          pointsBackward: random.below(4) == 0)
      })
  }

  @Test(arguments: (1...12).map { ($0, 2) } + [1, 3, 4, 5, 6].flatMap { stages in (13...14).map { ($0, stages) } })
  func `holds the stages apart, without overlaps and without lines through nodes`(seed: UInt64, stages: Int) throws {
    let graph = Self.graph(6 + Int(seed), 3 * Int(seed), stages: stages, seed: seed)
    let layout = LayeredLayout().placed(graph, LayoutMetrics())
    let faults = LayoutFaults(of: layout, graph)
    #expect(faults.overlaps == 0)
    #expect(faults.linesThroughNodes == 0)
    func sides(_ zone: Int) -> (left: Double, right: Double) {
      let places = zip(graph.nodes, layout.nodes).filter { $0.0.zone == zone }.map(\.1)
      return (places.map(\.left).min() ?? 0, places.map(\.right).max() ?? 0)
    }
    for zone in 0..<stages { #expect(sides(zone).right < sides(zone + 1).left) }
    #expect(layout.stages.count == stages)
    for stage in 1..<max(stages, 2) where stages > 1 {
      let (before, after) = (try #require(layout.stages[stage - 1]), try #require(layout.stages[stage]))
      #expect(before.right < after.left)
    }
  }

  @Test func `leaves out stages without nodes`() {
    let node = LayoutGraph.Node(zone: 1, outline: .box, width: 60, height: 30)
    let layout = LayeredLayout().placed(LayoutGraph(stageCount: 4, nodes: [node, node], lines: []), LayoutMetrics())
    #expect(Array(layout.stages.keys) == [1])
    #expect(layout.frame.width < 200)
  }

  @Test(arguments: [Outline.box, .ellipse, .hexagon])
  func `draws lines between the same two nodes apart, also where one stands above the other`(outline: Outline) {
    let node = LayoutGraph.Node(zone: 0, outline: outline, width: 90, height: 30)
    func line(_ first: Int, _ second: Int) -> LayoutGraph.Line {
      .init(first: first, second: second, pointsForward: true, pointsBackward: false)
    }
    // One column of three, and each pair connected twice; and two lines from a node to itself.
    let columns = LayoutGraph(
      nodes: [node, node, node],
      lines: [line(0, 1), line(1, 0), line(0, 2), line(2, 0), line(1, 2), line(2, 1), line(1, 1), line(1, 1)])
    let layout = LayeredLayout().placed(columns, LayoutMetrics())
    #expect(Set(layout.paths.map { Set($0.points.map { "\($0.x) \($0.y)" }) }).count == 8)
    #expect(LayoutFaults(of: layout, columns).linesThroughNodes == 0)
  }

  @Test func `ends every line at its nodes' outlines`() {
    let graph = Self.graph(9, 14, seed: 4)
    let layout = LayeredLayout().placed(graph, LayoutMetrics())
    for (line, path) in zip(graph.lines, layout.paths) {
      for (node, tip) in [
        (line.first, path.startTip ?? path.points[0]),
        (line.second, path.endTip ?? path.points[path.points.count - 1]),
      ] {
        let place = layout.nodes[node]
        #expect(tip.x >= place.left - 0.01 && tip.x <= place.right + 0.01)
        #expect(tip.y >= place.bottom - 0.01 && tip.y <= place.top + 0.01)
      }
    }
  }

  /// On a page that is large enough; the fewest are found by trying all orders of the actors of each stage.
  @Test func `arrows run from left to right wherever any order of actors allows it`() {
    var metrics = LayoutMetrics()
    metrics.room = (6000, 4000)
    var (against, fewest) = (0, 0)
    for seed in 1...40 {
      let graph = Self.graph(4 + seed % 9, 4 + seed % 9 + seed / 4, stages: 1 + seed % 3, seed: UInt64(seed))
      let layout = LayeredLayout().placed(graph, metrics)
      let arrows = graph.lines.filter { !$0.pointsBackward && $0.first != $0.second }
      against += arrows.count { layout.nodes[$0.first].center.x >= layout.nodes[$0.second].center.x - 1 }
      let zones = Set(graph.nodes.map(\.zone))
      fewest += arrows.count { graph.nodes[$0.first].zone > graph.nodes[$0.second].zone }
      for zone in zones {
        let nodes = graph.nodes.indices.filter { graph.nodes[$0].zone == zone }
        let inside = arrows.filter { nodes.contains($0.first) && nodes.contains($0.second) }
        let orders = nodes.permutations.map { order in
          inside.count { (order.firstIndex(of: $0.first) ?? 0) > (order.firstIndex(of: $0.second) ?? 0) }
        }
        fewest += orders.min() ?? 0
      }
    }
    #expect(against * 10 <= fewest * 11, "\(against) arrows against the flow, \(fewest) at least")
  }

  @Test func `gives the same layout again`() {
    let graph = Self.graph(12, 20, seed: 9)
    let metrics = LayoutMetrics()
    #expect(LayeredLayout().placed(graph, metrics) == LayeredLayout().placed(graph, metrics))
  }

  @Test func `lays out nothing, and a node alone`() {
    #expect(LayeredLayout().placed(LayoutGraph(nodes: [], lines: []), LayoutMetrics()).nodes.isEmpty)
    let alone = LayeredLayout().placed(Self.graph(1, 0, seed: 1), LayoutMetrics())
    #expect(alone.nodes.count == 1)
    #expect(alone.frame.right > alone.frame.left)
  }

  @Test func `stays quick with hundreds of nodes`() {
    let graph = Self.graph(500, 700, seed: 3)
    #expect(LayeredLayout().placed(graph, LayoutMetrics()).nodes.count == 500)
  }
}
