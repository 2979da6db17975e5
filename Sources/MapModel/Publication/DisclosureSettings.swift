/// What of a map's evidence may be published, and how.
public struct DisclosureSettings: Sendable, Hashable {
  /// Whether the map's excerpts have already been published.
  public enum Excerpts: String, Sendable, CaseIterable {
    /// They stay with the team.
    case withheld
    /// They stand in a published report and may be shown.
    case published
  }

  /// Whether the other names of actors, areas and informant groups may be shown.
  ///
  /// They are there to read evidence by, and names of people as transcripts have them end up among them.
  public enum Aliases: String, Sendable, CaseIterable {
    /// They stay with the team.
    case withheld
    /// They may be shown.
    case published
  }

  /// Whether a count of 0 can give somebody away.
  public enum Zeros: String, Sendable, CaseIterable {
    /// It cannot: nobody is nobody.
    case shown
    /// It can, as where a group is known to have members. Then all that is withheld is left out, 0, small counts and
    /// those that protect them alike, so that neither their number nor whether there is any can be seen.
    case withheld
  }

  /// The smallest count, other than 0, that public output may show; never below 0.
  public var minimum: Int {
    didSet { minimum = max(0, minimum) }
  }
  /// Counts are rounded to the nearest multiple of it; 1 leaves them as they are, and it is never less.
  public var rounding: Int {
    didSet { rounding = max(1, rounding) }
  }
  /// What stands in place of a count that is withheld.
  public var symbol: String
  /// What is done with counts of 0.
  public var zeros: Zeros
  /// Whether public output may show excerpts.
  public var excerpts: Excerpts
  /// Whether public output may show aliases.
  public var aliases: Aliases
  /// The folders of maps that are published with it, relative to its own: what each shows is decided for all.
  public var publishedWith: [String]
  /// Sums that readers know, or that only seem to hold.
  public var sums: [DeclaredSum]

  /// Makes settings; a minimum below 0 is taken for 0, and a rounding below 1 for 1.
  public init(
    minimum: Int = 10, rounding: Int = 1, symbol: String = "[c]", zeros: Zeros = .shown,
    excerpts: Excerpts = .withheld, aliases: Aliases = .withheld, sums: [DeclaredSum] = [],
    publishedWith: [String] = []
  ) {
    self.minimum = max(0, minimum)
    self.rounding = max(1, rounding)
    self.symbol = symbol
    self.zeros = zeros
    self.excerpts = excerpts
    self.aliases = aliases
    self.sums = sums
    self.publishedWith = publishedWith
  }
}

/// For whom an output is made.
public enum Audience: String, Sendable, CaseIterable {
  /// Anybody: no excerpts, no interview ids, small counts suppressed.
  case `public`
  /// The evaluation team: everything.
  case team
}
