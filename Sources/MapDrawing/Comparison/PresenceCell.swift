import MapModel
import MapReports

extension FigureStyle {
  /// A cell of a matrix of actors: what is written in it tells all, and its colour a part of it again.
  func cell(
    _ text: String, _ ground: ActorMatrix.Ground, at place: Rectangle, id: String, classes: [String],
    fontSize: Double? = nil
  ) -> Scene.Shape {
    let fill: MapColor =
      switch ground {
      case .state(let presence): Palette.cell(of: presence)
      case .shade(let shade): Palette.shades[min(max(0, shade), Palette.shades.count - 1)]
      }
    return Scene.Shape(
      id: id, classes: classes, outline: .box, paint: .init(fill: fill, color: Palette.cellOutline, width: 0.4),
      place: place, label: text, fontSize: fontSize)
  }

  /// A line as thin as a hair, which is a shape without an outline.
  func hairline(_ place: Rectangle, id: String) -> Scene.Shape {
    Scene.Shape(
      id: id, classes: ["rule"], outline: .box, paint: .init(fill: panelOutline, color: panelOutline, width: 0),
      place: place)
  }

  /// A cell of a matrix: its sign tells the state, and its colour says it again.
  func cell(_ presence: Presence, at place: Rectangle, id: String, classes: [String]) -> Scene.Shape {
    let isOpen = presence == .unplaced || presence == .notKnown
    return Scene.Shape(
      id: id, classes: classes + ["presence-\(presence.rawValue)"], outline: .box,
      paint: .init(fill: Palette.cell(of: presence), color: isOpen ? mutedColor : Palette.cellOutline, width: 0.6),
      place: place, label: presence.symbol)
  }
}
