/// What of a map's evidence may be published.
public struct DisclosureSettings: Sendable, Hashable {
  /// Whether the map's excerpts have already been published.
  public enum Excerpts: String, Sendable, CaseIterable {
    /// They stay with the team.
    case withheld
    /// They stand in a published report and may be shown.
    case published
  }

  /// The smallest count, other than 0, that public output may show.
  public var minimum: Int
  /// Whether public output may show excerpts.
  public var excerpts: Excerpts

  /// Makes settings; the minimum is not negative.
  public init(minimum: Int = 10, excerpts: Excerpts = .withheld) {
    precondition(minimum >= 0, "a minimum is not negative")
    self.minimum = minimum
    self.excerpts = excerpts
  }
}

/// For whom an output is made.
public enum Audience: String, Sendable, CaseIterable {
  /// Anybody: no excerpts, no interview ids, small counts suppressed.
  case `public`
  /// The evaluation team: everything.
  case team
}
