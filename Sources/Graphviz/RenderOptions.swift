/// A way of placing nodes and routing edges.
package enum LayoutEngine: String, Sendable {
  /// Layers from left to right or top to bottom.
  case layered = "dot"
  /// Nothing is placed: nodes and edges are drawn where the document says.
  case placed = "nop2"
}

/// A file format that libgraphviz can write.
package enum ImageFormat: String, Sendable, CaseIterable {
  /// Scalable vector graphics, text as text.
  case svg
  /// Scalable vector graphics, text as outlines of letters.
  case outlinedSVG = "svg:cairo"
  /// Portable network graphics.
  case png
  /// Portable document format.
  case pdf
}
