import MapModel

/// The legend of an imported map: a shape for each role, a colour for each sector, a line for each family.
struct ImportedLegend {
  private var roles = ImportedCategories<Role>(of: "role")
  private var sectors = ImportedCategories<Sector>(of: "sector")
  private var stages = ImportedCategories<Stage>(of: "stage")
  private var families = ImportedCategories<Family>(of: "family")

  /// What stands where the file does not say.
  private static let unsaid = "Not said"
  /// How many sectors can be told apart by colour.
  static let mostSectors = SectorColors.all.count

  /// The roles of which some actor is said to be an activity, and those of which some is said to be none.
  private var activities: Set<Role.ID> = []
  private var others: Set<Role.ID> = []

  /// The identifier of a role; names stand beside identifiers where the file has both.
  mutating func role(_ name: String?, as wanted: String? = nil, isActivity: Bool = false) -> Role.ID {
    let id = roles.id(of: name ?? Self.unsaid, as: wanted)
    if isActivity { activities.insert(id) } else { others.insert(id) }
    return id
  }
  /// A role that an actor plays beside its main one.
  mutating func otherRole(_ name: String) -> Role.ID { roles.id(of: name, as: name) }
  mutating func sector(_ name: String?, as wanted: String? = nil) -> Sector.ID {
    sectors.id(of: name ?? Self.unsaid, as: wanted)
  }
  mutating func stage(_ name: String?, as wanted: String? = nil) -> Stage.ID {
    stages.id(of: name ?? Self.unsaid, as: wanted)
  }
  /// The names of the stages so far.
  var stageNames: [String] { stages.entries.map(\.name) }

  mutating func family(_ name: String?, as wanted: String? = nil) -> Family.ID {
    families.id(of: name ?? "Connection", as: wanted)
  }

  /// The legend, and what of it cannot be told apart.
  func legend(_ notices: inout [ImportNotice]) throws(MapError) -> Legend {
    let shapes: [Role.Shape] = [
      .box, .ellipse, .hexagon, .roundedDouble, .octagon, .parallelogram, .note, .rounded, .cylinder, .tab,
    ]
    if roles.entries.count > shapes.count {
      notices.note(
        .assumed, "\(roles.entries.count) roles share \(shapes.count) shapes, so that some look alike in figures")
    }
    if sectors.entries.filter({ $0.name != Self.unsaid }).count > SectorColors.all.count {
      notices.note(
        .assumed,
        "\(sectors.entries.count) sectors share \(SectorColors.all.count) colours, so that some look alike in figures")
    }
    var color = 0
    return try Legend(
      roles: roles.entries.enumerated().map { place, role in
        Role(
          role.id, name: role.name, shape: shapes[place % shapes.count],
          isActivity: activities.contains(role.id) && !others.contains(role.id))
      },
      sectors: sectors.entries.map { sector in
        if sector.name == Self.unsaid {
          return Sector(sector.id, name: sector.name, colors: .white)
        }
        defer { color += 1 }
        return Sector(sector.id, name: sector.name, colors: SectorColors.all[color % SectorColors.all.count])
      },
      families: families.entries.enumerated().map { place, family in
        let heads = Family.Head.allCases
        return Family(
          family.id, name: family.name, line: (place + place / heads.count) % 2 == 0 ? .solid : .dashed,
          head: heads[place % heads.count])
      },
      stages: stages.entries.map { Stage($0.id, name: $0.name) })
  }
}
