/// What a layout places: nodes of known size, and lines between them.
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
    package var outline: Outline
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
