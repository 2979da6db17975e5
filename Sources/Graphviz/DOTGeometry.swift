/// A point of a drawing, in points; y grows upwards.
package struct DOTPoint: Sendable, Hashable {
  /// The distance from the left, in points.
  package var x: Double
  /// The distance from the bottom, in points.
  package var y: Double

  /// Makes a point.
  package init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  /// Hundredths of a point are finer than any printer.
  var text: String {
    "\(DOTDocument.text((x * 100).rounded() / 100)),\(DOTDocument.text((y * 100).rounded() / 100))"
  }
}

/// The course of an edge: a chain of cubic Bézier curves, with arrow tips at its ends if it has arrows.
package struct DOTCourse: Sendable, Hashable {
  /// The control points: one, and three more for each curve.
  package var points: [DOTPoint]
  /// The tip of the arrow at the first point, if there is one.
  package var startTip: DOTPoint?
  /// The tip of the arrow at the last point, if there is one.
  package var endTip: DOTPoint?

  /// Makes a course; the number of points is one more than a multiple of three.
  package init(points: [DOTPoint], startTip: DOTPoint? = nil, endTip: DOTPoint? = nil) {
    precondition(points.count % 3 == 1 && points.count >= 4, "a course has 3n + 1 points")
    self.points = points
    self.startTip = startTip
    self.endTip = endTip
  }

  var text: String {
    var parts: [String] = []
    if let startTip { parts.append("s,\(startTip.text)") }
    if let endTip { parts.append("e,\(endTip.text)") }
    parts += points.map(\.text)
    return parts.joined(separator: " ")
  }
}
