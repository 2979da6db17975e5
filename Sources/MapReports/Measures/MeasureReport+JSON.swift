import Documents
import GraphMeasures
import MapAnalysis
import MapDisclosure
import MapModel

extension MeasureReport: Encodable {
  private enum CodingKeys: String, CodingKey {
    case actors, map, without, disclosure
  }

  /// Writes all measures; what is undefined is `null`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(zip(actors, measures.actors).map { ActorRow($0, $1) }, forKey: .actors)
    try container.encode(Whole(measures.whole), forKey: .map)
    try container.encodeIfPresent(departure.map(Lost.init), forKey: .without)
    try container.encode(published.notes, forKey: .disclosure)
  }
}

private struct ActorRow: Encodable {
  struct Brokerage: Encodable {
    var coordinator, itinerant, gatekeeper, representative, liaison: Int
  }

  var id: String
  var name: String
  var inDegree: Int
  var outDegree: Int
  @OrNull var casesIn: Int?
  @OrNull var casesOut: Int?
  var betweenness: Double
  var harmonicCloseness: Double
  var pageRank: Double
  @OrNull var eigenvector: Double?
  @OrNull var constraint: Double?
  @OrNull var effectiveSize: Double?
  var core: Int
  var cutPoint: Bool
  var reachInTwo: Int
  var brokerage: Brokerage

  init(_ actor: MapActor, _ own: MapMeasures.ActorMeasures) {
    (id, name) = (actor.id.rawValue, actor.name)
    (inDegree, outDegree) = (own.inDegree, own.outDegree)
    casesIn = own.casesIn
    casesOut = own.casesOut
    (betweenness, harmonicCloseness, pageRank) = (own.betweenness, own.harmonicCloseness, own.pageRank)
    eigenvector = own.eigenvector
    constraint = own.constraint
    effectiveSize = own.effectiveSize
    (core, cutPoint, reachInTwo) = (own.core, own.isCutPoint, own.reachInTwo)
    brokerage = Brokerage(
      coordinator: own.brokerage.coordinator, itinerant: own.brokerage.itinerant,
      gatekeeper: own.brokerage.gatekeeper, representative: own.brokerage.representative,
      liaison: own.brokerage.liaison)
  }
}

private struct Whole: Encodable {
  struct Centralization: Encodable {
    @OrNull var inDegree: Double?
    @OrNull var outDegree: Double?
    @OrNull var betweenness: Double?
  }

  var actors: Int
  var connections: Int
  @OrNull var density: Double?
  @OrNull var reciprocity: Double?
  @OrNull var transitivity: Double?
  var components: Int
  var strongComponents: Int
  var centralization: Centralization
  @OrNull var externalInternalIndex: Double?
  var bridges: [[String]]
  var triads: [String: Int]

  init(_ whole: MapMeasures.WholeMeasures) {
    (actors, connections) = (whole.actors, whole.connections)
    density = whole.density
    reciprocity = whole.reciprocity
    transitivity = whole.transitivity
    (components, strongComponents) = (whole.components, whole.strongComponents)
    centralization = Centralization(
      inDegree: whole.centralization.inDegree, outDegree: whole.centralization.outDegree,
      betweenness: whole.centralization.betweenness)
    externalInternalIndex = whole.externalInternal
    bridges = whole.bridges.map { [$0.first.rawValue, $0.second.rawValue] }
    triads = Dictionary(uniqueKeysWithValues: TriadClass.allCases.map { ($0.rawValue, whole.triads[$0]) })
  }
}

private struct Lost: Encodable {
  struct Support: Encodable {
    var beneficiary: String
    var leaving, stranded, remaining, apart: [String]
  }

  struct Routes: Encodable { var before, after: Int }

  var removed: [String]
  var supports: [Support]
  /// What is left of the programme: several parts if none of them is larger than the others.
  var parts: [[String]]
  var cutOff: [String]
  var lostSectors: [String: [String]]
  var routes: Routes

  init(_ departure: Departure) {
    removed = departure.removed.map(\.rawValue)
    supports = departure.supports.map { support in
      Support(
        beneficiary: support.beneficiary.rawValue, leaving: support.leaving.map(\.rawValue),
        stranded: support.stranded.map(\.rawValue), remaining: support.remaining.map(\.rawValue),
        apart: support.apart.map(\.rawValue))
    }
    parts = departure.parts.map { $0.map(\.rawValue) }
    cutOff = departure.cutOff.map(\.rawValue)
    lostSectors = Dictionary(
      uniqueKeysWithValues: departure.lostSectors.map { ($0.actor.rawValue, $0.sectors.map(\.rawValue)) })
    routes = Routes(before: departure.routes.before, after: departure.routes.after)
  }
}
