import OrderedCollections

/// What reaches an actor and what leaves it, to find numbers there that are the same: as where all who were referred to
/// mentors, by whomever, are all whom the mentors support.
struct ActorFlows {
  private typealias Flow = CountSeries.Flow
  /// By actor, whose numbers make its own: the members of a group.
  typealias EndSums = [Int: [[Int]]]

  private let cells: CountCells
  private let series: [CountSeries]
  private let sources: EndSums
  private let targets: EndSums

  /// - Parameters:
  ///   - sources: what of the sources is the sum of what.
  ///   - targets: the same of the targets.
  init(_ cells: CountCells, _ series: [CountSeries], sources: EndSums = [:], targets: EndSums = [:]) {
    (self.cells, self.series, self.sources, self.targets) = (cells, series, sources, targets)
  }

  /// Pairs of amounts that are equal, of which readers may know that they are.
  /// - Complexity: O(f²) for the f relations and measures at an actor, and O(f · c) for its c connections.
  func equalities() -> [(left: CountSeries.Amount, right: CountSeries.Amount)] {
    var ends: OrderedDictionary<[Int], [CountSeries]> = [:]
    for one in series {
      let map = cells.map[one.first]
      ends[[map, cells.source[one.first]], default: []].append(one)
      if cells.source[one.first] != cells.target[one.first] {
        ends[[map, cells.target[one.first]], default: []].append(one)
      }
    }
    var found: [(left: CountSeries.Amount, right: CountSeries.Amount)] = []
    var seen: Set<[[Int]]> = []
    for (key, list) in ends where list.count > 1 {
      var kinds: OrderedDictionary<[Int], [CountSeries]> = [:]
      for one in list {
        let isSource = cells.source[one.first] == key[1]
        kinds[[isSource ? 0 : 1, cells.relation[one.first], cells.measure[one.first]], default: []].append(one)
      }
      let flows = kinds.map { kind, ofKind in self.flows(of: ofKind, isSource: kind[0] == 0) }
      for (place, ofKind) in kinds.values.enumerated() {
        for (reading, one) in flows[place].enumerated() {
          for other in flows[(place + 1)...].joined() { add(one, other) }
          // One of several connections may carry all that others bring.
          guard ofKind.count > 1, reading == 0 || list.count <= Self.mostSingles else { continue }
          for single in list where single.flow.values.contains(where: { !$0.cells.isEmpty }) { add(one, single.flow) }
        }
      }
    }
    return found

    func add(_ left: Flow, _ right: Flow) {
      for (one, other) in Self.pairs(left, right) where seen.insert([one.cells, other.cells]).inserted {
        found.append((one, other))
      }
    }
  }

  /// What connections of a kind bring to an actor, or take from it, all together; and without groups whose members stand
  /// beside them, or without those members, since whoever is in a group is counted once.
  private func flows(of list: [CountSeries], isSource: Bool) -> [Flow] {
    let ends = list.map { isSource ? cells.target[$0.first] : cells.source[$0.first] }
    let sums = isSource ? targets : sources
    var sets = [Set(ends)]
    var next = 0
    while next < sets.count, sets.count < Self.mostReadings, !sums.isEmpty {
      let set = sets[next]
      next += 1
      for total in set.sorted() {
        for parts in sums[total] ?? [] {
          let members = set.intersection(parts).subtracting([total])
          guard !members.isEmpty else { continue }
          for smaller in [set.subtracting(members), set.subtracting([total])] where !sets.contains(smaller) {
            sets.append(smaller)
          }
        }
      }
    }
    // Many connections can meet at an actor: what they bring is added where it stands.
    return sets.map { set in
      zip(list, ends).reduce(into: Flow()) { flow, one in
        guard set.contains(one.1) else { return }
        for (place, amount) in one.0.flow { flow[place, default: .init()].add(amount) }
      }
    }
  }

  /// With how many connections at most each is compared with what is left without groups.
  private static let mostSingles = 64

  /// In how many ways the members of groups are left out, or the groups.
  private static let mostReadings = 16

  /// The cells of two flows' equal amounts, if all that they have in common are equal.
  private static func pairs(_ left: Flow, _ right: Flow) -> [(CountSeries.Amount, CountSeries.Amount)] {
    var pairs: [(CountSeries.Place, CountSeries.Amount, CountSeries.Amount, Bool)] = []
    for (place, one) in left {
      guard let other = right[place], one.value > 0 || other.value > 0 else { continue }
      guard one.value == other.value, Set(one.cells).isDisjoint(with: other.cells) else { return [] }
      pairs.append((place, one, other, one.isAddedUp && other.isAddedUp))
    }
    let isSaidByParts = pairs.contains { !$0.3 }
    return pairs.filter { !isSaidByParts || !$0.3 }
      .sorted { ($0.0.area, $0.0.period) < ($1.0.area, $1.0.period) }.map { ($0.1, $0.2) }
  }
}
