import MapModel
import OrderedCollections
import YAML

extension DefinitionReader {
  /// Reads the legend; a list of roles or of sectors replaces the default's.
  mutating func readLegend(_ fields: YAMLReader.Fields) {
    readRolesAndSectors(fields)
    definition.roleNames = definition.legend.roleNames
    definition.sectorNames = definition.legend.sectorNames
  }

  private mutating func readRolesAndSectors(_ fields: YAMLReader.Fields) {
    guard let node = fields.values["legend"],
      let legend = yaml.fields(of: node, as: "`legend`", keys: ["roles", "sectors"])
    else { return }
    if legend.has("roles") {
      var roles: OrderedDictionary<Role.ID, Role> = [:]
      for node in yaml.list(legend, "roles") {
        guard let fields = yaml.fields(of: node, as: "a role", keys: ["id", "name", "shape"]),
          let id: Role.ID = yaml.identifier(fields, "id"),
          let shape: Role.Shape = yaml.choice(fields, "shape", isRequired: true),
          !isTaken(id, Array(roles.keys), "role", fields)
        else { continue }
        roles[id] = Role(id, name: yaml.prose(fields, "name") ?? id.rawValue, shape: shape)
      }
      definition.legend.roles = roles
    }
    if legend.has("sectors") {
      var sectors: OrderedDictionary<Sector.ID, Sector> = [:]
      for node in yaml.list(legend, "sectors") {
        guard let sector = readSector(node, Array(sectors.keys)) else { continue }
        sectors[sector.id] = sector
      }
      definition.legend.sectors = sectors
    }
  }

  private mutating func readSector(_ node: YAMLNode, _ taken: [Sector.ID]) -> Sector? {
    guard let fields = yaml.fields(of: node, as: "a sector", keys: ["id", "name", "fill", "outline"]),
      let id: Sector.ID = yaml.identifier(fields, "id")
    else { return nil }
    let fill = color(fields, "fill")
    let outline = color(fields, "outline")
    guard !isTaken(id, taken, "sector", fields), let fill, let outline else { return nil }
    let sector = Sector(id, name: yaml.prose(fields, "name") ?? id.rawValue, fill: fill, outline: outline)
    for fault in sector.contrastFaults {
      yaml.report(fields.values[fault.key], .lowContrast, fault.message, severity: .warning)
    }
    return sector
  }

  private mutating func color(_ fields: YAMLReader.Fields, _ key: String) -> MapColor? {
    guard let text = yaml.text(fields, key, isRequired: true) else { return nil }
    if let color = MapColor(text) { return color }
    yaml.report(
      fields.values[key], .badColor,
      "\(text.quotedInMessage) is not a colour; write it as # and six hexadecimal digits, in quotation marks: \"#12436D\""
    )
    return nil
  }
}
