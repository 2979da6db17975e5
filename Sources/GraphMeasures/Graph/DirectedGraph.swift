/// A simple directed graph: nodes `0..<count`, no loops, no parallel arcs.
///
/// The graph is a value and never changes. Its measures are methods, unweighted, and count each arc once.
///
/// ```swift
/// let graph = try DirectedGraph(count: 3, arcs: [(0, 1), (1, 2), (0, 1)])
/// graph.arcCount                        // 2
/// graph.betweenness()                   // [0, 1, 0]
/// graph.shortestPath(from: 0, to: 2)    // [0, 1, 2]
/// ```
///
/// Where a node is asked for that the graph does not have, the answer is that it has no arcs.
public struct DirectedGraph: Sendable {
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
  /// - Throws: ``GraphError`` if an arc has an end outside `0..<count`, or there are too many nodes or arcs.
  /// - Complexity: O(n + m).
  public init(count: Int, arcs: some Sequence<(source: Int, target: Int)>) throws(GraphError) {
    let ends = try ArcEnds(count: count, arcs: arcs)
    self.init(rows: CompressedRows(count: count, sources: ends.sources, targets: ends.targets))
  }

  /// Makes a graph of arcs that are known to lie in it; loops and repeated arcs are dropped.
  ///
  /// - Precondition: The ends of every arc lie in `0..<count`.
  /// - Complexity: O(n + m).
  package init(count: Int, packed arcs: some Sequence<(source: Int32, target: Int32)>) {
    precondition(count >= 0 && count <= GraphError.nodeLimit, "a graph has between 0 and 2^31 - 2 nodes")
    var sources: [Int32] = []
    var targets: [Int32] = []
    sources.reserveCapacity(arcs.underestimatedCount)
    targets.reserveCapacity(arcs.underestimatedCount)
    for (source, target) in arcs where source != target {
      precondition(source >= 0 && source < count && target >= 0 && target < count, "an arc leaves the graph")
      sources.append(source)
      targets.append(target)
    }
    self.init(rows: CompressedRows(count: count, sources: sources, targets: targets))
  }

  /// Makes a directed graph of an undirected one: each edge becomes two arcs, one each way.
  ///
  /// - Complexity: O(1): the rows are shared.
  public init(_ graph: UndirectedGraph) { self.init(rows: graph.rows, columns: graph.rows, undirected: graph) }

  private init(rows: CompressedRows) {
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

  /// The arcs, by source and then by target; a graph made of them is this graph again.
  ///
  /// They are made as they are asked for; ``arcCount`` knows their number without walking through them.
  public var arcs: some Collection<(source: Int, target: Int)> {
    (0..<count).lazy.flatMap { source in rows[source].lazy.map { (source: source, target: Int($0)) } }
  }

  /// The nodes that `node` has an arc to, ascending.
  public func targets(of node: Int) -> ArraySlice<Int32> { rows.row(node) }

  /// The nodes that have an arc to `node`, ascending.
  public func sources(of node: Int) -> ArraySlice<Int32> { columns.row(node) }

  /// Whether there is an arc from `source` to `target`.
  ///
  /// - Complexity: O(log of the out-degree of `source`).
  public func hasArc(from source: Int, to target: Int) -> Bool {
    guard source >= 0, source < count, let target = Int32(exactly: target) else { return false }
    return rows.contains(target, in: source)
  }

  /// The graph with every arc turned round.
  ///
  /// - Complexity: O(1): the rows are shared.
  public var reversed: DirectedGraph { DirectedGraph(rows: columns, columns: rows, undirected: undirected) }
}

extension DirectedGraph: Hashable {
  /// Whether two graphs have the same nodes and arcs: the columns and the undirected form follow from the rows.
  public static func == (first: DirectedGraph, second: DirectedGraph) -> Bool { first.rows == second.rows }

  /// Hashes the nodes and arcs.
  public func hash(into hasher: inout Hasher) { hasher.combine(rows) }
}
