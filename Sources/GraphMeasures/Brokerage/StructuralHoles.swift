/// How far each node's contacts are cut off from one another, so that it alone joins them.
///
/// Contacts are the nodes with an arc to or from the node; an arc in one direction weighs 1, arcs in both weigh 2.
/// The figures are those of NetworkX's `constraint` and `effective_size` on a `DiGraph`.
///
/// Source: R. S. Burt, Structural Holes: The Social Structure of Competition, Harvard University Press 1992,
/// doi:10.4159/9780674029095.
public struct StructuralHoles: Sendable, Hashable, Codable {
  /// Burt's constraint: how much of a node's time and energy leads back to the same contacts. Above 0, low where the
  /// contacts are many and apart; it can exceed 1 in small dense groups. `nil` for a node without contacts.
  public let constraint: [Double?]
  /// Burt's effective size: the number of contacts, less their redundancy; at most the number of contacts, and at
  /// least 0. `nil` for a node without contacts.
  public let effectiveSize: [Double?]
}

extension DirectedGraph {
  /// Constraint and effective size of every node.
  ///
  /// With a(u, v) the weight between two nodes, p(u, v) = a(u, v) / Σ a(u, ·) and m(u, v) = a(u, v) / max a(u, ·), the
  /// constraint on u is Σ (p(u, v) + Σ p(u, w) p(w, v))² and its effective size Σ (1 - Σ p(u, w) m(v, w)), over its
  /// contacts v. The inner sums run over the triangles u, v, w; each triangle is found once and serves all six.
  ///
  /// - Complexity: O(n + m √m).
  public func structuralHoles() -> StructuralHoles {
    let dyads = DyadRows(self)
    let rows = dyads.rows
    let weights = dyads.codes.map { $0 == 3 ? 2.0 : 1.0 }
    var totals = [Double](repeating: 0, count: count)
    var largest = totals
    for node in 0..<count {
      for position in rows.range(of: node) {
        totals[node] += weights[position]
        largest[node] = max(largest[node], weights[position])
      }
    }
    let inverseTotals = totals.map { 1 / max($0, 1) }
    let inverseLargest = largest.map { 1 / max($0, 1) }

    // At the position of v in the row of u: Σ a(u, w) p(w, v). For u alone: Σ a(u, w) m(v, w) over its triangles.
    var indirect = [Double](repeating: 0, count: rows.entries.count)
    var redundancy = [Double](repeating: 0, count: count)
    Triangles(undirected).forEach { a, b, c, at in
      let (ab, ac, bc) = (weights[at.ab], weights[at.ac], weights[at.bc])
      let (abc, bca, cab) = (ab * bc, bc * ac, ac * ab)
      indirect[at.ab] += bca * inverseTotals[c]
      indirect[at.ba] += bca * inverseTotals[c]
      indirect[at.ac] += abc * inverseTotals[b]
      indirect[at.ca] += abc * inverseTotals[b]
      indirect[at.bc] += cab * inverseTotals[a]
      indirect[at.cb] += cab * inverseTotals[a]
      redundancy[a] += bca * inverseLargest[b] + abc * inverseLargest[c]
      redundancy[b] += bca * inverseLargest[a] + cab * inverseLargest[c]
      redundancy[c] += abc * inverseLargest[a] + cab * inverseLargest[b]
    }

    var constraint = [Double?](repeating: nil, count: count)
    var effectiveSize = constraint
    for node in 0..<count where rows.degree(of: node) > 0 {
      var sum = 0.0
      for position in rows.range(of: node) {
        let local = (weights[position] + indirect[position]) * inverseTotals[node]
        sum += local * local
      }
      constraint[node] = sum
      effectiveSize[node] = Double(rows.degree(of: node)) - redundancy[node] * inverseTotals[node]
    }
    return StructuralHoles(constraint: constraint, effectiveSize: effectiveSize)
  }
}
