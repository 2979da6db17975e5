import Graphviz
import MapModel

extension FigureStyle {
  /// A cell of a matrix: its sign tells the state, and its colour says it again.
  func cell(_ presence: Presence, at place: Rectangle, id: String, classes: [String]) -> DOTDocument.Node {
    let isOpen = presence == .unplaced || presence == .notKnown
    return .init(
      id,
      [
        .shape(.box), .style(.filled), .fillColor(DOTColor(Palette.cell(of: presence))),
        .color(isOpen ? panelOutline : DOTColor(Palette.cellOutline)), .penWidth(0.6), .label(presence.symbol),
        .position(place.center),
        .width(place.width), .height(place.height), .fixedSize, .id(id),
        .classes(classes + ["presence-\(presence.rawValue)"]),
      ])
  }
}
