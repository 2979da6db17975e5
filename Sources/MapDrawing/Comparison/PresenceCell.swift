import Graphviz
import MapModel

extension FigureStyle {
  /// A cell of a matrix: its sign tells the state, and its colour says it again.
  func cell(_ presence: Presence, at place: Rectangle, id: String, classes: [String]) -> DOTDocument.Node {
    let isOpen = presence == .unplaced || presence == .notKnown
    return .init(
      id,
      [
        .shape(.box), .style(.filled), .fillColor(DOTColor(fill(of: presence))),
        .color(isOpen ? panelOutline : DOTColor(MapColor(rgb: 0x6A7175))), .penWidth(0.6), .label(presence.symbol),
        .position(place.center),
        .width(place.width), .height(place.height), .fixedSize, .id(id),
        .classes(classes + ["presence-\(presence.rawValue)"]),
      ])
  }

  /// What is there is blue and green, what is doubtful yellow and mauve, what is absent red and grey, what is open white.
  private func fill(of presence: Presence) -> MapColor {
    switch presence {
    case .said: MapColor(rgb: 0xBFDDF7)
    case .recorded: MapColor(rgb: 0xBDE5DF)
    case .both: MapColor(rgb: 0x8FC1E8)
    case .unclear: MapColor(rgb: 0xFFEDB0)
    case .contradicted: MapColor(rgb: 0xEBC4DA)
    case .reportedAbsent: MapColor(rgb: 0xF6C2BC)
    case .notFound: MapColor(rgb: 0xE4E6E7)
    case .unplaced: MapColor(rgb: 0xF0F5FA)
    case .notKnown: .white
    }
  }
}
