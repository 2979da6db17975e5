import Graphviz

/// What makes a drawn network hard to read, counted on the geometry as it is drawn.
public struct LayoutFaults: Sendable, Hashable, Encodable {
  /// How often two lines cross.
  public private(set) var crossings = 0
  /// How many pairs of nodes overlap.
  public private(set) var overlaps = 0
  /// How many lines touch a node that is not their end.
  public private(set) var linesThroughNodes = 0

  /// Counts the faults of a layout.
  /// - Complexity: O(p²), where p is the number of straight pieces into which the lines are cut.
  init(of layout: LayeredLayout, _ graph: LayoutGraph) {
    let paths = layout.courses.map(Self.flattened)
    for (index, path) in paths.enumerated() {
      for other in paths[(index + 1)...] { crossings += Self.crossings(path, other) }
      let line = graph.lines[index]
      let touched = layout.nodes.indices.contains { node in
        node != line.first && node != line.second && path.contains { Self.isInside($0, layout.nodes[node]) }
      }
      if touched { linesThroughNodes += 1 }
    }
    for (index, place) in layout.nodes.enumerated() {
      for other in layout.nodes[(index + 1)...]
      where abs(place.center.x - other.center.x) < (place.width + other.width) / 2 - 0.01
        && abs(place.center.y - other.center.y) < (place.height + other.height) / 2 - 0.01
      {
        overlaps += 1
      }
    }
  }

  /// A course as points close enough to be joined by straight lines.
  static func flattened(_ course: DOTCourse) -> [DOTPoint] {
    var path = [course.points[0]]
    for start in stride(from: 0, to: course.points.count - 1, by: 3) {
      let (a, b, c, d) = (
        course.points[start], course.points[start + 1], course.points[start + 2], course.points[start + 3]
      )
      for step in 1...10 {
        let t = Double(step) / 10
        let (u, v) = ((1 - t) * (1 - t), t * t)
        let (wa, wb, wc, wd) = (u * (1 - t), 3 * u * t, 3 * (1 - t) * v, v * t)
        path.append(
          DOTPoint(wa * a.x + wb * b.x + wc * c.x + wd * d.x, wa * a.y + wb * b.y + wc * c.y + wd * d.y))
      }
    }
    return path
  }

  private static func crossings(_ one: [DOTPoint], _ other: [DOTPoint]) -> Int {
    func span(_ path: [DOTPoint]) -> (x: ClosedRange<Double>, y: ClosedRange<Double>) {
      let (xs, ys) = (path.map(\.x), path.map(\.y))
      return ((xs.min() ?? 0)...(xs.max() ?? 0), (ys.min() ?? 0)...(ys.max() ?? 0))
    }
    let (left, right) = (span(one), span(other))
    guard left.x.overlaps(right.x), left.y.overlaps(right.y) else { return 0 }
    var count = 0
    for (a, b) in zip(one, one.dropFirst()) {
      for (c, d) in zip(other, other.dropFirst()) {
        func side(_ p: DOTPoint, _ q: DOTPoint, _ r: DOTPoint) -> Double {
          (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
        }
        // Half-open, so that a crossing at a joint of pieces counts once.
        if (side(a, b, c) > 0) != (side(a, b, d) > 0), (side(c, d, a) > 0) != (side(c, d, b) > 0) { count += 1 }
      }
    }
    return count
  }

  private static func isInside(_ point: DOTPoint, _ place: Rectangle) -> Bool {
    abs(point.x - place.center.x) < place.width / 2 - 0.5 && abs(point.y - place.center.y) < place.height / 2 - 0.5
  }
}
