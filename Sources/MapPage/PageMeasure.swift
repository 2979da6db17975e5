import MapAnalysis

/// A measure of actors, as the page names and explains it.
struct PageMeasure: Encodable {
  /// The identifier: the key in JSON.
  let id: String
  /// The name in the literature.
  let name: String
  /// The heading of its column; none if it is in no table.
  var heading: String?
  /// What an actor's rank goes by, as a clause after "number 3 by"; none if the page does not rank by it.
  var ranking: String?

  /// The measures in the page, in their order in its data.
  static let all = [
    PageMeasure(id: "inDegree", name: "in-degree", heading: "Connected from"),
    PageMeasure(id: "outDegree", name: "out-degree", heading: "Connected to"),
    PageMeasure(
      id: "betweenness", name: "betweenness", heading: "Betweenness",
      ranking: "how often an actor stands on the shortest way between two others"),
    PageMeasure(
      id: "harmonicCloseness", name: "harmonic closeness", ranking: "how quickly it is reached from the others"),
    PageMeasure(id: "pageRank", name: "PageRank", ranking: "how much leads to it, directly and through others"),
  ]

  /// The values of all measures of an actor, to three decimals.
  static func values(of actor: MapMeasures.ActorMeasures) -> [Double] {
    [
      Double(actor.inDegree), Double(actor.outDegree), actor.betweenness, actor.harmonicCloseness, actor.pageRank,
    ].map { ($0 * 1000).rounded() / 1000 }
  }
}
