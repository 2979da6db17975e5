/// A number of cases, with what it is of.
public struct CaseNumber: Sendable, Hashable {
  /// The number.
  public let value: Count.Value
  /// What was counted.
  public let measure: String
  /// The periods in which it was counted, in their order; empty if the source does not say.
  public let periods: [String]
  /// Periods that were counted as well and are not in the number, since a case can be in both.
  public let otherPeriods: [String]
}

extension NetworkMap {
  /// The cases that the MI counts of a connection: in an area, or on the whole map.
  ///
  /// Nothing is added that can overlap. Of several measures one is taken: that which a declared measure is the whole of,
  /// else the first. A period that contains others counts in their place; periods are added only where the map lists
  /// them, and else the latest is taken. A number of the whole programme counts as it is; without one, areas are
  /// added, each of them once: a region in place of its districts.
  /// - Parameters:
  ///   - measure: the measure; `nil` for that of the connection's cases.
  ///   - period: the period; `nil` for all.
  /// - Returns: `nil` if the MI does not count cases there.
  /// - Complexity: O(n²), where n is the number of the connection's counts.
  public func cases(
    of connection: Connection, in scope: Scope = .wholeMap, measure: String? = nil, period: String? = nil
  ) -> CaseNumber? {
    // Most connections of a large map have one number.
    if connection.counts.count == 1, measure == nil, period == nil {
      let count = connection.counts[0]
      guard count.isOfCases, scope.area == nil || scope.area == count.area else {
        return scope.area.flatMap { within($0, contains: count.area) } == true && count.isOfCases
          ? CaseNumber(
            value: count.value, measure: count.measure, periods: count.period.isEmpty ? [] : [count.period],
            otherPeriods: [])
          : nil
      }
      return CaseNumber(
        value: count.value, measure: count.measure, periods: count.period.isEmpty ? [] : [count.period],
        otherPeriods: [])
    }
    var counts = connection.counts.filter { count in
      (measure == nil ? count.isOfCases : count.measure == measure) && (period == nil || count.period == period)
    }
    guard let chosen = measure ?? caseMeasure(of: counts) else { return nil }
    counts.removeAll { $0.measure != chosen }
    counts = placed(counts, in: scope)
    let (periods, others) = disjointPeriods(of: counts)
    counts.removeAll { !periods.contains($0.period) }
    guard let total = Self.total(counts) else { return nil }
    return CaseNumber(
      value: total, measure: chosen, periods: periods.filter { !$0.isEmpty }, otherPeriods: others)
  }

  private func within(_ area: Area.ID, contains other: Area.ID?) -> Bool? {
    other.map { contained(in: area).contains($0) }
  }

  /// Of measures that count cases, the one that others are declared to be parts of, else the first.
  private func caseMeasure(of counts: [Count]) -> String? {
    guard let first = counts.first?.measure else { return nil }
    var best = first
    var seen: Set<String> = []
    while seen.insert(best).inserted,
      let whole = measures.first(where: { whole in
        whole.parts.contains(best) && counts.contains { $0.measure == whole.name }
      })
    {
      best = whole.name
    }
    return best
  }

  /// The counts of a scope of which no two are of the same people, as far as areas go.
  private func placed(_ counts: [Count], in scope: Scope) -> [Count] {
    let own = counts.filter { $0.area == scope.area }
    if !own.isEmpty { return own }
    let candidates: Set<Area.ID>
    if let area = scope.area {
      candidates = contained(in: area)
      if candidates.isEmpty { return [] }
    } else {
      candidates = Set(counts.compactMap(\.area))
    }
    let there = Set(counts.compactMap(\.area)).intersection(candidates)
    // An area that stands for all holds the numbers of the others.
    if let all = there.first(where: { areas[$0].map { NameFolding.isOfAll($0.name) } ?? false }) {
      return counts.filter { $0.area == all }
    }
    let covered = there.reduce(into: Set<Area.ID>()) { $0.formUnion(contained(in: $1)) }
    return counts.filter { $0.area.map { there.contains($0) && !covered.contains($0) } ?? false }
  }

  /// The areas that lie in an area, also by way of others.
  package func contained(in area: Area.ID) -> Set<Area.ID> {
    var found: Set<Area.ID> = []
    var next = areas[area]?.contains ?? []
    while let inner = next.popLast() {
      if inner == area { continue }
      if found.insert(inner).inserted { next += areas[inner]?.contains ?? [] }
    }
    return found
  }

  /// Whether one period lies in another, as the map or the names say.
  package func isPeriod(_ part: String, within whole: String) -> Bool {
    if part == whole { return false }
    if whole.isEmpty || NameFolding.isOfAll(whole) && !NameFolding.isOfAll(part) && !part.isEmpty { return true }
    var next = [whole]
    var seen: Set<String> = []
    while let name = next.popLast() {
      guard seen.insert(name).inserted else { continue }
      let inner = periods.first { $0.name == name }?.contains ?? []
      if inner.contains(part) { return true }
      next += inner
    }
    guard let outer = PeriodSpan(whole), let inner = PeriodSpan(part) else { return false }
    return outer != inner && outer.contains(inner)
  }

  /// The periods of counts that may be added, and those that are left out.
  private func disjointPeriods(of counts: [Count]) -> (taken: [String], left: [String]) {
    let names = counts.reduce(into: [String]()) { if !$0.contains($1.period) { $0.append($1.period) } }
    let longest = names.filter { name in !names.contains { isPeriod(name, within: $0) } }
    guard longest.count > 1 else { return (longest, []) }
    let listed = periods.map(\.name)
    if longest.allSatisfy(listed.contains) { return (listed.filter(longest.contains), []) }
    // Without a word that they are apart, a case can be in both.
    let latest = longest.enumerated().max { one, other in
      guard let first = PeriodSpan(one.element), let second = PeriodSpan(other.element), first.scale == second.scale else {
        return one.offset < other.offset
      }
      return (first.last, one.offset) < (second.last, other.offset)
    }
    let taken = latest.map { [$0.element] } ?? []
    return (taken, longest.filter { !taken.contains($0) })
  }

  /// A sum with a withheld part is withheld itself.
  private static func total(_ counts: [Count]) -> Count.Value? {
    if counts.isEmpty { return nil }
    var sum = 0
    for count in counts {
      guard case .number(let number) = count.value else { return .suppressed }
      // No number of cases comes near the end of what a computer counts; a mistake may.
      sum = sum.addingReportingOverflow(number).overflow ? .max : sum + number
    }
    return .number(sum)
  }
}
