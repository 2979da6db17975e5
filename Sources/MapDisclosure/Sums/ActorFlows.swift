import OrderedCollections

/// What reaches an actor and what leaves it, to find numbers there that are the same: as where all who were referred to
/// mentors, by whomever, are all whom the mentors support.
struct ActorFlows {
  private typealias Flow = CountSeries.Flow
  private typealias Amount = CountSeries.Amount

  /// The members of groups, and what else of sources or targets makes the number of one.
  struct Groups {
    /// By actor, whose numbers make its own, as a map says.
    var declared: [Int: [[Int]]] = [:]
    /// The same, as the numbers tell.
    var found: [Int: [[Int]]] = [:]
  }

  /// What was found at the actors.
  struct Findings {
    /// Pairs of amounts that are equal, of which readers may know that they are.
    var equalities: [(left: CountSeries.Amount, right: CountSeries.Amount)] = []
    /// Pairs of amounts of which the first is added up and nowhere more than the second: what is given of it by area is at
    /// most what is passed on.
    var withins: [(part: CountSeries.Amount, whole: CountSeries.Amount)] = []
    /// Numbers that no file gives, and that such an equality tells: where they stand, and what is added to them to make
    /// a whole.
    var missing: [(place: CellPlace, rest: CountSeries.Amount, whole: CountSeries.Amount)] = []
    /// Actors, each with its map, with groups in more ways than are tried.
    var untried: [(map: Int, actor: Int)] = []
  }

  /// One way to add up what connections of a kind bring to an actor, or take from it.
  private struct Reading {
    var list: [CountSeries]
    var flow: Flow
    /// Two of the connections that have the same numbers, of which it has one: a group of one member.
    var repeats: [(CountSeries, CountSeries)] = []
  }

  private let series: [CountSeries]
  private let sources: Groups
  private let targets: Groups

  /// - Parameters:
  ///   - sources: what of the sources is the sum of what.
  ///   - targets: the same of the targets.
  init(_ series: [CountSeries], sources: Groups = Groups(), targets: Groups = Groups()) {
    (self.series, self.sources, self.targets) = (series, sources, targets)
  }

  /// What is equal at the actors.
  /// - Complexity: O(f²) for the f relations and measures at an actor, and O(f · c) for its c connections; with a factor
  ///   for the ways in which groups are left out.
  func findings() -> Findings {
    var ends: OrderedDictionary<[Int], [CountSeries]> = [:]
    for one in series {
      let (source, target) = (one.first[.source], one.first[.target])
      ends[[one.first.map, source], default: []].append(one)
      if source != target { ends[[one.first.map, target], default: []].append(one) }
    }
    var findings = Findings()
    var seen: Set<[[Int]]> = []
    for (key, list) in ends where list.count > 1 {
      var kinds: OrderedDictionary<[Int], [CountSeries]> = [:]
      for one in list {
        let isSource = one.first[.source] == key[1]
        kinds[[isSource ? 0 : 1, one.first[.relation], one.first[.measure]], default: []].append(one)
      }
      var isUntried = false
      let readings = kinds.map { kind, ofKind in
        let (tried, isWhole) = self.readings(of: ofKind, isSource: kind[0] == 0)
        isUntried = isUntried || !isWhole
        return tried
      }
      for (place, ofKind) in kinds.values.enumerated() {
        for (index, one) in readings[place].enumerated() {
          for other in readings[(place + 1)...].joined() { add(one, other) }
          // One of several connections may carry all that others bring.
          guard ofKind.count > 1 else { continue }
          if index > 1, readings[place].count * list.count > Self.mostSingles {
            isUntried = true
            break
          }
          for single in list where single.flow.values.contains(where: { !$0.cells.isEmpty }) {
            add(one, Reading(list: [single], flow: single.flow))
          }
        }
      }
      if isUntried { findings.untried.append((key[0], key[1])) }
    }
    return findings

    func add(_ left: Reading, _ right: Reading) {
      for (one, other) in Self.withins(left, right) + Self.withins(right, left)
      where seen.insert([one.cells, other.cells, []]).inserted {
        findings.withins.append((one, other))
      }
      guard let pairs = Self.pairs(left, right) else { return }
      for (one, other) in pairs.equal where seen.insert([one.cells, other.cells]).inserted {
        findings.equalities.append((one, other))
      }
      findings.missing += pairs.missing
      // That a sum holds without one of two tells that they are the same.
      for (one, other) in left.repeats + right.repeats {
        for (place, amount) in one.flow.sorted(by: { ($0.key.area, $0.key.period) < ($1.key.area, $1.key.period) }) {
          guard let same = other.flow[place], seen.insert([amount.cells, same.cells]).inserted else { continue }
          findings.equalities.append((amount, same))
        }
      }
    }
  }

  /// What connections of a kind bring to an actor, or take from it, all together; and without groups whose members stand
  /// beside them, or without those members, since whoever is in a group is counted once.
  /// - Returns: the ways, and whether they are all.
  private func readings(of list: [CountSeries], isSource: Bool) -> ([Reading], isWhole: Bool) {
    let ends = list.map { $0.first[isSource ? .target : .source] }
    let groups = isSource ? targets : sources
    let all = Set(ends)
    var sets = [all]
    // The number of a group is the sum of its members' in the table: with it or with them comes to the same.
    var grouped = all
    var others: [(total: Int, members: Set<Int>)] = []
    for total in all.sorted() {
      for parts in groups.declared[total] ?? [] {
        let members = all.intersection(parts).subtracting([total])
        if members.isEmpty { continue }
        if isSum(total, members, list, ends) { grouped.subtract(members) } else { others.append((total, members)) }
      }
      for parts in groups.found[total] ?? [] {
        let members = all.intersection(parts).subtracting([total])
        if !members.isEmpty { others.append((total, members)) }
      }
    }
    if grouped != all { sets.append(grouped) }
    let repeats = list.count > Self.mostCompared ? [] : Self.repeats(in: list)
    for (one, other) in repeats { others.append((ends[one], [ends[other]])) }
    var next = 0
    while next < sets.count, !others.isEmpty, sets.count < Self.mostReadings {
      let set = sets[next]
      next += 1
      for (total, members) in others where set.contains(total) && !set.isDisjoint(with: members) {
        for smaller in [set.subtracting(members), set.subtracting([total])] where !sets.contains(smaller) {
          sets.append(smaller)
        }
      }
    }
    // Many connections can meet at an actor: what they bring is added where it stands.
    let readings = sets.map { set in
      var reading = Reading(list: [], flow: [:])
      for (one, end) in zip(list, ends) where set.contains(end) {
        reading.list.append(one)
        for (place, amount) in one.flow { reading.flow[place, default: .none].add(amount) }
      }
      for (one, other) in repeats where set.contains(ends[one]) != set.contains(ends[other]) {
        reading.repeats.append((list[one], list[other]))
      }
      return reading
    }
    return (readings, sets.count < Self.mostReadings)
  }

  /// Connections that have the same numbers wherever both have one.
  private static func repeats(in list: [CountSeries]) -> [(Int, Int)] {
    list.indices.flatMap { one in
      list.indices.dropFirst(one + 1).filter { other in
        let common = list[one].flow.filter { list[other].flow[$0.key] != nil }
        return common.allSatisfy { list[other].flow[$0.key]?.value == $0.value.value }
          && common.contains { $0.value.value > 0 }
      }.map { (one, $0) }
    }
  }

  /// Among how many connections at most those are looked for that have the same numbers; among many it is chance.
  private static let mostCompared = 8

  /// Whether wherever a group and its members stand, its number is theirs.
  private func isSum(_ total: Int, _ members: Set<Int>, _ list: [CountSeries], _ ends: [Int]) -> Bool {
    var whole: Flow = [:]
    for (one, end) in zip(list, ends) where members.contains(end) {
      for (place, amount) in one.flow { whole[place, default: .none].add(amount) }
    }
    return zip(list, ends).allSatisfy { one, end in
      end != total || one.flow.allSatisfy { whole[$0]?.value == $1.value }
    }
  }

  /// With how many connections and ways each is compared with what is left without groups.
  static let mostSingles = 1 << 18

  /// In how many ways the members of groups are left out, or the groups.
  static let mostReadings = 64

  /// Amounts of a flow that are added up, each with that of another flow, if they are nowhere more.
  private static func withins(_ part: Reading, _ whole: Reading) -> [(Amount, Amount)] {
    var pairs: [(CountSeries.Place, Amount, Amount)] = []
    for (place, one) in part.flow where one.isAddedUp {
      guard let other = whole.flow[place], !other.isAddedUp else { continue }
      guard one.value <= other.value, areApart(one.cells, other.cells) else { return [] }
      pairs.append((place, one, other))
    }
    return pairs.sorted { ($0.0.area, $0.0.period) < ($1.0.area, $1.0.period) }.map { ($0.1, $0.2) }
  }

  /// Whether two amounts have no cell in common.
  ///
  /// One is often a single number, and the other that of an actor with thousands: the shorter is looked up in.
  private static func areApart(_ one: [Int], _ other: [Int]) -> Bool {
    let (few, many) = one.count <= other.count ? (one, other) : (other, one)
    if few.count == 1 { return !many.contains(few[0]) }
    return Set(few).isDisjoint(with: many)
  }

  /// The cells of two flows' equal amounts, and what one of them lacks; `nil` if they are not equal.
  private static func pairs(
    _ left: Reading, _ right: Reading
  ) -> (equal: [(Amount, Amount)], missing: [(CellPlace, Amount, Amount)])? {
    var pairs: [(CountSeries.Place, Amount, Amount, Bool)] = []
    var missing: [(CellPlace, Amount, Amount)] = []
    var contradicted = 0
    for (place, one) in left.flow {
      guard let other = right.flow[place] else { continue }
      guard areApart(one.cells, other.cells) else { return nil }
      if one.value == other.value {
        if one.value > 0 { pairs.append((place, one, other, one.isAddedUp && other.isAddedUp)) }
        continue
      }
      // What follows can lack a part that no file gives: it contradicts little.
      if one.isAddedUp || other.isAddedUp, one.connections == left.list.count, other.connections == right.list.count {
        contradicted += 1
        continue
      }
      // What is less lacks a connection of which no number is given there.
      let (less, more) = one.value < other.value ? (one, other) : (other, one)
      let list = one.value < other.value ? left.list : right.list
      guard less.connections < list.count else { return nil }
      if less.connections == list.count - 1, let lacking = list.first(where: { $0.flow[place] == nil }) {
        missing.append((lacking.place(place), less, more))
      }
    }
    // That some few are equal where most are not is chance.
    if pairs.isEmpty || max(missing.count, contradicted) > pairs.count { return nil }
    for (side, other) in [(left, right), (right, left)] where side.list.count == 1 {
      for (place, amount) in other.flow where side.flow[place] == nil && amount.connections == other.list.count {
        missing.append((side.list[0].place(place), .none, amount))
      }
    }
    let isSaidByParts = pairs.contains { !$0.3 }
    return (
      pairs.filter { !isSaidByParts || !$0.3 }
        .sorted { ($0.0.area, $0.0.period) < ($1.0.area, $1.0.period) }.map { ($0.1, $0.2) },
      missing.sorted { $0.0.isBefore($1.0) }
    )
  }
}
