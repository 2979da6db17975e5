import GraphMeasures

extension DirectedGraph {
  /// Every arc in both directions.
  static func both(_ count: Int, _ edges: [(Int32, Int32)]) -> DirectedGraph {
    DirectedGraph(count, edges.flatMap { [(source: $0, target: $1), (source: $1, target: $0)] })
  }

  static func path(_ count: Int) -> DirectedGraph {
    DirectedGraph(count, (1..<Int32(max(count, 1))).map { (source: $0 - 1, target: $0) })
  }

  static func cycle(_ count: Int) -> DirectedGraph {
    DirectedGraph(count, (0..<Int32(count)).map { (source: $0, target: ($0 + 1) % Int32(count)) })
  }

  static func complete(_ count: Int) -> DirectedGraph {
    DirectedGraph(
      count: count,
      packed: (0..<Int32(count)).flatMap { source in (0..<Int32(count)).map { (source: source, target: $0) } })
  }

  /// A square of nodes joined both ways to those above, below, left and right.
  static func grid(_ side: Int32) -> DirectedGraph {
    .both(
      Int(side * side),
      (0..<side).flatMap { row in
        (0..<side).flatMap { column in
          let node = row * side + column
          return (column + 1 < side ? [(node, node + 1)] : []) + (row + 1 < side ? [(node, node + side)] : [])
        }
      })
  }

  /// `arcs` random arcs among the first `used` nodes, about `mutual` of them returned.
  static func random(seed: UInt64, count: Int, arcs: Int, used: Int? = nil, mutual: Double = 0.2) -> DirectedGraph {
    var generator = SplitMix64(seed: seed)
    let used = Int32(used ?? count)
    return DirectedGraph(
      count: count,
      packed: (0..<arcs).flatMap { _ in
        let arc = (
          source: Int32.random(in: 0..<used, using: &generator), target: Int32.random(in: 0..<used, using: &generator)
        )
        let isReturned = Double.random(in: 0..<1, using: &generator) < mutual
        return isReturned ? [arc, (source: arc.target, target: arc.source)] : [arc]
      })
  }

  /// Small graphs of every sort: empty, without arcs, sparse and in pieces, dense, deep, without cycles.
  static let samples: [DirectedGraph] = {
    var graphs: [DirectedGraph] = [
      DirectedGraph(0, []), DirectedGraph(1, [(0, 0)]), DirectedGraph(2, []),
      DirectedGraph(2, [(1, 0)]), .both(2, [(0, 1)]), .path(7), .cycle(9), .complete(6), .grid(6),
      .both(6, [(0, 1), (0, 2), (0, 3), (0, 4), (0, 5)]), NetworkXExample.graph, .krackhardtKite, .karateClub,
    ]
    for seed in 0..<40 {
      let count = 3 + seed
      let arcs = [count / 2, count, 2 * count, 5 * count][seed % 4]
      graphs.append(
        .random(
          seed: UInt64(seed), count: count, arcs: arcs, used: seed % 3 == 0 ? count - 2 : count,
          mutual: [0, 0.2, 0.8][seed % 3]))
    }
    return graphs
  }()

  /// Larger graphs, of several chunks and batches each, among them a deep one and one in pieces.
  static let largerSamples: [DirectedGraph] = [
    .random(seed: 1, count: 600, arcs: 1_800), .random(seed: 2, count: 1_100, arcs: 800), .grid(23), .path(520),
    .random(seed: 3, count: 530, arcs: 4_000, used: 520),
  ]

  /// Source: D. Krackhardt, "Assessing the political landscape", Administrative Science Quarterly 35 (1990),
  /// doi:10.2307/2393394.
  static let krackhardtKite = DirectedGraph.both(
    10,
    [
      (0, 1), (0, 2), (0, 3), (0, 5), (1, 3), (1, 4), (1, 6), (2, 3), (2, 5), (3, 4), (3, 5), (3, 6), (4, 6), (5, 6),
      (5, 7), (6, 7), (7, 8), (8, 9),
    ])

  /// Source: W. W. Zachary, "An information flow model for conflict and fission in small groups", Journal of
  /// Anthropological Research 33 (1977), doi:10.1086/jar.33.4.3629752.
  static let karateClub = DirectedGraph.both(
    34,
    [
      (0, 1), (0, 2), (0, 3), (0, 4), (0, 5), (0, 6), (0, 7), (0, 8), (0, 10), (0, 11), (0, 12), (0, 13), (0, 17),
      (0, 19), (0, 21), (0, 31), (1, 2), (1, 3), (1, 7), (1, 13), (1, 17), (1, 19), (1, 21), (1, 30), (2, 3), (2, 7),
      (2, 8), (2, 9), (2, 13), (2, 27), (2, 28), (2, 32), (3, 7), (3, 12), (3, 13), (4, 6), (4, 10), (5, 6), (5, 10),
      (5, 16), (6, 16), (8, 30), (8, 32), (8, 33), (9, 33), (13, 33), (14, 32), (14, 33), (15, 32), (15, 33),
      (18, 32), (18, 33), (19, 33), (20, 32), (20, 33), (22, 32), (22, 33), (23, 25), (23, 27), (23, 29), (23, 32),
      (23, 33), (24, 25), (24, 27), (24, 31), (25, 31), (26, 29), (26, 33), (27, 33), (28, 31), (28, 33), (29, 32),
      (29, 33), (30, 32), (30, 33), (31, 32), (31, 33), (32, 33),
    ])
}
