import Documents
import GraphMeasures
import MapAnalysis

/// A column of the table of measures: its heading, what it means, and its cells.
struct MeasureColumn {
  var heading: String
  var meaning: String
  var cell: (MapMeasures.ActorMeasures) -> String

  /// The columns, in their order.
  static var all: [MeasureColumn] {
    func number(_ value: Double?, _ decimals: Int) -> String { value.map { rounded($0, decimals: decimals) } ?? "" }
    return [
      Self(heading: "In", meaning: "how many actors have a connection to it") { String($0.inDegree) },
      Self(heading: "Out", meaning: "how many actors it has a connection to") { String($0.outDegree) },
      Self(heading: "Cases in", meaning: "cases that the MI counts on connections to it") { CSVText.cell($0.casesIn) },
      Self(heading: "Cases out", meaning: "cases that the MI counts on connections from it") {
        CSVText.cell($0.casesOut)
      },
      Self(
        heading: "Betweenness",
        meaning: "between how many pairs of others it stands on the shortest route: who links those who do not know"
          + " each other"
      ) { number($0.betweenness, 1) },
      Self(
        heading: "Closeness",
        meaning: "how near all others are to it: each counts 1 if it has a connection to it, 1/2 at two steps, and so"
          + " on"
      ) { number($0.harmonicCloseness, 1) },
      Self(
        heading: "PageRank",
        meaning: "its share, in per cent, of somebody's time who goes from actor to actor along the arrows"
      ) { number($0.pageRank * 100, 1) },
      Self(heading: "Eigenvector", meaning: "how well connected those are with whom it is connected, 0 to 1") {
        number($0.eigenvector, 2)
      },
      Self(
        heading: "Constraint",
        meaning: "how far its contacts all know each other: low means that it alone links separate circles"
      ) { number($0.constraint, 2) },
      Self(
        heading: "Effective size", meaning: "how many of its contacts it does not also reach through another contact"
      ) { number($0.effectiveSize, 1) },
      Self(
        heading: "Core", meaning: "the k of the closest group it belongs to, in which each has at least k connections"
      ) { String($0.core) },
      Self(heading: "Brokerage", meaning: "how often it stands between two others that have no connection") {
        String($0.brokerage.total)
      },
      Self(heading: "Cut point", meaning: "whether the map falls apart without it") { $0.isCutPoint ? "yes" : "" },
    ]
  }
}
