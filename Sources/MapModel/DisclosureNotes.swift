/// For whom an output is and what it withholds, for scripts.
public struct DisclosureNotes: Encodable, Sendable {
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

  /// The notes of a map, as its audience may see it.
  public init(of map: NetworkMap) {
    audience = map.audience.rawValue
    minimum = map.disclosure.minimum
    rounding = map.disclosure.rounding
    symbol = map.disclosure.symbol
    zeros = map.disclosure.zeros.rawValue
    excerpts = map.disclosure.excerpts.rawValue
    note = map.disclosureNote
  }
}
