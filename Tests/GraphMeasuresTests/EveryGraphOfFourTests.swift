import GraphMeasures
import Testing

/// All 4,096 directed graphs of four nodes, kernel against plain version.
@Suite struct EveryGraphOfFourTests {
  private static let pairs: [(source: Int32, target: Int32)] = (0..<4).flatMap { source in
    (0..<4).filter { $0 != source }.map { (source: source, target: $0) }
  }

  private static let graphs = (0..<4_096).map { bits in
    DirectedGraph(4, pairs.indices.filter { bits >> $0 & 1 == 1 }.map { pairs[$0] })
  }

  @Test func `betweenness`() {
    for graph in Self.graphs where !isNear(graph.betweenness(), Plain(graph).betweenness()) {
      Issue.record("betweenness differs on \(graph.rows)")
    }
  }

  @Test func `structural holes`() {
    for graph in Self.graphs {
      let (result, plain) = (graph.structuralHoles(), Plain(graph).structuralHoles())
      #expect(isNear(result.constraint, plain.constraint) && isNear(result.effectiveSize, plain.effectiveSize))
    }
  }

  @Test func `triads`() {
    for graph in Self.graphs {
      let (census, plain) = (graph.triadCensus(), Plain(graph).triads())
      #expect(TriadClass.allCases.allSatisfy { census[$0] == plain[$0.rawValue, default: 0] })
    }
  }

  @Test func `cut points and cores`() {
    for graph in Self.graphs {
      let plain = Plain(graph)
      let parts = (0..<4).map { plain.componentCount(without: $0) - plain.componentCount() + 1 }
      #expect(graph.undirected.cutPoints().parts == parts)
      #expect(graph.undirected.coreNumbers() == plain.cores())
    }
  }
}
