import Documents
import MapAnalysis

/// A measure of actors, as the page names and explains it.
struct PageMeasure: Encodable {
  /// The identifier: the key in JSON.
  let id: String
  /// The name in the literature.
  var name: String
  /// The heading of its column; none if it is in no table.
  var heading: String?
  /// What an actor's rank goes by, as a clause after "number 3 by"; none if the page does not rank by it.
  var ranking: String?

  private let measure: Measure<MapMeasures.ActorMeasures>

  private enum CodingKeys: String, CodingKey { case id, name, heading, ranking }

  private init?(_ id: String, heading: String? = nil, ranking: String? = nil) {
    guard let measure = MapMeasures.ofActors.first(where: { $0.id == id }) else { return nil }
    (self.measure, self.id, name) = (measure, id, measure.name)
    (self.heading, self.ranking) = (heading, ranking)
  }

  /// The same in the language of the page.
  var translated: PageMeasure {
    var copy = self
    copy.name = said(name)
    (copy.heading, copy.ranking) = (heading.map(said), ranking.map(said))
    return copy
  }

  /// The measures in the page, in their order in its data.
  static let all = [
    PageMeasure("inDegree", heading: "Connected from"),
    PageMeasure("outDegree", heading: "Connected to"),
    PageMeasure(
      "betweenness", heading: "Betweenness",
      ranking: "how often an actor stands on the shortest way between two others"),
    PageMeasure("harmonicCloseness", ranking: "how quickly it is reached from the others"),
    PageMeasure("pageRank", ranking: "how much leads to it, directly and through others"),
  ].compactMap(\.self)

  /// The values of all measures of an actor, to three decimals; none of one that is only looked for.
  static func values(of actor: MapMeasures.ActorMeasures?) -> [Double] {
    guard let actor else { return [] }
    return all.map { (($0.measure.value(in: actor)?.number ?? 0) * 1000).rounded() / 1000 }
  }
}
