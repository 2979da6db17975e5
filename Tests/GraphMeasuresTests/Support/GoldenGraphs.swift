import Foundation
import GraphMeasures

/// A graph with the values that other software gives for its measures; Golden/make_golden.py defines each.
///
/// What is optional may be null in the file: the measure is undefined there.
struct GoldenGraph: Decodable, Sendable {
  let id: String
  let n: Int
  let arcs: [[Int32]]
  /// The group of each node.
  let groups: [Int32]
  /// The names of the nodes; only of textbook graphs.
  let names: [String]?
  /// Only of textbook graphs.
  let source: Source?

  let inDegree: [Int]
  let outDegree: [Int]
  let betweenness: [Double]
  let harmonic: [Double]
  let closeness: [Double?]
  let pageRank: [Double]
  let eigenvector: [Double]?
  let core: [Int]
  let constraint: [Double?]
  let effectiveSize: [Double?]
  let cutPoints: [Int]
  let bridges: [[Int]]
  let weakComponents: Int
  let strongComponents: Int
  let density: Double?
  let reciprocity: Double?
  let transitivity: Double?
  /// By the M-A-N names.
  let triads: [String: Int]
  let reach2: [Int]
  let eiIndex: Double?
  let centralization: Centralization
  let brokerage: Brokerage

  struct Centralization: Decodable, Sendable {
    let inDegree: Double?
    let outDegree: Double?
    let betweenness: Double?
  }

  /// One list a role, one count a node.
  struct Brokerage: Decodable, Sendable {
    let coordinator: [Int]
    let itinerant: [Int]
    let gatekeeper: [Int]
    let representative: [Int]
    let liaison: [Int]
  }

  struct Source: Decodable, Sendable {
    let published: [Published]
  }

  /// Values that a publication prints: a measure times a factor, rounded to a number of decimal digits.
  struct Published: Decodable, Sendable {
    let measure: String
    let digits: Int
    let times: Double
    /// By the node's name, or by that of the triad.
    let values: [String: Double]
    /// Where a publication computes PageRank with another damping than 0.85.
    let damping: Double?
  }

  var graph: DirectedGraph { DirectedGraph(n, arcs.map { (source: $0[0], target: $0[1]) }) }
}

extension GoldenGraph {
  /// 318 generated graphs of 1 to 120 nodes.
  static let random = Result { try read("random-graphs.json") }
  /// 7 graphs from the literature.
  static let textbook = Result { try read("textbook-graphs.json") }

  /// Every golden graph; throws where a file is missing or lacks a value.
  static func all() throws -> [GoldenGraph] { try random.get() + textbook.get() }

  private static func read(_ name: String) throws -> [GoldenGraph] {
    struct File: Decodable {
      let graphs: [GoldenGraph]
    }
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(contentsOf: tests.appending(path: "Golden").appending(path: name))
    return try JSONDecoder().decode(File.self, from: data).graphs
  }
}

/// Whether a value is undefined where the golden one is, and otherwise within a share of it.
///
/// Golden values have 12 significant digits. Those below 0.001 count as 0.001, so that rounding may leave 1e-12 of 0.
func agrees(_ value: Double?, _ golden: Double?, within share: Double = 1e-9) -> Bool {
  guard let value, let golden else { return value == nil && golden == nil }
  return abs(value - golden) <= share * max(abs(golden), 0.001)
}

/// Whether two lists agree at every node.
func agree(_ values: [Double?], _ golden: [Double?], within share: Double = 1e-9) -> Bool {
  values.count == golden.count && zip(values, golden).allSatisfy { agrees($0, $1, within: share) }
}
