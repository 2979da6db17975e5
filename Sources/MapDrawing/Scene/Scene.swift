package import MapModel

/// A drawing as a value: shapes, lines and texts at their places, in points, y upwards.
///
/// It knows nothing of who paints it. Lines are painted as soon as both of their ends are, everything else in its order.
package struct Scene: Sendable, Hashable {
  /// Something that is drawn.
  package enum Part: Sendable, Hashable {
    case shape(Shape)
    case text(Text)
    case line(Line)
  }

  /// The name, which identifies the drawing and is never shown.
  package var name: String
  /// What the drawing holds; it is as large as this and a margin, whatever is in it.
  package var frame: Frame
  /// The space around the frame, in points.
  package var margin: Double
  /// The colour behind everything.
  package var background: MapColor
  /// The typeface of all texts.
  package var font: FigureFont
  /// The size of texts that have none of their own, in points.
  package var fontSize: Double
  /// The colour of texts that have none of their own.
  package var textColor: MapColor
  /// What is drawn.
  package var parts: [Part]
  /// What readers who do not see the drawing are told of its parts, by their ids.
  package var titles: [String: String] = [:]
  /// How much larger everything is on paper.
  package var scale = 1.0

  /// The width of the drawing on paper, in points.
  package var width: Double { (frame.width + 2 * margin) * scale }
  /// The height of the drawing on paper, in points.
  package var height: Double { (frame.height + 2 * margin) * scale }
}

extension Scene {
  /// A filled shape, with a label in its middle.
  package struct Shape: Sendable, Hashable {
    /// How a shape is painted.
    package struct Paint: Sendable, Hashable {
      package var fill: MapColor
      /// The colour of the outline.
      package var color: MapColor
      /// The width of the outline, in points.
      package var width: Double
      /// Whether the outline is broken.
      package var isBroken = false
      /// The colour of the label, if it is not that of all texts.
      package var textColor: MapColor?
    }

    package var id: String
    /// What kind of part it is, for style sheets.
    package var classes: [String]
    package var outline: Outline
    package var paint: Paint
    /// The rectangle that it fills.
    package var place: Rectangle
    /// The text inside, its lines separated by line feeds.
    package var label = ""
    /// The size of the label, if it is not that of all texts.
    package var fontSize: Double?
  }

  /// A text on a line of its own.
  package struct Text: Sendable, Hashable {
    /// Where a text stands.
    package enum Place: Sendable, Hashable {
      /// It starts at a point, its middle at the point's height.
      case from(Point)
      /// At the left of a rectangle that is as wide as the text.
      case left(of: Rectangle)
      /// In the middle of a rectangle.
      case middle(of: Rectangle)
    }

    package var id: String
    /// What kind of part it is, for style sheets.
    package var classes: [String]
    package var content: String
    package var place: Place
    /// The size, if it is not that of all texts.
    package var fontSize: Double?
  }

  /// A line, from one shape to another or on its own.
  package struct Line: Sendable, Hashable {
    /// How the stroke is interrupted.
    package enum Pattern: Sendable, Hashable { case solid, dashed, dotted }

    /// What a line ends with.
    package enum Head: Sendable, Hashable {
      /// A filled triangle.
      case filled
      /// Two strokes.
      case open
      case diamond, dot, square
      case hollowTriangle, hollowDiamond, hollowDot
      /// A bar across the line.
      case bar
    }

    /// The heads of a line; which of its ends have one is told by its path.
    package struct Heads: Sendable, Hashable {
      package var end: Head
      package var start: Head?
      /// The length, in points.
      package var length: Double
    }

    /// How a line is painted.
    package struct Paint: Sendable, Hashable {
      package var color: MapColor
      /// The width, in points; of a double line, that of each half.
      package var width: Double
      package var pattern = Pattern.solid
      /// Whether it is drawn double, with a gap of about its width.
      package var isDouble = false
      /// The heads; a filled one of ten points if there are none.
      package var heads: Heads?
    }

    /// The shapes between which a line runs, by their ids.
    package struct Ends: Sendable, Hashable {
      package var start: String
      package var end: String
    }

    package var id: String
    /// What kind of part it is, for style sheets.
    package var classes: [String]
    package var paint: Paint
    package var path: Path
    /// What it connects, if it connects anything.
    package var ends: Ends?
  }
}
