public import MapAnalysis
import MapDisclosure
import MapModel

/// A comparison with all that is computed from it, once for all outputs: as text, as tables, and as JSON for scripts.
public struct ComparisonReport: Sendable {
  /// What the maps are called: their titles, told apart where several have the same.
  public let mapNames: [String]
  /// What is compared.
  public let published: PublishedComparison
  /// How alike each two sides are.
  public let similarities: [Similarity]
  /// What actors measure on each side.
  public let measures: [ComparedMeasures]
  /// On which sides each gap is one.
  public let gaps: [ComparedGap]
  /// Numbers of the MI on each side.
  public let rates: [CaseRate]
  /// What changed from each side to the next, where the sides are periods of one place.
  public let changes: [ComparedChange]

  /// Computes all that is told of a comparison.
  /// - Parameters:
  ///   - mapNames: what tells maps of the same title apart, such as their folders; numbers if nothing is given.
  ///   - permutations: how many permutations the correlation of two sides is tested with; without a number, 5000, and
  ///     none of more than ``MapComparison/mostTestedSides`` sides.
  ///   - seed: where the random numbers of the permutations start; the same seed gives the same report.
  ///   - threads: how many processors may work; the report does not depend on it.
  /// - Complexity: that of ``MapComparison/similarities(permutations:seed:threads:)`` and of the measures of all sides.
  public init(
    of published: PublishedComparison, mapNames: [String]? = nil, permutations: Int? = nil, seed: UInt64 = 1,
    threads: Int = 1
  ) {
    let titles = published.comparison.alignment.maps.map(\.title)
    self.mapNames = titles.enumerated().map { place, title in
      let isAlone = titles.count { $0 == title } == 1
      return isAlone ? title : "\(title) (\(mapNames.map { $0[place] } ?? String(place + 1)))"
    }
    self.published = published
    similarities = published.comparison.similarities(permutations: permutations, seed: seed, threads: threads)
    measures = published.comparison.measures(threads: threads)
    gaps = published.comparison.gaps()
    rates = published.comparison.rates()
    changes = published.comparison.changes()
  }

  /// What is withheld, where counts are shown; or that the report is for the team.
  public var note: String {
    let isAffected = !rates.isEmpty || published.comparison.alignment.maps.contains(where: \.leavesOutCounts)
    return published.maps.isForTeam || isAffected ? published.maps.note : ""
  }

  /// What is missing or weak, as a sentence of the first side on which it is.
  public func sentence(of gap: ComparedGap) -> String {
    let side = sides[gap.firstSide]
    return gap.first.sentence(on: comparison.map(of: side).naming(in: side.scope))
  }

  var comparison: MapComparison { published.comparison }
  var frame: NetworkMap { comparison.frame }
  var sides: [ComparisonSide] { comparison.sides }
}

extension ComparedGap.State {
  /// The state in tables and in JSON; empty where the gap is not looked for.
  var word: String {
    switch self {
    case .none: "none"
    case .gap(let absence): absence?.rawValue ?? "gap"
    case .notLookedFor: ""
    }
  }
}
