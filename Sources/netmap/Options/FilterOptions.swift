import ArgumentParser
import NetworkMaps

/// Options that narrow which kinds of connections are meant; every command that asks for some takes them.
struct FilterOptions: ParsableArguments {
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

  @Option(
    help: ArgumentHelp(
      "Only what is said to be there before the programme, beside it, or because of it; a statement that does not say, and"
        + " every number, is left out."))
  var attribution: [Attribution] = []

  @Option(
    help: ArgumentHelp(
      "Only what is said to be common, to be so sometimes (some), or to be rare; a statement that does not say, and every"
        + " number, is left out."))
  var frequency: [Frequency] = []

  /// The query for these kinds, in the words of a map.
  func query(with names: Names) throws -> ConnectionQuery {
    var query = ConnectionQuery()
    query.relations = try names.relations(relation)
    query.families = Set(family)
    query.roles = try names.roles(role)
    query.sectors = try names.sectors(sector)
    query.stages = Set(stage)
    query.statements = StatementFilter(attributions: Set(attribution), frequencies: Set(frequency))
    return query
  }
}
