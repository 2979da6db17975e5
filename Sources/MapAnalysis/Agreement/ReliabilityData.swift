/// What several coders made of the same units: reliability data, of which agreement is measured.
///
/// Krippendorff (2019, "Content Analysis", 4th edition, chapter 12) calls them so. A unit has a value of each coder, or
/// none: a coder who was never shown a unit has not disagreed with anybody. Values are names and have no order.
public struct ReliabilityData<Value: Hashable & Sendable>: Sendable, Hashable {
  /// How many coders there are.
  public let coderCount: Int
  /// For each unit the value of each coder; `nil` where a coder has none.
  public let units: [[Value?]]

  /// Makes the data of units.
  /// - Precondition: each unit has a place for every coder.
  public init(coderCount: Int, units: [[Value?]]) {
    precondition(units.allSatisfy { $0.count == coderCount }, "each unit has a place for every coder")
    (self.coderCount, self.units) = (coderCount, units)
  }

  /// The data of two of the coders.
  public func pair(_ first: Int, _ second: Int) -> ReliabilityData {
    ReliabilityData(coderCount: 2, units: units.map { [$0[first], $0[second]] })
  }

  /// How many units have the values of at least two coders: only these can be compared.
  public var comparedUnitCount: Int { units.count { $0.count { $0 != nil } > 1 } }

  /// The share of pairs of values of the same unit that are equal, from 0 to 1; of two coders, the share of units on which
  /// they agree. `nil` if no unit has two values.
  /// - Complexity: O(u · c), where u is the number of units and c of coders.
  public var percentAgreement: Double? {
    var (equal, all) = (0, 0)
    for counts in valueCounts {
      let count = counts.values.reduce(0, +)
      all += count * (count - 1)
      equal += counts.values.reduce(0) { $0 + $1 * ($1 - 1) }
    }
    return all == 0 ? nil : Double(equal) / Double(all)
  }

  /// Cohen's kappa: how far two coders agree beyond what they would if each used the values as often, and at random (Cohen
  /// 1960, doi:10.1177/001316446002000104). Of more coders, the mean of all pairs whose kappa is defined (Light 1971,
  /// doi:10.1037/h0031643).
  ///
  /// 1 is agreement in all units, 0 what chance alone would give. `nil` where no unit has two values, and where chance
  /// would give agreement in all units, since both coders use one and the same value for all.
  /// - Complexity: O(u · c²), where u is the number of units and c of coders.
  public var cohensKappa: Double? {
    var kappas: [Double] = []
    for first in 0..<coderCount {
      for second in (first + 1)..<coderCount {
        if let kappa = kappa(first, second) { kappas.append(kappa) }
      }
    }
    return kappas.isEmpty ? nil : kappas.reduce(0, +) / Double(kappas.count)
  }

  private func kappa(_ first: Int, _ second: Int) -> Double? {
    var (count, equal) = (0, 0)
    var (firsts, seconds): ([Value: Int], [Value: Int]) = ([:], [:])
    for unit in units {
      guard let one = unit[first], let other = unit[second] else { continue }
      count += 1
      if one == other { equal += 1 }
      firsts[one, default: 0] += 1
      seconds[other, default: 0] += 1
    }
    // With whole numbers, what is undefined is so exactly.
    let byChance = firsts.reduce(0) { $0 + $1.value * seconds[$1.key, default: 0] }
    let all = count * count
    return all == byChance ? nil : Double(equal * count - byChance) / Double(all - byChance)
  }

  /// Krippendorff's alpha for values without an order: 1 less the disagreement that is observed for each that chance would
  /// give (Krippendorff 2019; Hayes and Krippendorff 2007, doi:10.1080/19312450709336664). It takes any number of coders,
  /// and units that some of them have not coded.
  ///
  /// `nil` where no unit has two values, and where all that can be compared have one value, so that nothing can differ.
  /// - Complexity: O(u · c), where u is the number of units and c of coders.
  public var krippendorffsAlpha: Double? {
    var observed = 0.0
    var (total, totals): (Int, [Value: Int]) = (0, [:])
    for counts in valueCounts {
      let count = counts.values.reduce(0, +)
      if count < 2 { continue }
      let equal = counts.values.reduce(0) { $0 + $1 * $1 }
      observed += Double(count * count - equal) / Double(count - 1)
      total += count
      totals.merge(counts, uniquingKeysWith: +)
    }
    let expected = total * total - totals.values.reduce(0) { $0 + $1 * $1 }
    return expected == 0 ? nil : 1 - Double(total - 1) * observed / Double(expected)
  }

  /// How often each value was given to each unit.
  private var valueCounts: [[Value: Int]] {
    units.map { $0.reduce(into: [:]) { if let value = $1 { $0[value, default: 0] += 1 } } }
  }
}
