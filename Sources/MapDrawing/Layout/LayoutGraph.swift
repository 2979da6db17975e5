/// What a layered layout places: nodes of known size, and lines between them.
package struct LayoutGraph: Sendable {
  /// On which part of the canvas a node stands, from left to right.
  package enum Zone: Sendable, CaseIterable {
    /// The left half.
    case first
    /// The right half.
    case second
    /// The right end of the right half.
    case end
  }

  /// A node.
  package struct Node: Sendable {
    package var zone: Zone
    package var outline: NodeOutline
    /// The width that the label and the shape need, in points.
    package var width: Double
    /// The height that the label and the shape need, in points.
    package var height: Double
  }

  /// A line between two nodes, by their positions in `nodes`.
  package struct Line: Sendable {
    package var first: Int
    package var second: Int
    /// Whether an arrow points at the second node.
    package var pointsForward: Bool
    /// Whether an arrow points at the first node.
    package var pointsBackward: Bool
  }

  package var nodes: [Node]
  package var lines: [Line]
}

/// The shape of a node's edge, for lines to end on it.
package enum NodeOutline: Sendable {
  case box
  case ellipse
  case hexagon
  case parallelogram

  /// How far the outline lies inside the node's rectangle on the left or right side, in points.
  /// - Parameters:
  ///   - offset: the distance from the node's centre, upwards, in points.
  ///   - isRight: whether the right side is meant.
  package func inset(at offset: Double, width: Double, height: Double, isRight: Bool) -> Double {
    let share = min(1, max(-1, 2 * offset / height))
    switch self {
    case .box: return 0
    case .ellipse: return width / 2 * (1 - (1 - share * share).squareRoot())
    case .hexagon: return abs(share) * width * Self.hexagonSlant
    case .parallelogram:
      // Leans to the right: the upper left and the lower right corner are cut off.
      return (isRight ? (1 - share) / 2 : (1 + share) / 2) * width * Self.parallelogramSlant
    }
  }

  /// How much of its width each slanted side of a hexagon takes, as libgraphviz draws it.
  package static let hexagonSlant = 0.25
  /// How much of its width each slanted side of a parallelogram takes, as libgraphviz draws it.
  package static let parallelogramSlant = 0.2046
  /// How much wider than asked for libgraphviz draws a parallelogram.
  package static let parallelogramWidening = 1.0365
}
