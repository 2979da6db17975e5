/// Finds entities by identifier, name or alias, whatever the case and spacing, and suggests near ones.
public struct NameIndex<ID: Hashable & Sendable>: Sendable, Equatable {
  private var ids: [String: ID] = [:]
  /// The spellings as they were added: most evidence uses one of them, and need not be folded.
  private var exact: [String: ID] = [:]
  /// The folded spellings in the order in which they were added, and how each was last written.
  private var spellings: [String] = []
  /// The letters of each spelling, by which most are known not to be near.
  private var letters: [LetterSet] = []
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
    letters.append(LetterSet(folded.unicodeScalars.prefix(Self.longest)))
    shown[folded] = spelling
    return nil
  }

  /// The entity of a spelling.
  public subscript(spelling: String) -> ID? { exact[spelling] ?? ids[NameFolding.folded(spelling)] }

  /// The known spelling nearest to one that is not known, if one is near.
  ///
  /// Near is a spelling of which the text is the beginning, or that of a later word, or from which it differs by few
  /// letters: a third of its length at most.
  /// - Complexity: O(n · l²), where n is the number of spellings and l their length.
  public func suggestion(for spelling: String) -> String? {
    let wanted = Array(NameFolding.folded(spelling).unicodeScalars.prefix(Self.longest))
    guard !wanted.isEmpty else { return nil }
    let inner = " " + String(String.UnicodeScalarView(wanted))
    let own = LetterSet(wanted)
    var best: (distance: Int, folded: String)?
    for (candidate, letters) in zip(spellings, letters) {
      let isFar = own.leastDistance(to: letters) > max(1, min(own.count, letters.count) / 3)
      if isFar, letters.count < own.count || own.count < 3 || !own.isContained(in: letters) { continue }
      let known = Array(candidate.unicodeScalars.prefix(Self.longest))
      let shorter = min(wanted.count, known.count)
      var distance = Self.distance(wanted, known)
      if shorter >= 3, known.starts(with: wanted) || candidate.contains(inner) { distance = 1 }
      // A word of one letter resembles any other.
      if distance <= max(1, shorter / 3), distance < shorter, distance < best?.distance ?? .max {
        best = (distance, candidate)
      }
    }
    return best.map { shown[$0.folded] ?? $0.folded }
  }

  /// How much of a spelling is compared.
  private static var longest: Int { 64 }

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

/// How many letters a text has, and which of 64 kinds.
private struct LetterSet: Sendable, Equatable {
  let count: Int
  private let kinds: UInt64

  init(_ scalars: some Sequence<Unicode.Scalar>) {
    var (count, kinds): (Int, UInt64) = (0, 0)
    for scalar in scalars {
      count += 1
      kinds |= 1 << UInt64(scalar.value % 64)
    }
    (self.count, self.kinds) = (count, kinds)
  }

  /// What a text cannot be nearer by than: each change of a letter adds or takes two kinds at most.
  func leastDistance(to other: LetterSet) -> Int {
    max(abs(count - other.count), ((kinds ^ other.kinds).nonzeroBitCount + 1) / 2)
  }

  /// Whether the other has all kinds of letters of this.
  func isContained(in other: LetterSet) -> Bool { kinds & ~other.kinds == 0 }
}
