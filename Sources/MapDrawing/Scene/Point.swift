/// A point of a drawing, in points; y grows upwards.
package struct Point: Sendable, Hashable {
  /// The distance from the left.
  package var x: Double
  /// The distance from the bottom.
  package var y: Double

  package init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  /// The same point elsewhere.
  package func moved(by shift: Point) -> Point { Point(x + shift.x, y + shift.y) }
}
