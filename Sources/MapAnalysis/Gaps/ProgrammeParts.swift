import GraphMeasures
import MapModel
import OrderedCollections

/// How the actors that work for a programme hang together, without the people whom they support.
///
/// Beneficiaries are left out because everybody who supports them would otherwise seem connected through them: what a
/// family is told by one service, another does not know. Connections are followed either way.
struct ProgrammeParts {
  private let actors: [MapActor]
  private let graph: UndirectedGraph
  private let components: Components
  private let cuts: CutPoints

  /// Makes the parts of a graph, as they are without some actors.
  init(_ whole: MapGraph, without removed: Set<MapActor.ID> = []) {
    let isIn = whole.actors.map { !$0.isBeneficiary && !removed.contains($0.id) }
    var edges: [(Int32, Int32)] = []
    for node in 0..<whole.graph.count where isIn[node] {
      for target in whole.graph.targets(of: node) where isIn[Int(target)] { edges.append((Int32(node), target)) }
    }
    actors = whole.actors
    graph = UndirectedGraph(count: whole.graph.count, packed: edges)
    components = graph.components()
    cuts = graph.cutPoints()
  }

  /// The actors that each actor is connected with over any number of connections, by number of part.
  var labels: [Int] { components.labels }

  /// The actors of the largest part.
  /// - Complexity: O(n).
  func core() -> Set<MapActor.ID> {
    guard let largest = components.largest, components.sizes[largest] > 1 else { return [] }
    return Set(components.members(of: largest).map { actors[$0].id })
  }

  /// Each cut point with those that it alone connects with the largest rest, those with the most first.
  /// - Complexity: O(c · (n + m)), where c is the number of cut points, n of actors and m of connections.
  func cutPoints() -> [(actor: MapActor.ID, stranded: [MapActor.ID])] {
    let found = cuts.cutPoints.map { node -> (actor: MapActor.ID, stranded: [MapActor.ID]) in
      (actors[node].id, stranded(without: node).map { actors[$0].id })
    }
    return found.filter { !$0.stranded.isEmpty }.enumerated()
      .sorted { ($1.element.stranded.count, $0.offset) < ($0.element.stranded.count, $1.offset) }.map(\.element)
  }

  /// Each bridge that joins two groups, with the size of the smaller group.
  /// - Complexity: O(b · (n + m)), where b is the number of bridges, n of actors and m of connections.
  func bridges() -> [(first: MapActor.ID, second: MapActor.ID, fewer: Int)] {
    cuts.bridges.compactMap { bridge in
      // A single actor at the end of a line hangs on its neighbour, which is a cut point.
      guard graph.degree(of: bridge.first) > 1, graph.degree(of: bridge.second) > 1 else { return nil }
      let sides = [(bridge.first, bridge.second), (bridge.second, bridge.first)].map { start, other in
        var isSeen = [Bool](repeating: false, count: graph.count)
        isSeen[other] = true
        return group(of: start, &isSeen).count
      }
      return (actors[bridge.first].id, actors[bridge.second].id, sides.min() ?? 0)
    }
  }

  /// The nodes that fall away from the largest part of a node's neighbourhood if it is taken out.
  private func stranded(without node: Int) -> [Int] {
    var isSeen = [Bool](repeating: false, count: graph.count)
    isSeen[node] = true
    var parts: [[Int]] = []
    for neighbour in graph.neighbours(of: node) where !isSeen[Int(neighbour)] {
      parts.append(group(of: Int(neighbour), &isSeen))
    }
    guard let largest = parts.indices.max(by: { (parts[$0].count, -$0) < (parts[$1].count, -$1) }) else { return [] }
    parts.remove(at: largest)
    return parts.flatMap(\.self).sorted()
  }

  /// A node and all that it leads to without passing nodes that have been seen, which are then seen, too.
  private func group(of start: Int, _ isSeen: inout [Bool]) -> [Int] {
    isSeen[start] = true
    var found = [start]
    var head = 0
    while head < found.count {
      for neighbour in graph.neighbours(of: found[head]) where !isSeen[Int(neighbour)] {
        isSeen[Int(neighbour)] = true
        found.append(Int(neighbour))
      }
      head += 1
    }
    return found
  }
}
