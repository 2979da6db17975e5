public import MapDisclosure
import MapModel

/// For whom an output is, what it withholds, and what of the evidence counts in it, for scripts.
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
  /// What of the evidence counts, in words; left out where all does.
  public let narrowing: String?

  init(_ settings: DisclosureSettings, for audience: Audience, note: String, narrowing: String) {
    self.audience = audience.rawValue
    minimum = settings.minimum
    rounding = settings.rounding
    symbol = settings.symbol
    zeros = settings.zeros.rawValue
    excerpts = settings.excerpts.rawValue
    self.note = note
    self.narrowing = narrowing.isEmpty ? nil : narrowing
  }
}

extension PublishedMap {
  /// What outputs say of what they show and withhold: that they are for the team, or what was withheld.
  public var note: String { isForTeam ? Audience.teamOnly : map.disclosure.note }

  /// What outputs say of numbers: where some are shown, or left out so that any connection may rest on one.
  package func note(whereCountsAreShown areShown: Bool) -> String {
    isForTeam || areShown || map.leavesOutCounts ? note : ""
  }

  /// The same for scripts.
  public var notes: DisclosureNotes { DisclosureNotes(map.disclosure, for: audience, note: note, narrowing: narrowing) }
}

extension PublishedMaps {
  /// What outputs say of what they show and withhold.
  public var note: String {
    isForTeam
      ? Audience.teamOnly
      : alignment.maps.map(\.disclosure.note).reduce(into: [String]()) { notes, note in
        if !note.isEmpty, !notes.contains(note) { notes.append(note) }
      }.joined(separator: " ")
  }

  /// The same for scripts.
  public var notes: DisclosureNotes { maps[0].notes }
}
