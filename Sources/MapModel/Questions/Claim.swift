/// A sentence of a report, as an assertion that can be checked on the map.
public struct Claim: Sendable, Hashable, Identifiable {
  /// A claim's identifier.
  public typealias ID = Identifier<Claim>

  /// Where a claim should hold.
  public enum Extent: Sendable, Hashable {
    /// On the whole map.
    case programme
    /// In every area.
    case everyArea
    /// In at least one area.
    case someArea
    /// In each of some areas.
    case areas([Area.ID])
  }

  /// The identifier.
  public let id: ID
  /// The words of the report.
  public var words: String
  /// Where in the report they stand.
  public var reference: String
  /// What they say.
  public var condition: Condition
  /// Whether they say that it is not so.
  public var isDenial: Bool
  /// Where they say it of.
  public var extent: Extent
  /// The period of which they say it; `nil` for the whole time.
  public var period: String?

  /// Makes a claim.
  public init(
    _ id: ID, words: String, reference: String = "", condition: Condition, isDenial: Bool = false,
    extent: Extent = .programme, period: String? = nil
  ) {
    self.id = id
    self.words = words
    self.reference = reference
    self.condition = condition
    self.isDenial = isDenial
    self.extent = extent
    self.period = period
  }
}

/// What a good network would have; where it does not, there is a gap.
public struct Expectation: Sendable, Hashable, Identifiable {
  /// An expectation's identifier.
  public typealias ID = Identifier<Expectation>

  /// Where an expectation is checked.
  public enum Extent: String, Sendable, CaseIterable {
    /// On the whole map, and in each area.
    case everywhere
    /// On the whole map only.
    case programme
    /// In each area only.
    case areas
  }

  /// The identifier.
  public let id: ID
  /// Why it is expected, in a sentence.
  public var reason: String
  /// Where in the report the reason stands; empty if it does not.
  public var reference: String
  /// What is expected.
  public var condition: Condition
  /// Where it is expected.
  public var extent: Extent
  /// The period in which it is expected; `nil` for the whole time, and for each period that is looked at.
  public var period: String?

  /// Makes an expectation.
  public init(
    _ id: ID, reason: String, reference: String = "", condition: Condition, extent: Extent = .everywhere,
    period: String? = nil
  ) {
    self.id = id
    self.reason = reason
    self.period = period
    self.reference = reference
    self.condition = condition
    self.extent = extent
  }
}
