import MapModel
import MapReports

extension FigureStyle {
  /// A cell of a matrix: its sign tells the state, and its colour says it again.
  func cell(_ presence: Presence, at place: Rectangle, id: String, classes: [String]) -> Scene.Shape {
    let isOpen = presence == .unplaced || presence == .notKnown
    return Scene.Shape(
      id: id, classes: classes + ["presence-\(presence.rawValue)"], outline: .box,
      paint: .init(fill: Palette.cell(of: presence), color: isOpen ? mutedColor : Palette.cellOutline, width: 0.6),
      place: place, label: presence.symbol)
  }
}
