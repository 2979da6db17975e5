/// A simple directed graph: nodes `0..<count`, no loops, no parallel arcs.
///
/// The graph is a value and never changes. Its measures are methods, unweighted, and count each arc once.
public struct DirectedGraph: Sendable, Equatable {
  /// The number of nodes.
  public let count: Int
  /// The out-arcs of each node.
  package let rows: CompressedRows
  /// The in-arcs of each node.
  package let columns: CompressedRows
  /// The simple undirected form: an edge wherever there is an arc in either direction.
  public let undirected: UndirectedGraph

  /// Makes a graph of `count` nodes; loops and repeated arcs are dropped.
  ///
  /// - Precondition: The ends of every arc lie in `0..<count`.
  /// - Complexity: O(n + m).
  public init(count: Int, arcs: some Sequence<(source: Int32, target: Int32)>) {
    precondition(count >= 0 && count < Int(Int32.max), "a graph has between 0 and 2^31 - 2 nodes")
    var sources: [Int32] = []
    var targets: [Int32] = []
    sources.reserveCapacity(arcs.underestimatedCount)
    targets.reserveCapacity(arcs.underestimatedCount)
    for (source, target) in arcs where source != target {
      precondition(source >= 0 && source < count && target >= 0 && target < count, "an arc leaves the graph")
      sources.append(source)
      targets.append(target)
    }
    let rows = CompressedRows(count: count, sources: sources, targets: targets)
    let columns = rows.transposed()
    self.init(
      rows: rows, columns: columns, undirected: UndirectedGraph(rows: CompressedRows(merging: rows, with: columns)))
  }

  private init(rows: CompressedRows, columns: CompressedRows, undirected: UndirectedGraph) {
    self.count = rows.count
    self.rows = rows
    self.columns = columns
    self.undirected = undirected
  }

  /// The number of arcs.
  public var arcCount: Int { rows.entries.count }

  /// The nodes that `node` has an arc to, ascending.
  public func targets(of node: Int) -> ArraySlice<Int32> { rows[node] }

  /// The nodes that have an arc to `node`, ascending.
  public func sources(of node: Int) -> ArraySlice<Int32> { columns[node] }

  /// Whether there is an arc from `source` to `target`.
  ///
  /// - Complexity: O(log of the out-degree of `source`).
  public func hasArc(from source: Int, to target: Int) -> Bool { rows.contains(Int32(target), in: source) }

  /// The graph with every arc turned round.
  ///
  /// - Complexity: O(1): the rows are shared.
  public var reversed: DirectedGraph { DirectedGraph(rows: columns, columns: rows, undirected: undirected) }
}
