import OrderedCollections

/// Numbers that no file gives, and the sums between them.
extension CountTable {
  private typealias Rules = [SumAxis: [SumClosure.Rule]]

  /// Adds the numbers that no file gives and that follow from those that are given, with every sum in which they stand,
  /// and what of them comes to an actor and leaves it.
  /// - Complexity: O(n) for n numbers that are given or follow, with a factor for the labels of a line and the sums of an
  ///   axis.
  mutating func addWhatFollows(from known: [SumAxis: AxisSums]) {
    let complements = complementRules(known)
    let axes = SumAxis.allCases.filter { axis in
      known[axis].map { hasSums($0, axis) || axis == .measure && !complements.isEmpty } ?? false
    }
    var closure = SumClosure(cells, without: repeated)
    var (certain, likely): (Rules, Rules) = ([:], [:])
    for axis in axes {
      guard let sums = known[axis] else { continue }
      let labels = closure.labels(along: axis)
      certain[axis] = certainRules(sums, axis, labels)
      if axis == .measure { certain[axis, default: []] += complements }
      likely[axis] = (certain[axis] ?? []) + likelyRules(sums, axis, labels)
    }
    // What only likely follows can be wrong: a year is more than the quarter that is given of it. So what comes to an
    // actor is compared with what leaves it before and after.
    var flows = [self.flows(of: closure, known)]
    closure.deduce(by: certain, into: &self)
    if closure.numbers.count > flows[0].numbers { flows.append(self.flows(of: closure, known)) }
    closure.deduce(by: likely, into: &self)
    for axis in axes {
      guard let sums = known[axis] else { continue }
      addUp(along: axis, sums.confirmed, &closure)
      closure.deduce(by: likely, into: &self)
    }
    if closure.numbers.count > flows[flows.count - 1].numbers { flows.append(self.flows(of: closure, known)) }
    // That two numbers are the same but for a zero that may be left out is said already, and of them no more is known.
    var seen = Set(
      sums.filter { $0.parts.count == 2 && numbers[$0.parts[1]].kind == .possible }.flatMap {
        [[[$0.total], [$0.parts[0]]], [[$0.parts[0]], [$0.total]]]
      })
    for (left, right) in flows.map(\.findings.equalities).joined()
    where seen.insert([left.cells, right.cells]).inserted {
      addEquality(of: left, right)
    }
    let last = flows[flows.count - 1].findings
    if follow(last.missing, &closure) { closure.deduce(by: likely, into: &self) }
    // Most maps are large because of connections with one number.
    let isAnyFollowing = closure.numbers.contains { !$0.isGiven }
    for axis in SumAxis.allCases where isAnyFollowing && cells.labelCount(of: axis) > 1 {
      guard let sums = known[axis] else { continue }
      addSumsOfFollowing(along: axis, sums, complements, &closure)
    }
    withhold(atActors: flows.flatMap(\.findings.untried))
    if cells.areas.values.count > 1 || cells.periods.values.count > 1 { addFlows(from: known) }
    if closure.isCut { require(cells.values.map { _ in true }) }
  }

  /// What is equal at actors by the numbers of a closure, and how many those are.
  private func flows(
    of closure: SumClosure, _ known: [SumAxis: AxisSums]
  ) -> (findings: ActorFlows.Findings, numbers: Int) {
    let flows = ActorFlows(
      CountSeries.all(of: closure), sources: groups(known[.source]), targets: groups(known[.target]))
    return (flows.findings(), closure.numbers.count)
  }

  /// Adds what comes to an actor and leaves it where areas are counted within each other, or periods, as maps say, as
  /// numbers tell, and as numbers can tell by chance.
  private mutating func addFlows(from known: [SumAxis: AxisSums]) {
    var ways: [[SumAxis: Containment]] = []
    for way in [\AxisSums.containment, \.confirmed, \.possible] {
      let containments = known.filter { $0.key == .area || $0.key == .period }.mapValues { $0[keyPath: way] }
      if !ways.contains(containments) { ways.append(containments) }
    }
    var isAny = false
    for way in ways { isAny = addFlows(where: way, known) || isAny }
    guard !isAny, let areas = known[.area], cells.count <= Self.mostTried else { return }
    // A region that nobody declares, and that is one of its districts here, is seen by what is passed on alone.
    let labels = Set((0..<cells.count).map { cells.area[$0] }).subtracting([CountCells.programme]).sorted()
    if labels.count < 2 || labels.count > 8 { return }
    var omitted = labels.map { [$0] }
    for (index, one) in labels.enumerated() { omitted += labels[(index + 1)...].map { [one, $0] } }
    for labelsLeftOut in omitted {
      var way = areas.containment
      for label in labels { way.contain(label, labelsLeftOut.filter { $0 != label }) }
      isAny = addFlows(where: [.area: way], known, totals: [CountCells.programme]) || isAny
      if isAny, labelsLeftOut.count > 1 { return }
    }
  }

  /// In how many numbers at most regions are sought that nobody declares.
  private static let mostTried = 400

  /// Adds what comes to an actor and leaves it where areas and periods are added up in some way.
  /// - Parameter totals: the areas that are added up; those that contain others, if they are not said.
  /// - Returns: whether anything is equal.
  private mutating func addFlows(
    where way: [SumAxis: Containment], _ known: [SumAxis: AxisSums], totals: [Int]? = nil
  ) -> Bool {
    var closure = SumClosure(cells, without: repeated)
    for axis in [.area, .period] as [SumAxis] {
      guard let containment = way[axis] else { continue }
      if let totals {
        closure.addUp(totals, along: axis, containment, into: &self) { _, _ in true }
      } else {
        addUp(along: axis, containment, &closure)
      }
    }
    let findings = flows(of: closure, known).findings
    let equalities = findings.equalities.filter { $0.left.isAddedUp || $0.right.isAddedUp }
    for (left, right) in equalities {
      guard areZerosWithheld, totals != nil, left.isAddedUp != right.isAddedUp else {
        addEquality(of: left, right)
        continue
      }
      // Where zeros are left out, two regions can be the same here, and nobody knows which of them it is.
      var added = left.isAddedUp ? left : right
      added.cells.append(hidden(0, .free))
      addEquality(of: left.isAddedUp ? right : left, added)
    }
    for (part, whole) in totals == nil ? findings.withins : [] {
      let all = hidden(whole.value, .free)
      sums.append(.init(total: all, parts: whole.cells))
      sums.append(.init(total: all, parts: part.cells + [hidden(whole.value - part.value, .free)]))
    }
    return !equalities.isEmpty
  }

  /// Whether anything is added along an axis.
  private func hasSums(_ sums: AxisSums, _ axis: SumAxis) -> Bool {
    if !sums.found.isEmpty || !sums.containment.declared.isEmpty || !sums.containment.members.isEmpty { return true }
    switch axis {
    case .area: return cells.areas.values.count > 1
    case .period: return cells.periods.values.count > 1
    default: return !sums.containment.wholes.isEmpty
    }
  }

  // MARK: Rules

  /// The sums that hold everywhere: those that maps declare, and those that numbers bear out beyond chance.
  private func certainRules(_ sums: AxisSums, _ axis: SumAxis, _ labels: [Int]) -> [SumClosure.Rule] {
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
  private func likelyRules(_ sums: AxisSums, _ axis: SumAxis, _ labels: [Int]) -> [SumClosure.Rule] {
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
  private func complementRules(_ known: [SumAxis: AxisSums]) -> [SumClosure.Rule] {
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

  // MARK: Totals

  /// Adds the totals that no file gives. The programme and a whole year are added up of what there is of them; a measure,
  /// a group or a relation only where what is missing has a number elsewhere, so that it is none here.
  private mutating func addUp(along axis: SumAxis, _ containment: Containment, _ closure: inout SumClosure) {
    let given = Set(closure.labels(along: axis))
    var totals = containment.members.keys.sorted {
      (containment.members[$0]?.count ?? 0, $0) < (containment.members[$1]?.count ?? 0, $1)
    }
    switch axis {
    case .area: totals.append(CountCells.programme)
    case .period: totals += containment.wholes.subtracting(totals).sorted()
    default: break
    }
    let known = given.union(containment.members.values.joined()).sorted()
    let declared = containment.declared.filter { $0.parts.allSatisfy(given.contains) }
    for sum in declared where !totals.contains(sum.total) { totals.append(sum.total) }
    closure.addUp(totals, along: axis, containment, declared, into: &self) { total, _ in
      axis == .area || axis == .period
        || containment.parts(of: total, among: known).allSatisfy(given.contains)
    }
  }

  /// Adds the numbers that an equality at an actor tells.
  private mutating func follow(
    _ missing: [(place: CellPlace, rest: CountSeries.Amount, whole: CountSeries.Amount)], _ closure: inout SumClosure
  ) -> Bool {
    var isFollowed = false
    for (place, rest, whole) in missing {
      let isWhole = rest.cells.isEmpty
      guard
        let index = closure.follow(place, whole.value - rest.value, isAddedUp: isWhole, into: &self)
      else { continue }
      isFollowed = true
      if isWhole {
        sums.append(.init(total: index, parts: whole.cells))
      } else {
        addEquality(
          of: whole, .init(value: whole.value, cells: rest.cells + [index], isAddedUp: true))
      }
    }
    return isFollowed
  }

  // MARK: Sums of what follows

  /// Adds the sums along an axis in which numbers stand that no file gives.
  private mutating func addSumsOfFollowing(
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

  // MARK: Groups

  private func groups(_ sums: AxisSums?) -> ActorFlows.Groups {
    guard let sums else { return .init() }
    var groups = ActorFlows.Groups()
    for sum in sums.containment.declared { groups.declared[sum.total, default: []].append(sum.parts) }
    for (total, parts) in sums.containment.members { groups.declared[total, default: []].append(parts.sorted()) }
    for (sum, _) in sums.found { groups.found[sum.total, default: []].append(sum.parts) }
    return groups
  }

  /// Withholds all numbers at actors where groups stand in more ways than were tried: what equals what there is unknown.
  private mutating func withhold(atActors untried: [(map: Int, actor: Int)]) {
    if untried.isEmpty { return }
    let actors = Set(untried.map { [$0.map, $0.actor] })
    require(
      (0..<cells.count).map { cell in
        actors.contains([cells.map[cell], cells.source[cell]])
          || actors.contains([cells.map[cell], cells.target[cell]])
      })
  }
}
