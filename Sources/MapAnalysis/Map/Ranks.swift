/// The places of values, from 1 for the greatest; values that differ by rounding only are equal and share the better one.
///
/// A value of 0 has no place, since nobody is first of nothing.
struct Ranks {
  private let sorted: [Double]

  /// Sorts values.
  /// - Complexity: O(n log n), where n is the number of values.
  init(_ values: some Sequence<Double>) { sorted = values.sorted(by: >) }

  /// The place of one of the values, and how many others have it, too; `nil` of 0.
  /// - Complexity: O(log n), where n is the number of values.
  func rank(of value: Double) -> (place: Int, sharedWith: Int)? {
    guard value > 0 else { return nil }
    let greater = count { $0 > value * (1 + 1e-9) }
    return (greater + 1, count { $0 * (1 + 1e-9) >= value } - greater - 1)
  }

  /// Whether there is nothing to rank by.
  var isZeroForAll: Bool { sorted.first ?? 0 <= 0 }

  /// How many values meet a condition that the first of them meet and the others do not.
  private func count(while isMet: (Double) -> Bool) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if isMet(sorted[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
