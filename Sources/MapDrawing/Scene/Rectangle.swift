/// A rectangle by its middle and its size, in points, y upwards.
package struct Rectangle: Sendable, Hashable {
  /// The middle.
  package var center: Point
  /// The width, in points.
  package var width: Double
  /// The height, in points.
  package var height: Double

  package init(center: Point, width: Double, height: Double) {
    (self.center, self.width, self.height) = (center, width, height)
  }

  package var left: Double { center.x - width / 2 }
  package var right: Double { center.x + width / 2 }
  package var bottom: Double { center.y - height / 2 }
  package var top: Double { center.y + height / 2 }

  /// The same by its sides.
  package var frame: Frame { Frame(left: left, bottom: bottom, right: right, top: top) }

  /// Whether the two share more than a border.
  package func overlaps(_ other: Rectangle) -> Bool {
    left < other.right - 0.01 && other.left < right - 0.01 && bottom < other.top - 0.01 && other.bottom < top - 0.01
  }
}

/// A rectangle by its sides, in points, y upwards.
package struct Frame: Sendable, Hashable {
  package var left: Double
  package var bottom: Double
  package var right: Double
  package var top: Double

  package init(left: Double, bottom: Double, right: Double, top: Double) {
    (self.left, self.bottom, self.right, self.top) = (left, bottom, right, top)
  }

  package var width: Double { right - left }
  package var height: Double { top - bottom }

  /// The same by its middle and size.
  package var rectangle: Rectangle {
    Rectangle(center: Point((left + right) / 2, (bottom + top) / 2), width: width, height: height)
  }

  /// The smallest frame around this one and another.
  package func union(_ other: Frame) -> Frame {
    Frame(
      left: min(left, other.left), bottom: min(bottom, other.bottom), right: max(right, other.right),
      top: max(top, other.top))
  }

  /// The same frame elsewhere.
  package func moved(by shift: Point) -> Frame {
    Frame(left: left + shift.x, bottom: bottom + shift.y, right: right + shift.x, top: top + shift.y)
  }
}
