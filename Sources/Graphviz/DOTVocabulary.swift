/// A node's shape.
public enum DOTShape: String, Sendable, CaseIterable {
  /// A rectangle.
  case box
  /// An ellipse.
  case ellipse
  /// Six sides, pointed left and right.
  case hexagon
  /// Eight sides.
  case octagon
  /// A leaning rectangle.
  case parallelogram
  /// A sheet with a folded corner.
  case note
  /// A drum.
  case cylinder
  /// A rectangle with a tab.
  case tab
  /// No outline at all.
  case plain = "none"
}

/// A way of painting.
public enum DOTStyle: String, Sendable {
  /// The inside is filled.
  case filled
  /// Corners are rounded.
  case rounded
  /// A line of dashes.
  case dashed
  /// A line of dots.
  case dotted
  /// An unbroken line.
  case solid
  /// Not drawn.
  case invisible = "invis"
}

/// Which ends of an edge carry arrowheads.
public enum DOTDirection: String, Sendable {
  /// The head.
  case forward
  /// The tail.
  case back
  /// Both ends.
  case both
}

/// An arrowhead.
public enum DOTArrow: String, Sendable {
  /// A filled triangle.
  case normal
  /// An open triangle of two strokes.
  case open = "vee"
  /// A bar across the line.
  case bar = "tee"
}

/// A typeface, or a list of which the first one installed is used.
public enum DOTFont: String, Sendable {
  /// DejaVu Sans, or another wide sans serif.
  case sans = "DejaVu Sans,Verdana,Arial,sans-serif"
}
