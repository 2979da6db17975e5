/// An integer that can name every node and every distance of a graph, and one value more.
protocol BetweennessIndex: FixedWidthInteger, UnsignedInteger, BitwiseCopyable, Sendable {
  /// An integer of twice the width, which holds an arc: its source in the upper half, its target in the lower.
  associatedtype Arc: FixedWidthInteger, UnsignedInteger, BitwiseCopyable, Sendable
}

extension UInt16: BetweennessIndex { typealias Arc = UInt32 }
extension UInt32: BetweennessIndex { typealias Arc = UInt64 }

/// Brandes' algorithm, arranged so that its inner loops have no branch that the processor cannot foresee.
///
/// Forward, each level of the breadth-first search first records its shortest-path arcs; then the path counts flow along
/// them. Backward, the recorded arcs are walked level by level. With σ for path counts and δ for dependencies, Brandes'
/// δ(v) = Σ σ(v)/σ(w) (1 + δ(w)) becomes δ(v) = σ(v) g(v) with g(v) = Σ (g(w) + 1/σ(w)): one addition an arc.
struct BetweennessKernel<Index: BetweennessIndex>: Sendable {
  private let rows: CompressedRows
  /// The nodes by ascending out-degree; `offsets` and `targets` number them by their places here.
  private let order: [Int32]
  private let offsets: [Int32]
  private let targets: [Index]
  /// Path counts grow by less than this many bits a level.
  private let growth: Int

  /// - Precondition: `graph.count < Index.max`, so that `Index.max` can mark the nodes not yet reached.
  init(_ graph: DirectedGraph) {
    precondition(graph.count < Int(Index.max))
    let rows = graph.rows
    self.rows = rows
    growth = Int.bitWidth - (graph.inDegrees().max() ?? 0).leadingZeroBitCount
    let order = (0..<Int32(graph.count)).sorted { (rows.degree(of: Int($0)), $0) < (rows.degree(of: Int($1)), $1) }
    var places = [Index](repeating: 0, count: order.count)
    for (place, node) in order.enumerated() { places[Int(node)] = Index(place) }
    var offsets: [Int32] = [0]
    var targets: [Index] = []
    targets.reserveCapacity(rows.entries.count)
    for node in order {
      for target in rows[Int(node)] { targets.append(places[Int(target)]) }
      offsets.append(Int32(targets.count))
    }
    self.order = order
    self.offsets = offsets
    self.targets = targets
  }

  /// What the nodes numbered by `order` score, by their proper numbers.
  func scores(_ sums: [Double]) -> [Double] {
    var scores = sums
    for (place, node) in order.enumerated() { scores[Int(node)] = sums[place] }
    return scores
  }

  /// The sum of the dependencies δ of every given source on each node, all numbered by `order`.
  func dependencies(onPathsFrom sources: some Sequence<Int>) -> [Double] {
    var sums = [Double](repeating: 0, count: order.count)
    unsafe sums.withUnsafeMutableBufferPointer { sums in
      unsafe offsets.withUnsafeBufferPointer { offsets in
        unsafe targets.withUnsafeBufferPointer { targets in
          let search = unsafe BetweennessSearch(offsets: offsets, targets: targets, sums: sums)
          defer { search.deallocate() }
          // Where each level starts in the queue, and where the arcs into it start among those recorded.
          var starts: [(node: Int, arc: Int)] = []
          for source in sources {
            search.start(at: source)
            starts.removeAll(keepingCapacity: true)
            starts.append((0, 0))
            var (tail, arcs) = (1, 0)
            while let first = starts.last?.node, first < tail {
              starts.append((tail, arcs))
              (tail, arcs) = search.expand(first..<tail, distance: starts.count - 1, arcs: arcs)
            }
            // The last level is empty.
            if starts.count * growth > 1_000, search.hasWideCounts(tail) {
              let values = WidePathCounts.dependencies(onPathsFrom: Int(order[source]), in: rows)
              for (place, node) in order.enumerated() { unsafe sums[place] += values[Int(node)] }
            } else {
              for level in stride(from: starts.count - 2, to: 0, by: -1) {
                let (start, end) = (starts[level], starts[level + 1])
                search.gather(start.node..<end.node, arcs: start.arc..<end.arc)
              }
            }
            search.forget(tail)
          }
        }
      }
    }
    return sums
  }
}
