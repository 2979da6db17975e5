/// An attribute of a graph, node or edge, from a closed vocabulary.
///
/// Texts are data: whatever they hold is shown as it is. Everything else is a number, a colour that
/// has been checked, or a case of an enumeration, so that nothing can reach the parts of libgraphviz
/// that open files, inject markup or crash.
package struct DOTAttribute: Sendable, Hashable {
  enum Value: Sendable, Hashable {
    case text(String)
    case leftText(String)
    case word(String)
    case number(Double)
  }

  let name: String
  let value: Value

  /// A shown label; `\n`, quotes, backslashes and entities in it stand for themselves.
  package static func label(_ text: String) -> Self { .init(name: "label", value: .text(text)) }
  /// A label whose lines start at the left side of a node.
  package static func leftLabel(_ text: String) -> Self { .init(name: "label", value: .leftText(text)) }
  /// The shape of a node.
  package static func shape(_ shape: DOTShape) -> Self { .init(name: "shape", value: .word(shape.rawValue)) }
  /// How a node or edge is painted.
  package static func style(_ styles: DOTStyle...) -> Self { self.styles(styles) }
  /// How a node or edge is painted.
  package static func styles(_ styles: [DOTStyle]) -> Self {
    .init(name: "style", value: .word(styles.map(\.rawValue).joined(separator: ",")))
  }
  /// The colour of an outline or a line.
  package static func color(_ color: DOTColor) -> Self { .init(name: "color", value: .word(color.text)) }
  /// The colour of a line that is drawn double, with a gap of about its width.
  package static func doubleColor(_ color: DOTColor) -> Self {
    .init(name: "color", value: .word("\(color.text):\(color.text)"))
  }
  /// The colour inside an outline.
  package static func fillColor(_ color: DOTColor) -> Self { .init(name: "fillcolor", value: .word(color.text)) }
  /// The colour of a label.
  package static func fontColor(_ color: DOTColor) -> Self { .init(name: "fontcolor", value: .word(color.text)) }
  /// The colour behind the whole graph.
  package static func background(_ color: DOTColor) -> Self { .init(name: "bgcolor", value: .word(color.text)) }
  /// The typeface of a label.
  package static func font(_ font: DOTFont) -> Self { .init(name: "fontname", value: .word(font.family)) }
  /// The size of a label's letters, in points, between 1 and 200.
  package static func fontSize(_ points: Double) -> Self { number("fontsize", points, 1...200) }
  /// The width of a line or outline, in points, between 0 and 50.
  package static func penWidth(_ points: Double) -> Self { number("penwidth", points, 0...50) }
  /// The width of a node, in points.
  package static func width(_ points: Double) -> Self { number("width", points / 72, 0...1000) }
  /// The height of a node, in points.
  package static func height(_ points: Double) -> Self { number("height", points / 72, 0...1000) }
  /// Keeps a node at its given width and height whatever its label.
  package static let fixedSize = Self(name: "fixedsize", value: .word("true"))
  /// The number of outlines, between 0 and 4.
  package static func outlines(_ count: Int) -> Self { number("peripheries", Double(count), 0...4) }
  /// An identifier written into SVG as `id`.
  package static func id(_ id: String) -> Self { .init(name: "id", value: .text(id)) }
  /// Class names written into SVG as `class`.
  package static func classes(_ names: String...) -> Self { classes(names) }
  /// Names of classes, for style sheets.
  package static func classes(_ names: [String]) -> Self {
    .init(name: "class", value: .text(names.joined(separator: " ")))
  }
  /// Which ends of an edge carry arrowheads.
  package static func direction(_ direction: DOTDirection) -> Self {
    .init(name: "dir", value: .word(direction.rawValue))
  }
  /// The arrowhead at an edge's head.
  package static func arrowHead(_ arrow: DOTArrow) -> Self { .init(name: "arrowhead", value: .word(arrow.rawValue)) }
  /// The arrowhead at an edge's tail.
  package static func arrowTail(_ arrow: DOTArrow) -> Self { .init(name: "arrowtail", value: .word(arrow.rawValue)) }
  /// The size of arrowheads, as a factor between 0 and 5.
  package static func arrowSize(_ factor: Double) -> Self { number("arrowsize", factor, 0...5) }
  /// The centre of a node, in points, y upwards.
  package static func position(_ point: DOTPoint) -> Self { .init(name: "pos", value: .word(point.text)) }
  /// The course of an edge.
  package static func course(_ course: DOTCourse) -> Self { .init(name: "pos", value: .word(course.text)) }
  /// How the graph is placed, whatever program reads it.
  package static func layout(_ engine: LayoutEngine) -> Self { .init(name: "layout", value: .word(engine.rawValue)) }
  /// Positions are taken as they are, without moving the drawing to the origin.
  package static let keepsOrigin = Self(name: "notranslate", value: .word("true"))
  /// The resolution of pictures made of pixels, in dots per inch, between 36 and 1200.
  package static func resolution(_ dots: Double) -> Self { number("dpi", dots, 36...1200) }
  /// The number of sides of a polygon, between 3 and 12.
  package static func sides(_ count: Int) -> Self { number("sides", Double(count), 3...12) }
  /// How far a polygon leans to the right, between 0 and 10.
  package static func skew(_ skew: Double) -> Self { number("skew", skew, 0...10) }
  /// How large the whole is drawn on paper, in points: all is made larger or smaller alike.
  ///
  /// libgraphviz takes whole points and the smaller of two factors; a little more height leaves it to the width.
  package static func pageSize(width: Double, height: Double) -> Self {
    let sides = [width, height + 2].map { DOTDocument.text(min(max($0 / 72, 0.1), 1000)) }
    return .init(name: "size", value: .word("\(sides[0]),\(sides[1])!"))
  }
  /// No space around a label inside its node, or around the drawing on its page.
  package static let noMargin = Self(name: "margin", value: .number(0))
  /// The space around the drawing, in points.
  package static func padding(_ points: Double) -> Self { number("pad", points / 72, 0...10) }

  private static func number(_ name: String, _ value: Double, _ range: ClosedRange<Double>) -> Self {
    precondition(value.isFinite, "\(name) must be a finite number")
    return .init(name: name, value: .number(min(max(value, range.lowerBound), range.upperBound)))
  }
}
