/// A stretch of time by which evidence is told apart, such as a term or a year. Its name is its identity.
public struct Period: Sendable, Hashable {
  /// The name, as it stands in the files.
  public var name: String
  /// Other names under which evidence speaks of it.
  public var aliases: [String]
  /// When it begins; `nil` if that is not known.
  public var from: PartialDate?
  /// When it ends; `nil` if that is not known.
  public var to: PartialDate?
  /// The periods that lie in it, by their names: its numbers hold theirs.
  public var contains: [String]

  /// Makes a period.
  public init(
    _ name: String, aliases: [String] = [], from: PartialDate? = nil, to: PartialDate? = nil, contains: [String] = []
  ) {
    self.name = name
    self.aliases = aliases
    self.from = from
    self.to = to
    self.contains = contains
  }

  /// Whether it ends before it begins.
  package var endsBeforeItBegins: Bool {
    guard let from, let to else { return false }
    return to.lastDay < from.firstDay
  }

  /// Days that are in it for certain: all from its first to its last, or the one end that is known.
  private var knownDays: ClosedRange<Int>? {
    if endsBeforeItBegins { return nil }
    guard let first = from?.firstDay ?? to?.lastDay, let last = to?.lastDay ?? from?.firstDay else { return nil }
    return first...last
  }

  /// Whether it has time in common with another for certain, as far as dates tell.
  package func overlaps(_ other: Period) -> Bool {
    guard let own = knownDays, let others = other.knownDays else { return false }
    return own.overlaps(others)
  }

  /// Whether an end of another, as far as it is known, lies outside its own dates.
  package func isExceeded(by inner: Period) -> Bool {
    [inner.from?.firstDay, inner.to?.lastDay].contains { end in
      guard let end else { return false }
      return from.map { end < $0.firstDay } ?? false || to.map { end > $0.lastDay } ?? false
    }
  }
}
