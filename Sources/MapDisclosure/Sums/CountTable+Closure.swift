/// Numbers that no file gives, and the sums between them.
extension CountTable {
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
    var (certain, likely): ([SumAxis: [SumClosure.Rule]], [SumAxis: [SumClosure.Rule]]) = ([:], [:])
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
    addRests(&closure, known)
    withhold(atActors: flows.flatMap(\.findings.untried))
    if cells.areas.values.count > 1 || cells.periods.values.count > 1 { addFlows(from: known) }
    isCut = closure.isCut
    if isCut { require(cells.values.map { _ in true }) }
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
  static let mostTried = 400

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
    self.untried = Set(actors.map { cells.name($0[1], of: .source) }).sorted()
    require(
      (0..<cells.count).map { cell in
        actors.contains([cells.map[cell], cells.source[cell]])
          || actors.contains([cells.map[cell], cells.target[cell]])
      })
  }
}
