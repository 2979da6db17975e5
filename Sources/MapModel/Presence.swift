/// What the evidence says of a connection, on the whole map or in an area.
public enum Presence: String, Sendable, CaseIterable {
  /// Somebody said so.
  case said
  /// The MI counts cases.
  case recorded
  /// Somebody said so and the MI counts cases.
  case both
  /// Only unclear statements speak for it.
  case unclear
  /// Evidence for and against has the same placement.
  case contradicted
  /// Somebody said that there is none, or the MI counts 0.
  case reportedAbsent
  /// It is known of the programme, and nobody says where.
  case unplaced
  /// Somebody who could know was asked there, and nothing was found.
  case notFound
  /// Nobody who could know was interviewed there.
  case notKnown

  /// Whether the connection is on the map: the evidence speaks for it, however weakly.
  public var isOnMap: Bool {
    switch self {
    case .said, .recorded, .both, .unclear, .contradicted: true
    case .reportedAbsent, .unplaced, .notFound, .notKnown: false
    }
  }

  /// A short name for tables and sentences.
  public var name: String {
    switch self {
    case .said: "said"
    case .recorded: "recorded"
    case .both: "said and recorded"
    case .unclear: "unclear"
    case .contradicted: "contradicted"
    case .reportedAbsent: "reported absent"
    case .unplaced: "unplaced"
    case .notFound: "not found"
    case .notKnown: "not known"
    }
  }
}
