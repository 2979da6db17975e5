import ArgumentParser
import NetworkMaps

/// Options that narrow which connections are meant.
struct FilterOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Connections from this actor.", valueName: "actor"))
  var from: [String] = []

  @Option(help: ArgumentHelp("Connections to this actor.", valueName: "actor"))
  var to: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Connections of this actor, or between the two that follow, in either direction. Give the map before it.",
      valueName: "actor"))
  var either: [String] = []

  @Option(help: ArgumentHelp("Connections of this relation.", valueName: "relation"))
  var relation: [String] = []

  @Option(help: "Connections of this family: support or coordination.")
  var family: [Relation.Family] = []

  @Option(help: ArgumentHelp("Connections with an actor of this role at either end.", valueName: "role"))
  var role: [String] = []

  @Option(help: ArgumentHelp("Connections with an actor of this sector at either end.", valueName: "sector"))
  var sector: [String] = []

  @Option(help: "Connections with an actor of this stage at either end: set-up or delivery.")
  var stage: [Stage] = []

  @Option(help: ArgumentHelp("Only what is placed in this area.", valueName: "area"))
  var area: String?

  @Flag(help: "With --area, also what is known of the programme only, marked as unplaced.")
  var unplaced = false

  @Flag(help: "Connections that are reported absent, on the whole map or in any area, instead of those on the map.")
  var absent = false

  @Option(
    help: ArgumentHelp(
      "Connections of this status; the last three are said of an area only.", valueName: "status"))
  var status: [Presence] = []

  func query(on map: NetworkMap) throws -> ConnectionQuery {
    let names = Names(map: map)
    var query = ConnectionQuery()
    query.sources = try names.actors(from)
    query.targets = try names.actors(to)
    query.either = try names.actors(either)
    if query.either.count < either.count {
      throw Failure(message: "netmap: --either names the same actor twice.", code: 2)
    }
    query.relations = try names.relations(relation)
    query.families = Set(family)
    query.roles = try names.roles(role)
    query.sectors = try names.sectors(sector)
    query.stages = Set(stage)
    query.scope = try names.scope(area)
    if unplaced { query.presences.insert(.unplaced) }
    if !status.isEmpty { query.presences = Set(status) }
    return query
  }
}
