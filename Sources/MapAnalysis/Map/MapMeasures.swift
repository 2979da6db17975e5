public import GraphMeasures
public import MapModel
import OrderedCollections

/// The measures of a map: of each actor, and of the whole.
///
/// Taken on the simple directed graph of ``MapGraph``, unweighted but for the cases; what is undefined is `nil`.
public struct MapMeasures: Sendable, Hashable {
  /// The measures of an actor.
  public struct ActorMeasures: Sendable, Hashable, Identifiable {
    /// The actor.
    public let id: MapActor.ID
    /// How many actors have a connection to it; its prestige.
    public var inDegree: Int
    /// How many actors it has a connection to.
    public var outDegree: Int
    /// The cases of the connections to it; `nil` if none is counted or one is withheld.
    public var casesIn: Int?
    /// The cases of the connections from it; `nil` if none is counted or one is withheld.
    public var casesOut: Int?
    /// The sum, over ordered pairs of others, of the share of their shortest routes on which it stands (Brandes 2001,
    /// doi:10.1080/0022250X.2001.9990249).
    public var betweenness: Double
    /// The sum of 1 / distance from all others to it (Boldi and Vigna 2014, doi:10.1080/15427951.2013.865686).
    public var harmonicCloseness: Double
    /// Its share of a walk that follows connections at random, from 0 to 1 (Brin and Page 1998,
    /// doi:10.1016/S0169-7552(98)00110-X).
    public var pageRank: Double
    /// How well connected its neighbours are, from 0 to 1 (Bonacich 1972, doi:10.1080/0022250X.1972.9989806).
    public var eigenvector: Double?
    /// How much of its contacts lie in one closed circle (Burt 1992, "Structural Holes").
    public var constraint: Double?
    /// How many contacts it has that do not lead to the same actors (Burt 1992).
    public var effectiveSize: Double?
    /// The greatest k such that it belongs to a group in which each has k neighbours (Seidman 1983,
    /// doi:10.1016/0378-8733(83)90028-X).
    public var core: Int
    /// Whether the map falls apart without it.
    public var isCutPoint: Bool
    /// How many others it reaches within two steps.
    public var reachInTwo: Int
    /// How often it stands between two others that are not connected, by their sectors (Gould and Fernandez 1989,
    /// doi:10.2307/270949).
    public var brokerage: BrokerageRoles
  }

  /// Two actors whose connection alone joins two parts of the map.
  public struct Bridge: Sendable, Hashable {
    /// The actor that the definition names first.
    public let first: MapActor.ID
    /// The other.
    public let second: MapActor.ID

    /// Makes a bridge.
    public init(_ first: MapActor.ID, _ second: MapActor.ID) { (self.first, self.second) = (first, second) }
  }

  /// The measures of the whole.
  public struct WholeMeasures: Sendable, Hashable {
    /// The number of actors.
    public var actors: Int
    /// The number of ordered pairs of actors that are connected.
    public var connections: Int
    /// The share of ordered pairs that are connected; `nil` with fewer than two actors.
    public var density: Double?
    /// The share of connections that are returned; `nil` without connections.
    public var reciprocity: Double?
    /// The share of pairs with a common neighbour that are connected themselves; `nil` if there are none.
    public var transitivity: Double?
    /// The number of parts that no connection joins, actors on their own included.
    public var components: Int
    /// The number of parts within which every actor reaches every other.
    public var strongComponents: Int
    /// How much the measures of one actor stand out (Freeman 1978, doi:10.1016/0378-8733(78)90021-7).
    public var centralization: Centralization
    /// Connections between sectors less those within, as a share of all, from -1 to 1 (Krackhardt and Stern 1988,
    /// doi:10.2307/2786835); `nil` without connections.
    public var externalInternal: Double?
    /// The bridges: pairs of actors whose connection alone joins two parts of the map.
    public var bridges: [Bridge]
    /// How many of each kind of triad there are (Davis and Leinhardt 1972).
    public var triads: TriadCensus
  }

  /// The actors, in the order of the definition.
  public let actors: [ActorMeasures]
  /// The whole.
  public let whole: WholeMeasures

  /// Takes all measures.
  /// - Parameter threads: how many processors may work; the result does not depend on it.
  /// - Complexity: O(n · m), where n is the number of actors and m of connections.
  public init(_ mapGraph: MapGraph, threads: Int = 1) {
    let graph = mapGraph.graph
    let (inDegrees, outDegrees) = (graph.inDegrees(), graph.outDegrees())
    let betweenness = graph.betweenness(threads: threads)
    let harmonic = graph.closeness(threads: threads).harmonic
    let (pageRanks, eigenvector) = (graph.pageRank(), graph.undirected.eigenvector())
    let holes = graph.structuralHoles()
    let cores = graph.undirected.coreNumbers()
    let cuts = graph.undirected.cutPoints()
    let reach = graph.reachCounts(within: 2, threads: threads)
    let sectors = mapGraph.sectors
    let brokerage = graph.brokerageRoles(groups: sectors)
    let cases = Self.cases(mapGraph)
    actors = mapGraph.actors.enumerated().map { node, actor in
      ActorMeasures(
        id: actor.id, inDegree: inDegrees[node], outDegree: outDegrees[node], casesIn: cases.incoming[node],
        casesOut: cases.outgoing[node], betweenness: betweenness[node], harmonicCloseness: harmonic[node],
        pageRank: pageRanks[node], eigenvector: eigenvector?[node], constraint: holes.constraint[node],
        effectiveSize: holes.effectiveSize[node], core: cores[node], isCutPoint: cuts.parts[node] > 1,
        reachInTwo: reach[node], brokerage: brokerage[node])
    }
    whole = WholeMeasures(
      actors: graph.count, connections: graph.arcCount, density: graph.density(), reciprocity: graph.reciprocity(),
      transitivity: graph.undirected.transitivity(), components: graph.weakComponents().count,
      strongComponents: graph.strongComponents().count,
      centralization: graph.centralization(betweenness: betweenness),
      externalInternal: graph.eiIndex(groups: sectors).whole.value,
      bridges: cuts.bridges.map { Bridge(mapGraph.actors[$0.first].id, mapGraph.actors[$0.second].id) },
      triads: graph.triadCensus())
  }

  /// The cases to and from each actor; a withheld part withholds the sum, and so does one that may be left out.
  private static func cases(_ mapGraph: MapGraph) -> (incoming: [Int?], outgoing: [Int?]) {
    struct Sum {
      var number: Int?
      var isWithheld = false
      var value: Int? { isWithheld ? nil : number }

      mutating func add(_ value: Count.Value) {
        switch value {
        case .number(let more): number = (number ?? 0) + more
        case .suppressed: isWithheld = true
        }
      }
    }
    let scope = mapGraph.scope
    var incoming = [Sum](repeating: Sum(), count: mapGraph.actors.count)
    var outgoing = incoming
    // What is left out would be missing to the sums.
    for answer in mapGraph.answers where !mapGraph.map.leavesOutCounts {
      guard let cases = mapGraph.map.cases(of: answer.connection, in: scope)?.value else { continue }
      let isMutual = mapGraph.map.isMutual(answer.connection.relation)
      if let source = mapGraph.node(of: answer.connection.source) {
        outgoing[source].add(cases)
        if isMutual { incoming[source].add(cases) }
      }
      if let target = mapGraph.node(of: answer.connection.target) {
        incoming[target].add(cases)
        if isMutual { outgoing[target].add(cases) }
      }
    }
    return (incoming.map(\.value), outgoing.map(\.value))
  }
}
