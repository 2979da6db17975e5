package import Graphviz
import MapModel

/// A small sign that sits on a line or at the corner of an actor.
package struct Badge: Sendable {
  /// What a badge says, and how it stands out.
  package struct Content: Sendable, Hashable {
    package var text: String
    package var look: LineLook
  }

  package var content: Content
  package var center: DOTPoint

  init(_ content: Content, at center: DOTPoint) {
    self.content = content
    self.center = center
  }

  package static let fontSize = 9.5
  package static let height = 13.0

  /// The width that a text needs.
  package static func width(of text: String) -> Double {
    max(height, FigureStyle.even(TextMetrics.width(of: text, fontSize: fontSize) + 5))
  }

  var place: Rectangle {
    Rectangle(center: center, width: Self.width(of: content.text), height: Self.height)
  }

  /// The badge as a node.
  func node(id: String, classes: [String], _ style: FigureStyle) -> DOTDocument.Node {
    let color: DOTColor =
      switch content.look {
      case .onlyFirst: style.firstColor
      case .onlySecond: style.secondColor
      default: DOTColor(Palette.neutral)
      }
    return .init(
      id,
      [
        .shape(.box), .styles([.filled, .rounded]), .fillColor(DOTColor(Palette.paper)), .color(color), .penWidth(0.9),
        .fontColor(color), .fontSize(Self.fontSize), .label(content.text), .position(center),
        .width(place.width), .height(place.height), .fixedSize, .id(id), .classes(classes),
      ])
  }
}
