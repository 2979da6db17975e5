import GraphMeasures

extension MapMeasures {
  /// The measures of an actor, in the order of JSON and CSV.
  public static let ofActors: [Measure<ActorMeasures>] = [
    Measure(
      "inDegree", .whole(\.inDegree), name: "in-degree", heading: "In", "how many actors have a connection to it",
      unit: .actors),
    Measure(
      "outDegree", .whole(\.outDegree), name: "out-degree", heading: "Out", "how many actors it has a connection to",
      unit: .actors),
    Measure(
      "casesIn", .optionalWhole(\.casesIn), name: "cases in", "cases that the MI counts on connections to it",
      unit: .cases),
    Measure(
      "casesOut", .optionalWhole(\.casesOut), name: "cases out", "cases that the MI counts on connections from it",
      unit: .cases),
    Measure(
      "betweenness", .real(\.betweenness), name: "betweenness",
      "between how many pairs of others it stands on the shortest route: who links those who do not know each other",
      brief: "how often an actor stands on the shortest way between two others", unit: .pairs, decimals: 1),
    Measure(
      "harmonicCloseness", .real(\.harmonicCloseness), name: "harmonic closeness", heading: "Closeness",
      "how near all others are to it: each counts 1 if it has a connection to it, 1/2 at two steps, and so on",
      brief: "how near all others are to it", unit: .number, decimals: 1),
    Measure(
      "pageRank", .real(\.pageRank), name: "PageRank",
      "its share, in per cent, of somebody's time who goes from actor to actor along the arrows",
      brief: "how often a walk along the arrows comes by", unit: .share, decimals: 1),
    Measure(
      "eigenvector", .optionalReal(\.eigenvector), name: "eigenvector",
      "how well connected those are with whom it is connected, 0 to 1", unit: .number, decimals: 2),
    Measure(
      "constraint", .optionalReal(\.constraint), name: "constraint",
      "how far its contacts all know each other: low means that it alone links separate circles", unit: .number,
      decimals: 2),
    Measure(
      "effectiveSize", .optionalReal(\.effectiveSize), name: "effective size",
      "how many of its contacts it does not also reach through another contact", unit: .actors, decimals: 1),
    Measure(
      "core", .whole(\.core), name: "core",
      "the k of the closest group it belongs to, in which each has at least k connections", unit: .connections),
    Measure(
      "cutPoint", .flag(\.isCutPoint), name: "cut point", "whether the map falls apart without it", unit: .yesOrNo),
    Measure(
      "reachInTwo", .whole(\.reachInTwo), name: "reach in two steps", "how many others it reaches within two steps",
      unit: .actors),
    Measure(
      "brokerage", .whole(\.brokerage.total), name: "brokerage",
      "how often it stands between two others that have no connection", unit: .pairs),
    Measure(
      "brokerage.coordinator", .whole(\.brokerage.coordinator), name: "coordinator",
      "how often it stands between two others that have no connection, all three of one sector", unit: .pairs),
    Measure(
      "brokerage.itinerant", .whole(\.brokerage.itinerant), name: "itinerant",
      "how often it stands between two others that have no connection, both of one sector and it of another",
      unit: .pairs),
    Measure(
      "brokerage.gatekeeper", .whole(\.brokerage.gatekeeper), name: "gatekeeper",
      "how often it stands between two others that have no connection, the first of another sector than the two",
      unit: .pairs),
    Measure(
      "brokerage.representative", .whole(\.brokerage.representative), name: "representative",
      "how often it stands between two others that have no connection, the second of another sector than the two",
      unit: .pairs),
    Measure(
      "brokerage.liaison", .whole(\.brokerage.liaison), name: "liaison",
      "how often it stands between two others that have no connection, all three of different sectors", unit: .pairs),
  ]

  /// The numbers of a map, in the order of JSON; bridges and triads, which are lists, stand in ``WholeMeasures`` only.
  public static let ofWhole: [Measure<WholeMeasures>] = [
    Measure("actors", .whole(\.actors), name: "actors", "how many actors there are", unit: .actors),
    Measure(
      "connections", .whole(\.connections), name: "connections", "how many directed connections there are between them",
      unit: .connections),
    Measure(
      "density", .optionalReal(\.density), name: "density", "how many of the possible connections are there",
      unit: .share, decimals: 1),
    Measure(
      "reciprocity", .optionalReal(\.reciprocity), name: "reciprocity", "how many of the connections are returned",
      unit: .share, decimals: 1),
    Measure(
      "transitivity", .optionalReal(\.transitivity), name: "transitivity",
      "how many of the pairs with a common contact are connected", unit: .share, decimals: 1),
    Measure(
      "components", .whole(\.components), name: "components",
      "into how many parts the map falls, actors on their own included", unit: .parts),
    Measure(
      "strongComponents", .whole(\.strongComponents), name: "strong components",
      "into how many parts it falls within which every actor reaches every other", unit: .parts),
    Measure(
      "centralization.inDegree", .optionalReal(\.centralization.inDegree), name: "in-degree centralization",
      "0 where connections lead to all alike, 100 % where all lead to one actor", unit: .share, decimals: 1),
    Measure(
      "centralization.outDegree", .optionalReal(\.centralization.outDegree), name: "out-degree centralization",
      "0 where connections come from all alike, 100 % where all come from one actor", unit: .share, decimals: 1),
    Measure(
      "centralization.betweenness", .optionalReal(\.centralization.betweenness), name: "betweenness centralization",
      "0 where all link alike, 100 % where one actor links all", unit: .share, decimals: 1),
    Measure(
      "externalInternalIndex", .optionalReal(\.externalInternal), name: "E-I index",
      "connections between different sectors less those within, as a share of all, from -1 to 1", unit: .number,
      decimals: 2),
  ]
}
