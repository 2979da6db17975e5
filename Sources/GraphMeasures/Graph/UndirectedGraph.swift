/// A simple undirected graph: nodes `0..<count`, no loops, no parallel edges.
public struct UndirectedGraph: Sendable, Equatable {
  /// The number of nodes.
  public let count: Int
  /// The neighbours of each node; each edge stands in the rows of both its ends.
  package let rows: CompressedRows

  /// Makes a graph of `count` nodes; loops and repeated edges are dropped.
  ///
  /// - Precondition: The ends of every edge lie in `0..<count`.
  /// - Complexity: O(n + m).
  public init(count: Int, edges: some Sequence<(Int32, Int32)>) {
    precondition(count >= 0 && count < Int(Int32.max), "a graph has between 0 and 2^31 - 2 nodes")
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

  /// The nodes that share an edge with `node`, ascending.
  public func neighbours(of node: Int) -> ArraySlice<Int32> { rows[node] }

  /// The number of edges of `node`.
  public func degree(of node: Int) -> Int { rows.degree(of: node) }
}
