import MapModel
import NetworkMaps

/// The measures of a map, for scripts and for tables.
struct MeasureReport: Encodable {
  struct Entry: Encodable {
    struct Brokerage: Encodable {
      var coordinator, itinerant, gatekeeper, representative, liaison: Int
      var total: Int { coordinator + itinerant + gatekeeper + representative + liaison }
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
  }

  struct Whole: Encodable {
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
  }

  struct Lost: Encodable {
    struct Support: Encodable {
      var beneficiary: String
      var leaving, stranded, remaining, apart: [String]
    }

    struct Routes: Encodable { var before, after: Int }

    var removed: [String]
    var supports: [Support]
    var cutOff: [String]
    var lostSectors: [String: [String]]
    var routes: Routes
  }

  var actors: [Entry]
  var map: Whole
  var without: Lost?
  var disclosure: DisclosureNotes

  init(_ measures: MapMeasures, of graph: MapGraph, on published: PublishedMap, departure: Departure?) {
    actors = zip(graph.actors, measures.actors).map { actor, own in
      Entry(
        id: actor.id.rawValue, name: actor.name, inDegree: own.inDegree, outDegree: own.outDegree,
        casesIn: own.casesIn, casesOut: own.casesOut, betweenness: own.betweenness,
        harmonicCloseness: own.harmonicCloseness, pageRank: own.pageRank, eigenvector: own.eigenvector,
        constraint: own.constraint, effectiveSize: own.effectiveSize, core: own.core, cutPoint: own.isCutPoint,
        reachInTwo: own.reachInTwo,
        brokerage: .init(
          coordinator: own.brokerage.coordinator, itinerant: own.brokerage.itinerant,
          gatekeeper: own.brokerage.gatekeeper, representative: own.brokerage.representative,
          liaison: own.brokerage.liaison))
    }
    let whole = measures.whole
    map = Whole(
      actors: whole.actors, connections: whole.connections, density: whole.density, reciprocity: whole.reciprocity,
      transitivity: whole.transitivity, components: whole.components, strongComponents: whole.strongComponents,
      centralization: .init(
        inDegree: whole.centralization.inDegree, outDegree: whole.centralization.outDegree,
        betweenness: whole.centralization.betweenness),
      externalInternalIndex: whole.externalInternal,
      bridges: whole.bridges.map { [$0.first.rawValue, $0.second.rawValue] },
      triads: Dictionary(uniqueKeysWithValues: TriadClass.allCases.map { ($0.rawValue, whole.triads[$0]) }))
    without = departure.map { departure in
      Lost(
        removed: departure.removed.map(\.rawValue),
        supports: departure.supports.map {
          .init(
            beneficiary: $0.beneficiary.rawValue, leaving: $0.leaving.map(\.rawValue),
            stranded: $0.stranded.map(\.rawValue), remaining: $0.remaining.map(\.rawValue),
            apart: $0.apart.map(\.rawValue))
        }, cutOff: departure.cutOff.map(\.rawValue),
        lostSectors: Dictionary(
          uniqueKeysWithValues: departure.lostSectors.map { ($0.actor.rawValue, $0.sectors.map(\.rawValue)) }),
        routes: .init(before: departure.routes.before, after: departure.routes.after))
    }
    disclosure = published.notes
  }

  var showsCases: Bool { actors.contains { $0.casesIn != nil || $0.casesOut != nil } }

  /// The actors as a table with all measures.
  var csv: String {
    func text(_ number: Double?) -> String { number.map { "\($0)" } ?? "" }
    func text(_ number: Int?) -> String { number.map { "\($0)" } ?? "" }
    return CSVText.text(
      header: [
        "id", "name", "inDegree", "outDegree", "casesIn", "casesOut", "betweenness", "harmonicCloseness", "pageRank",
        "eigenvector", "constraint", "effectiveSize", "core", "cutPoint", "reachInTwo", "coordinator", "itinerant",
        "gatekeeper", "representative", "liaison",
      ],
      rows: actors.map { own in
        [
          own.id, own.name, text(own.inDegree), text(own.outDegree), text(own.casesIn), text(own.casesOut),
          text(own.betweenness), text(own.harmonicCloseness), text(own.pageRank), text(own.eigenvector),
          text(own.constraint), text(own.effectiveSize), text(own.core), own.cutPoint ? "true" : "false",
          text(own.reachInTwo), text(own.brokerage.coordinator), text(own.brokerage.itinerant),
          text(own.brokerage.gatekeeper), text(own.brokerage.representative), text(own.brokerage.liaison),
        ]
      })
  }
}
