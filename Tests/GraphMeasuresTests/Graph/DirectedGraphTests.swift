import Foundation
import GraphMeasures
import Testing

@Suite struct DirectedGraphTests {
  @Test func `loops and repeated arcs are dropped, rows are sorted`() {
    let graph = DirectedGraph(4, [(2, 1), (0, 3), (0, 1), (2, 2), (0, 3), (1, 0)])
    #expect(graph.count == 4)
    #expect(graph.arcCount == 4)
    #expect(Array(graph.targets(of: 0)) == [1, 3])
    #expect(Array(graph.targets(of: 2)) == [1])
    #expect(Array(graph.targets(of: 3)) == [])
    #expect(Array(graph.sources(of: 1)) == [0, 2])
    #expect(graph.hasArc(from: 0, to: 3))
    #expect(!graph.hasArc(from: 3, to: 0))
  }

  @Test func `the undirected form joins each pair once`() {
    let graph = DirectedGraph(4, [(2, 1), (0, 3), (0, 1), (1, 0)])
    #expect(graph.undirected.edgeCount == 3)
    #expect(Array(graph.undirected.neighbours(of: 1)) == [0, 2])
    #expect(graph.undirected == UndirectedGraph(4, [(3, 0), (1, 2), (0, 1), (1, 0), (1, 1)]))
  }

  @Test(arguments: DirectedGraph.samples) func `the reversed graph has every arc turned round`(graph: DirectedGraph) {
    let turned = (0..<graph.count).flatMap { node in
      graph.targets(of: node).map { (source: $0, target: Int32(node)) }
    }
    #expect(graph.reversed == DirectedGraph(graph.count, turned))
    #expect(graph.reversed.reversed == graph)
  }

  @Test(arguments: DirectedGraph.samples) func `the arcs make the graph again`(graph: DirectedGraph) throws {
    let again = try DirectedGraph(count: graph.count, arcs: graph.arcs)
    #expect(again == graph && again.hashValue == graph.hashValue)
    #expect(graph.arcs.count == graph.arcCount && graph.undirected.edges.count == graph.undirected.edgeCount)
    #expect(try UndirectedGraph(count: graph.count, edges: graph.undirected.edges) == graph.undirected)
    #expect(DirectedGraph(graph.undirected).undirected == graph.undirected)
  }

  @Test(arguments: DirectedGraph.samples)
  func `what is undirected is that of the undirected form`(graph: DirectedGraph) {
    #expect(graph.components() == graph.undirected.components())
    #expect(graph.components().members().enumerated().allSatisfy { $1 == graph.components().members(of: $0) })
    #expect(graph.eigenvector() == graph.undirected.eigenvector())
    #expect(graph.coreNumbers() == graph.undirected.coreNumbers())
    #expect(graph.cutPoints() == graph.undirected.cutPoints() && graph.bridges() == graph.cutPoints().bridges)
    #expect(graph.transitivity() == graph.undirected.transitivity())
  }

  @Test(arguments: DirectedGraph.samples) func `results can be stored and read again`(graph: DirectedGraph) throws {
    func again<Value: Codable & Equatable>(_ value: Value) throws -> Bool {
      try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value)) == value
    }
    #expect(try again(graph.closeness()) && again(graph.centralization()) && again(graph.structuralHoles()))
    #expect(try again(graph.components()) && again(graph.cutPoints()) && again(graph.triadCensus()))
    let groups = (0..<graph.count).map { $0 % 3 }
    #expect(try again(graph.brokerageRoles(groups: groups)) && again(graph.eiIndex(groups: groups).whole))
  }

  @Test func `an empty graph has empty measures`() {
    let graph = DirectedGraph(0, [])
    #expect(graph.betweenness() == [])
    #expect(graph.pageRank() == [])
    #expect(graph.undirected.eigenvector() == nil)
    #expect(graph.undirected.coreNumbers() == [])
    #expect(graph.weakComponents().largest == nil)
    #expect(graph.density() == nil)
  }
}
