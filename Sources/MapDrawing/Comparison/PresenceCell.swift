import MapModel

extension FigureStyle {
  /// A cell of a matrix: its sign tells the state, and its colour says it again.
  func cell(_ presence: Presence, at place: Rectangle, id: String, classes: [String]) -> Scene.Shape {
    let isOpen = presence == .unplaced || presence == .notKnown
    return Scene.Shape(
      id: id, classes: classes + ["presence-\(presence.rawValue)"], outline: .box,
      paint: .init(fill: fill(of: presence), color: isOpen ? panelOutline : MapColor(rgb: 0x6A7175), width: 0.6),
      place: place, label: presence.symbol)
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
