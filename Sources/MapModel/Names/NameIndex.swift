/// Finds entities by identifier, name or alias, whatever the case and spacing, and suggests near ones.
public struct NameIndex<ID: Hashable & Sendable>: Sendable, Equatable {
  private var ids: [String: ID] = [:]
  /// The spellings as they were added: most evidence uses one of them, and need not be folded.
  private var exact: [String: ID] = [:]
  /// The folded spellings in the order in which they were added, and how each was last written.
  private var spellings: [String] = []
  private var shown: [String: String] = [:]

  /// Makes an empty index.
  public init() {}

  /// Adds a spelling of an entity.
  /// - Returns: another entity that already has the spelling, which then keeps it; otherwise `nil`.
  @discardableResult
  public mutating func add(_ spelling: String, for id: ID) -> ID? {
    let folded = NameFolding.folded(spelling)
    if let holder = ids[folded] {
      if holder == id, exact.updateValue(id, forKey: spelling) == nil { shown[folded] = spelling }
      return holder == id ? nil : holder
    }
    ids[folded] = id
    exact[spelling] = id
    spellings.append(folded)
    shown[folded] = spelling
    return nil
  }

  /// The entity of a spelling.
  public subscript(spelling: String) -> ID? { exact[spelling] ?? ids[NameFolding.folded(spelling)] }

  /// The known spelling nearest to one that is not known, if one is near.
  ///
  /// Near is a spelling of which the text is the beginning or a whole part, or from which it differs by few
  /// letters: a third of its length at most.
  /// - Complexity: O(n · l²), where n is the number of spellings and l their length.
  public func suggestion(for spelling: String) -> String? {
    let wanted = Array(NameFolding.folded(spelling).unicodeScalars.prefix(64))
    guard !wanted.isEmpty else { return nil }
    var best: (distance: Int, folded: String)?
    for candidate in spellings {
      let known = Array(candidate.unicodeScalars.prefix(64))
      let shorter = min(wanted.count, known.count)
      var distance = Self.distance(wanted, known)
      if shorter >= 3, known.starts(with: wanted) { distance = 1 }
      // A word of one letter resembles any other.
      if distance <= max(1, shorter / 3), distance < shorter, distance < best?.distance ?? .max {
        best = (distance, candidate)
      }
    }
    return best.map { shown[$0.folded] ?? $0.folded }
  }

  /// The optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == right[column - 1], other == left[row - 1] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
