/// Brandes' dependencies of a single source, for graphs with more shortest paths than a `Double` can count.
///
/// Only deep graphs with many ways round have as many; what is plain and slow is good enough for them.
struct WidePathCounts {
  /// A positive number of any size: `significand` · 2^`exponent`.
  private struct Count {
    var significand: Double
    var exponent: Int

    static func + (a: Count, b: Count) -> Count {
      if a.exponent < b.exponent { return b + a }
      let shift = max(b.exponent - a.exponent, -2_000)
      let sum = a.significand + Double(sign: .plus, exponent: shift, significand: b.significand)
      return Count(significand: sum.significand, exponent: a.exponent + Int(sum.exponent))
    }

    static func / (a: Count, b: Count) -> Double {
      // Between -2,000 and 2,000 lie all exponents of a Double.
      let exponent = min(max(a.exponent - b.exponent, -2_000), 2_000)
      return Double(sign: .plus, exponent: exponent, significand: a.significand / b.significand)
    }
  }

  /// For each node the sum, over all targets, of the share of the shortest paths from `source` that pass through it.
  ///
  /// - Complexity: O(n + m).
  static func dependencies(onPathsFrom source: Int, in rows: CompressedRows) -> [Double] {
    var distances = [Int](repeating: .max, count: rows.count)
    var paths = [Count?](repeating: nil, count: rows.count)
    var queue = [source]
    distances[source] = 0
    paths[source] = Count(significand: 1, exponent: 0)
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      guard let own = paths[node] else { continue }
      for entry in rows[node] {
        let target = Int(entry)
        if distances[target] == .max {
          distances[target] = distances[node] + 1
          queue.append(target)
        }
        if distances[target] == distances[node] + 1 { paths[target] = paths[target].map { $0 + own } ?? own }
      }
    }
    var dependencies = [Double](repeating: 0, count: rows.count)
    for node in queue.reversed() {
      guard let own = paths[node] else { continue }
      for entry in rows[node] where distances[Int(entry)] == distances[node] + 1 {
        guard let other = paths[Int(entry)] else { continue }
        dependencies[node] += own / other * (1 + dependencies[Int(entry)])
      }
    }
    dependencies[source] = 0
    return dependencies
  }
}
