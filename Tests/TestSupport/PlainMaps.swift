public import NetworkMaps

/// Maps of which only the connections matter.
public enum PlainMaps {
  /// A connection that is said, denied or unclear somewhere.
  public struct Said {
    let id: Connection.ID
    let statement: CodedStatement

    /// Somebody says that one works with another, or supports a beneficiary.
    public init(
      _ source: MapActor.ID, _ target: MapActor.ID, in areas: Set<Area.ID> = [], _ stance: Stance = .present,
      frequency: Frequency? = nil, attribution: Attribution? = nil, by informants: [InformantGroup.ID] = [],
      relation: Relation.ID? = nil
    ) {
      id = Connection.ID(from: source, to: target, relation ?? (target == "people" ? "supports" : "works"))
      statement = CodedStatement(
        id: "s", placement: areas.isEmpty ? .programme : .areas(areas), informants: informants, stance: stance,
        frequency: frequency, attribution: attribution)
    }
  }

  /// The relations: works with, and supports.
  public static let relations = [
    Relation("works", family: .coordination, label: "works with", pluralLabel: "work with"),
    Relation("supports", family: .support, label: "supports", pluralLabel: "support"),
  ]

  /// An actor whose name is its identifier in capitals; `people` are supported.
  public static func actor(_ id: MapActor.ID, name: String? = nil, aliases: [String] = []) -> MapActor {
    MapActor(
      id, name: name ?? id.rawValue.uppercased(), role: id == "meeting" ? "programme-activity" : "delivery",
      sector: "nhs", stage: .delivery, isBeneficiary: id == "people", aliases: aliases)
  }

  /// A map of actors in an order, and of what is said of them in the areas north and south.
  public static func map(
    _ actors: [MapActor.ID], _ said: [Said], title: String = "Plain", informants: [InformantGroup] = [],
    fieldwork: [Fieldwork.Entry] = []
  ) throws -> NetworkMap {
    try NetworkMap(
      title: title, areas: [Area("north", name: "North"), Area("south", name: "South")], relations: relations,
      informants: informants, fieldwork: Fieldwork(fieldwork), actors: actors.map { actor($0) },
      connections: said.map { Connection($0.id, statements: [$0.statement]) })
  }
}
