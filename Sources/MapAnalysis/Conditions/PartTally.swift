/// How many parts of what is asked for are so, are not so, and are not told by the evidence.
public struct PartTally: Sendable, Hashable {
  /// How many are so.
  public var so = 0
  /// How many are not so.
  public var notSo = 0
  /// Of how many the evidence does not tell.
  public var untold = 0

  /// Makes a tally.
  public init(so: Int = 0, notSo: Int = 0, untold: Int = 0) { (self.so, self.notSo, self.untold) = (so, notSo, untold) }

  /// The tally of one part.
  init(_ truth: Bool?) {
    switch truth {
    case true?: so = 1
    case false?: notSo = 1
    case nil: untold = 1
    }
  }

  /// How many parts there are.
  public var count: Int { so + notSo + untold }

  /// The tally of the opposite.
  var denied: PartTally { PartTally(so: notSo, notSo: so, untold: untold) }

  static func + (one: PartTally, other: PartTally) -> PartTally {
    PartTally(so: one.so + other.so, notSo: one.notSo + other.notSo, untold: one.untold + other.untold)
  }

  /// What it makes of a claim.
  ///
  /// The claim holds if all parts are so, and largely if more than half are. Where what is not told could make it more than
  /// half, it is not known. Otherwise it holds partly if any part is so, and else fails.
  public var verdict: ClaimVerdict.Verdict {
    if count == 0 { return .notKnown }
    if so == count { return .holds }
    if 2 * so > count { return .largely }
    if 2 * (so + untold) > count { return .notKnown }
    return so > 0 ? .partly : .fails
  }
}
