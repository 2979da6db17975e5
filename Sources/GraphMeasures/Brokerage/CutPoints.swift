/// The nodes and edges whose removal cuts an undirected graph apart.
public struct CutPoints: Sendable, Hashable, Codable {
  /// For each node, the number of parts that its component falls into when the node is removed: 0 for a node on its
  /// own, 1 for one whose neighbours stay connected, 2 or more for a cut point.
  public let parts: [Int]
  /// The edges whose removal cuts their component in two, lower node first, ascending.
  public let bridges: [Bridge]

  /// An edge that alone joins its two sides.
  public struct Bridge: Sendable, Hashable, Codable {
    /// The end with the lower number.
    public let first: Int
    /// The end with the higher number.
    public let second: Int
  }

  /// The nodes whose removal cuts their component apart, ascending.
  public var cutPoints: [Int] { parts.indices.filter { parts[$0] > 1 } }
}

extension UndirectedGraph {
  /// The cut points and bridges of the graph.
  ///
  /// - Complexity: O(n + m).
  ///
  /// Source: J. Hopcroft and R. Tarjan, "Algorithm 447: efficient algorithms for graph manipulation", Communications of
  /// the ACM 16 (1973), doi:10.1145/362248.362272.
  public func cutPoints() -> CutPoints {
    var parts = [Int](repeating: 0, count: count)
    var bridges: [CutPoints.Bridge] = []
    // The order of discovery from 1, and the earliest node that a node's subtree has an edge to.
    var discovery = [Int32](repeating: 0, count: count)
    var earliest = discovery
    var parent = [Int32](repeating: -1, count: count)
    var next = rows.offsets
    var time: Int32 = 0
    for root in 0..<count where discovery[root] == 0 {
      time += 1
      discovery[root] = time
      earliest[root] = time
      var node = root
      while true {
        if next[node] < rows.offsets[node + 1] {
          let neighbour = Int(rows.entries[Int(next[node])])
          next[node] += 1
          if discovery[neighbour] == 0 {
            time += 1
            discovery[neighbour] = time
            earliest[neighbour] = time
            parent[neighbour] = Int32(node)
            // Below the root stands one part more: the one above the node.
            parts[neighbour] = 1
            node = neighbour
          } else if neighbour != Int(parent[node]) {
            earliest[node] = min(earliest[node], discovery[neighbour])
          }
        } else {
          guard parent[node] >= 0 else { break }
          let above = Int(parent[node])
          earliest[above] = min(earliest[above], earliest[node])
          if earliest[node] >= discovery[above] { parts[above] += 1 }
          if earliest[node] > discovery[above] {
            bridges.append(CutPoints.Bridge(first: min(node, above), second: max(node, above)))
          }
          node = above
        }
      }
    }
    bridges.sort { ($0.first, $0.second) < ($1.first, $1.second) }
    return CutPoints(parts: parts, bridges: bridges)
  }

  /// The edges whose removal cuts their component in two, lower node first, ascending: those of ``cutPoints()``.
  ///
  /// - Complexity: O(n + m).
  public func bridges() -> [CutPoints.Bridge] { cutPoints().bridges }
}

extension DirectedGraph {
  /// The cut points and bridges of the graph's undirected form.
  ///
  /// - Complexity: O(n + m).
  public func cutPoints() -> CutPoints { undirected.cutPoints() }

  /// The bridges of the graph's undirected form, lower node first, ascending.
  ///
  /// - Complexity: O(n + m).
  public func bridges() -> [CutPoints.Bridge] { undirected.bridges() }
}
