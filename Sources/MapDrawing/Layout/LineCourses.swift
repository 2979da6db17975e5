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
    let places = parallels()
    courses = graph.lines.indices.map { line in
      let chain = order.chains[line]
      let isFlat = order.columnOf[chain[0]] == order.columnOf[chain[chain.count - 1]]
      let points = isFlat ? flat(chain[0], chain[1], places[line]) : passing(line, chain, ports)
      // Chains run from left to right, lines from their first node to their second.
      return course(points: chain[0] == graph.lines[line].first ? points : points.reversed(), graph.lines[line])
    }
  }

  /// How far each line stands beside those between the same two nodes: 0 in the middle, and half a space more for each.
  private func parallels() -> [Double] {
    var lines: [Set<Int>: [Int]] = [:]
    for (index, line) in graph.lines.enumerated() { lines[[line.first, line.second], default: []].append(index) }
    var places = graph.lines.map { _ in 0.0 }
    for group in lines.values {
      for (place, line) in group.enumerated() { places[line] = Double(place) - Double(group.count - 1) / 2 }
    }
    return places
  }

  /// The heights at which lines meet their ends, spread over each side in the order of where the lines come from.
  private func ports() -> [End: Double] {
    var ends: [Int: [(end: End, towards: Double)]] = [:]
    var rights: [Int: [(end: End, towards: Double)]] = [:]
    for (line, chain) in order.chains.enumerated() {
      let (first, last) = (chain[0], chain[chain.count - 1])
      guard order.columnOf[first] != order.columnOf[last] else { continue }
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

  /// A line within a column: down to the next item, or around the ones between.
  /// - Parameter place: how far it stands beside those between the same two items.
  private func flat(_ one: Int, _ other: Int, _ place: Double) -> [Point] {
    let (start, end) = (columns.rectangles[one], columns.rectangles[other])
    // Never so far that a shape has no upper side there.
    let most = min(start.width, end.width) / 4
    let aside = min(most, max(-most, place * 1.4 * metrics.portGap))
    if one == other {
      let (x, y) = (start.center.x, start.center.y + start.height / 2)
      let reach = max(6, 12 + aside)
      return [Point(x - reach, y), Point(x - reach, y + reach), Point(x + reach, y + reach), Point(x + reach, y)]
    }
    let column = order.columns[order.columnOf[one]]
    let isNext = abs((column.firstIndex(of: one) ?? 0) - (column.firstIndex(of: other) ?? 0)) == 1
    if isNext {
      let sign = start.center.y > end.center.y ? -1.0 : 1.0
      let from = Point(start.center.x + aside, start.center.y + sign * reach(of: one, aside))
      let to = Point(end.center.x + aside, end.center.y - sign * reach(of: other, aside))
      let step = (to.y - from.y) / 3
      return [from, Point(from.x, from.y + step), Point(to.x, to.y - step), to]
    }
    // Level out of the column, around, and level back.
    // The outer of two lines also leaves further out, so that they do not cross.
    let isDown = start.center.y > end.center.y
    let from = border(one, at: start.center.y + (isDown ? aside : -aside), .right)
    let to = border(other, at: end.center.y + (isDown ? -aside : aside), .right)
    let side = columns.sides[order.columnOf[one]].right + 2
    let reach = side + 0.5 * metrics.columnGap + aside
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
