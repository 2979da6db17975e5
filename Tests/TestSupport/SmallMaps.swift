public import NetworkMaps

/// Small maps with known answers.
public enum SmallMaps {
  /// The town's relations.
  public static let relations = [
    Relation("supports", family: .support, label: "supports", pluralLabel: "support"),
    Relation("refers-to", family: .coordination, label: "refers people to", pluralLabel: "refer people to"),
    Relation("attends", family: .coordination, label: "takes part in", pluralLabel: "take part in"),
  ]

  /// The town's actors.
  public static let actors = [
    MapActor("council", name: "Town council", role: "set-up", sector: "local-authority", stage: .setUp),
    MapActor(
      "mentors", name: "Mentors", role: "delivery", sector: "delivery-charity", stage: .delivery, isPlural: true,
      aliases: ["mentor"]),
    MapActor(
      "meeting", name: "Weekly meeting", role: "programme-activity", sector: "programme-activities", stage: .delivery),
    MapActor(
      "clinic", name: "Clinic", role: "co-existing-support", otherRoles: ["programme-support"], sector: "nhs",
      stage: .delivery),
    MapActor(
      "children", name: "Children", role: "delivery", sector: "families", stage: .delivery, isBeneficiary: true,
      isPlural: true),
  ]

  /// A council, mentors, a clinic and children in two areas, north and south:
  ///
  /// council → mentors → children, mentors → clinic → children, and mentors and clinic meet weekly. The clinic's
  /// support is said in the north and denied in the south; that of the mentors is said and recorded.
  public static func town() throws -> NetworkMap {
    func said(
      _ source: MapActor.ID, _ target: MapActor.ID, _ relation: Relation.ID, in areas: Set<Area.ID> = [],
      _ stance: Stance = .present, reference: String = "chapter 1"
    ) -> Connection {
      let statement = CodedStatement(
        id: "\(source)-\(target)", placement: areas.isEmpty ? .programme : .areas(areas), interview: "I1",
        informants: ["staff"], stance: stance, excerpt: "Words of \(source).", reference: reference)
      return Connection(.init(from: source, to: target, relation), statements: [statement])
    }
    return try NetworkMap(
      title: "Town", areas: [Area("north", name: "North"), Area("south", name: "South", aliases: ["Southern"])],
      relations: relations,
      informants: [InformantGroup("staff", name: "Staff", speaksFor: ["mentors", "meeting"])],
      fieldwork: Fieldwork([
        .init(area: "north", informant: "staff", interviews: 2),
        .init(area: "south", informant: "staff", interviews: 0),
      ]),
      actors: actors,
      connections: [
        said("council", "mentors", "refers-to"),
        said("mentors", "children", "supports", in: ["north"]),
        Connection(
          .init(from: "mentors", to: "children", "supports"),
          counts: [
            Count(area: "north", value: 30), Count(area: "south", value: 4),
            Count(area: "south", measure: "visits", isOfCases: false, value: 12),
          ]),
        said("mentors", "clinic", "refers-to", in: ["north"], reference: "chapter 2"),
        said("clinic", "children", "supports", in: ["north"], reference: "chapter 2"),
        said("clinic", "children", "supports", in: ["south"], .absent, reference: "chapter 2"),
        said("mentors", "meeting", "attends", in: ["north", "south"]),
        said("clinic", "meeting", "attends", in: ["north"]),
        said("council", "clinic", "refers-to", in: [], .absent),
      ])
  }
}
