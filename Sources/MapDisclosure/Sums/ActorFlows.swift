import OrderedCollections

/// What reaches an actor and what leaves it, to find numbers there that are the same: as where all who were referred to
/// mentors, by whomever, are all whom the mentors support.
struct ActorFlows {
  private typealias Flow = CountSeries.Flow

  private let cells: CountCells
  private let series: [CountSeries]

  init(_ cells: CountCells, _ series: [CountSeries]) { (self.cells, self.series) = (cells, series) }

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
      var flows: OrderedDictionary<[Int], (flow: Flow, count: Int)> = [:]
      for one in list {
        let isSource = cells.source[one.first] == key[1]
        let kind = [isSource ? 0 : 1, cells.relation[one.first], cells.measure[one.first]]
        // Many connections can meet at an actor: what they bring is added where it stands.
        flows[kind, default: ([:], 0)].count += 1
        for (place, amount) in one.flow {
          flows[kind, default: ([:], 0)].flow[place, default: .init()].add(amount)
        }
      }
      let kinds = Array(flows.values)
      for (place, one) in kinds.enumerated() {
        for other in kinds[(place + 1)...] { add(one.flow, other.flow) }
        // One of several connections may carry all that others bring.
        guard one.count > 1 else { continue }
        for single in list where single.flow.values.contains(where: { !$0.cells.isEmpty }) {
          add(one.flow, single.flow)
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
