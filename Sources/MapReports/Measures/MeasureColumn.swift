import Documents
import MapAnalysis

/// A column of the table of measures: its heading, what it means, and its cells, as the catalogue of measures has them.
struct MeasureColumn {
  private let measure: Measure<MapMeasures.ActorMeasures>

  var heading: String { measure.heading }
  var meaning: String { measure.explanation }

  /// The columns, in their order: those that a reader looks for, of which brokerage in all comes before the cut points.
  static let all: [MeasureColumn] = [
    "inDegree", "outDegree", "casesIn", "casesOut", "betweenness", "harmonicCloseness", "pageRank", "eigenvector",
    "constraint", "effectiveSize", "core", "brokerage", "cutPoint",
  ].compactMap { id in MapMeasures.ofActors.first { $0.id == id }.map(Self.init) }

  /// A value as it is read, shares in per cent; empty where it is undefined or withheld.
  func cell(_ actor: MapMeasures.ActorMeasures) -> String {
    switch measure.value(in: actor) {
    case .whole(let number): String(number)
    case .real(let number): rounded(measure.unit == .share ? number * 100 : number, decimals: measure.decimals)
    case .flag(let isTrue): isTrue ? "yes" : ""
    case nil: ""
    }
  }
}
