/// A simple undirected graph: nodes `0..<count`, no loops, no parallel edges.
///
/// Where a node is asked for that the graph does not have, the answer is that it has no edges. Distances and paths are
/// those of the directed form, `DirectedGraph(graph)`.
public struct UndirectedGraph: Sendable, Hashable {
  /// The number of nodes.
  public let count: Int
  /// The neighbours of each node; each edge stands in the rows of both its ends.
  package let rows: CompressedRows

  /// Makes a graph of `count` nodes; loops and repeated edges are dropped.
  ///
  /// - Throws: ``GraphError`` if an edge has an end outside `0..<count`, or there are too many nodes or edges.
  /// - Complexity: O(n + m).
  public init(count: Int, edges: some Sequence<(Int, Int)>) throws(GraphError) {
    // Each edge stands in the rows twice, so the limit on arcs keeps room for that.
    let ends = try ArcEnds(count: count, arcs: edges.lazy.map { (source: $0, target: $1) })
    self.init(
      rows: CompressedRows(count: count, sources: ends.sources + ends.targets, targets: ends.targets + ends.sources))
  }

  /// Makes a graph of edges that are known to lie in it; loops and repeated edges are dropped.
  ///
  /// - Precondition: The ends of every edge lie in `0..<count`.
  /// - Complexity: O(n + m).
  package init(count: Int, packed edges: some Sequence<(Int32, Int32)>) {
    precondition(count >= 0 && count <= GraphError.nodeLimit, "a graph has between 0 and 2^31 - 2 nodes")
    var firsts: [Int32] = []
    var seconds: [Int32] = []
    for (first, second) in edges where first != second {
      precondition(first >= 0 && first < count && second >= 0 && second < count, "an edge leaves the graph")
      firsts += [first, second]
      seconds += [second, first]
    }
    self.init(rows: CompressedRows(count: count, sources: firsts, targets: seconds))
  }

  /// Wraps rows that hold each edge at both its ends.
  init(rows: CompressedRows) {
    self.count = rows.count
    self.rows = rows
  }

  /// The number of edges.
  public var edgeCount: Int { rows.entries.count / 2 }

  /// The edges, lower node first, ascending; they are made as they are asked for.
  public var edges: some Collection<(Int, Int)> {
    (0..<count).lazy.flatMap { first in rows[first].lazy.map { (first, Int($0)) }.filter { $0.0 < $0.1 } }
  }

  /// The nodes that share an edge with `node`, ascending.
  public func neighbours(of node: Int) -> ArraySlice<Int32> { rows.row(node) }

  /// The number of edges of `node`.
  public func degree(of node: Int) -> Int { node >= 0 && node < count ? rows.degree(of: node) : 0 }
}
