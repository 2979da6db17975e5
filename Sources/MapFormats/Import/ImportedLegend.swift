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
  static let mostSectors = colors.count

  /// Pale fills with dark outlines: those of the report's legend, and more of their kind.
  private static let colors: [(fill: UInt32, outline: UInt32)] = [
    (0xD6E4F0, 0x12436D), (0xD3EEEB, 0x17695F), (0xFDE0D0, 0xB8470F), (0xE9E0F5, 0x6A4A9C), (0xF3D5E3, 0x801650),
    (0xDCDCDC, 0x3D3D3D), (0xCFE6FB, 0x1D6BAF), (0xF7ECC6, 0x7A5C00), (0xE4EBCB, 0x4D5B0A), (0xF8D7D2, 0x8C1D18),
    (0xE6DACB, 0x5F3F16), (0xDCEFD8, 0x2B6B1F),
  ]

  /// The roles of which some actor is said to be an activity, and those of which some is said to be none.
  private var activities: Set<Role.ID> = []
  private var others: Set<Role.ID> = []

  mutating func role(_ name: String?, isActivity: Bool = false) -> Role.ID {
    let id = roles.id(of: name ?? Self.unsaid)
    if isActivity { activities.insert(id) } else { others.insert(id) }
    return id
  }
  mutating func sector(_ name: String?) -> Sector.ID { sectors.id(of: name ?? Self.unsaid) }
  mutating func stage(_ name: String?) -> Stage.ID { stages.id(of: name ?? Self.unsaid) }
  /// The names of the stages so far.
  var stageNames: [String] { stages.entries.map(\.name) }

  mutating func family(_ name: String?) -> Family.ID { families.id(of: name ?? "Connection") }

  /// The legend, and what of it cannot be told apart.
  func legend(_ notices: inout [ImportNotice]) throws(MapError) -> Legend {
    let shapes: [Role.Shape] = [
      .box, .ellipse, .hexagon, .roundedDouble, .octagon, .parallelogram, .note, .rounded, .cylinder, .tab,
    ]
    if roles.entries.count > shapes.count {
      notices.note(
        .assumed, "\(roles.entries.count) roles share \(shapes.count) shapes, so that some look alike in figures")
    }
    if sectors.entries.filter({ $0.name != Self.unsaid }).count > Self.colors.count {
      notices.note(
        .assumed,
        "\(sectors.entries.count) sectors share \(Self.colors.count) colours, so that some look alike in figures")
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
          return Sector(sector.id, name: sector.name, fill: .init(rgb: 0xFFFFFF), outline: .init(rgb: 0x505A5F))
        }
        defer { color += 1 }
        let (fill, outline) = Self.colors[color % Self.colors.count]
        return Sector(sector.id, name: sector.name, fill: .init(rgb: fill), outline: .init(rgb: outline))
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
