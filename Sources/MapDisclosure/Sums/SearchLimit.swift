public import MapModel

/// How far sums that nobody declares are sought, where numbers are withheld.
public enum SearchLimit: Sendable, Hashable {
  /// In lines of more numbers than some labels are added in, only sums of all the others were sought: how many lines.
  case longLines(of: DeclaredSum.Dimension, longest: Int, count: Int)
  /// Groups and their members stand at these actors in more ways than were tried: every number there is withheld.
  case actors([String])
  /// More numbers follow from those that files give than are followed: every number is withheld.
  case numbers
}

extension CountTable {
  /// Where sums were not sought to the end, as far as it concerns numbers that are withheld.
  /// - Complexity: O(n) for n numbers in long lines.
  func limits(withheld: [Bool]) -> [SearchLimit] {
    var limits: [SearchLimit] = isCut ? [.numbers] : []
    if !untried.isEmpty { limits.append(.actors(untried)) }
    var counts: [DeclaredSum.Dimension: (longest: Int, count: Int)] = [:]
    for line in longLines where line.cells.contains(where: { withheld[$0] }) {
      counts[line.axis.dimension, default: (line.longest, 0)].count += 1
    }
    for (dimension, found) in counts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      limits.append(.longLines(of: dimension, longest: found.longest, count: found.count))
    }
    return limits
  }
}
