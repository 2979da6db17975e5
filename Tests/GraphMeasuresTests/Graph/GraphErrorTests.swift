import GraphMeasures
import Testing

/// What a program's data can bring up: each is an error or an answer, and none ends the program.
@Suite struct GraphErrorTests {
  @Test(arguments: [(0, 3), (3, 0), (-1, 0), (0, 1 << 40), (Int.min, Int.max), (7, 7)])
  func `an end outside the graph is an error`(source: Int, target: Int) {
    let error = GraphError(.outside(source: source, target: target))
    #expect(throws: error) { try DirectedGraph(count: 3, arcs: [(0, 1), (source, target)]) }
    #expect(throws: error) { try UndirectedGraph(count: 3, edges: [(0, 1), (source, target)]) }
    #expect(error.description.contains("\(source) to \(target)"))
  }

  @Test(arguments: [-1, Int.min, Int.max, Int(Int32.max)]) func `so is a number of nodes that cannot be`(count: Int) {
    #expect(throws: GraphError(.nodeCount(count))) { try DirectedGraph(count: count, arcs: []) }
    #expect(throws: GraphError(.nodeCount(count))) { try UndirectedGraph(count: count, edges: []) }
  }

  @Test(arguments: [-1, 3, 1 << 40, .min, .max]) func `what is no node has no arcs`(node: Int) {
    let graph = DirectedGraph.cycle(3)
    #expect(!graph.hasArc(from: 0, to: node) && !graph.hasArc(from: node, to: 0))
    #expect(graph.targets(of: node).isEmpty && graph.sources(of: node).isEmpty)
    #expect(graph.undirected.neighbours(of: node).isEmpty && graph.undirected.degree(of: node) == 0)
    #expect(graph.distances(from: [node]) == [nil, nil, nil] && graph.distances(to: node) == [nil, nil, nil])
    #expect(graph.shortestPath(from: node, to: 0) == nil && graph.shortestPath(from: 0, to: node) == nil)
    #expect(graph.components().members(of: node).isEmpty)
  }

  @Test func `parameters beyond their range are the nearest that make sense`() {
    let graph = NetworkXExample.graph
    #expect(graph.pageRank(damping: -1) == graph.pageRank(damping: 0))
    #expect(graph.pageRank(damping: Double.nan) == graph.pageRank(damping: 0))
    #expect(graph.pageRank(damping: Double.infinity) == graph.pageRank(damping: 0.999))
    #expect(graph.betweenness(threads: -3) == graph.betweenness())
    #expect(graph.closeness(threads: 0) == graph.closeness())
    #expect(graph.reachCounts(within: -1).allSatisfy { $0 == 0 })
    #expect(graph.distances(from: [0], limit: -1).compactMap(\.self) == [0])
    #expect(graph.centralization(betweenness: [1, 2]) == graph.centralization())
  }

  @Test func `groups may be too few or too many`() {
    let graph = DirectedGraph.path(3)
    #expect(graph.eiIndex(groups: [1, 1]).whole.value == -1)
    #expect(graph.eiIndex(groups: ["a", "b", "c", "d"]).byGroup.keys.sorted() == ["a", "b", "c"])
    #expect(graph.eiIndex(groups: [String]()).whole.value == nil)
    #expect(graph.brokerageRoles(groups: ["a", "b"]).allSatisfy { $0.total == 0 })
    #expect(graph.brokerageRoles(groups: ["a", "b", "a", "b"])[1].itinerant == 1)
  }
}
