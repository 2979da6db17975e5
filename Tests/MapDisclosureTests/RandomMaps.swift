import MapModel
import OrderedCollections

/// Small random maps whose counts add up here and there, the same on every run.
struct RandomMaps {
  private static let actors: [MapActor.ID] = ["gp", "school", "parents", "mentors", "children"]
  private static let areas: [Area.ID] = ["a", "b", "c"]
  private static let relations: [Relation.ID] = ["refers-to", "supports"]

  private var numbers: RandomTables

  init(seed: UInt64) { numbers = RandomTables(seed: seed) }

  /// A map; without all its actors, and with some of its areas under other identifiers, it is like another map of
  /// the same programme.
  mutating func map(minimum: Int = 5, zeros: DisclosureSettings.Zeros = .shown, isOther: Bool = false) throws
    -> NetworkMap
  {
    func own(_ area: Area.ID) -> Area.ID { isOther && area == "c" ? "c-too" : area }
    var map = try NetworkMap(
      title: "T", areas: Self.areas.map { Area(own($0), name: $0.rawValue) },
      relations: Self.relations.map { Relation($0, family: .support, label: $0.rawValue) },
      actors: Self.actors.map { MapActor($0, name: $0.rawValue, role: "delivery", sector: "school", stage: .delivery) },
      disclosure: DisclosureSettings(minimum: minimum, zeros: zeros))
    for _ in 0..<2 + numbers.below(7) {
      let id = Connection.ID(from: one(of: Self.actors), to: one(of: Self.actors), one(of: Self.relations))
      var statements: [CodedStatement] = []
      if numbers.below(4) == 0 { statements.append(CodedStatement(id: "s")) }
      try map.merge(
        Connection(
          id, statements: statements,
          counts: counts().map { count in
            var placed = count
            placed.area = count.area.map(own)
            return placed
          }))
    }
    return map
  }

  /// Counts of areas and, mostly, of the programme, for a period or two and, at times, their sum.
  private mutating func counts() -> [Count] {
    let measure = one(of: ["cases", "calls"])
    let periods = one(of: [[""], ["1"], ["1", "2"], ["1", "2", "both"]])
    let areas = Array(Self.areas.prefix(numbers.below(4)))
    var counts: [Count] = []
    var all = [Int](repeating: 0, count: areas.count)
    for period in periods {
      let isWhole = period == "both" && numbers.below(3) > 0
      let values = isWhole ? all : areas.map { _ in numbers.below(3) > 0 ? numbers.below(6) : numbers.below(40) }
      for index in areas.indices { all[index] += values[index] }
      counts += zip(areas, values).map { Count(area: $0, measure: measure, period: period, value: $1) }
      if areas.isEmpty || numbers.below(4) > 0 {
        let more = areas.isEmpty || numbers.below(4) == 0 ? numbers.below(30) : 0
        counts.append(Count(area: nil, measure: measure, period: period, value: values.reduce(more, +)))
      }
    }
    if numbers.below(6) == 0 { counts[numbers.below(counts.count)].value = .suppressed }
    return counts
  }

  private mutating func one<Element>(of elements: [Element]) -> Element { elements[numbers.below(elements.count)] }

  /// The same map with its connections in another order.
  mutating func reordered(_ map: NetworkMap) throws -> NetworkMap {
    var connections = Array(map.connections.values)
    for index in connections.indices.reversed() { connections.swapAt(index, numbers.below(index + 1)) }
    return try NetworkMap(
      title: map.title, areas: Array(map.areas.values), relations: Array(map.relations.values),
      actors: Array(map.actors.values), connections: connections, disclosure: map.disclosure)
  }
}
