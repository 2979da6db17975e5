import Foundation
import GraphMeasures

/// Two graphs of the same nodes, with what R says of how alike they are; Golden/make_comparison_golden.R makes them.
struct ComparedGraphs: Decodable, Sendable {
  let count: Int
  let first: [[Int]]
  let second: [[Int]]
  /// sna's `gcor`, to 15 digits; null where one of the graphs has no arc.
  let correlation: Double?
  /// `pgreq` of sna's `qaptest` with 20,000 permutations; null without a correlation.
  let shareAtLeast: Double?
  /// The share of the arcs of either that are arcs of both; null where neither has any.
  let jaccard: Double?

  /// How many permutations R took.
  static let permutations = 20_000

  static let all = Result {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(contentsOf: tests.appending(path: "Golden").appending(path: "comparison-graphs.json"))
    return try JSONDecoder().decode([ComparedGraphs].self, from: data)
  }

  func graphs() throws -> (DirectedGraph, DirectedGraph) {
    let graphs = try [first, second].map { arcs in
      try DirectedGraph(count: count, arcs: arcs.map { (source: $0[0], target: $0[1]) })
    }
    return (graphs[0], graphs[1])
  }
}
