/// The half of the map on which an actor stands.
public enum Stage: String, Sendable, CaseIterable {
  /// Set-up: the left half.
  case setUp = "set-up"
  /// Delivery: the right half.
  case delivery

  /// The name shown in figures.
  public var name: String {
    switch self {
    case .setUp: "Set-up"
    case .delivery: "Delivery"
    }
  }
}
