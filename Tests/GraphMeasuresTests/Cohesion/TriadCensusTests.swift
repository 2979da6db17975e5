import GraphMeasures
import Testing

@Suite struct TriadCensusTests {
  @Test func `NetworkX's example`() {
    let census = NetworkXExample.graph.triadCensus()
    for (name, count) in NetworkXExample.triads {
      #expect(TriadClass(rawValue: name).map { census[$0] } == count)
    }
  }

  @Test(arguments: DirectedGraph.samples) func `as every set of three`(graph: DirectedGraph) {
    let (census, plain) = (graph.triadCensus(), Plain(graph).triads())
    for triad in TriadClass.allCases { #expect(census[triad] == plain[triad.rawValue, default: 0]) }
    #expect(census.total == graph.count * (graph.count - 1) * (graph.count - 2) / 6)
  }
}
