/// The layers of nodes along arrows, within each zone.
struct FlowLayers {
  /// For each node its layer within its zone, from 0: to the right of all that point at it from there, but for arrows that
  /// close circles.
  let layers: [Int]

  /// - Complexity: O(2ⁿ n) for zones of up to twelve nodes, which are tried in all orders; O(n² + m) for larger ones.
  init(_ graph: LayoutGraph) {
    var layers = [Int](repeating: 0, count: graph.nodes.count)
    for zone in 0...graph.end {
      let nodes = graph.nodes.indices.filter { graph.nodes[$0].zone == zone }
      if nodes.count < 2 { continue }
      var index = [Int](repeating: -1, count: graph.nodes.count)
      for (place, node) in nodes.enumerated() { index[node] = place }
      var arrows: [(source: Int, target: Int)] = []
      for line in graph.lines where line.pointsForward != line.pointsBackward && line.first != line.second {
        let (source, target) = line.pointsForward ? (line.first, line.second) : (line.second, line.first)
        if index[source] >= 0, index[target] >= 0 { arrows.append((index[source], index[target])) }
      }
      let order = nodes.count <= 12 ? Self.exact(nodes.count, arrows) : Self.greedy(nodes.count, arrows)
      var position = [Int](repeating: 0, count: nodes.count)
      for (place, node) in order.enumerated() { position[node] = place }
      var targets = [[Int]](repeating: [], count: nodes.count)
      for arrow in arrows where position[arrow.source] < position[arrow.target] {
        targets[arrow.source].append(arrow.target)
      }
      for node in order {
        for target in targets[node] { layers[nodes[target]] = max(layers[nodes[target]], layers[nodes[node]] + 1) }
      }
    }
    self.layers = layers
  }

  /// An order with the fewest arrows that point back, by dynamic programming over sets.
  private static func exact(_ count: Int, _ arrows: [(source: Int, target: Int)]) -> [Int] {
    var targets = [[Int]](repeating: [], count: count)
    for arrow in arrows { targets[arrow.source].append(1 << arrow.target) }
    var fewest = [Int](repeating: Int.max, count: 1 << count)
    var last = [Int](repeating: 0, count: 1 << count)
    fewest[0] = 0
    for set in 0..<(1 << count) {
      for node in 0..<count where set & (1 << node) == 0 {
        // Whoever the node points at and stands before it already.
        let back = targets[node].count { set & $0 != 0 }
        let next = set | (1 << node)
        if fewest[set] + back < fewest[next] {
          fewest[next] = fewest[set] + back
          last[next] = node
        }
      }
    }
    var order: [Int] = []
    var set = (1 << count) - 1
    while set != 0 {
      order.append(last[set])
      set &= ~(1 << last[set])
    }
    return order.reversed()
  }

  /// An order with few arrows that point back: sinks go to the end, sources to the beginning, then who has most more
  /// arrows out than in (Eades, Lin and Smyth 1993, doi:10.1016/0020-0190(93)90079-O), and then each to its best place.
  private static func greedy(_ count: Int, _ arrows: [(source: Int, target: Int)]) -> [Int] {
    var targets = [[Int]](repeating: [], count: count)
    var sources = targets
    for arrow in arrows {
      targets[arrow.source].append(arrow.target)
      sources[arrow.target].append(arrow.source)
    }
    var (out, into) = (targets.map(\.count), sources.map(\.count))
    var isLeft = [Bool](repeating: true, count: count)
    var (head, tail): ([Int], [Int]) = ([], [])
    func take(_ node: Int) {
      isLeft[node] = false
      for target in targets[node] { into[target] -= 1 }
      for source in sources[node] { out[source] -= 1 }
    }
    for _ in 0..<count {
      let left = (0..<count).filter { isLeft[$0] }
      if let sink = left.first(where: { out[$0] == 0 }) {
        tail.append(sink)
        take(sink)
      } else if let source = left.first(where: { into[$0] == 0 }) {
        head.append(source)
        take(source)
      } else if let most = left.max(by: { out[$0] - into[$0] < out[$1] - into[$1] }) {
        head.append(most)
        take(most)
      }
    }
    var order = head + tail.reversed()
    // Each in turn to where fewest arrows point back.
    var isImproved = true
    var rounds = 0
    while isImproved, rounds < 8 {
      isImproved = false
      rounds += 1
      for node in 0..<count {
        guard let at = order.firstIndex(of: node) else { continue }
        let (to, from) = (Set(targets[node]), Set(sources[node]))
        var (best, place, spared) = (0, at, 0)
        for index in stride(from: at - 1, through: 0, by: -1) {
          spared += (to.contains(order[index]) ? 1 : 0) - (from.contains(order[index]) ? 1 : 0)
          if spared > best { (best, place) = (spared, index) }
        }
        spared = 0
        for index in (at + 1)..<max(count, at + 1) {
          spared += (from.contains(order[index]) ? 1 : 0) - (to.contains(order[index]) ? 1 : 0)
          if spared > best { (best, place) = (spared, index) }
        }
        if place != at {
          order.remove(at: at)
          order.insert(node, at: place)
          isImproved = true
        }
      }
    }
    return order
  }
}
