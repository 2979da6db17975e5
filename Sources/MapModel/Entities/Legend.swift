public import OrderedCollections

/// What shapes, colours, lines and places mean: the roles, sectors, families and stages of a programme, in their order.
public struct Legend: Sendable, Hashable {
  /// The roles, in the order of the legend.
  public package(set) var roles: OrderedDictionary<Role.ID, Role>
  /// The sectors, in the order of the legend.
  public package(set) var sectors: OrderedDictionary<Sector.ID, Sector>
  /// The families of relations, in the order of the legend.
  public package(set) var families: OrderedDictionary<Family.ID, Family>
  /// The stages, from left to right.
  public package(set) var stages: OrderedDictionary<Stage.ID, Stage>

  /// Makes a legend.
  /// - Throws: ``MapError`` if an identifier is repeated.
  public init(
    roles: [Role], sectors: [Sector], families: [Family] = [.support, .coordination], stages: [Stage] = Stage.ofReport
  ) throws(MapError) {
    self.roles = try NetworkMap.index(roles, "role") { $0.id.rawValue }
    self.sectors = try NetworkMap.index(sectors, "sector") { $0.id.rawValue }
    self.families = try NetworkMap.index(families, "family") { $0.id.rawValue }
    self.stages = try NetworkMap.index(stages, "stage") { $0.id.rawValue }
  }

  /// Makes a legend whose identifiers are known to differ.
  package init(distinctRoles: [Role], distinctSectors: [Sector]) {
    roles = OrderedDictionary(distinctRoles.map { ($0.id, $0) }) { first, _ in first }
    sectors = OrderedDictionary(distinctSectors.map { ($0.id, $0) }) { first, _ in first }
    families = [.support: .support, .coordination: .coordination]
    stages = OrderedDictionary(Stage.ofReport.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The legend of the Attendance Mentors report: the six roles of its chapter 5, "Map overview", and the
  /// sectors that its text names.
  ///
  /// Shapes and colours are this package's own; colours are those of `SectorColors`.
  public static let report = Legend(
    distinctRoles: [
      Role("programme-activity", name: "Programme activity", shape: .ellipse, isActivity: true),
      Role("co-existing-support", name: "Co-existing support", shape: .hexagon),
      Role("programme-support", name: "Support as part of the programme", shape: .roundedDouble),
      Role("delivery", name: "Key player in programme delivery", shape: .box),
      Role("set-up", name: "Key player in programme set-up", shape: .parallelogram),
      Role("other", name: "Other (the evidence is not clear)", shape: .note),
    ],
    distinctSectors: [
      Sector("delivery-charity", name: "Delivery charity", colors: .navy),
      Sector("school", name: "School", colors: .teal),
      Sector("local-authority", name: "Local authority", colors: .plum),
      Sector("nhs", name: "NHS", colors: .blue),
      Sector("central-government", name: "Central government", colors: .grey),
      Sector("voluntary-private", name: "Voluntary and private", colors: .orange),
      Sector("families", name: "Families", colors: .purple),
      Sector("programme-activities", name: "Programme activities", colors: .white),
    ])
}

extension Family {
  /// Help to people; it points towards them.
  public static let support = Family(
    .support, name: "Support", direction: "towards the people supported", heading: "Who supports whom",
    isSupport: true, line: .solid, head: .triangle)

  /// Work between actors: communicates with, refers to, oversees, attends, decides, funds.
  public static let coordination = Family(
    .coordination, name: "Coordination", direction: "from the one who acts", heading: "Who works with whom")
}

extension Stage {
  /// The stages of the Attendance Mentors report: set-up on the left, delivery on the right.
  public static let ofReport = [Stage(.setUp, name: "Set-up"), Stage(.delivery, name: "Delivery")]
}
