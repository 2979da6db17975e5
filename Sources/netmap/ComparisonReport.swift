import MapModel
import NetworkMaps

/// A comparison with all that is computed from it, once for all outputs.
struct ComparisonReport {
  let comparison: MapComparison
  let similarities: [Similarity]
  let measures: [ComparedMeasures]
  let gaps: [ComparedGap]
  let rates: [CaseRate]

  var frame: NetworkMap { comparison.frame }
  var sides: [ComparisonSide] { comparison.sides }

  init(_ comparison: MapComparison, permutations: Int, seed: UInt64) {
    self.comparison = comparison
    similarities = comparison.similarities(permutations: permutations, seed: seed)
    measures = comparison.measures()
    gaps = comparison.gaps()
    rates = comparison.rates()
  }

  /// What is withheld, where counts are shown; or that the output is for the team.
  var note: String {
    let maps = comparison.alignment.maps
    guard maps[0].audience == .public else { return maps[0].disclosureNote }
    if rates.isEmpty { return "" }
    return maps.map(\.disclosureNote).filter { !$0.isEmpty }.reduce(into: [String]()) { notes, note in
      if !notes.contains(note) { notes.append(note) }
    }.joined(separator: " ")
  }

  /// A connection as a clause with short names.
  func clause(_ id: Connection.ID) -> String { "\(name(id.source)) \(frame.verb(of: id)) \(name(id.target))" }

  func name(_ actor: MapActor.ID) -> String { frame.actors[actor]?.shortName ?? actor.rawValue }
}
