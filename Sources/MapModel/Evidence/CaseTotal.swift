import OrderedCollections

/// A number of cases, with what it is of.
public struct CaseTotal: Sendable, Hashable {
  /// The number.
  public let value: Count.Value
  /// What the number can be, since its parts may be rounded; `nil` if it is withheld.
  public let range: ClosedRange<Int>?
  /// What was counted.
  public let measure: String
  /// The periods in which it was counted, in their order; empty if the source does not say.
  public let periods: [String]
  /// Periods that were counted as well and are not in the number, since a case can be in both.
  public let otherPeriods: [String]
  /// Whether any of its parts is approximate.
  public let isApproximate: Bool
  /// The target that is set for it; `nil` unless one is set for each of its parts.
  public let target: Int?
}

extension NetworkMap {
  /// The cases that the MI counts of a connection: on the whole map, or in a scope of an area, a period, or both.
  ///
  /// Nothing is added that can overlap. Of several measures one is taken: the first of ``caseMeasures``, or the measure
  /// of which that is declared to be a part. A period that contains others counts in their place; periods are added only where the map lists
  /// them, and else the latest is taken. A number of the whole programme counts as it is; without one, areas are
  /// added, each of them once: a region in place of its districts. Of the scope's period, what is counted of it goes before
  /// what is counted of periods in it. Where a group stands for its parts, its own number goes before theirs; theirs are
  /// added, unless numbers are left out for the map's audience.
  /// - Parameters:
  ///   - measure: the measure; `nil` for that of the connection's cases.
  ///   - period: the period of which numbers are taken, without those in it; `nil` for all of the scope.
  /// - Returns: `nil` if the MI does not count cases there; and where it is only known of parts of the scope, if numbers
  ///   were left out of the map.
  /// - Complexity: O(n + p²), where n is the number of the connection's counts and p of their periods.
  public func cases(
    of connection: Connection, in scope: Scope = .wholeMap, measure: String? = nil, period: String? = nil
  ) -> CaseTotal? {
    var counts = connection.counts.filter { count in
      (measure == nil ? count.isOfCases : count.measure == measure) && (period == nil || count.period == period)
    }
    if let wanted = scope.period {
      counts.removeAll { $0.period != wanted && ($0.period.isEmpty || !isPeriod($0.period, within: wanted)) }
    }
    guard let chosen = measure ?? caseMeasure(of: counts) else { return nil }
    counts.removeAll { $0.measure != chosen }
    if let wanted = scope.period {
      // What is counted of a part of the time for all does not stand for what is counted of the whole of it for each.
      let own = counts.filter { $0.period == wanted }
      let inner = scope.area.map(contained)
      let isOfEach = own.contains { $0.area != scope.area && ($0.area.map { inner?.contains($0) ?? true } ?? false) }
      if isOfEach, !own.contains(where: { $0.area == scope.area }) { counts.removeAll { $0.area == scope.area } }
    }
    counts = placedByPart(counts, in: scope)
    let (periods, others) = disjointPeriods(of: counts)
    counts.removeAll { !periods.contains($0.period) }
    counts = withoutParts(counts)
    if counts.isEmpty || isSumUntold(counts, in: scope) { return nil }
    let (value, range) = total(counts)
    return CaseTotal(
      value: value, range: range, measure: chosen, periods: periods.filter { !$0.isEmpty }, otherPeriods: others,
      isApproximate: counts.contains { $0.isApproximate && $0.value != .suppressed }, target: target(of: counts))
  }

  /// Whether what counts make together is not told: where numbers are left out, what is missing to that of a place, a period
  /// or a group is seen by nobody.
  private func isSumUntold(_ counts: [Count], in scope: Scope) -> Bool {
    leavesOutCounts
      && counts.contains { count in
        count.part != nil || count.area != scope.area || (scope.period ?? counts[0].period) != count.period
      }
  }

  /// Of measures that count cases, the one that others are declared to be parts of, else the first.
  private func caseMeasure(of counts: [Count]) -> String? {
    guard let first = counts.first?.measure else { return nil }
    var best = caseMeasures.first { name in counts.contains { $0.measure == name } } ?? first
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

  /// The counts of a scope of which no two are of the same people, as far as areas and parts of groups go.
  private func placedByPart(_ counts: [Count], in scope: Scope) -> [Count] {
    guard counts.contains(where: { $0.part != nil }) else { return placed(counts, in: scope) }
    return withoutPartsOfGroups(OrderedDictionary(grouping: counts, by: \.part).mapValues { placed($0, in: scope) })
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
    let listed = periods.map(\.name)
    // One area may be counted by years, and another by terms.
    if counts.contains(where: { $0.area != counts[0].area || $0.part != counts[0].part }),
      names.allSatisfy(listed.contains)
    {
      let taken = Set(withoutParts(counts).map(\.period))
      return (listed.filter(taken.contains), [])
    }
    guard longest.count > 1 else { return (longest, []) }
    if longest.allSatisfy(listed.contains) { return (listed.filter(longest.contains), []) }
    // Without a word that they are apart, a case can be in both.
    let latest = longest.enumerated().max { one, other in
      guard let first = PeriodSpan(one.element), let second = PeriodSpan(other.element), first.scale == second.scale
      else {
        return one.offset < other.offset
      }
      return (first.last, one.offset) < (second.last, other.offset)
    }
    let taken = latest.map { [$0.element] } ?? []
    return (taken, longest.filter { !taken.contains($0) })
  }

  /// Counts without those of periods that lie in another of which the same area is counted.
  private func withoutParts(_ counts: [Count]) -> [Count] {
    let names = Set(counts.map(\.period))
    if names.count < 2 { return counts }
    let contents = contents(ofPeriods: names)
    if contents.isEmpty { return counts }
    let counted = counts.reduce(into: [Counted: Set<String>]()) { $0[Counted($1), default: []].insert($1.period) }
    return counts.filter { count in
      !(counted[Counted(count)] ?? []).contains { contents[$0]?.contains(count.period) ?? false }
    }
  }

  /// Where, and of which part of a group, something is counted.
  private struct Counted: Hashable {
    let area: Area.ID?
    let part: Connection.ID?

    init(_ count: Count) { (area, part) = (count.area, count.part) }
  }

  /// The sum of the targets of counts; `nil` unless each has one.
  private func target(of counts: [Count]) -> Int? {
    let targets = counts.compactMap(\.target)
    guard !counts.isEmpty, targets.count == counts.count else { return nil }
    return targets.reduce(0) { $0.addingReportingOverflow($1).overflow ? .max : $0 + $1 }
  }

  /// A sum with a withheld part is withheld itself.
  private func total(_ counts: [Count]) -> (Count.Value, ClosedRange<Int>?) {
    let rounding = disclosure.rounding
    var (sum, least, most) = (0, 0, 0)
    // No number of cases comes near the end of what a computer counts; a mistake may.
    func add(_ number: Int, to sum: inout Int) {
      sum = sum.addingReportingOverflow(number).overflow ? .max : sum + number
    }
    for count in counts {
      guard case .number(let number) = count.value else { return (.suppressed, nil) }
      add(number, to: &sum)
      let spread = count.isApproximate ? Self.spread(of: number) : 0
      add(max(0, number - spread - (count.isRounded ? rounding / 2 : 0)), to: &least)
      add(number, to: &most)
      add(max(0, spread - 1), to: &most)
      if count.isRounded { add((rounding - 1) / 2, to: &most) }
    }
    return (.number(sum), least...most)
  }

  /// How far an approximate number can be from what it stands for: half of the place of its last digit that is not 0, so
  /// that about 200 is from 150 to 249.
  static func spread(of number: Int) -> Int {
    guard number > 0 else { return 0 }
    var place = 1
    while number % (place * 10) == 0 { place *= 10 }
    return place / 2
  }
}
