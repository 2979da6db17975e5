import OrderedCollections

/// The sums by which numbers follow that no file gives.
extension CountTable {
  /// Whether anything is added along an axis.
  func hasSums(_ sums: AxisSums, _ axis: SumAxis) -> Bool {
    if !sums.found.isEmpty || !sums.containment.declared.isEmpty || !sums.containment.members.isEmpty { return true }
    switch axis {
    case .area: return cells.areas.values.count > 1
    case .period: return cells.periods.values.count > 1
    default: return !sums.containment.wholes.isEmpty
    }
  }

  /// The sums that hold everywhere: those that maps declare, and those that numbers bear out beyond chance.
  func certainRules(_ sums: AxisSums, _ axis: SumAxis, _ labels: [Int]) -> [SumClosure.Rule] {
    let known = Set(labels).union(sums.containment.members.values.joined()).sorted()
    var rules = sums.containment.declared.map { SumClosure.Rule(total: $0.total, parts: $0.parts, hasRest: false) }
    if axis != .period {
      rules += sums.containment.members.keys.sorted().compactMap { total in
        rule(total, sums.containment.parts(of: total, among: known), sums.containment)
      }
    }
    rules += sums.found.filter { $0.isConfirmed }.map {
      .init(total: $0.sum.total, parts: $0.sum.parts, hasRest: false)
    }
    return distinct(rules)
  }

  /// What holds as far as names tell: the programme is its areas, and a year its quarters.
  func likelyRules(_ sums: AxisSums, _ axis: SumAxis, _ labels: [Int]) -> [SumClosure.Rule] {
    let containment = sums.confirmed
    return distinct(
      containment.wholes.union(containment.members.keys).sorted().compactMap { total in
        // What is declared and nowhere counted is missing to the others.
        let known = Set(labels).union(containment.wholes.contains(total) ? [] : containment.members[total] ?? [])
        return rule(total, containment.parts(of: total, among: known.sorted()), containment)
      })
  }

  /// Measures that can be two parts of a third and nowhere stand beside both of them, as where girls are given for a year
  /// and boys for all years: a reader who knows what they are adds them, and no number says that they are not.
  func complementRules(_ known: [SumAxis: AxisSums]) -> [SumClosure.Rule] {
    guard let sums = known[.measure], cells.measures.values.count > 2, cells.count <= Self.mostTried else { return [] }
    struct Pair { var (isMet, isWithin) = (false, true) }
    var closure = SumClosure(cells, without: repeated)
    let lines = closure.lines(along: .measure)
    var pairs: [[Int]: Pair] = [:]
    for line in lines {
      let numbers = line.labels.compactMap { closure.number(at: line.place.with($0, along: .measure)) }
      for one in numbers {
        for other in numbers where one.place != other.place {
          let key = [one.place[.measure], other.place[.measure]]
          pairs[key, default: Pair()].isMet = true
          if one.value < other.value { pairs[key]?.isWithin = false }
        }
      }
    }
    let labels = closure.labels(along: .measure)
    var rules: [SumClosure.Rule] = []
    for total in labels {
      let within = labels.filter { part in pairs[[total, part]].map { $0.isMet && $0.isWithin } ?? false }
      for (index, one) in within.enumerated() {
        for other in within[(index + 1)...] {
          let isTogether = lines.contains { Set($0.labels).isSuperset(of: [total, one, other]) }
          let rule = SumClosure.Rule(total: total, parts: [one, other], hasRest: false)
          if isTogether || sums.containment.isDenied(total, rule.parts) || sums.containment.contains(one, other)
            || sums.containment.contains(other, one) || isRefuted(rule, known)
          {
            continue
          }
          rules.append(rule)
        }
      }
    }
    return rules
  }

  /// Whether what follows from a sum of measures is less than what it contains in an area or a period.
  private func isRefuted(_ rule: SumClosure.Rule, _ known: [SumAxis: AxisSums]) -> Bool {
    var table = self
    var closure = SumClosure(cells, without: repeated)
    closure.deduce(by: [.measure: [rule]], into: &table)
    for axis in [.area, .period] as [SumAxis] {
      guard let containment = known[axis]?.containment else { continue }
      for line in closure.lines(along: axis) {
        for total in line.labels {
          guard let whole = closure.number(at: line.place.with(total, along: axis)) else { continue }
          for label in containment.parts(of: total, among: line.labels) {
            guard let part = closure.number(at: line.place.with(label, along: axis)) else { continue }
            if part.value > whole.value, !part.isGiven || !whole.isGiven { return true }
          }
        }
      }
    }
    return false
  }

  private func rule(_ total: Int, _ parts: [Int], _ containment: Containment) -> SumClosure.Rule? {
    parts.isEmpty || containment.isDenied(total, parts) ? nil : .init(total: total, parts: parts, hasRest: true)
  }

  private func distinct(_ rules: [SumClosure.Rule]) -> [SumClosure.Rule] { Array(OrderedSet(rules)) }
}
