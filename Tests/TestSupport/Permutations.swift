extension Array {
  /// All orders of the elements, by which a test tries everything.
  /// - Complexity: O(n · n!), where n is the number of elements.
  public var permutations: [[Element]] {
    if count <= 1 { return [self] }
    return indices.flatMap { index in
      var rest = self
      let first = rest.remove(at: index)
      return rest.permutations.map { [first] + $0 }
    }
  }
}
