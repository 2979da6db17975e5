/// Adjacency in compressed rows: for each node a run of other nodes, sorted ascending, without repeats.
///
/// Invariants that the kernels rely on: `offsets` has `count + 1` entries, ascends from 0 to `entries.count`, and every
/// entry lies in `0..<count`. Both initialisers establish them; nothing changes them afterwards.
package struct CompressedRows: Sendable, Hashable {
  /// The number of rows, one per node.
  package var count: Int { offsets.count - 1 }
  /// Row `node` is `entries[offsets[node]..<offsets[node + 1]]`.
  package let offsets: [Int32]
  /// The rows, one after the other.
  package let entries: [Int32]

  private init(offsets: [Int32], entries: [Int32]) {
    self.offsets = offsets
    self.entries = entries
  }

  /// Sorts arcs into rows and drops the repeated ones.
  ///
  /// Two transpositions sort every row in linear time, as a radix sort does.
  ///
  /// - Precondition: `sources` and `targets` are of one length and hold nodes in `0..<count`.
  /// - Complexity: O(n + m).
  package init(count: Int, sources: [Int32], targets: [Int32]) {
    precondition(sources.count == targets.count && targets.count < Int(Int32.max))
    // Collected by target first, so that the transposition leaves each source's row sorted.
    var offsets = [Int32](repeating: 0, count: count + 1)
    for target in targets { offsets[Int(target) + 1] += 1 }
    for node in 0..<count { offsets[node + 1] += offsets[node] }
    var entries = [Int32](repeating: 0, count: targets.count)
    var next = offsets
    for (source, target) in zip(sources, targets) {
      entries[Int(next[Int(target)])] = source
      next[Int(target)] += 1
    }
    self = CompressedRows(offsets: offsets, entries: entries).transposed().withoutRepeats()
  }

  /// Merges each row with the row of the same node in `other`.
  ///
  /// - Precondition: `count` and `other.count` are equal.
  /// - Complexity: O(n + m).
  package init(merging first: CompressedRows, with second: CompressedRows) {
    precondition(first.count == second.count)
    var offsets: [Int32] = [0]
    offsets.reserveCapacity(first.count + 1)
    var entries: [Int32] = []
    entries.reserveCapacity(first.entries.count + second.entries.count)
    for node in 0..<first.count {
      var i = Int(first.offsets[node])
      var j = Int(second.offsets[node])
      let iEnd = Int(first.offsets[node + 1])
      let jEnd = Int(second.offsets[node + 1])
      while i < iEnd && j < jEnd {
        let (a, b) = (first.entries[i], second.entries[j])
        entries.append(min(a, b))
        if a <= b { i += 1 }
        if b <= a { j += 1 }
      }
      entries.append(contentsOf: first.entries[i..<iEnd])
      entries.append(contentsOf: second.entries[j..<jEnd])
      offsets.append(Int32(entries.count))
    }
    self.init(offsets: offsets, entries: entries)
  }

  /// The positions in `entries` that row `node` takes.
  package func range(of node: Int) -> Range<Int> {
    Int(offsets[node])..<Int(offsets[node + 1])
  }

  /// The nodes in row `node`, ascending.
  ///
  /// - Precondition: `node` lies in `0..<count`.
  package subscript(node: Int) -> ArraySlice<Int32> { entries[range(of: node)] }

  /// The nodes in row `node`, ascending; none for what is no node.
  package func row(_ node: Int) -> ArraySlice<Int32> { node >= 0 && node < count ? self[node] : [] }

  /// The length of row `node`.
  package func degree(of node: Int) -> Int { Int(offsets[node + 1] - offsets[node]) }

  /// The sum of `values` over the nodes in row `node`.
  ///
  /// In four partial sums, so that the additions of a long row need not wait for one another.
  @inline(__always)
  package func sum(of values: [Double], over node: Int) -> Double {
    let range = range(of: node)
    var position = range.lowerBound
    var partial = SIMD4<Double>.zero
    while position + 4 <= range.upperBound {
      partial += SIMD4(
        values[Int(entries[position])], values[Int(entries[position + 1])], values[Int(entries[position + 2])],
        values[Int(entries[position + 3])])
      position += 4
    }
    var sum = partial.sum()
    while position < range.upperBound {
      sum += values[Int(entries[position])]
      position += 1
    }
    return sum
  }

  /// Whether `other` is in row `node`.
  ///
  /// - Complexity: O(log degree).
  package func contains(_ other: Int32, in node: Int) -> Bool {
    var range = range(of: node)
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if entries[middle] == other { return true }
      range = entries[middle] < other ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return false
  }

  /// The rows with every arc turned round, each sorted ascending.
  ///
  /// - Complexity: O(n + m).
  package func transposed() -> CompressedRows {
    var offsets = [Int32](repeating: 0, count: count + 1)
    for entry in entries { offsets[Int(entry) + 1] += 1 }
    for node in 0..<count { offsets[node + 1] += offsets[node] }
    var next = offsets
    var turned = [Int32](repeating: 0, count: entries.count)
    for node in 0..<count {
      for position in range(of: node) {
        let entry = Int(entries[position])
        turned[Int(next[entry])] = Int32(node)
        next[entry] += 1
      }
    }
    return CompressedRows(offsets: offsets, entries: turned)
  }

  private func withoutRepeats() -> CompressedRows {
    var offsets: [Int32] = [0]
    offsets.reserveCapacity(count + 1)
    var kept: [Int32] = []
    kept.reserveCapacity(entries.count)
    for node in 0..<count {
      var previous: Int32 = -1
      for position in range(of: node) where entries[position] != previous {
        previous = entries[position]
        kept.append(previous)
      }
      offsets.append(Int32(kept.count))
    }
    return CompressedRows(offsets: offsets, entries: kept)
  }
}
