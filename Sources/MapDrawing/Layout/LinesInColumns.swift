/// The lines whose ends stand in one column: how each runs, and what room they need there.
struct LinesInColumns {
  /// How a line runs.
  enum Course: Hashable {
    /// Straight from a node to the next one, a little to the right of their middles.
    case between(aside: Double)
    /// Out at the right side, up or down and back in; those further out have a higher track.
    case around(track: Int)
    /// Above its one node, or below it.
    case loop(Loop)
  }

  /// A line from a node to itself.
  struct Loop: Hashable {
    var isAbove: Bool
    /// Its middle, to the right of the node's.
    var middle: Double
    /// Half the distance of its ends.
    var reach: Double
    /// How far its course is drawn out; it comes three quarters as far.
    var rise: Double
  }

  /// The courses, by line; lines between columns have none.
  private(set) var courses: [Int: Course] = [:]
  /// The least space above items, by item, where they need more than others.
  private(set) var spaces: [Int: Double] = [:]
  /// How many tracks the lines around others need, by column.
  private(set) var tracks: [Int: Int] = [:]

  private let graph: LayoutGraph
  private let order: ColumnOrder
  private let metrics: LayoutMetrics
  private var places: [Int: Int] = [:]

  /// The least distance of two lines beside each other, so that their heads stay apart, as a multiple of a head's length.
  private static let leastStep = 1.4

  init(_ graph: LayoutGraph, _ order: ColumnOrder, _ metrics: LayoutMetrics) {
    (self.graph, self.order, self.metrics) = (graph, order, metrics)
    let inside = order.chains.indices.filter { line in
      let chain = order.chains[line]
      return order.columnOf[chain[0]] == order.columnOf[chain[chain.count - 1]]
    }
    if inside.isEmpty { return }
    for column in Set(inside.map { order.columnOf[order.chains[$0][0]] }) {
      for (place, item) in order.columns[column].enumerated() { places[item] = place }
    }
    var pairs: [[Int]: [Int]] = [:]
    for line in inside { pairs[ends(of: line), default: []].append(line) }
    let groups = pairs.sorted { $0.value[0] < $1.value[0] }
    let loops = groups.filter { $0.key[0] == $0.key[1] }
    let neighbours = groups.filter { isNext($0.key) }
    let looped = Set(loops.map { $0.key[0] })
    let (joinedAbove, joinedBelow) = (Set(neighbours.map { $0.key[1] }), Set(neighbours.map { $0.key[0] }))
    // Loops stand above, or below where only that is free; if neither is, they share the upper side with the lines.
    let shares = looped.intersection(joinedAbove).intersection(joinedBelow)
    var others = groups.filter { $0.key[0] != $0.key[1] && !isNext($0.key) }.flatMap(\.value)
    for (pair, lines) in neighbours {
      others += setBetween(pair[0], pair[1], lines, isShared: shares.contains(pair[1]))
    }
    for (pair, lines) in loops {
      let node = pair[0]
      setLoops(
        of: node, lines, isAbove: !joinedAbove.contains(node) || shares.contains(node), isShared: shares.contains(node))
    }
    setTracks(of: others)
  }

  /// The nodes at a line's ends, the upper first.
  private func ends(of line: Int) -> [Int] {
    let chain = order.chains[line]
    let (one, other) = (chain[0], chain[chain.count - 1])
    return (places[one] ?? 0) <= (places[other] ?? 0) ? [one, other] : [other, one]
  }

  private func isNext(_ pair: [Int]) -> Bool { (places[pair[1]] ?? 0) - (places[pair[0]] ?? 0) == 1 }

  /// Spreads lines between two neighbours over as much of their sides as is level.
  /// - Returns: the lines for which there is no room.
  private mutating func setBetween(_ upper: Int, _ lower: Int, _ lines: [Int], isShared: Bool) -> ArraySlice<Int> {
    let level = min(levelReach(of: upper), levelReach(of: lower))
    let (reach, middle) = isShared ? (level * 0.4, -level * 0.6) : (level, 0)
    let least = Self.leastStep * metrics.arrowLength
    let fitting = min(lines.count, 1 + Int(2 * reach / least))
    let step = fitting > 1 ? min(1.7 * metrics.arrowLength, 2 * reach / Double(fitting - 1)) : 0
    for (place, line) in lines.prefix(fitting).enumerated() {
      courses[line] = .between(aside: middle + (Double(place) - Double(fitting - 1) / 2) * step)
      // A stroke that is interrupted must still be seen to be so.
      let heads = (graph.lines[line].pointsForward ? 1.0 : 0) + (graph.lines[line].pointsBackward ? 1 : 0)
      spaces[lower] = max(spaces[lower] ?? 0, (heads + 2.6) * metrics.arrowLength)
    }
    return lines.dropFirst(fitting)
  }

  private mutating func setLoops(of node: Int, _ lines: [Int], isAbove: Bool, isShared: Bool) {
    let level = levelReach(of: node)
    let (most, middle) = isShared ? (level * 0.4, level * 0.6) : (level, 0)
    let inner = min(most, 1.2 * metrics.arrowLength)
    let step = lines.count > 1 ? min(1.7 * metrics.arrowLength, (most - inner) / Double(lines.count - 1)) : 0
    for (number, line) in lines.enumerated() {
      let loop = Loop(
        isAbove: isAbove, middle: middle, reach: lines.count == 1 ? min(most, 12) : inner + Double(number) * step,
        rise: 2.4 * metrics.arrowLength + Double(number) * 1.3 * metrics.arrowLength)
      courses[line] = .loop(loop)
      let room = 0.75 * loop.rise + metrics.arrowLength
      let place = places[node] ?? 0
      let column = order.columns[order.columnOf[node]]
      if isAbove {
        spaces[node] = max(spaces[node] ?? 0, room)
      } else if place + 1 < column.count {
        spaces[column[place + 1]] = max(spaces[column[place + 1]] ?? 0, room)
      }
    }
  }

  /// Gives lines around others tracks, so that those that share a stretch stand apart and the longer ones further out.
  private mutating func setTracks(of lines: [Int]) {
    let spans = lines.map { line -> (line: Int, column: Int, range: ClosedRange<Int>) in
      let pair = ends(of: line)
      return (line, order.columnOf[pair[0]], (places[pair[0]] ?? 0)...(places[pair[1]] ?? 0))
    }.sorted { ($0.range.count, $1.line) < ($1.range.count, $0.line) }
    var placed: [Int: [(range: ClosedRange<Int>, track: Int)]] = [:]
    for span in spans {
      let below = placed[span.column, default: []].filter { $0.range.overlaps(span.range) }.map(\.track).max()
      let track = below.map { $0 + 1 } ?? 0
      placed[span.column, default: []].append((span.range, track))
      courses[span.line] = .around(track: track)
      tracks[span.column] = max(tracks[span.column] ?? 0, track + 1)
    }
  }

  /// How far a line around others goes out of a column of so many tracks, behind the room for its head.
  static func reach(of track: Int, among tracks: Int, _ metrics: LayoutMetrics) -> Double {
    let count = Double(tracks)
    let step = min(1.7 * metrics.arrowLength, 0.8 * metrics.columnGap / count)
    let middle = max(0.5 * metrics.columnGap, 0.3 * metrics.columnGap + step * (count - 1) / 2)
    return middle + (Double(track) - (count - 1) / 2) * step
  }

  private func levelReach(of node: Int) -> Double {
    graph.nodes[node].outline.levelReach(width: graph.nodes[node].width)
  }
}
