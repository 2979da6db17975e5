import Graphviz

/// The place of a node, in points, y upwards.
struct Rectangle: Sendable, Hashable {
  var center: DOTPoint
  var width: Double
  var height: Double

  var left: Double { center.x - width / 2 }
  var right: Double { center.x + width / 2 }
  var bottom: Double { center.y - height / 2 }
  var top: Double { center.y + height / 2 }

  /// Whether the two share more than a border.
  func overlaps(_ other: Rectangle) -> Bool {
    left < other.right - 0.01 && other.left < right - 0.01 && bottom < other.top - 0.01 && other.bottom < top - 0.01
  }
}
