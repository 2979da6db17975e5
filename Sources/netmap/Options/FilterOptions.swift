import ArgumentParser
import NetworkMaps

/// Options that narrow which kinds of connections are meant; every command that asks for some takes them.
struct FilterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Connections of this relation.", valueName: "relation"), completion: MapCompletion.relations)
  var relation: [String] = []

  @Option(
    help: ArgumentHelp("Connections of this family, such as support.", valueName: "family"),
    completion: MapCompletion.families)
  var family: [String] = []

  @Option(
    help: ArgumentHelp("Connections with an actor of this role at either end.", valueName: "role"),
    completion: MapCompletion.roles)
  var role: [String] = []

  @Option(
    help: ArgumentHelp("Connections with an actor of this sector at either end.", valueName: "sector"),
    completion: MapCompletion.sectors)
  var sector: [String] = []

  @Option(
    help: ArgumentHelp("Connections with an actor of this stage at either end, such as delivery.", valueName: "stage"),
    completion: MapCompletion.stages)
  var stage: [String] = []

  @Option(
    help: ArgumentHelp(
      "Connections with an actor at either end whose attribute is so, such as \"influence>=3\" or \"kind=public\".",
      valueName: "attribute"))
  var attribute: [String] = []

  func validate() throws {
    for text in attribute where AttributeCondition(text) == nil {
      throw ValidationError(
        "--attribute takes a name, one of =, !=, >=, <=, > and <, and a value, such as \"influence>=3\"; not"
          + " \"\(text)\".")
    }
  }

  /// The query for these kinds, in the words of a map.
  func query(with names: Names) throws -> ConnectionQuery {
    var query = ConnectionQuery()
    query.relations = try names.relations(relation)
    query.families = try names.families(family)
    query.roles = try names.roles(role)
    query.sectors = try names.sectors(sector)
    query.stages = try names.stages(stage)
    query.attributes = try names.attributes(attribute)
    return query
  }
}
