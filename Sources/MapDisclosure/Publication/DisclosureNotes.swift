import MapModel

/// For whom an output is and what it withholds, for scripts.
public struct DisclosureNotes: Encodable, Sendable, Hashable {
  /// `public` or `team`.
  public let audience: String
  /// The smallest count, other than 0, that is shown to the public.
  public let minimum: Int
  /// Counts are rounded to the nearest multiple of it.
  public let rounding: Int
  /// What stands in place of a count that is withheld.
  public let symbol: String
  /// `shown` or `withheld`.
  public let zeros: String
  /// `withheld` or `published`.
  public let excerpts: String
  /// All this in words.
  public let note: String

  init(_ settings: DisclosureSettings, for audience: Audience, note: String) {
    self.audience = audience.rawValue
    minimum = settings.minimum
    rounding = settings.rounding
    symbol = settings.symbol
    zeros = settings.zeros.rawValue
    excerpts = settings.excerpts.rawValue
    self.note = note
  }
}
