public import MapModel
import OrderedCollections

/// Whether a condition is true of a map or an area, and because of what.
public struct ConditionFinding: Sendable, Hashable {
  /// Whether it is true; `nil` if the evidence does not tell.
  public var isTrue: Bool?
  /// Where it is not true: what is known of what is missing.
  public var absence: Presence?
  /// What of the evidence decides, or leaves it open; each once.
  public var reasons: [ConditionReason] = []
  /// The actors that are missing, or between which something is.
  public var actors: [MapActor.ID] = []
  /// The pairs of actors between which a connection or a route is missing, source and target.
  public var missing: [Pair] = []
  /// What it consists of, each of which is so or not by itself, such as several connections; none of one thing.
  var parts: [ConditionFinding] = []
  /// How many of its parts are so, where they are counted and not findings of their own, such as statements.
  var countedParts: PartTally?

  /// Two actors, in the direction of a connection.
  public struct Pair: Sendable, Hashable {
    /// The source.
    public var source: MapActor.ID
    /// The target.
    public var target: MapActor.ID

    /// Makes a pair.
    public init(source: MapActor.ID, target: MapActor.ID) { (self.source, self.target) = (source, target) }
  }

  /// How many of its parts are so; it is its own only part if it has no others.
  var tally: PartTally {
    countedParts ?? (parts.isEmpty ? PartTally(isTrue) : parts.reduce(PartTally()) { $0 + $1.tally })
  }

  /// The reasons of those parts that are so, are not, or of which the evidence does not tell.
  func reasons(where truth: Bool?) -> [ConditionReason] {
    Self.unique(parts.isEmpty ? isTrue == truth ? reasons : [] : parts.flatMap { $0.reasons(where: truth) })
  }

  /// What it tells of the opposite.
  var denied: ConditionFinding {
    var opposite = self
    opposite.isTrue = isTrue.map { !$0 }
    opposite.parts = parts.map(\.denied)
    opposite.countedParts = countedParts?.denied
    return opposite
  }

  /// Several findings that must all be true.
  static func all(_ findings: [ConditionFinding]) -> ConditionFinding {
    let failed = findings.filter { $0.isTrue == false }
    let open = findings.filter { $0.isTrue == nil }
    let telling = !failed.isEmpty ? failed : !open.isEmpty ? open : findings
    let missing = failed + open
    return ConditionFinding(
      isTrue: !failed.isEmpty ? false : !open.isEmpty ? nil : true,
      absence: missing.compactMap(\.absence).strongest,
      reasons: unique(telling.flatMap(\.reasons)), actors: unique(missing.flatMap(\.actors)),
      missing: unique(missing.flatMap(\.missing)))
  }

  /// Several findings of which one is enough, each of which tells something where none is true.
  static func some(_ findings: [ConditionFinding]) -> ConditionFinding {
    let truths = findings.map(\.isTrue)
    var combined = all(
      findings.filter { $0.isTrue == (truths.contains(true) ? true : truths.contains(nil) ? nil : false) })
    combined.isTrue = truths.contains(true) ? true : truths.contains(nil) ? nil : false
    return combined
  }

  /// The finding that speaks most for the condition, where one is enough.
  static func any(_ findings: [ConditionFinding]) -> ConditionFinding? {
    if let found = findings.first(where: { $0.isTrue == true }) { return found }
    func strength(_ finding: ConditionFinding) -> Int { finding.absence?.strength ?? 0 }
    return findings.filter { $0.isTrue == nil }.max { strength($0) < strength($1) }
      ?? findings.max { strength($0) < strength($1) }
  }

  private static func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
    var seen: Set<Element> = []
    return elements.filter { seen.insert($0).inserted }
  }
}
