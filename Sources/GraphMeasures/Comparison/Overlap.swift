/// How far two sets are the same.
public struct Overlap: Sendable, Hashable, Codable {
  /// The number of elements in both.
  public var common: Int
  /// The number of elements in the first only.
  public var onlyFirst: Int
  /// The number of elements in the second only.
  public var onlySecond: Int

  /// The share of what is in either that is in both, from 0 to 1 (Jaccard 1912, doi:10.1111/j.1469-8137.1912.tb05611.x);
  /// `nil` if both are empty.
  public var jaccard: Double? {
    let all = common + onlyFirst + onlySecond
    return all == 0 ? nil : Double(common) / Double(all)
  }

  /// Makes an overlap.
  public init(common: Int = 0, onlyFirst: Int = 0, onlySecond: Int = 0) {
    (self.common, self.onlyFirst, self.onlySecond) = (common, onlyFirst, onlySecond)
  }

  /// Counts one element.
  public mutating func add(_ isInFirst: Bool, _ isInSecond: Bool) {
    switch (isInFirst, isInSecond) {
    case (true, true): common += 1
    case (true, false): onlyFirst += 1
    case (false, true): onlySecond += 1
    case (false, false): break
    }
  }
}
