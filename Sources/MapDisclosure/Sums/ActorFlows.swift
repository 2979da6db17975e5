import OrderedCollections

/// What reaches an actor and what leaves it, to find numbers there that are the same: as where all who were referred to
/// mentors, by whomever, are all whom the mentors support.
struct ActorFlows {
  /// Where numbers are of the same: an area and a period.
  struct Place: Hashable {
    var area: Int
    var period: Int
  }

  /// A number that is one count or the sum of several.
  struct Amount {
    var value = 0
    var cells: [Int] = []
    /// Whether it is no number of the files, but one that its reader adds up.
    var isAddedUp = false
  }

  /// The amounts of one kind at an actor.
  typealias Flow = [Place: Amount]

  private let cells: CountCells
  private let areas: Containment
  private let periods: Containment

  init(_ cells: CountCells, areas: Containment, periods: Containment) {
    (self.cells, self.areas, self.periods) = (cells, areas, periods)
  }

  /// Pairs of amounts that are equal, of which readers may know that they are.
  /// - Complexity: O(f²) for the f relations and measures at an actor, and O(f · c) for its c connections.
  func equalities() -> [(left: [Int], right: [Int])] {
    let all = (0..<cells.count).filter { !cells.isUnknown[$0] && cells.values[$0] <= SuppressionTable.largest }
    var series: [(first: Int, flow: Flow)] = []
    for group in all.grouped(byColumns: [cells.map, cells.connection, cells.measure]) {
      series.append((group[group.startIndex], addedUp(group)))
    }
    var ends: OrderedDictionary<[Int], [(first: Int, flow: Flow)]> = [:]
    for one in series {
      let map = cells.map[one.first]
      ends[[map, cells.source[one.first]], default: []].append(one)
      if cells.source[one.first] != cells.target[one.first] {
        ends[[map, cells.target[one.first]], default: []].append(one)
      }
    }
    var found: [(left: [Int], right: [Int])] = []
    var seen: Set<[[Int]]> = []
    for (key, list) in ends where list.count > 1 {
      var flows: OrderedDictionary<[Int], (flow: Flow, count: Int, connection: Int)> = [:]
      for one in list {
        let isSource = cells.source[one.first] == key[1]
        let kind = [isSource ? 0 : 1, cells.relation[one.first], cells.measure[one.first]]
        var known = flows[kind] ?? ([:], 0, cells.connection[one.first])
        known.flow.merge(one.flow) { Self.joined($0, $1) }
        known.count += 1
        flows[kind] = known
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
      for (one, other) in Self.pairs(left, right) where seen.insert([one, other]).inserted {
        found.append((one, other))
      }
    }
  }

  /// The cells of two flows' equal amounts, if all that they have in common are equal.
  private static func pairs(_ left: Flow, _ right: Flow) -> [([Int], [Int])] {
    var pairs: [(Place, [Int], [Int], Bool)] = []
    for (place, one) in left {
      guard let other = right[place], one.value > 0 || other.value > 0 else { continue }
      guard one.value == other.value, Set(one.cells).isDisjoint(with: other.cells) else { return [] }
      pairs.append((place, one.cells, other.cells, one.isAddedUp && other.isAddedUp))
    }
    let isSaidByParts = pairs.contains { !$0.3 }
    return pairs.filter { !isSaidByParts || !$0.3 }
      .sorted { ($0.0.area, $0.0.period) < ($1.0.area, $1.0.period) }.map { ($0.1, $0.2) }
  }

  private static func joined(_ one: Amount, _ other: Amount) -> Amount {
    Amount(
      value: one.value + other.value, cells: one.cells + other.cells, isAddedUp: one.isAddedUp || other.isAddedUp)
  }

  /// The counts of one connection and measure by place, with the sums over areas and periods that are not given.
  private func addedUp(_ group: some Sequence<Int>) -> Flow {
    var flow: Flow = [:]
    for cell in group {
      let place = Place(area: cells.area[cell], period: cells.period[cell])
      flow[place] = Self.joined(flow[place] ?? Amount(), Amount(value: cells.values[cell], cells: [cell]))
    }
    let wholePeriods = periods.wholes.union(periods.members.keys).sorted()
    let given = flow.keys.sorted { ($0.area, $0.period) < ($1.area, $1.period) }
    for period in Set(given.map(\.period)).sorted() {
      let keys = given.filter { $0.period == period }
      add(Place(area: CountCells.programme, period: period)) {
        areas.parts(of: CountCells.programme, among: keys.map(\.area)).map { Place(area: $0, period: period) }
      }
    }
    let withProgramme = flow.keys.sorted { ($0.area, $0.period) < ($1.area, $1.period) }
    for area in Set(withProgramme.map(\.area)).sorted() {
      let keys = withProgramme.filter { $0.area == area }
      guard keys.count > 1 || keys.contains(where: { $0.period != CountCells.anyPeriod }) else { continue }
      for whole in wholePeriods {
        add(Place(area: area, period: whole)) {
          periods.parts(of: whole, among: keys.map(\.period)).map { Place(area: area, period: $0) }
        }
      }
    }
    return flow

    func add(_ place: Place, parts: () -> [Place]) {
      guard flow[place] == nil else { return }
      let parts = parts().compactMap { flow[$0] }
      guard !parts.isEmpty else { return }
      var sum = parts.reduce(Amount(), Self.joined)
      sum.isAddedUp = true
      flow[place] = sum
    }
  }
}
