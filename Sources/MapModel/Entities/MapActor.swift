public import OrderedCollections

/// A person, group, organisation or activity on the map.
///
/// Chapter 5 of the Attendance Mentors report calls them "actors and activities"; both are actors here.
public struct MapActor: Sendable, Hashable, Identifiable {
  /// An actor's identifier.
  public typealias ID = Identifier<MapActor>

  /// The identifier.
  public internal(set) var id: ID
  /// The full name.
  public var name: String
  /// A shorter name for figures; the full name where there is none.
  public var shortName: String
  /// The main part that it plays in the programme.
  public var role: Role.ID
  /// Further parts that it plays.
  public var otherRoles: [Role.ID]
  /// The group to which it belongs apart from the programme.
  public var sector: Sector.ID
  /// The part of the map on which it stands.
  public var stage: Stage.ID
  /// Whether it is in receipt of the programme's support.
  public var isBeneficiary: Bool
  /// Whether its name is a plural, so that sentences agree with it.
  public var isPlural: Bool
  /// Other names under which evidence speaks of it.
  public var aliases: [String]
  /// The actor that it is part of, as each school is of "Referring schools": its numbers are among those of the group.
  public var group: ID?
  /// What it is, in a sentence or more; empty if its name says it.
  public var description = ""
  /// What it is called in single areas, where that is not its name.
  public var namesInAreas: OrderedDictionary<Area.ID, String> = [:]
  /// What the map says of it beside all this, by names of the map's own.
  public var attributes: OrderedDictionary<String, ActorAttribute> = [:]
  /// Whether its name was taken from case records, where anything can stand.
  public var isFromRecords = false

  /// Makes an actor.
  public init(
    _ id: ID, name: String, shortName: String? = nil, role: Role.ID, otherRoles: [Role.ID] = [], sector: Sector.ID,
    stage: Stage.ID, isBeneficiary: Bool = false, isPlural: Bool = false, aliases: [String] = [],
    group: ID? = nil
  ) {
    self.id = id
    self.name = name
    self.shortName = shortName ?? name
    self.role = role
    self.otherRoles = otherRoles
    self.sector = sector
    self.stage = stage
    self.isBeneficiary = isBeneficiary
    self.isPlural = isPlural
    self.aliases = aliases
    self.group = group
  }

  /// Whether it plays a role, as its main one or as another.
  public func plays(_ role: Role.ID) -> Bool { self.role == role || otherRoles.contains(role) }
}
