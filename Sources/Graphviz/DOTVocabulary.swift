/// A node's shape.
package enum DOTShape: String, Sendable, CaseIterable {
  /// A rectangle.
  case box
  /// An ellipse.
  case ellipse
  /// Six sides, pointed left and right.
  case hexagon
  /// Eight sides.
  case octagon
  /// As many sides as are asked for.
  case polygon
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
package enum DOTStyle: String, Sendable {
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
package enum DOTDirection: String, Sendable {
  /// The head.
  case forward
  /// The tail.
  case back
  /// Both ends.
  case both
  /// No end.
  case none
}

/// An arrowhead.
package enum DOTArrow: String, Sendable {
  /// A filled triangle.
  case normal
  /// An open triangle of two strokes.
  case open = "vee"
  /// A bar across the line.
  case bar = "tee"
  /// A filled diamond.
  case diamond
  /// A filled circle.
  case dot
  /// A filled square.
  case square = "box"
  /// An empty triangle.
  case hollowTriangle = "onormal"
  /// An empty diamond.
  case hollowDiamond = "odiamond"
  /// An empty circle.
  case hollowDot = "odot"
}

/// A typeface, or a list of which the first one installed is used.
///
/// libgraphviz writes names of typefaces into SVG as they are: so they hold letters, digits, spaces, hyphens and commas.
package struct DOTFont: Sendable, Hashable {
  let family: String

  /// Takes the names of typefaces, separated by commas; `nil` if they hold anything that no such name has, or too much.
  package init?(_ family: String) {
    let isName = family.unicodeScalars.allSatisfy {
      $0 == " " || $0 == "," || $0 == "-" || $0.properties.isAlphabetic
        || $0.properties.numericType == .decimal
    }
    guard isName, !family.isEmpty, family.unicodeScalars.count <= 200 else { return nil }
    self.init(family: family)
  }

  private init(family: String) { self.family = family }

  /// DejaVu Sans, or another wide sans serif.
  package static let sans = DOTFont(family: "DejaVu Sans,Verdana,Arial,sans-serif")
}
