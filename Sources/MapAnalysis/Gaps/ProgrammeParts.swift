import GraphMeasures
import MapModel
import OrderedCollections

/// How the actors that work for a programme hang together, without the people whom they support.
///
/// Beneficiaries are left out because everybody who supports them would otherwise seem connected through them: what a
/// family is told by one service, another does not know. Connections are followed either way.
///
/// The programme is the largest part. Of several that are equally large none is the programme more than another, so
/// that nothing is said of hanging on it; and nothing is said that connections of which nobody says where they are could
/// change, since they may be in the area.
struct ProgrammeParts {
  /// What falls apart without an actor.
  enum Split: Hashable {
    /// These are cut off from the one largest rest.
    case stranded([Int])
    /// The rest falls into groups of which none is largest: all of them.
    case groups([[Int]])
  }

  /// The actors of the nodes.
  let actors: [MapActor]
  /// The parts, the largest first, then in the order of the definition.
  let parts: [[Int]]
  /// How many parts are as large as the largest.
  let largestCount: Int
  private let graph: UndirectedGraph
  /// The graph with what may be there, too.
  private let possible: UndirectedGraph
  private let possibleLabels: [Int]
  /// Whether nothing else may be there.
  private let isSure: Bool
  /// To which part of the map each node may belong if the people supported are taken for a way, too.
  private let labelsThroughBeneficiaries: [Int]
  private let whole: MapGraph
  private let removed: Set<MapActor.ID>
  private let unplaced: [Connection.ID]

  /// Makes the parts of a graph, as they are without some actors.
  /// - Parameter unplaced: connections that may be there, since nobody says where they are.
  /// - Complexity: O(n + m), where n is the number of actors of the map and m of connections.
  init(_ whole: MapGraph, without removed: Set<MapActor.ID> = [], unplaced: [Connection.ID] = []) {
    (self.whole, self.removed, self.unplaced) = (whole, removed, unplaced)
    let map = whole.map
    let further = Set(unplaced.flatMap { [$0.source, $0.target] })
    actors = map.actors.values.filter { actor in
      !actor.isBeneficiary && !removed.contains(actor.id)
        && (whole.node(of: actor.id) != nil || further.contains(actor.id))
    }
    let places = Dictionary(uniqueKeysWithValues: actors.enumerated().map { ($1.id, Int32($0)) })
    var edges: [(Int32, Int32)] = []
    var isConnected = [Bool](repeating: false, count: actors.count)
    for (source, actor) in whole.actors.enumerated() {
      for target in whole.graph.targets(of: source) {
        let ends = [actor, whole.actors[Int(target)]]
        for end in ends { if let place = places[end.id] { isConnected[Int(place)] = true } }
        if let one = places[ends[0].id], let other = places[ends[1].id] { edges.append((one, other)) }
      }
    }
    graph = UndirectedGraph(count: actors.count, packed: edges)
    let more = unplaced.compactMap { id in
      places[id.source].flatMap { one in places[id.target].map { (one, $0) } }
    }.filter { $0 != $1 }
    isSure = more.isEmpty
    possible = isSure ? graph : UndirectedGraph(count: actors.count, packed: edges + more)
    possibleLabels = possible.components().labels
    labelsThroughBeneficiaries = Self.labelsThroughBeneficiaries(whole, of: actors, removed, unplaced)
    let sorted = graph.components().members().filter { isConnected[$0[0]] }
      .sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
    parts = sorted
    largestCount = sorted.prefix { $0.count == sorted[0].count }.count
  }

  /// The parts that are the programme: the largest, or all of the same size if several are; a part has two actors.
  var cores: [[Int]] { parts.prefix(largestCount).filter { $0.count > 1 } }

  func ids(_ nodes: [Int]) -> [MapActor.ID] { nodes.map { actors[$0].id } }

  /// Whether the people supported may connect some of several groups, of which nothing else connects any two: as they are, or
  /// without a node.
  /// - Complexity: O(n), or O(n + m) without a node.
  func areJoinedByBeneficiaries(_ groups: [[Int]], without node: Int? = nil) -> Bool {
    let labels =
      node.map { Self.labelsThroughBeneficiaries(whole, of: actors, removed.union([actors[$0].id]), unplaced) }
      ?? labelsThroughBeneficiaries
    let found = groups.map { Set($0.map { labels[$0] }) }
    return Set(found.joined()).count < found.reduce(0) { $0 + $1.count }
  }

  /// What is left of the largest part without a node and those that are cut off without it.
  func rest(without node: Int, _ stranded: [Int]) -> [Int] {
    let out = Set(stranded + [node])
    return (parts.first ?? []).filter { !out.contains($0) }
  }

  private static func labelsThroughBeneficiaries(
    _ whole: MapGraph, of actors: [MapActor], _ removed: Set<MapActor.ID>, _ unplaced: [Connection.ID]
  ) -> [Int] {
    let staying = whole.map.actors.keys.filter { !removed.contains($0) }
    let places = Dictionary(uniqueKeysWithValues: staying.enumerated().map { ($1, Int32($0)) })
    var ends = unplaced.map { ($0.source, $0.target) }
    for (source, actor) in whole.actors.enumerated() {
      ends += whole.graph.targets(of: source).map { (actor.id, whole.actors[Int($0)].id) }
    }
    let edges = ends.compactMap { one, other in
      places[one].flatMap { first in places[other].map { (first, $0) } }
    }.filter { $0 != $1 }
    let labels = UndirectedGraph(count: staying.count, packed: edges).components().labels
    return actors.map { actor in places[actor.id].map { labels[Int($0)] } ?? -1 }
  }

  /// Parts of the same size, if there are several, none of which is the programme.
  var equalParts: [[Int]] {
    let equal = Array(parts.prefix(largestCount))
    return equal.count > 1 && Set(equal.map { possibleLabels[$0[0]] }).count == equal.count ? equal : []
  }

  /// The parts beside the largest that nothing connects with it.
  var islands: [[Int]] {
    if largestCount == 1, firmCore == nil { return [] }
    let cores = Set(parts.prefix(largestCount).map { possibleLabels[$0[0]] })
    return parts.dropFirst(largestCount).filter { !cores.contains(possibleLabels[$0[0]]) }
  }

  /// The one largest part, if it is that whatever else is there.
  private var firmCore: [Int]? {
    guard largestCount == 1, let core = parts.first else { return nil }
    var sizes: [Int: Int] = [:]
    for label in possibleLabels { sizes[label, default: 0] += 1 }
    let own = possibleLabels[core[0]]
    return sizes.allSatisfy { $0.key == own || $0.value < core.count } ? core : nil
  }

  /// Each cut point of the programme with what hangs on it, those on which the most hang first.
  /// - Complexity: O(c · (n + m)), where c is the number of cut points, n of actors and m of connections.
  func cutPoints() -> [(node: Int, split: Split)] {
    guard let core = firmCore else { return [] }
    let isIn = Set(core)
    let found = graph.cutPoints().cutPoints.filter(isIn.contains).compactMap { node in
      split(without: node).map { (node: node, split: $0) }
    }
    return found.enumerated().sorted {
      ($1.element.split.count, $0.offset) < ($0.element.split.count, $1.offset)
    }.map(\.element)
  }

  /// Each bridge of the programme that joins two groups, with the size of the smaller group.
  /// - Complexity: O(b · (n + m)), where b is the number of bridges, n of actors and m of connections.
  func bridges() -> [(first: Int, second: Int, fewer: Int)] {
    guard let core = firmCore else { return [] }
    let isIn = Set(core)
    let firm = Set(possible.cutPoints().bridges)
    return graph.cutPoints().bridges.compactMap { bridge in
      // A single actor at the end of a line hangs on its neighbour, which is a cut point.
      guard isIn.contains(bridge.first), firm.contains(bridge), graph.degree(of: bridge.first) > 1,
        graph.degree(of: bridge.second) > 1
      else { return nil }
      let sides = [(bridge.first, bridge.second), (bridge.second, bridge.first)].map { start, other in
        Self.group(of: start, without: other, in: graph).count
      }
      return (bridge.first, bridge.second, sides.min() ?? 0)
    }
  }

  /// What falls apart without a node; `nil` if what may be there joins it.
  private func split(without node: Int) -> Split? {
    var groups: [[Int]] = []
    var isSeen = [Bool](repeating: false, count: actors.count)
    for neighbour in graph.neighbours(of: node) where !isSeen[Int(neighbour)] {
      let group = Self.group(of: Int(neighbour), without: node, in: graph)
      for member in group { isSeen[member] = true }
      groups.append(group)
    }
    groups.sort { ($1.count, $0[0]) < ($0.count, $1[0]) }
    guard let largest = groups.first else { return nil }
    // Where each node may belong without this one.
    var labels = [Int](repeating: -1, count: actors.count)
    for group in groups {
      for start in group where labels[start] < 0 {
        let members = isSure ? group : Self.group(of: start, without: node, in: possible)
        for member in members { labels[member] = start }
      }
    }
    if groups.dropFirst().first?.count == largest.count {
      let isApart = Set(groups.map { labels[$0[0]] }).count == groups.count
      return isApart ? .groups(groups.sorted { $0[0] < $1[0] }) : nil
    }
    let stranded = groups.dropFirst().joined().filter { labels[$0] != labels[largest[0]] }
    return stranded.isEmpty ? nil : .stranded(stranded.sorted())
  }

  /// A node and all that it leads to without passing another, ascending.
  private static func group(of start: Int, without removed: Int, in graph: UndirectedGraph) -> [Int] {
    var isSeen = [Bool](repeating: false, count: graph.count)
    (isSeen[start], isSeen[removed]) = (true, true)
    var found = [start]
    var head = 0
    while head < found.count {
      for neighbour in graph.neighbours(of: found[head]) where !isSeen[Int(neighbour)] {
        isSeen[Int(neighbour)] = true
        found.append(Int(neighbour))
      }
      head += 1
    }
    return found.sorted()
  }
}

extension ProgrammeParts.Split {
  /// How many actors it is about.
  var count: Int {
    switch self {
    case .stranded(let nodes): nodes.count
    case .groups(let groups): groups.joined().count
    }
  }
}

// MARK: Reach

extension ProgrammeParts {
  /// The number of the part of each node of a graph; those that are in none are alone.
  func labels(on whole: MapGraph) -> [Int] {
    var labels = Array(parts.count..<(parts.count + whole.actors.count))
    for (label, part) in parts.enumerated() {
      for actor in ids(part) { if let node = whole.node(of: actor) { labels[node] = label } }
    }
    return labels
  }

  /// Some actors, with the people supported that something connects with one of them: a chain may end there.
  func reach(of core: [MapActor.ID], on whole: MapGraph, without removed: Set<MapActor.ID>) -> Set<MapActor.ID> {
    var reached = Set(core)
    let isCore = reached
    for (source, actor) in whole.actors.enumerated() {
      for target in whole.graph.targets(of: source) {
        let other = whole.actors[Int(target)]
        for (one, end) in [(actor, other), (other, actor)]
        where isCore.contains(one.id) && end.isBeneficiary && !removed.contains(end.id) { reached.insert(end.id) }
      }
    }
    return reached
  }
}
