import GraphMeasures

/// Looks for the columns and orders in which a graph has few crossings and legible text.
///
/// The search is deterministic: it starts from layers along the arrows, moves nodes to other columns of their zone at
/// random from a fixed seed, and keeps what is no worse. Its effort depends on the size of the graph alone.
struct ColumnSearch {
  let graph: LayoutGraph
  let metrics: LayoutMetrics
  private var random = RandomNumbers(seed: 5)

  /// An arrangement of the graph, with what it costs.
  struct Candidate {
    var order: ColumnOrder
    var cost: Double
  }

  /// How many columns each zone has; the end is one column, if there is any.
  private struct Split: Hashable {
    var columns: [Int]

    var count: Int { columns.reduce(0, +) }

    func range(of zone: Int) -> Range<Int> {
      let start = columns[..<zone].reduce(0, +)
      return start..<(start + columns[zone])
    }
  }

  init(_ graph: LayoutGraph, metrics: LayoutMetrics) {
    self.graph = graph
    self.metrics = metrics
  }

  /// The best arrangement found.
  /// - Complexity: a number of trials that falls with the number of nodes and lines, each O(Σ m²) over the gaps
  ///   between columns, where m is the number of lines in a gap.
  mutating func best() -> ColumnOrder {
    let size = graph.nodes.count + graph.lines.count
    let splits = splits
    // Two stages have up to sixteen splits; more of them share the same effort.
    let effort = min(1, 16 / Double(max(splits.count, 1)))
    let trials = size > 600 ? 0 : max(6, Int(Double(min(420, 36_000 / max(size, 1))) * effort))
    var best: Candidate?
    for split in splits {
      let found = climb(from: layered(split), split, trials: trials)
      if found.cost < best?.cost ?? .infinity { best = found }
    }
    var order = best?.order ?? ColumnOrder(graph, columnOf: graph.nodes.map { _ in 0 }, columnCount: 1)
    order.reduceCrossings(sweeps: 24, restarts: size > 600 ? 0 : 40, using: &random)
    return order
  }

  /// Numbers of columns worth trying: from few tall ones to many short ones.
  private var splits: [Split] {
    let stages = 0..<graph.stageCount
    let used = stages.count { stage in graph.nodes.contains { $0.zone == stage } }
    // The more stages, the fewer ways to split each.
    let most = used < 3 ? 4 : used == 3 ? 3 : 2
    func counts(_ zone: Int) -> [Int] {
      let nodes = graph.nodes.count { $0.zone == zone }
      if nodes == 0 { return [0] }
      // More than a dozen nodes above each other make no legible figure, nor do many columns of a few.
      let fewest = (nodes + 11) / 12
      return Array(fewest...max(fewest, min(nodes, most)))
    }
    let end = graph.nodes.contains { $0.zone == graph.end } ? 1 : 0
    let all = stages.reduce(into: [[Int]()]) { found, stage in
      found = found.flatMap { split in counts(stage).map { split + [$0] } }
    }
    return all.map { Split(columns: $0 + [end]) }.filter { $0.count > 0 }
  }

  /// Columns along the arrows: each node right of those that point at it, as far as its zone has columns.
  private func layered(_ split: Split) -> [Int] {
    var columnOf = graph.nodes.map { split.range(of: $0.zone).lowerBound }
    for _ in 0..<split.count {
      for line in graph.lines {
        let isBackward = line.pointsBackward && !line.pointsForward
        let (source, target) = isBackward ? (line.second, line.first) : (line.first, line.second)
        guard graph.nodes[source].zone == graph.nodes[target].zone, source != target else { continue }
        let last = split.range(of: graph.nodes[target].zone).upperBound - 1
        if columnOf[target] <= columnOf[source] { columnOf[target] = min(last, columnOf[source] + 1) }
      }
    }
    return columnOf
  }

  private mutating func climb(from start: [Int], _ split: Split, trials: Int) -> Candidate {
    var columnOf = start
    var current = candidate(columnOf, split)
    var best = current
    let movable = graph.nodes.indices.filter { split.range(of: graph.nodes[$0].zone).count > 1 }
    for trial in 0..<(movable.isEmpty ? 0 : trials) {
      var moved = columnOf
      // Mostly one node at a time; now and then two, to leave a dead end.
      for _ in 0...(trial.isMultiple(of: 3) ? 1 : 0) {
        let node = movable[random.below(movable.count)]
        let range = split.range(of: graph.nodes[node].zone)
        moved[node] = range.lowerBound + random.below(range.count)
      }
      if moved == columnOf { continue }
      let next = candidate(moved, split)
      let patience = 3 * Double(trials - trial) / Double(trials)
      if next.cost <= current.cost + patience {
        columnOf = moved
        current = next
        if next.cost < best.cost { best = next }
      }
    }
    return best
  }

  private mutating func candidate(_ columnOf: [Int], _ split: Split) -> Candidate {
    var order = ColumnOrder(graph, columnOf: columnOf, columnCount: split.count)
    order.reduceCrossings(sweeps: 6, restarts: 0, using: &random)
    return Candidate(order: order, cost: cost(of: order))
  }

  /// Crossings first; then lines within a column, long lines, arrows that run right to left, and small text.
  private func cost(of order: ColumnOrder) -> Double {
    var cost = 2.0 * Double(order.cost)
    for (line, chain) in zip(graph.lines, order.chains) {
      let (start, end) = (order.columnOf[line.first], order.columnOf[line.second])
      if start == end { cost += 5 }
      cost += 0.6 * Double(max(0, chain.count - 2))
      if line.pointsForward, !line.pointsBackward, start > end { cost += 1.7 }
    }
    return cost + metrics.illegibility(of: order, graph)
  }
}
