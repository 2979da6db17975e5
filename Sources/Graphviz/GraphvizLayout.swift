/// Where libgraphviz placed the nodes and edges of a document, in points, y upwards.
public struct GraphvizLayout: Sendable {
  /// A node's place.
  public struct Rectangle: Sendable, Hashable {
    /// The centre.
    public var center: DOTPoint
    /// The width, in points.
    public var width: Double
    /// The height, in points.
    public var height: Double

    /// Makes a rectangle.
    public init(center: DOTPoint, width: Double, height: Double) {
      self.center = center
      self.width = width
      self.height = height
    }
  }

  /// The nodes' places, by node name.
  public internal(set) var nodes: [String: Rectangle] = [:]
  /// The edges' courses, by edge key; an edge that libgraphviz did not route has none.
  public internal(set) var edges: [String: DOTCourse] = [:]
}

/// A way of placing nodes and routing edges.
public enum LayoutEngine: String, Sendable {
  /// Layers from left to right or top to bottom.
  case layered = "dot"
  /// Nothing is placed: nodes, edges and frames are drawn where the document says.
  case placed = "nop2"
}

/// A file format that libgraphviz can write.
public enum ImageFormat: String, Sendable, CaseIterable {
  /// Scalable vector graphics, text as text.
  case svg
  /// Portable network graphics.
  case png
  /// Portable document format.
  case pdf
}
