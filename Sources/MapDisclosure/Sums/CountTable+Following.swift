import OrderedCollections

/// The sums in which numbers stand that no file gives.
extension CountTable {
  /// Adds the sums along an axis in which numbers stand that no file gives.
  mutating func addSumsOfFollowing(
    along axis: SumAxis, _ sums: AxisSums, _ complements: [SumClosure.Rule], _ closure: inout SumClosure
  ) {
    let lines = closure.lines(along: axis).compactMap { line -> [Int: SumClosure.Number]? in
      var numbers: [Int: SumClosure.Number] = [:]
      var isGiven = true
      for label in line.labels {
        guard let number = closure.number(at: line.place.with(label, along: axis)) else { continue }
        numbers[label] = number
        isGiven = isGiven && number.isGiven
      }
      return isGiven ? nil : numbers
    }
    if lines.isEmpty { return }
    var rules = sums.containment.declared.map { SumClosure.Rule(total: $0.total, parts: $0.parts, hasRest: true) }
    if axis == .measure { rules += complements }
    rules += sums.found.filter(\.isConfirmed).map { .init(total: $0.sum.total, parts: $0.sum.parts, hasRest: false) }
    let isRuled = Set(rules.map { [$0.total] + $0.parts })
    let allLabels = Set(lines.flatMap(\.keys)).union(closure.labels(along: axis)).sorted()
    for numbers in lines {
      for rule in rules where numbers[rule.total]?.isMade(from: rule.parts, along: axis) != true {
        addSum(rule, numbers, isComplete: rule.parts.allSatisfy { numbers[$0] != nil })
      }
      let labels = numbers.keys.sorted()
      for total in labels {
        for containment in [sums.confirmed, sums.containment] {
          let parts = containment.parts(of: total, among: labels)
          guard !parts.isEmpty, !containment.isDenied(total, parts),
            numbers[total]?.isMade(from: parts, along: axis) != true
          else { continue }
          let isComplete = containment.parts(of: total, among: allLabels) == parts
          // Were it taken for two sums, what one of them has more than the other would be none.
          if addSum(.init(total: total, parts: parts, hasRest: true), numbers, isComplete: isComplete) { break }
        }
      }
    }
    if axis == .area || axis == .period { return }
    if axis == .measure { addFollowingWithinOthers(lines) }
    // Sums that nobody declares can show in totals alone.
    let totals = lines.map { $0.filter { $0.value.isGiven || $0.value.isAddedUp } }
      .filter { $0.count > 1 && $0.contains { !$0.value.isGiven } }
    let search = SumSearch(
      lines: totals.map { $0.sorted { $0.key < $1.key }.map { .init(label: $0.key, value: $0.value.value) } },
      longest: axis.isWithinConnection ? 9 : 7, equalLines: 3)
    for (sum, support) in search.sums()
    where !sums.containment.isDenied(sum.total, sum.parts) && !isRuled.contains([sum.total] + sum.parts) {
      for line in support.lines {
        addSum(.init(total: sum.total, parts: sum.parts, hasRest: false), totals[line], isComplete: true)
      }
    }
  }

  /// Adds that a measure is part of another where its numbers are nowhere more, also those that no file gives.
  private mutating func addFollowingWithinOthers(_ lines: [[Int: SumClosure.Number]]) {
    var isLess: OrderedDictionary<[Int], Bool> = [:]
    for line in lines {
      for (part, one) in line {
        for (whole, other) in line where part != whole {
          isLess[[part, whole], default: true] = isLess[[part, whole], default: true] && one.value <= other.value
        }
      }
    }
    for line in lines {
      for part in line.keys.sorted() {
        for whole in line.keys.sorted() where isLess[[part, whole]] == true && isLess[[whole, part]] == false {
          guard let one = line[part], let other = line[whole], !one.isGiven || !other.isGiven else { continue }
          sums.append(.init(total: other.index, parts: [one.index, hidden(other.value - one.value, .free)]))
        }
      }
    }
  }

  /// Adds a sum in which a number stands that no file gives.
  /// - Parameter isComplete: whether all that can be a part of it is there.
  /// - Returns: `false` if the parts are more than the total.
  @discardableResult
  private mutating func addSum(
    _ rule: SumClosure.Rule, _ numbers: [Int: SumClosure.Number], isComplete: Bool
  ) -> Bool {
    guard let total = numbers[rule.total] else { return true }
    let parts = rule.parts.compactMap { numbers[$0] }
    guard parts.count == rule.parts.count || rule.hasRest, !parts.isEmpty,
      !total.isGiven || parts.contains(where: { !$0.isGiven })
    else { return true }
    let rest = total.value - parts.reduce(0) { $0 + $1.value }
    if rest < 0 { return false }
    if rest > 0, !rule.hasRest { return true }
    // Where zeros are left out, nobody knows whether more is.
    let isOpen = rest > 0 || areZerosWithheld && !isComplete
    sums.append(.init(total: total.index, parts: parts.map(\.index) + (isOpen ? [hidden(rest, .free)] : [])))
    return true
  }
}
