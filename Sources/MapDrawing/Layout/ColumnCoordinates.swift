/// Heights for the items of ordered columns, so that lines run as straight as the order allows.
enum ColumnCoordinates {
  /// The centres of all items, downwards, in points.
  ///
  /// Each column in turn is moved to where its neighbours pull it, as far as the order and the least distances allow:
  /// a weighted least-squares problem that pooling adjacent violators solves exactly (Best and Chakravarti 1990,
  /// doi:10.1007/BF01580873).
  /// - Parameter spaces: the least space above items, by item, where they need more than others.
  /// - Complexity: O(s · (i + l)), where s is the number of sweeps, i of items and l of short lines.
  static func centres(
    of order: ColumnOrder, heights: [Double], spaces: [Int: Double] = [:], metrics: LayoutMetrics, sweeps: Int = 24
  ) -> [Double] {
    var neighbours = [[(item: Int, weight: Double)]](repeating: [], count: heights.count)
    for chain in order.chains where order.columnOf[chain[0]] != order.columnOf[chain[chain.count - 1]] {
      for (item, next) in zip(chain, chain.dropFirst()) {
        // Bends within a long line disturb more than slopes at its ends.
        let lanes = (item < order.nodeCount ? 0 : 1) + (next < order.nodeCount ? 0 : 1)
        let weight = [1.0, 2.0, 8.0][lanes]
        neighbours[item].append((next, weight))
        neighbours[next].append((item, weight))
      }
    }
    var centres = [Double](repeating: 0, count: heights.count)
    for column in order.columns {
      let offsets = offsets(of: column, order, heights, spaces, metrics)
      let middle = (offsets.last ?? 0) / 2
      for (item, offset) in zip(column, offsets) { centres[item] = offset - middle }
    }
    for sweep in 0..<sweeps {
      let columns = sweep.isMultiple(of: 2) ? order.columns : order.columns.reversed()
      for column in columns {
        let offsets = offsets(of: column, order, heights, spaces, metrics)
        let targets = column.map { item -> (value: Double, weight: Double) in
          // A weak pull to the middle keeps free items from drifting.
          var (sum, weight) = (0.0, 0.02)
          for neighbour in neighbours[item] {
            sum += centres[neighbour.item] * neighbour.weight
            weight += neighbour.weight
          }
          return (sum / weight, weight)
        }
        let pulled = zip(targets, offsets).map { (value: $0.value - $1, weight: $0.weight) }
        for ((item, offset), level) in zip(zip(column, offsets), nondecreasing(pulled)) {
          centres[item] = level + offset
        }
      }
    }
    return centres
  }

  /// The least distances of a column's items from its first.
  private static func offsets(
    of column: [Int], _ order: ColumnOrder, _ heights: [Double], _ spaces: [Int: Double], _ metrics: LayoutMetrics
  ) -> [Double] {
    var offsets: [Double] = []
    for (place, item) in column.enumerated() {
      guard place > 0 else {
        offsets.append(0)
        continue
      }
      let above = column[place - 1]
      let isBetweenNodes = above < order.nodeCount && item < order.nodeCount
      let gap = max(isBetweenNodes ? metrics.nodeGap : metrics.laneGap, spaces[item] ?? 0)
      offsets.append(offsets[place - 1] + (heights[above] + heights[item]) / 2 + gap)
    }
    return offsets
  }

  /// The nondecreasing numbers nearest to given ones in the weighted sum of squares.
  static func nondecreasing(_ values: [(value: Double, weight: Double)]) -> [Double] {
    var blocks: [(value: Double, weight: Double, count: Int)] = []
    for (value, weight) in values {
      blocks.append((value, weight, 1))
      while blocks.count > 1, blocks[blocks.count - 2].value > blocks[blocks.count - 1].value {
        let last = blocks.removeLast()
        let before = blocks[blocks.count - 1]
        let weight = before.weight + last.weight
        blocks[blocks.count - 1] = (
          (before.value * before.weight + last.value * last.weight) / weight, weight, before.count + last.count
        )
      }
    }
    return blocks.flatMap { Array(repeating: $0.value, count: $0.count) }
  }
}
