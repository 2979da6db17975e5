import MapModel
import NetworkMaps

/// A comparison with all that is computed from it, once for all outputs.
struct ComparisonReport {
  let published: PublishedComparison
  let similarities: [Similarity]
  let measures: [ComparedMeasures]
  let gaps: [ComparedGap]
  let rates: [CaseRate]

  var comparison: MapComparison { published.comparison }
  var frame: NetworkMap { comparison.frame }
  var sides: [ComparisonSide] { comparison.sides }

  init(_ published: PublishedComparison, permutations: Int, seed: UInt64) {
    self.published = published
    let comparison = published.comparison
    similarities = comparison.similarities(permutations: permutations, seed: seed)
    measures = comparison.measures()
    gaps = comparison.gaps()
    rates = comparison.rates()
  }

  /// What is withheld, where counts are shown; or that the output is for the team.
  var note: String {
    published.maps.isForTeam || !rates.isEmpty ? published.maps.note : ""
  }

  /// A connection as a clause with short names.
  func clause(_ id: Connection.ID) -> String { "\(name(id.source)) \(frame.verb(of: id)) \(name(id.target))" }

  func name(_ actor: MapActor.ID) -> String { frame.actors[actor]?.shortName ?? actor.rawValue }
}
