/// What a layout places: nodes of known size, and lines between them.
package struct LayoutGraph: Sendable {
  /// A node.
  package struct Node: Sendable {
    /// On which part of the canvas it stands, from left to right: the place of its stage, or ``LayoutGraph/end``.
    package var zone: Int
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

  /// The number of stages.
  package var stageCount = 2
  package var nodes: [Node]
  package var lines: [Line]

  /// The zone of those who end the flow: a part of the last stage, at its right.
  package var end: Int { stageCount }

  /// The stage of a zone.
  func stage(of zone: Int) -> Int { min(zone, stageCount - 1) }
}
