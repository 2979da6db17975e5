/// The courses of lines between placed columns.
///
/// Lines leave and reach nodes level, at ports spread over the side, and bend only in the gaps between columns; in a
/// column they run straight through their lane. So no line touches a node that is not its end.
struct LineCourses {
  /// The courses, each from the line's first node to its second.
  private(set) var courses: [Path] = []

  private let graph: LayoutGraph
  private let order: ColumnOrder
  private let columns: Columns
  private let metrics: LayoutMetrics

  private enum Side: Hashable { case left, right }

  private struct End: Hashable {
    var line: Int
    var side: Side
  }

  init(_ graph: LayoutGraph, _ order: ColumnOrder, _ columns: Columns, _ metrics: LayoutMetrics) {
    self.graph = graph
    self.order = order
    self.columns = columns
    self.metrics = metrics
    let ports = self.ports()
    courses = graph.lines.indices.map { line in
      let chain = order.chains[line]
      let points =
        switch columns.inside.courses[line] {
        case nil: passing(line, chain, ports)
        case .between(let aside): between(chain[0], chain[1], aside)
        case .around(let track): around(line, chain[0], chain[1], track, ports)
        case .loop(let loop): looped(chain[0], loop)
        }
      // Chains run from left to right, lines from their first node to their second.
      return course(points: chain[0] == graph.lines[line].first ? points : points.reversed(), graph.lines[line])
    }
  }

  /// The heights at which lines meet their ends, spread over each side in the order of where the lines come from.
  private func ports() -> [End: Double] {
    var ends: [Int: [(end: End, towards: Double)]] = [:]
    var rights: [Int: [(end: End, towards: Double)]] = [:]
    for (line, chain) in order.chains.enumerated() {
      let (first, last) = (chain[0], chain[chain.count - 1])
      switch columns.inside.courses[line] {
      case nil: break
      case .around:
        // Outermost on the side, and of several the one that goes further around is the inner one at both ends.
        let distance = abs(columns.centres[first] - columns.centres[last])
        for (node, other, side) in [(first, last, Side.left), (last, first, .right)] {
          let isUp = columns.centres[other] > columns.centres[node]
          let towards = isUp ? 1e6 - distance + Double(line) * 1e-3 : distance - 1e6
          rights[node, default: []].append((End(line: line, side: side), towards))
        }
        continue
      case .between, .loop: continue
      }
      rights[first, default: []].append((End(line: line, side: .right), columns.centres[chain[1]]))
      ends[last, default: []].append((End(line: line, side: .left), columns.centres[chain[chain.count - 2]]))
    }
    var ports: [End: Double] = [:]
    for (node, list) in Array(ends) + Array(rights) {
      let sorted = list.sorted { ($1.towards, $0.end.line) < ($0.towards, $1.end.line) }
      let room = columns.rectangles[node].height - 12
      let gap = sorted.count > 1 ? min(1.6 * metrics.portGap, room / Double(sorted.count - 1)) : 0
      for (place, item) in sorted.enumerated() {
        ports[item.end] = columns.centres[node] + gap * (Double(sorted.count - 1) / 2 - Double(place))
      }
    }
    return ports
  }

  /// A line from column to column, from left to right.
  private func passing(_ line: Int, _ chain: [Int], _ ports: [End: Double]) -> [Point] {
    let (first, last) = (chain[0], chain[chain.count - 1])
    let start = border(first, at: ports[End(line: line, side: .right)] ?? columns.centres[first], .right)
    let end = border(last, at: ports[End(line: line, side: .left)] ?? columns.centres[last], .left)
    var points = [start]
    func straight(to x: Double) {
      guard let from = points.last, abs(x - from.x) > 0.01 else { return }
      let step = (x - from.x) / 3
      points += [Point(from.x + step, from.y), Point(x - step, from.y), Point(x, from.y)]
    }
    func bend(to point: Point) {
      guard let from = points.last else { return }
      let middle = (from.x + point.x) / 2
      points += [Point(middle, from.y), Point(middle, point.y), point]
    }
    for (item, next) in zip(chain, chain.dropFirst()) {
      straight(to: columns.sides[order.columnOf[item]].right)
      let y = next == last ? end.y : columns.centres[next]
      // The arrow lies level in the gap.
      let room = next == last ? metrics.arrowLength + 2 : 0
      bend(to: Point(columns.sides[order.columnOf[next]].left - room, y))
    }
    straight(to: end.x)
    return points
  }

  /// A line to the next node of its column.
  private func between(_ one: Int, _ other: Int, _ aside: Double) -> [Point] {
    let (start, end) = (columns.rectangles[one], columns.rectangles[other])
    let sign = start.center.y > end.center.y ? -1.0 : 1.0
    let from = Point(start.center.x + aside, start.center.y + sign * reach(of: one, aside))
    let to = Point(end.center.x + aside, end.center.y - sign * reach(of: other, aside))
    let step = (to.y - from.y) / 3
    return [from, Point(from.x, from.y + step), Point(to.x, to.y - step), to]
  }

  /// A line from a node to itself.
  private func looped(_ node: Int, _ loop: LinesInColumns.Loop) -> [Point] {
    let centre = columns.rectangles[node].center
    let sign = loop.isAbove ? 1.0 : -1.0
    func foot(_ aside: Double) -> Point {
      Point(centre.x + aside, centre.y + sign * reach(of: node, aside))
    }
    let (from, to) = (foot(loop.middle - loop.reach), foot(loop.middle + loop.reach))
    let height = sign * loop.rise
    return [from, Point(from.x, from.y + height), Point(to.x, to.y + height), to]
  }

  /// A line around the nodes between its ends: level out of the column, around, and level back.
  private func around(_ line: Int, _ one: Int, _ other: Int, _ track: Int, _ ports: [End: Double]) -> [Point] {
    let from = border(one, at: ports[End(line: line, side: .left)] ?? columns.centres[one], .right)
    let to = border(other, at: ports[End(line: line, side: .right)] ?? columns.centres[other], .right)
    let column = order.columnOf[one]
    // An arrow lies level before the bend.
    let side = columns.sides[column].right + 2
    let reach = side + LinesInColumns.reach(of: track, among: columns.inside.tracks[column] ?? 1, metrics)
    func level(_ x: Double, _ y: Double, to end: Double) -> [Point] {
      [Point(x + (end - x) / 3, y), Point(x + (end - x) * 2 / 3, y), Point(end, y)]
    }
    return [from] + level(from.x, from.y, to: side) + [
      Point(reach, from.y), Point(reach, to.y), Point(side, to.y),
    ]
      + level(side, to.y, to: to.x)
  }

  /// How far up and down a node reaches, a little aside of its middle.
  private func reach(of node: Int, _ aside: Double) -> Double {
    let place = columns.rectangles[node]
    guard graph.nodes[node].outline == .ellipse, place.width > 0 else { return place.height / 2 }
    let share = 2 * aside / place.width
    return place.height / 2 * (1 - share * share).squareRoot()
  }

  private func border(_ node: Int, at y: Double, _ side: Side) -> Point {
    let place = columns.rectangles[node]
    let inset = graph.nodes[node].outline.inset(
      at: y - place.center.y, width: place.width, height: place.height, isRight: side == .right)
    let x = place.center.x + (side == .right ? 1 : -1) * (place.width / 2 - inset)
    return Point(x, y)
  }

  /// A course that stops short of its arrows' tips.
  private func course(points: [Point], _ line: LayoutGraph.Line) -> Path {
    var points = points
    var course = Path(points: points)
    if line.pointsForward {
      let tip = points[points.count - 1]
      points[points.count - 1] = shortened(tip, towards: points[points.count - 2])
      course.endTip = tip
    }
    if line.pointsBackward {
      let tip = points[0]
      points[0] = shortened(tip, towards: points[1])
      course.startTip = tip
    }
    course.points = points
    return course
  }

  private func shortened(_ tip: Point, towards point: Point) -> Point {
    let (dx, dy) = (point.x - tip.x, point.y - tip.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0.01 else { return tip }
    let share = metrics.arrowLength / length
    return Point(tip.x + dx * share, tip.y + dy * share)
  }
}
