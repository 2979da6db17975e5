/// A symmetric matrix of three rows, given by its diagonal and what stands beside it.
struct SymmetricMatrix3 {
  var a, b, c: Double
  var ab, ac, bc: Double

  /// The eigenvector of the largest eigenvalue, of unit length with `x >= 0`, and the second largest eigenvalue.
  ///
  /// A third diagonal entry of -∞ leaves its row out.
  ///
  /// By Jacobi's rotations, which find small components to full relative precision.
  func largest() -> (vector: SIMD3<Double>, second: Double) {
    var matrix = self
    var (x, y, z): (SIMD3<Double>, SIMD3<Double>, SIMD3<Double>) = ([1, 0, 0], [0, 1, 0], [0, 0, 1])
    for _ in 0..<50 {
      var isDone = Self.rotate(&matrix.a, &matrix.b, &matrix.ab, &matrix.ac, &matrix.bc, &x, &y)
      if c != -.infinity {
        isDone = Self.rotate(&matrix.a, &matrix.c, &matrix.ac, &matrix.ab, &matrix.bc, &x, &z) && isDone
        isDone = Self.rotate(&matrix.b, &matrix.c, &matrix.bc, &matrix.ab, &matrix.ac, &y, &z) && isDone
      }
      if isDone { break }
    }
    if matrix.b > matrix.a {
      swap(&matrix.a, &matrix.b)
      swap(&x, &y)
    }
    if matrix.c > matrix.a {
      swap(&matrix.a, &matrix.c)
      swap(&x, &z)
    }
    return (x.x < 0 ? -x : x, max(matrix.b, matrix.c))
  }

  /// Turns two rows so that nothing is left beside them; returns whether there was nothing.
  ///
  /// `first` and `second` are their diagonal entries, `beside` the entry they share, `firstThird` and `secondThird` those
  /// they share with the third row, `u` and `v` the vectors so far.
  private static func rotate(
    _ first: inout Double, _ second: inout Double, _ beside: inout Double, _ firstThird: inout Double,
    _ secondThird: inout Double, _ u: inout SIMD3<Double>, _ v: inout SIMD3<Double>
  ) -> Bool {
    guard abs(beside) > 1e-27 * (abs(first) + abs(second)) else { return true }
    let ratio = (second - first) / (2 * beside)
    let tangent = (ratio < 0 ? -1 : 1) / (abs(ratio) + (ratio * ratio + 1).squareRoot())
    let cosine = 1 / (tangent * tangent + 1).squareRoot()
    let sine = tangent * cosine
    first -= tangent * beside
    second += tangent * beside
    beside = 0
    (firstThird, secondThird) = (
      cosine * firstThird - sine * secondThird, sine * firstThird + cosine * secondThird
    )
    (u, v) = (u * cosine - v * sine, u * sine + v * cosine)
    return false
  }
}
