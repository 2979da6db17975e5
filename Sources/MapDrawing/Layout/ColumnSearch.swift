import GraphMeasures

/// Looks for the columns and orders in which lines run from left to right, cross seldom, and text is legible.
///
/// The search is deterministic: it anneals the columns of nodes within their zones with random numbers from a fixed seed
/// (Kirkpatrick, Gelatt and Vecchi 1983, doi:10.1126/science.220.4598.671), and its effort depends on the size of the
/// graph alone.
struct ColumnSearch {
  private let graph: LayoutGraph
  private let cost: ArrangementCost
  private var random = RandomNumbers(seed: 5)
  /// The lines at each node, but those from a node to itself.
  private let linesAt: [[Int]]
  /// The nodes of each zone.
  private let members: [[Int]]

  /// An arrangement of the graph, with what it costs.
  private struct Candidate {
    var columnOf: [Int]
    var reduction: CrossingReduction
    var cost: Double
  }

  init(_ graph: LayoutGraph, metrics: LayoutMetrics) {
    self.graph = graph
    cost = ArrangementCost(graph, metrics: metrics)
    var linesAt = [[Int]](repeating: [], count: graph.nodes.count)
    for (index, line) in graph.lines.enumerated() where line.first != line.second {
      linesAt[line.first].append(index)
      linesAt[line.second].append(index)
    }
    self.linesAt = linesAt
    var members = [[Int]](repeating: [], count: graph.end + 1)
    for (index, node) in graph.nodes.enumerated() { members[node.zone].append(index) }
    self.members = members
  }

  /// The best arrangement found of a graph that has nodes.
  /// - Complexity: O(s) for each of a number of trials that falls with s, which is the number of nodes and of the columns
  ///   that each line passes.
  mutating func best() -> ColumnOrder {
    var candidates = starts().map { candidate(in: $0, heights: graph.nodes.map { _ in 0.5 }, sweeps: 12) }
    candidates.sort { $0.cost < $1.cost }
    // Small graphs are searched from everywhere, large ones from where it promises most.
    let items = candidates.reduce(1) { max($0, $1.reduction.itemCount) }
    let trials = min(1200, (graph.lines.count <= 200 ? 400_000 : 250_000) / items)
    let tried = graph.lines.count <= 200 ? candidates.count : items < 10_000 ? 1 : 0
    var best = candidates[0]
    for start in candidates.prefix(tried) {
      let found = annealed(start, trials: trials)
      if found.cost < best.cost { best = found }
    }
    var reduction = best.reduction
    let sifts = 16_000_000 / (24 * reduction.siftingWork)
    reduction.reduce(sweeps: 24, restarts: 2 * min(60, sifts, 16_000 / items), sifts: sifts > 0, using: &random)
    return reduction.order
  }

  /// Columns to start from: along the arrows, in as many columns as that needs, and in fewer.
  private func starts() -> [[Int]] {
    let layers = FlowLayers(graph).layers
    let most = members.map { ($0.lazy.map { layers[$0] }.max() ?? -1) + 1 }
    var starts: [[Int]] = []
    // With many lines, those within a column are in the way of all others.
    for limit in graph.lines.count > 200 ? [3, 5, 8, 24] : [1, 2, 3, 5, 8, 24] {
      let places = graph.nodes.indices.map { node in
        let count = most[graph.nodes[node].zone]
        return count <= limit ? layers[node] : layers[node] * limit / count
      }
      let start = settled(Self.columns(graph, places))
      // Lines that pass very many columns take very long.
      let passed = graph.lines.reduce(0) { $0 + abs(start[$1.first] - start[$1.second]) }
      if starts.isEmpty || passed < 40_000, !starts.contains(start) { starts.append(start) }
    }
    return starts
  }

  /// The columns of places within zones: those in which nobody stands are left out.
  private static func columns(_ graph: LayoutGraph, _ places: [Int]) -> [Int] {
    let order = graph.nodes.indices.sorted { (graph.nodes[$0].zone, places[$0]) < (graph.nodes[$1].zone, places[$1]) }
    var columnOf = [Int](repeating: 0, count: order.count)
    var column = 0
    for (node, next) in zip(order, order.dropFirst()) {
      if graph.nodes[node].zone != graph.nodes[next].zone || places[node] != places[next] { column += 1 }
      columnOf[next] = column
    }
    return columnOf
  }

  /// The same with each node in turn moved to that column of its zone in which its lines cost least.
  private func settled(_ columns: [Int]) -> [Int] {
    var columnOf = columns
    let ranges = members.map { nodes -> Range<Int> in
      let columns = nodes.lazy.map { columnOf[$0] }
      guard let first = columns.min(), let last = columns.max() else { return 0..<0 }
      return first..<(last + 1)
    }
    for _ in 0..<8 {
      var isMoved = false
      for (index, node) in graph.nodes.enumerated() where !linesAt[index].isEmpty {
        func total(_ column: Int) -> Double {
          linesAt[index].reduce(0) { sum, line in
            let line = graph.lines[line]
            return sum
              + (line.first == index
                ? cost.cost(of: line, from: column, to: columnOf[line.second])
                : cost.cost(of: line, from: columnOf[line.first], to: column))
          }
        }
        var (best, least) = (columnOf[index], total(columnOf[index]) - 0.001)
        for column in ranges[node.zone] where column != columnOf[index] {
          let here = total(column)
          if here < least { (best, least) = (column, here) }
        }
        if best != columnOf[index] {
          columnOf[index] = best
          isMoved = true
        }
      }
      if !isMoved { break }
    }
    return Self.columns(graph, columnOf)
  }

  private mutating func annealed(_ start: Candidate, trials: Int) -> Candidate {
    var (current, best) = (start, start)
    for trial in 0..<trials {
      // Places between columns are for new ones.
      var places = current.columnOf.map { 2 * $0 }
      // Mostly one node at a time; now and then two, to leave a dead end.
      for _ in 0...(trial.isMultiple(of: 3) ? 1 : 0) {
        let node = random.below(places.count)
        let columns = members[graph.nodes[node].zone].lazy.map { 2 * current.columnOf[$0] }
        guard let first = columns.min(), let last = columns.max() else { continue }
        places[node] = first - 1 + random.below(last - first + 3)
      }
      let columnOf = Self.columns(graph, places)
      if columnOf == current.columnOf { continue }
      let most = current.cost + Double(trials - trial) / Double(trials)
      if cost.cost(of: columnOf) > most { continue }
      let next = candidate(in: columnOf, heights: current.reduction.heights, sweeps: 3)
      if next.cost <= most {
        current = next
        if next.cost < best.cost { best = next }
      }
    }
    return best
  }

  private mutating func candidate(in columnOf: [Int], heights: [Double], sweeps: Int) -> Candidate {
    var reduction = CrossingReduction(graph, columnOf: columnOf, heights: heights)
    reduction.reduce(sweeps: sweeps, using: &random)
    return Candidate(
      columnOf: columnOf, reduction: reduction,
      cost: cost.cost(of: columnOf) + ArrangementCost.crossing * Double(reduction.cost))
  }
}
