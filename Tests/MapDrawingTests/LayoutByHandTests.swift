import GraphMeasures
import MapModel
import Testing

@testable import MapDrawing

struct LayoutByHandTests {
  private static let metrics = LayoutMetrics()

  private static func graph(_ random: inout RandomNumbers, nodes: Int, lines: Int) -> LayoutGraph {
    let outlines: [Outline] = [.box, .ellipse, .hexagon, .parallelogram]
    return LayoutGraph(
      nodes: (0..<nodes).map { node in
        .init(
          zone: node % 3, outline: outlines[node % 4], width: 40 + Double(random.below(60)),
          height: 20 + Double(random.below(30)))
      },
      lines: (0..<lines).map { _ in
        .init(
          first: random.below(nodes), second: random.below(nodes), pointsForward: true,
          pointsBackward: random.below(4) == 0)
      })
  }

  private static func actors(_ graph: LayoutGraph) throws -> [MapActor] {
    try graph.nodes.indices.map {
      try MapActor(.init(validating: "a\($0)"), name: "A\($0)", role: "delivery", sector: "school", stage: .delivery)
    }
  }

  @Test(arguments: 1...6)
  func `what is saved and read is drawn alike`(seed: UInt64) throws {
    var random = RandomNumbers(seed: seed)
    let graph = Self.graph(&random, nodes: 8 + Int(seed), lines: 12)
    let actors = try Self.actors(graph)
    let automatic = LayeredLayout().placed(graph, Self.metrics)
    let saved = automatic.positions(of: actors, in: "f")
    #expect(LayoutByHand(actors, at: saved.places(in: "f")).placed(graph, Self.metrics) == automatic)
  }

  @Test(arguments: 1...40)
  func `wherever nodes are put, none overlap and no line runs through one`(seed: UInt64) {
    var random = RandomNumbers(seed: seed)
    let count = 3 + random.below(25)
    let graph = Self.graph(&random, nodes: count, lines: 2 * count)
    var places: [Int: Point] = [:]
    // Every other map leaves some to find room.
    for node in graph.nodes.indices where seed.isMultiple(of: 2) || random.below(4) > 0 {
      places[node] = Point(Double(random.below(900)), Double(random.below(500)))
    }
    let placed = LayoutByHand(places: places).placed(graph, Self.metrics)
    let faults = LayoutFaults(of: placed, graph)
    #expect(faults.overlaps == 0)
    #expect(faults.linesThroughNodes == 0)
    #expect(placed.paths.count == graph.lines.count)
  }

  /// Three nodes in a row, far apart, and a fourth beside them, with a line from each to the next.
  private static let row: LayoutGraph = {
    let node = LayoutGraph.Node(zone: 0, outline: .box, width: 60, height: 30)
    let lines = (0..<3).map {
      LayoutGraph.Line(first: $0, second: $0 + 1, pointsForward: true, pointsBackward: false)
    }
    return LayoutGraph(nodes: [node, node, node, node], lines: lines)
  }()

  @Test func `nodes that have room stand where they are put, and the others near those that they are joined to`() {
    let layout = LayoutByHand(places: [0: Point(0, 0), 1: Point(200, 40), 2: Point(400, -60)])
    let nodes = layout.placed(Self.row, Self.metrics).nodes
    #expect(nodes[1].center == Point(nodes[0].center.x + 200, nodes[0].center.y - 40))
    #expect(nodes[2].center == Point(nodes[0].center.x + 400, nodes[0].center.y + 60))
    #expect(nodes[3].center.x == nodes[2].center.x)
    // Beyond the usual gap there is room for the head of their line.
    let distance = abs(nodes[3].center.y - nodes[2].center.y)
    #expect(distance >= 30 + Self.metrics.nodeGap && distance < 30 + 2 * Self.metrics.nodeGap)
  }

  @Test func `nodes on one spot are moved apart, and the left one stays to the left`() {
    let layout = LayoutByHand(places: [0: Point(0, 0), 1: Point(0, 0), 2: Point(20, 10), 3: Point(300, 0)])
    let placed = layout.placed(Self.row, Self.metrics)
    #expect(LayoutFaults(of: placed, Self.row).overlaps == 0)
    #expect(placed.nodes[0].center.x <= placed.nodes[2].center.x)
    #expect(placed.nodes[2].center.x < placed.nodes[3].center.x)
  }

  @Test func `an actor among those of another stage leaves stages without frames`() {
    let early = LayoutGraph.Node(zone: 0, outline: .box, width: 60, height: 30)
    var late = early
    late.zone = 1
    let graph = LayoutGraph(nodes: [early, late, early], lines: [])
    let apart = LayoutByHand(places: [0: Point(0, 0), 1: Point(300, 0), 2: Point(0, 80)])
    #expect(apart.placed(graph, Self.metrics).stages.count == 2)
    let mixed = LayoutByHand(places: [0: Point(0, 0), 1: Point(300, 0), 2: Point(600, 80)])
    #expect(mixed.placed(graph, Self.metrics).stages.isEmpty)
  }
}
