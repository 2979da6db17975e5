/// Gives names of files that are told apart, also on file systems for which `Fig` and `fig` are the same.
package struct DistinctNames {
  private var taken: Set<String> = []

  /// Starts without any name.
  package init() {}

  /// The name that is wanted, or, if it was given already, with a number behind it.
  /// - Complexity: O(n), where n is how often the same name was wanted.
  package mutating func name(_ wanted: String) -> String {
    wanted.numbered { taken.insert($0.lowercased()).inserted ? $0 : nil }
  }
}
