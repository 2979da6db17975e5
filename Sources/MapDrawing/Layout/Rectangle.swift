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
}
