import Documents
import GraphMeasures
import MapAnalysis
import MapModel

extension MeasureReport {
  /// The actors with all measures, as comma-separated values.
  public var csv: String {
    CSVText.text(
      header: [
        "id", "name", "inDegree", "outDegree", "casesIn", "casesOut", "betweenness", "harmonicCloseness", "pageRank",
        "eigenvector", "constraint", "effectiveSize", "core", "cutPoint", "reachInTwo", "coordinator", "itinerant",
        "gatekeeper", "representative", "liaison",
      ],
      rows: zip(actors, measures.actors).map { actor, own in
        let counts = [own.inDegree, own.outDegree, own.casesIn, own.casesOut].map { CSVText.cell($0) }
        let scores = [
          own.betweenness, own.harmonicCloseness, own.pageRank, own.eigenvector, own.constraint, own.effectiveSize,
        ].map { CSVText.cell($0) }
        let roles = own.brokerage
        let brokerage = [roles.coordinator, roles.itinerant, roles.gatekeeper, roles.representative, roles.liaison]
        let others = ["\(own.core)", "\(own.isCutPoint)", "\(own.reachInTwo)"] + brokerage.map { CSVText.cell($0) }
        return [actor.id.rawValue, actor.name] + counts + scores + others
      })
  }
}
