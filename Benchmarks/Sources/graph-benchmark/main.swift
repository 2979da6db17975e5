import Foundation
import GraphMeasures

/// Computes one measure of a graph; the result is a single number, by which it can be compared with that of others.
func compute(_ measure: String, of graph: DirectedGraph, threads: Int) -> Double? {
  switch measure {
  case "betweenness": return graph.betweenness(threads: threads).reduce(0, +)
  case "closeness": return graph.closeness(threads: threads).closeness.compactMap(\.self).reduce(0, +)
  case "harmonic": return graph.closeness(threads: threads).harmonic.reduce(0, +)
  case "pagerank": return graph.pageRank().enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
  case "eigenvector": return graph.undirected.eigenvector()?.reduce(0, +) ?? .nan
  case "constraint": return graph.structuralHoles().constraint.compactMap(\.self).reduce(0, +)
  case "triads":
    let census = graph.triadCensus()
    return Double(census[.transitive] + census[.complete])
  case "k-core": return Double(graph.undirected.coreNumbers().reduce(0, +))
  case "articulation": return Double(graph.undirected.cutPoints().cutPoints.count)
  default: return nil
  }
}

/// The arcs of a CSV file: a line of headings, then lines that begin with two nodes, numbered from 0.
func readGraph(_ path: String) -> DirectedGraph? {
  guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
  let arcs: [(source: Int, target: Int)] = text.utf8.split(separator: UInt8(ascii: "\n")).dropFirst().compactMap {
    let cells = $0.split(separator: UInt8(ascii: ",")).prefix(2).compactMap { Int(Substring($0)) }
    return cells.count == 2 ? (source: cells[0], target: cells[1]) : nil
  }
  let count = 1 + (arcs.map { max($0.source, $0.target) }.max() ?? -1)
  return try? DirectedGraph(count: count, arcs: arcs)
}

func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data((message + "\n").utf8))
  exit(2)
}

// Computes a measure and prints a row: seconds of the first call, the result, seconds of the fastest call. What takes
// less than 20 ms is computed 20 times more.
let arguments = CommandLine.arguments
guard arguments.count == 4, let threads = Int(arguments[3]), threads == 1 || threads == 2 else {
  fail("usage: graph-benchmark GRAPH.csv MEASURE 1|2")
}
guard let graph = readGraph(arguments[1]) else { fail("graph-benchmark: cannot read \(arguments[1])") }
let clock = ContinuousClock()
let start = clock.now
guard let result = compute(arguments[2], of: graph, threads: threads) else {
  fail("graph-benchmark: no measure is called \(arguments[2])")
}
let first = clock.now - start
var fastest = first
if first < .milliseconds(20) {
  for _ in 0..<20 {
    fastest = min(fastest, clock.measure { _ = compute(arguments[2], of: graph, threads: threads) })
  }
}
print([first / .seconds(1), result, fastest / .seconds(1)].map { String($0) }.joined(separator: "\t"))
