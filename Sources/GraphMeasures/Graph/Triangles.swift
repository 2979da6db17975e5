/// The triangles of an undirected graph, found once each.
///
/// Every edge is pointed from its end of lower degree to its end of higher degree; each triangle then has one node with
/// arcs to both others, and no node has more than √(2m) such arcs.
///
/// Source: T. Schank and D. Wagner, "Finding, counting and listing all triangles in large graphs", WEA 2005,
/// doi:10.1007/11427186_54.
struct Triangles {
  private let rows: CompressedRows
  /// The forward entries: the neighbour, and where the edge stands in the rows of both ends.
  private let offsets: [Int32]
  private let forward: [Entry]

  private struct Entry {
    let node: Int32
    /// The position in `rows` of the edge at its lower end.
    let outward: Int32
    /// The position in `rows` of the edge at its higher end.
    let inward: Int32
  }

  /// The six positions of a triangle's edges in the rows of its nodes; `ab` is the entry for `b` in the row of `a`.
  struct Positions {
    let ab, ba, ac, ca, bc, cb: Int
  }

  /// - Complexity: O(n + m).
  init(_ graph: UndirectedGraph) {
    rows = graph.rows
    let rows = rows
    func precedes(_ a: Int, _ b: Int) -> Bool {
      let (first, second) = (rows.degree(of: a), rows.degree(of: b))
      return first != second ? first < second : a < b
    }
    // Rows are walked in ascending order, so the n-th visit of a node from below meets its n-th entry.
    var next = rows.offsets
    var offsets: [Int32] = [0]
    offsets.reserveCapacity(rows.count + 1)
    var mirror = [Int32](repeating: 0, count: rows.entries.count)
    for node in 0..<rows.count {
      for position in rows.range(of: node) {
        let other = Int(rows.entries[position])
        mirror[position] = next[other]
        next[other] += 1
      }
    }
    var forward: [Entry] = []
    forward.reserveCapacity(graph.edgeCount)
    for node in 0..<rows.count {
      for position in rows.range(of: node) where precedes(node, Int(rows.entries[position])) {
        forward.append(Entry(node: rows.entries[position], outward: Int32(position), inward: mirror[position]))
      }
      offsets.append(Int32(forward.count))
    }
    self.offsets = offsets
    self.forward = forward
  }

  /// Calls `body` once for each triangle, in an order that depends on the graph alone.
  ///
  /// - Complexity: O(m √m).
  @inline(__always)
  func forEach(_ body: (_ a: Int, _ b: Int, _ c: Int, _ positions: Positions) -> Void) {
    // The forward entry of `a` that leads to a node, or -1.
    var entryOf = [Int32](repeating: -1, count: rows.count)
    for a in 0..<rows.count {
      let range = Int(offsets[a])..<Int(offsets[a + 1])
      guard range.count > 1 else { continue }
      for index in range { entryOf[Int(forward[index].node)] = Int32(index) }
      for index in range {
        let ab = forward[index]
        let b = Int(ab.node)
        for inner in Int(offsets[b])..<Int(offsets[b + 1]) {
          let bc = forward[inner]
          let outer = entryOf[Int(bc.node)]
          guard outer >= 0 else { continue }
          let ac = forward[Int(outer)]
          body(
            a, b, Int(bc.node),
            Positions(
              ab: Int(ab.outward), ba: Int(ab.inward), ac: Int(ac.outward), ca: Int(ac.inward), bc: Int(bc.outward),
              cb: Int(bc.inward)))
        }
      }
      for index in range { entryOf[Int(forward[index].node)] = -1 }
    }
  }
}
