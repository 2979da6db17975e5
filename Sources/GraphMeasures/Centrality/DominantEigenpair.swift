/// The largest eigenvalue of a connected graph's adjacency matrix, with its nonnegative eigenvector of unit length.
///
/// The locally optimal conjugate gradient method: each step takes the best vector in the span of the current one, its
/// residual and the last step. It converges about as the square root of the power method's iterations, and bipartite
/// graphs, whose smallest eigenvalue is as large in size as the largest, need no special care.
///
/// Source: A. V. Knyazev, "Toward the optimal preconditioned eigensolver: locally optimal block preconditioned conjugate
/// gradient method", SIAM Journal on Scientific Computing 23 (2001), doi:10.1137/S1064827500366124.
struct DominantEigenpair {
  let value: Double
  let vector: [Double]

  private static let iterationLimit = 20_000

  /// - Parameter rows: The symmetric rows of a connected graph with at least one edge.
  /// - Returns: `nil` where the iteration does not converge.
  init?(_ rows: CompressedRows) {
    // Positive, so never orthogonal to the eigenvector sought, which is positive on a connected graph.
    var x = (0..<rows.count).map { Double(rows.degree(of: $0)) }
    x.scale(by: 1 / x.dot(x).squareRoot())
    var ax = rows.product(with: x)
    var value = x.dot(ax)
    // The second largest eigenvalue as seen so far; what separates it from the first turns residual into error.
    var second = 0.0
    var (p, ap): ([Double], [Double]) = ([], [])
    var isExact = true
    for iteration in 1...Self.iterationLimit {
      var w = ax
      w.add(x, times: -value)
      let residual = w.dot(w).squareRoot()
      // An error of 1e-12; where the eigenvalues lie too near each other for it, what rounding allows.
      if residual <= max(1e-12 * (value - second), 1e-15 * value) {
        if isExact {
          self.value = value
          self.vector = x.map(abs)
          return
        }
        // What was carried along has drifted by rounding: take the product anew and look again.
        x.scale(by: 1 / x.dot(x).squareRoot())
        ax = rows.product(with: x)
        value = x.dot(ax)
        isExact = true
        continue
      }
      w.add(x, times: -x.dot(w))
      w.scale(by: 1 / w.dot(w).squareRoot())
      let aw = rows.product(with: w)
      var matrix = SymmetricMatrix3(a: value, b: w.dot(aw), c: -.infinity, ab: x.dot(aw), ac: 0, bc: 0)
      if !p.isEmpty {
        let (alongX, alongW) = (x.dot(p), w.dot(p))
        p.add(x, times: -alongX)
        p.add(w, times: -alongW)
        ap.add(ax, times: -alongX)
        ap.add(aw, times: -alongW)
        let length = p.dot(p).squareRoot()
        if length > 1e-300 {
          p.scale(by: 1 / length)
          ap.scale(by: 1 / length)
          matrix.c = p.dot(ap)
          matrix.ac = x.dot(ap)
          matrix.bc = w.dot(ap)
        } else {
          (p, ap) = ([], [])
        }
      }
      let step = matrix.largest()
      second = max(second, step.second)
      if p.isEmpty {
        (p, ap) = (w, aw)
        p.scale(by: step.vector.y)
        ap.scale(by: step.vector.y)
      } else {
        p.scale(by: step.vector.z)
        p.add(w, times: step.vector.y)
        ap.scale(by: step.vector.z)
        ap.add(aw, times: step.vector.y)
      }
      x.scale(by: step.vector.x)
      x.add(p, times: 1)
      ax.scale(by: step.vector.x)
      ax.add(ap, times: 1)
      isExact = false
      if iteration % 32 == 0 {
        x.scale(by: 1 / x.dot(x).squareRoot())
        ax = rows.product(with: x)
        isExact = true
      }
      value = x.dot(ax) / x.dot(x)
    }
    return nil
  }
}

extension CompressedRows {
  /// The product of the adjacency matrix with a vector.
  fileprivate func product(with vector: [Double]) -> [Double] {
    (0..<count).map { sum(of: vector, over: $0) }
  }
}

extension [Double] {
  fileprivate func dot(_ other: [Double]) -> Double {
    precondition(count == other.count)
    // Eight partial sums, so that additions need not wait for one another.
    var partial = SIMD8<Double>.zero
    let whole = count & ~7
    for start in stride(from: 0, to: whole, by: 8) {
      for lane in 0..<8 { partial[lane] += self[start + lane] * other[start + lane] }
    }
    var sum = partial.sum()
    for index in whole..<count { sum += self[index] * other[index] }
    return sum
  }

  fileprivate mutating func add(_ other: [Double], times factor: Double) {
    precondition(count == other.count)
    for index in 0..<count { self[index] += other[index] * factor }
  }

  fileprivate mutating func scale(by factor: Double) {
    for index in 0..<count { self[index] *= factor }
  }
}
