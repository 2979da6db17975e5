/// The correlation of two networks of the same actors, tested by the quadratic assignment procedure (QAP).
///
/// The correlation is Pearson's, between the cells of the two adjacency matrices without their diagonals. Since cells of
/// one row or column hang together, it is compared with those that come of renaming the actors of one network at random
/// (Krackhardt 1988, doi:10.1016/0378-8733(88)90004-4).
public struct QuadraticAssignment: Sendable, Hashable, Codable {
  /// Fewer common actors than this tell little.
  public static let fewActors = 20

  /// The number of actors.
  public let actors: Int
  /// The correlation, from -1 to 1; `nil` if one of the networks has no arc or all possible ones.
  ///
  /// With a and b the numbers of arcs, k of common ones and c = n(n - 1) of cells, it is
  /// (c k - a b) / √(a (c - a) b (c - b)). As `gcor` in the R package sna.
  public let correlation: Double?
  /// The share of permutations, the observed one counted in, with a correlation at least as large (Phipson and Smyth
  /// 2010, doi:10.2202/1544-6115.1585); `nil` without a correlation, and without a permutation. Without the observed one, it
  /// is `pgreq` of `qaptest` in the R package sna.
  public let shareAtLeast: Double?
  /// The number of permutations.
  public let permutations: Int
  /// Where the random numbers started.
  public let seed: UInt64

  /// Whether there are so few common actors that the test tells little.
  public var isWeak: Bool { actors < Self.fewActors }

  /// Correlates two graphs of the same nodes.
  ///
  /// - Parameters:
  ///   - first: A graph.
  ///   - second: The graph whose nodes are permuted.
  ///   - permutations: How many permutations the correlation is tested with; fewer than 0 are none.
  ///   - seed: Where the random numbers start; the same seed gives the same result.
  /// - Throws: ``GraphError`` if the graphs have different numbers of nodes.
  /// - Complexity: O(p · m · log d), where p is the number of permutations, m of arcs of the smaller graph, and d the
  ///   greatest out-degree.
  public init(
    _ first: DirectedGraph, _ second: DirectedGraph, permutations: Int = 5000, seed: UInt64 = 1
  ) throws(GraphError) {
    guard first.count == second.count else { throw GraphError(.unlikeCounts(first.count, second.count)) }
    self.init(aligned: first, second, permutations: permutations, seed: seed)
  }

  /// Correlates two graphs that are known to have the same nodes.
  package init(aligned first: DirectedGraph, _ second: DirectedGraph, permutations: Int, seed: UInt64) {
    precondition(first.count == second.count, "the graphs must have the same nodes")
    let permutations = max(permutations, 0)
    actors = first.count
    self.permutations = permutations
    self.seed = seed
    let cells = Double(actors * (actors - 1))
    let (one, other) = (Double(first.arcCount), Double(second.arcCount))
    let spread = one * (cells - one) * other * (cells - other)
    guard spread > 0 else {
      (correlation, shareAtLeast) = (nil, nil)
      return
    }
    var nodes = Array(0..<actors)
    let arcs = AlignedArcs(first, second)
    let common = arcs.common(nodes)
    correlation = (cells * Double(common) - one * other) / spread.squareRoot()
    var random = RandomNumbers(seed: seed)
    var asLarge = 0
    for _ in 0..<permutations {
      nodes.shuffle(using: &random)
      // The correlation grows with the number of common arcs, and with nothing else.
      if arcs.common(nodes) >= common { asLarge += 1 }
    }
    shareAtLeast = permutations == 0 ? nil : Double(asLarge + 1) / Double(permutations + 1)
  }
}

/// The arcs of one graph, and where another has arcs: all pairs of its nodes as bits, if they are few.
private struct AlignedArcs {
  private let sources: [Int32]
  private let targets: [Int32]
  private let other: DirectedGraph
  /// A row of bits for each node of the other; nothing if there are too many.
  private let bits: [UInt64]
  private let width: Int

  init(_ first: DirectedGraph, _ second: DirectedGraph) {
    var (sources, targets): ([Int32], [Int32]) = ([], [])
    for source in 0..<first.count {
      for target in first.targets(of: source) {
        sources.append(Int32(source))
        targets.append(Int32(target))
      }
    }
    (self.sources, self.targets, other) = (sources, targets, second)
    width = (second.count + 63) / 64
    guard second.count <= 4096 else {
      bits = []
      return
    }
    var bits = [UInt64](repeating: 0, count: width * second.count)
    for source in 0..<second.count {
      for target in second.targets(of: source) {
        bits[source * width + Int(target) / 64] |= 1 << UInt64(Int(target) % 64)
      }
    }
    self.bits = bits
  }

  /// How many arcs of the first graph are arcs of the second if each node is taken for another.
  func common(_ nodes: [Int]) -> Int {
    var count = 0
    for (source, target) in zip(sources, targets) {
      let (from, to) = (nodes[Int(source)], nodes[Int(target)])
      if bits.isEmpty {
        if other.hasArc(from: from, to: to) { count += 1 }
      } else {
        count += Int(bits[from * width + to / 64] >> UInt64(to % 64) & 1)
      }
    }
    return count
  }
}
