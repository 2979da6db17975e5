/// Blocks set in columns that stand side by side, in their order.
enum LegendColumns {
  /// The size of a block, in points.
  struct Size: Sendable, Hashable {
    var width: Double
    var height: Double
  }

  /// The blocks of each column, so that the tallest column is as short as a width allows.
  ///
  /// Of several such ways the one is taken whose first column has the fewest blocks, then the second, and so on. If
  /// nothing is shorter than one column of all blocks, it is that one, however wide it is.
  ///
  /// This is the linear partition problem with a width for each column: whether no column need be taller than a height
  /// is told by the least width of columns up to that height, and the least such height is found by bisection.
  /// - Complexity: O(n² log n), where n is the number of blocks.
  static func split(_ blocks: [Size], within room: Double, gap: Double) -> [Range<Int>] {
    if blocks.isEmpty { return [] }
    let whole = blocks.reduce(0) { $0 + $1.height }
    // A tallest column is a run of blocks.
    var heights: Set<Double> = []
    for start in blocks.indices {
      var height = 0.0
      for block in blocks[start...] {
        height += block.height
        if height < whole { heights.insert(height) }
      }
    }
    let candidates = heights.sorted()
    var (low, high) = (0, candidates.count)
    while low < high {
      let middle = (low + high) / 2
      if leastWidths(blocks, upTo: candidates[middle], gap: gap)[0] <= room { high = middle } else { low = middle + 1 }
    }
    guard low < candidates.count else { return [0..<blocks.count] }
    return columns(blocks, upTo: candidates[low], within: room, gap: gap)
  }

  /// For each block the least width of columns for it and all after it, none of them taller than a height.
  private static func leastWidths(_ blocks: [Size], upTo limit: Double, gap: Double) -> [Double] {
    var least = [Double](repeating: .infinity, count: blocks.count) + [-gap]
    for start in blocks.indices.reversed() {
      var (width, height) = (0.0, 0.0)
      for end in start..<blocks.count {
        width = max(width, blocks[end].width)
        height += blocks[end].height
        if height > limit { break }
        least[start] = min(least[start], width + gap + least[end + 1])
      }
    }
    return least
  }

  /// The first way in the order of columns' lengths that is no taller than a height and no wider than the room.
  private static func columns(_ blocks: [Size], upTo limit: Double, within room: Double, gap: Double) -> [Range<Int>] {
    let least = leastWidths(blocks, upTo: limit, gap: gap)
    var columns: [Range<Int>] = []
    var (start, used) = (0, 0.0)
    while start < blocks.count {
      var (width, height) = (0.0, 0.0)
      // Sums of the same widths in another order differ in their last digits.
      var end = blocks.count
      for next in start..<blocks.count {
        width = max(width, blocks[next].width)
        height += blocks[next].height
        if height > limit { break }
        if used + width + gap + least[next + 1] <= room + 1e-6 {
          end = next + 1
          break
        }
      }
      columns.append(start..<end)
      used += width + gap
      start = end
    }
    return columns
  }
}
