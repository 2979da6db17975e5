/// The names of a column, which are compared with each other.
struct ComparedNames: Sendable {
  let column: Int
  /// The values that the names were first written as.
  let values: [Int]
  let names: [String]
  /// In how many rows each stands.
  let counts: [Int]

  /// Pairs of names that are nearly the same.
  var pairs: [(right: Int, wrong: Int)] { NearDuplicates.pairs(names, counts: counts) }
}
