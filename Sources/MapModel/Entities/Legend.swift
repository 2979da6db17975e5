public import OrderedCollections

/// What shapes and colours mean: the roles and sectors of a programme, in the order of the legend.
public struct Legend: Sendable, Hashable {
  /// The roles, in the order of the legend.
  public var roles: OrderedDictionary<Role.ID, Role>
  /// The sectors, in the order of the legend.
  public var sectors: OrderedDictionary<Sector.ID, Sector>

  /// Makes a legend; identifiers must be unique.
  public init(roles: [Role], sectors: [Sector]) {
    self.roles = OrderedDictionary(uniqueKeysWithValues: roles.map { ($0.id, $0) })
    self.sectors = OrderedDictionary(uniqueKeysWithValues: sectors.map { ($0.id, $0) })
  }

  /// The legend of the Attendance Mentors report: the six roles of its chapter 5, "Map overview", and the
  /// sectors that its text names.
  ///
  /// Shapes and colours are this package's own; colours start from the Government Analysis Function's palette,
  /// as pale fills with dark outlines.
  public static let report = Legend(
    roles: [
      Role(Role.programmeActivity, name: "Programme activity", shape: .ellipse),
      Role("co-existing-support", name: "Co-existing support", shape: .hexagon),
      Role("programme-support", name: "Support as part of the programme", shape: .roundedDouble),
      Role("delivery", name: "Key player in programme delivery", shape: .box),
      Role("set-up", name: "Key player in programme set-up", shape: .parallelogram),
      Role("other", name: "Other (the evidence is not clear)", shape: .note),
    ],
    sectors: [
      Sector("delivery-charity", name: "Delivery charity", fill: .init(rgb: 0xD6E4F0), outline: .init(rgb: 0x12436D)),
      Sector("school", name: "School", fill: .init(rgb: 0xD3EEEB), outline: .init(rgb: 0x17695F)),
      Sector("local-authority", name: "Local authority", fill: .init(rgb: 0xF3D5E3), outline: .init(rgb: 0x801650)),
      Sector("nhs", name: "NHS", fill: .init(rgb: 0xCFE6FB), outline: .init(rgb: 0x1D6BAF)),
      Sector(
        "central-government", name: "Central government", fill: .init(rgb: 0xDCDCDC), outline: .init(rgb: 0x3D3D3D)),
      Sector(
        "voluntary-private", name: "Voluntary and private", fill: .init(rgb: 0xFDE0D0), outline: .init(rgb: 0xB8470F)),
      Sector("families", name: "Families", fill: .init(rgb: 0xE9E0F5), outline: .init(rgb: 0x6A4A9C)),
      Sector(
        "programme-activities", name: "Programme activities", fill: .init(rgb: 0xFFFFFF),
        outline: .init(rgb: 0x505A5F)),
    ])
}
