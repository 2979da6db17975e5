/// The course of a line: a chain of cubic Bézier curves, with the tips of heads at the ends that have some.
package struct Path: Sendable, Hashable {
  /// The control points: one, and three more for each curve.
  package var points: [Point]
  /// The tip of the head at the first point, if there is one.
  package var startTip: Point?
  /// The tip of the head at the last point, if there is one.
  package var endTip: Point?

  /// Makes a path; the number of points is one more than a multiple of three.
  package init(points: [Point], startTip: Point? = nil, endTip: Point? = nil) {
    precondition(points.count % 3 == 1 && points.count >= 4, "a path has 3n + 1 points")
    self.points = points
    self.startTip = startTip
    self.endTip = endTip
  }

  /// The same path elsewhere.
  package func moved(by shift: Point) -> Path {
    Path(
      points: points.map { $0.moved(by: shift) }, startTip: startTip?.moved(by: shift),
      endTip: endTip?.moved(by: shift))
  }

  /// The path with heads at fewer ends; where one is taken away, the line goes on to where its tip was.
  package func pointing(forward: Bool, backward: Bool) -> Path {
    var path = self
    if !forward, let tip = endTip, let last = points.last {
      path.points += Self.straight(from: last, to: tip)
      path.endTip = nil
    }
    if !backward, let tip = startTip, let first = points.first {
      path.points.insert(contentsOf: Self.straight(from: first, to: tip).reversed(), at: 0)
      path.startTip = nil
    }
    return path
  }

  /// The three further points of a straight piece.
  private static func straight(from start: Point, to end: Point) -> [Point] {
    (1...3).map { step in
      let share = Double(step) / 3
      return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
    }
  }
}
