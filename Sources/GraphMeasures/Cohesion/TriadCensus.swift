/// How many sets of three nodes are joined in each of the sixteen ways.
public struct TriadCensus: Sendable, Hashable {
  private var counts = [Int](repeating: 0, count: TriadClass.allCases.count)
  private static let positions = Dictionary(
    uniqueKeysWithValues: TriadClass.allCases.enumerated().map { ($1, $0) })

  init() {}

  /// The number of triads of a class.
  public internal(set) subscript(_ triad: TriadClass) -> Int {
    get { counts[Self.positions[triad, default: 0]] }
    set { counts[Self.positions[triad, default: 0]] = newValue }
  }

  /// The number of sets of three nodes: n(n - 1)(n - 2) / 6, or `Int.max` where it is larger.
  public var total: Int {
    counts.reduce(0) { sum, count in
      let (next, isWider) = sum.addingReportingOverflow(count)
      return isWider ? .max : next
    }
  }
}

extension TriadCensus: Codable {
  /// Reads an object of the M-A-N names; what it does not name is 0.
  public init(from decoder: any Decoder) throws {
    for (name, count) in try [String: Int](from: decoder) {
      guard let triad = TriadClass(rawValue: name) else {
        throw DecodingError.dataCorrupted(
          .init(codingPath: decoder.codingPath, debugDescription: "no triad is called \(name)"))
      }
      self[triad] = count
    }
  }

  /// Writes an object of the M-A-N names.
  public func encode(to encoder: any Encoder) throws {
    try Dictionary(uniqueKeysWithValues: TriadClass.allCases.map { ($0.rawValue, self[$0]) }).encode(to: encoder)
  }
}

extension DirectedGraph {
  /// The triad census of the graph.
  ///
  /// Every pair of joined nodes is taken once, with the neighbours of the one that has fewer; triads with a single
  /// joined pair, and those that only the other's neighbours make, are counted without being visited.
  ///
  /// Above 3.8 million nodes, the number of triads without arcs is cut off at `Int.max`.
  ///
  /// - Complexity: O(n + m √m).
  ///
  /// Source: V. Batagelj and A. Mrvar, "A subquadratic triad census algorithm for large sparse networks with small
  /// maximum degree", Social Networks 23 (2001), doi:10.1016/S0378-8733(01)00035-1.
  public func triadCensus() -> TriadCensus {
    let byArcs = relabelledByDegree().triadsByArcs()
    var census = TriadCensus()
    for (arcs, count) in byArcs.enumerated() { census[TriadClass.byArcs[arcs]] += count }
    census[.empty] = Int(clamping: Self.triadCount(count) - Int128(census.total))
    return census
  }

  /// The number of sets of three nodes, which is wider than `Int` from 3.8 million nodes on.
  private static func triadCount(_ count: Int) -> Int128 {
    let count = Int128(count)
    return count * (count - 1) * (count - 2) / 6
  }

  /// The same graph with its nodes numbered from the highest degree to the lowest.
  private func relabelledByDegree() -> DirectedGraph {
    let order = (0..<count).sorted {
      (undirected.degree(of: $1), $0) < (undirected.degree(of: $0), $1)
    }
    var labels = [Int32](repeating: 0, count: count)
    for (label, node) in order.enumerated() { labels[node] = Int32(label) }
    return DirectedGraph(
      count: count,
      packed: (0..<count).lazy.flatMap { node in
        rows[node].lazy.map { (source: labels[node], target: labels[Int($0)]) }
      })
  }

  /// The number of triads with each arrangement of arcs (see `TriadClass.byArcs`), but for those without arcs.
  private func triadsByArcs() -> [Int] {
    let dyads = DyadRows(self)
    let rows = dyads.rows
    var result = [Int](repeating: 0, count: 64)
    // The code of the pair of `a` and each of its neighbours, 0 for all other nodes.
    var codes = [UInt8](repeating: 0, count: count)
    for a in 0..<count {
      let row = rows.range(of: a)
      for position in row { codes[Int(rows.entries[position])] = dyads.codes[position] }
      // How many neighbours of `a` above `b` there are with each code.
      var above = SIMD4<Int>.zero
      for position in row.reversed() {
        let b = Int(rows.entries[position])
        guard b > a else { break }
        let ab = Int(dyads.codes[position])
        var common = SIMD4<Int>.zero
        var commonCount = 0
        for inner in rows.range(of: b) {
          let c = Int(rows.entries[inner])
          let ac = Int(codes[c])
          if ac != 0 { commonCount += 1 }
          // Each triad is counted from its first joined pair a, b.
          if c > b || (ac == 0 && c > a) {
            result[ab | ac << 2 | Int(dyads.codes[inner]) << 4] += 1
            if c > b { common[ac] += 1 }
          }
        }
        for ac in 1...3 { result[ab | ac << 2] += above[ac] - common[ac] }
        // `a` and `b` are each among the other's neighbours and in neither's common ones.
        result[ab] += count - (row.count + rows.degree(of: b) - commonCount)
        above[ab] += 1
      }
      for position in row { codes[Int(rows.entries[position])] = 0 }
    }
    return result
  }
}
