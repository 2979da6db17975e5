import GraphMeasures
import MapModel
import OrderedCollections

/// What the rules have counted, and the connections that this makes.
struct CaseConnections: Sendable {
  /// What stands before the names of files in the reference of a number.
  static let referenceStart = "Counted in "

  let plan: CountingPlan
  let actors: CaseActors
  /// What each rule counted.
  let groups: [[RuleTally.Group]]
  /// What each rule counted of groups of actors, where the numbers of their parts cannot be added.
  let ofGroups: [[RuleTally.Group]]

  /// The groups of each rule in the order of names and areas, with those that count 0.
  var sortedGroups: [[RuleTally.Group]] {
    let ranks = actors.ranks
    return plan.rules.indices.map { index in
      let (rule, found) = (plan.rules[index], groups[index])
      return Self.sorted((rule.countsZeros ? found + Self.zeros(besides: found) : found) + ofGroups[index], by: ranks)
    }
  }

  /// The connections of each rule, in the order of names, with their numbers in the order of areas.
  /// - Parameter sortedGroups: what ``sortedGroups`` found.
  func all(of sortedGroups: [[RuleTally.Group]], threads: Int) -> [OrderedDictionary<Connection.ID, Connection>] {
    var connections = zip(plan.rules, sortedGroups).map { rule, groups in
      self.connections(of: rule, Ends(of: groups), groups, threads: threads)
    }
    chooseCases(among: &connections)
    return connections
  }

  /// Where in sorted groups those of each connection stand.
  private struct Ends: Sendable {
    var ranges: [Range<Int>] = []

    init(of groups: [RuleTally.Group]) {
      ranges.reserveCapacity(groups.count)
      var start = 0
      while start < groups.count {
        let first = groups[start]
        var end = start + 1
        while end < groups.count, groups[end].source == first.source, groups[end].target == first.target { end += 1 }
        ranges.append(start..<end)
        start = end
      }
    }
  }

  private func connections(
    of rule: CountingPlan.Rule, _ ends: Ends, _ groups: [RuleTally.Group], threads: Int
  ) -> OrderedDictionary<Connection.ID, Connection> {
    // To know the ids takes longer than to write down the numbers.
    var (connections, counts) = Parallel.both(threads: threads) {
      let ids = ends.ranges.map { range in
        let group = groups[range.lowerBound]
        return Connection.ID(
          from: actors.ids[Int(group.source)], to: actors.ids[Int(group.target)], rule.relation)
      }
      return OrderedDictionary(uncheckedUniqueKeys: ids, values: ids.lazy.map { Connection($0) })
    } _: {
      self.counts(of: rule, ends, groups)
    }
    // What changes places need not be copied.
    for index in counts.indices { swap(&connections.values[index].counts, &counts[index]) }
    return connections
  }

  private func counts(of rule: CountingPlan.Rule, _ ends: Ends, _ groups: [RuleTally.Group]) -> [[Count]] {
    let reference = "\(Self.referenceStart)\(plan.files.joined(separator: ", "))"
    func count(_ area: Area.ID?) -> Count {
      Count(area: area, measure: rule.measure, period: rule.period?.name ?? "", value: 0, reference: reference)
    }
    let (counts, programme) = (plan.areas.map(count), count(nil))
    return ends.ranges.map { range in
      groups[range].map { group in
        var count = group.area < 0 ? programme : counts[Int(group.area)]
        count.value = .number(group.count)
        count.isOfParts = group.isOfParts
        return count
      }
    }
  }

  /// The groups by the places of their ends among all actors, then by area.
  private static func sorted(_ groups: [RuleTally.Group], by ranks: [Int]) -> [RuleTally.Group] {
    var (sorted, other) = (groups, groups)
    // The last sorting counts most.
    sort(sorted, into: &other, limit: (groups.map(\.area).max() ?? 0) + 2) { Int($0.area) + 1 }
    sort(other, into: &sorted, limit: ranks.count) { ranks[Int($0.target)] }
    sort(sorted, into: &other, limit: ranks.count) { ranks[Int($0.source)] }
    return other
  }

  /// Sorts groups by numbers below a limit; those with the same number stay in their order.
  ///
  /// There can be very many, and few numbers: it is enough to count how many have each.
  @inline(__always)
  private static func sort(
    _ groups: [RuleTally.Group], into sorted: inout [RuleTally.Group], limit: some BinaryInteger,
    by number: (RuleTally.Group) -> Int
  ) {
    var places = [Int](repeating: 0, count: Int(limit) + 1)
    for group in groups { places[number(group) + 1] += 1 }
    for index in places.indices.dropFirst() { places[index] += places[index - 1] }
    for group in groups {
      let key = number(group)
      sorted[places[key]] = group
      places[key] += 1
    }
  }

  /// Of several numbers of a connection, those that count people are its cases, else those that count rows; the others
  /// stand beside them. Numbers of groups' parts together are of what theirs are.
  private func chooseCases(among connections: inout [OrderedDictionary<Connection.ID, Connection>]) {
    let units = plan.rules.map(\.unit)
    guard Set(units).count > 1 else { return }
    let ranks = units.map { CaseRule.Unit.allCases.firstIndex(of: $0) ?? 0 }
    var best: [Connection.ID: Int] = [:]
    for (rule, rank) in ranks.enumerated() {
      for id in connections[rule].keys {
        for whole in wholes(of: id) { best[whole] = min(rank, best[whole] ?? rank) }
      }
    }
    for (rule, rank) in ranks.enumerated() {
      for index in connections[rule].values.indices where best[connections[rule].keys[index]] != rank {
        for count in connections[rule].values[index].counts.indices {
          connections[rule].values[index].counts[count].isOfCases = false
        }
      }
    }
  }

  /// A connection, and those of which its cases are among the parts'.
  private func wholes(of id: Connection.ID) -> [Connection.ID] {
    let (sources, targets) = (actors.withGroups(id.source), actors.withGroups(id.target))
    return sources.flatMap { source in targets.map { .init(from: source, to: $0, id.relation) } }
  }

  /// A 0 for each connection in each area that has rows, but none of the connection.
  private static func zeros(besides groups: [RuleTally.Group]) -> [RuleTally.Group] {
    let present = Set(groups.map(\.area)).filter { $0 >= 0 }
    let pairs = Dictionary(grouping: groups) { [$0.source, $0.target] }
    return pairs.flatMap { ends, counted in
      present.subtracting(counted.map(\.area)).map { .init(area: $0, source: ends[0], target: ends[1], count: 0) }
    }
  }
}
