import Testing

@testable import MapDrawing

struct LinesInColumnsTests {
  private static func line(_ first: Int, _ second: Int, both: Bool = false) -> LayoutGraph.Line {
    .init(first: first, second: second, pointsForward: true, pointsBackward: both)
  }

  /// Nodes above each other, and the courses of lines between them.
  private static func column(
    _ outlines: [Outline], _ lines: [LayoutGraph.Line], width: Double = 70
  ) -> (nodes: [Rectangle], paths: [Path]) {
    let graph = LayoutGraph(
      nodes: outlines.map { .init(zone: 0, outline: $0, width: width, height: 30) }, lines: lines)
    let metrics = LayoutMetrics()
    let order = CrossingReduction(
      graph, columnOf: outlines.map { _ in 0 }, heights: outlines.indices.map { Double($0) }
    ).order
    let columns = Columns(graph, order, metrics)
    return (columns.rectangles, LineCourses(graph, order, columns, metrics).courses)
  }

  /// Points along a course.
  private static func points(_ path: Path) -> [Point] {
    stride(from: 0, to: path.points.count - 1, by: 3).flatMap { start in
      (0...20).map { LinePath.point(on: Array(path.points[start...(start + 3)]), at: Double($0) / 20) }
    }
  }

  private static func distance(_ one: Path, _ other: Path) -> Double {
    let (ones, others) = (points(one), points(other))
    return ones.flatMap { a in others.map { b in ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot() }
    }
    .min() ?? 0
  }

  @Test(arguments: [Outline.box, .ellipse, .hexagon, .parallelogram, .octagon], [2, 3, 5, 8])
  func `lines between neighbours stay apart, however many there are`(outline: Outline, count: Int) {
    let lines = (0..<count).map { Self.line($0 % 2, 1 - $0 % 2, both: $0 % 3 == 0) }
    let (_, paths) = Self.column([outline, outline], lines)
    // As far as heads are wide, which are as wide as seven tenths of their length to both sides.
    for (index, path) in paths.enumerated() {
      for other in paths[(index + 1)...] { #expect(Self.distance(path, other) >= 4, "\(index)") }
    }
    let straight = paths.filter { $0.points.count == 4 }
    let places = straight.map { $0.points[0].x }.sorted()
    for (one, next) in zip(places, places.dropFirst()) { #expect(next - one >= 9.5) }
  }

  @Test func `short lines are long enough for two dashes and both heads`() {
    let (_, paths) = Self.column([.box, .box], [Self.line(0, 1, both: true)])
    let path = paths[0]
    // libgraphviz draws dashes of six points, with as much between.
    #expect(abs(path.points[0].y - path.points[3].y) >= 18)
    #expect(path.startTip != nil && path.endTip != nil)
  }

  @Test(arguments: [Outline.box, .ellipse, .hexagon, .parallelogram], [2, 3, 4])
  func `lines from a node to itself stay apart, and clear of lines to its neighbours`(outline: Outline, count: Int) {
    let style = FigureStyle()
    let loops = (0..<count).map { _ in Self.line(1, 1) }
    let (nodes, paths) = Self.column(
      [outline, outline, outline], loops + [Self.line(0, 1), Self.line(1, 2)],
      width: max(140, 2.5 * style.width(of: outline, forLoops: count)))
    for (index, path) in paths.enumerated() {
      for other in paths[(index + 1)...] { #expect(Self.distance(path, other) >= 2.5, "\(index)") }
    }
    // No loop reaches a neighbour.
    for path in paths.prefix(count) {
      for point in Self.points(path) { #expect(point.y < nodes[0].bottom && point.y > nodes[2].top) }
    }
  }

  @Test func `lines around others have tracks of their own, the longer further out`() {
    let (nodes, paths) = Self.column(
      [.box, .box, .box, .box],
      [Self.line(0, 2), Self.line(2, 0), Self.line(0, 3), Self.line(3, 0), Self.line(1, 3), Self.line(0, 3)])
    let reaches = paths.map { Self.points($0).map(\.x).max() ?? 0 }
    #expect(Set(reaches).count == 6)
    // From the first to the last further out than from the first to the third.
    for long in [2, 3, 5] { for short in [0, 1] { #expect(reaches[long] > reaches[short]) } }
    // Lines between the same two nodes do not cross, nor do those of which one goes around the other.
    let courses = paths.map(LinePath.init)
    for (one, other) in [(0, 1), (2, 3), (2, 5), (0, 2), (1, 3), (4, 5)] {
      #expect(courses[one].crossings(with: courses[other]) == 0, "\(one) \(other)")
    }
    for node in [1, 2] where node == 1 { #expect(!courses[0].touches(nodes[node])) }
  }
}
