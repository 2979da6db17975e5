import MapModel
import MapReports

/// A small sign that sits on a line or at the corner of an actor.
struct Badge: Sendable {
  var content: BadgeContent
  var center: Point

  init(_ content: BadgeContent, at center: Point) {
    self.content = content
    self.center = center
  }

  static let fontSize = 9.5
  static let height = 13.0

  /// The width that a text needs.
  static func width(of text: String) -> Double {
    max(height, FigureStyle.even(TextMetrics.width(of: text, fontSize: fontSize) + 5))
  }

  var place: Rectangle {
    Rectangle(center: center, width: Self.width(of: content.text), height: Self.height)
  }

  /// The badge as a shape.
  func shape(id: String, classes: [String], _ style: FigureStyle) -> Scene.Shape {
    let color: MapColor =
      switch content.standing {
      case .onlyFirst: style.firstColor
      case .onlySecond: style.secondColor
      default: Palette.neutral
      }
    return Scene.Shape(
      id: id, classes: classes, outline: .rounded,
      paint: .init(fill: Palette.paper, color: color, width: 0.9, textColor: color), place: place, label: content.text,
      fontSize: Self.fontSize)
  }
}
