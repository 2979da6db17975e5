import MapModel
import OrderedCollections
import YAML

extension DefinitionReader {
  /// Reads the legend; a list of roles, sectors, families or stages replaces the default's.
  ///
  /// Families and stages stand under `legend:` or beside it.
  mutating func readLegend(_ fields: YAMLReader.Fields) {
    let legend = fields.values["legend"].flatMap {
      yaml.fields(of: $0, as: "`legend`", keys: DefinitionKeys.legend)
    }
    if let legend {
      readRoles(legend)
      readSectors(legend)
    }
    for place in [legend, fields].compactMap(\.self) {
      readFamilies(place)
      readStages(place)
    }
    definition.roleNames = definition.legend.roleNames
    definition.sectorNames = definition.legend.sectorNames
    definition.familyNames = definition.legend.familyNames
    definition.stageNames = definition.legend.stageNames
  }

  // MARK: Roles and sectors

  private mutating func readRoles(_ legend: YAMLReader.Fields) {
    guard legend.has("roles") else { return }
    var roles: OrderedDictionary<Role.ID, Role> = [:]
    var shapes: [Role.Shape: Role] = [:]
    for node in yaml.list(legend, "roles") {
      guard
        let fields = fields(of: node, in: .roles),
        let id: Role.ID = yaml.identifier(fields, "id"),
        let shape: Role.Shape = yaml.choice(fields, "shape", isRequired: true),
        !isTaken(id, "role", fields)
      else { continue }
      take(id, "role")
      let role = Role(
        id, name: yaml.prose(fields, "name") ?? id.rawValue, shape: shape,
        definition: yaml.prose(fields, "definition") ?? "", isActivity: yaml.flag(fields, "activity"))
      roles[id] = role
      if let same = shapes[shape] { warnOfOneShape(same, role, shapes, fields) } else { shapes[shape] = role }
      // Maps of the first edition knew activities by this id.
      if id == "programme-activity", !fields.has("activity") {
        yaml.report(
          fields.values["id"], .missingKey,
          "Actors of the role `programme-activity` are no activities, in which others meet, unless the role says so; add"
            + " `activity: true`, or `activity: false` if that is not meant", severity: .warning)
      }
    }
    definition.legend.roles = roles
  }

  private mutating func warnOfOneShape(
    _ same: Role, _ role: Role, _ used: [Role.Shape: Role], _ fields: YAMLReader.Fields
  ) {
    let free = Role.Shape.allCases.filter { used[$0] == nil }.map(\.rawValue)
    let name = role.name
    yaml.report(
      fields.values["shape"], .looksAlike,
      "The roles \(same.name.quotedInMessage) and \(name.quotedInMessage) have the same shape, \(same.shape.rawValue); "
        + (free.isEmpty
          ? "there are no more shapes, so join roles" : "give one of them another (\(free.joined(separator: ", ")))"),
      severity: .warning)
  }

  private mutating func readSectors(_ legend: YAMLReader.Fields) {
    guard legend.has("sectors") else { return }
    var sectors: OrderedDictionary<Sector.ID, Sector> = [:]
    var nodes: [Sector.ID: YAMLNode] = [:]
    for node in yaml.list(legend, "sectors") {
      guard let sector = readSector(node) else { continue }
      sectors[sector.id] = sector
      nodes[sector.id] = node
    }
    definition.legend.sectors = sectors
    warnOfOneColor(Array(sectors.values), nodes, legend)
  }

  private mutating func warnOfOneColor(
    _ sectors: [Sector], _ nodes: [Sector.ID: YAMLNode], _ legend: YAMLReader.Fields
  ) {
    let likenesses = Sector.likenesses(among: sectors)
    if sectors.count > Sector.mostToldApart, let example = likenesses.first {
      yaml.report(
        legend.values["sectors"], .looksAlike,
        "\(sectors.count) sectors are too many to be told apart by colour (\(example.first.name.quotedInMessage) and"
          + " \(example.second.name.quotedInMessage) look nearly alike\(example.readers)); join sectors, so that there are at"
          + " most \(Sector.mostToldApart)",
        severity: .warning)
      return
    }
    for likeness in likenesses {
      yaml.report(
        nodes[likeness.second.id], .looksAlike,
        "The sectors \(likeness.first.name.quotedInMessage) and \(likeness.second.name.quotedInMessage) have nearly the"
          + " same colours\(likeness.readers) (neither fills nor outlines differ by a CIEDE2000 of"
          + " \(Int(MapColor.leastDifference))); make one of them darker or give it another hue",
        severity: .warning)
    }
  }

  private mutating func readSector(_ node: YAMLNode) -> Sector? {
    guard let fields = fields(of: node, in: .sectors),
      let id: Sector.ID = yaml.identifier(fields, "id")
    else { return nil }
    let fill = color(fields, "fill", isRequired: true)
    let outline = color(fields, "outline", isRequired: true)
    guard !isTaken(id, "sector", fields), let fill, let outline else { return nil }
    take(id, "sector")
    let sector = Sector(id, name: yaml.prose(fields, "name") ?? id.rawValue, fill: fill, outline: outline)
    for fault in sector.contrastFaults {
      yaml.report(fields.values[fault.key], .lowContrast, fault.message, severity: .warning)
    }
    return sector
  }

  // MARK: Families and stages

  private mutating func readFamilies(_ place: YAMLReader.Fields) {
    guard place.has("families") else { return }
    var families: OrderedDictionary<Family.ID, Family> = [:]
    for node in yaml.list(place, "families") {
      guard let family = readFamily(node, families) else { continue }
      if let same = families.values.first(where: { family.looksLike($0) }) {
        yaml.report(
          node, .looksAlike,
          "The families \(same.name.quotedInMessage) and \(family.name.quotedInMessage) have the same line and head; give"
            + " one of them another `head:` (\(Family.Head.allCases.map(\.rawValue).joined(separator: ", ")))",
          severity: .warning)
      }
      families[family.id] = family
    }
    definition.legend.families = families
  }

  private mutating func readFamily(
    _ node: YAMLNode, _ known: OrderedDictionary<Family.ID, Family>
  ) -> Family? {
    guard
      let fields = fields(of: node, in: .families),
      let id: Family.ID = yaml.identifier(fields, "id"), !isTaken(known[id] != nil, id, "family", fields)
    else { return nil }
    let isSupport = yaml.flag(fields, "support")
    let line: Family.Line = yaml.choice(fields, "line") ?? (isSupport ? .solid : .dashed)
    // What the map does not say differs from the families before.
    let heads: [Family.Head] =
      isSupport
      ? [.triangle, .diamond, .dot, .square, .hollowTriangle, .hollowDiamond, .hollowDot, .open]
      : [.open, .diamond, .dot, .hollowTriangle, .square, .hollowDiamond, .hollowDot, .triangle]
    let head: Family.Head =
      yaml.choice(fields, "head")
      ?? heads.first { head in !known.values.contains { $0.line == line && $0.head == head } } ?? heads[0]
    let family = Family(
      id, name: yaml.prose(fields, "name") ?? id.rawValue, direction: yaml.prose(fields, "direction") ?? "",
      heading: yaml.prose(fields, "heading"), isSupport: isSupport, line: line, head: head,
      color: color(fields, "color"))
    if let color = family.color, color.contrast(with: .white) < 3 {
      yaml.report(
        fields.values["color"], .lowContrast,
        "A line of \(color) stands out too little from white (contrast below 3 to 1); choose a darker one",
        severity: .warning)
    }
    return family
  }

  private mutating func readStages(_ place: YAMLReader.Fields) {
    guard let node = place.values["stages"] else { return }
    var stages: OrderedDictionary<Stage.ID, Stage> = [:]
    for node in yaml.list(place, "stages") {
      guard let fields = fields(of: node, in: .stages),
        let id: Stage.ID = yaml.identifier(fields, "id"), !isTaken(stages[id] != nil, id, "stage", fields)
      else { continue }
      stages[id] = Stage(id, name: yaml.prose(fields, "name") ?? id.rawValue)
      definition.stageNodes[id] = node
    }
    if stages.isEmpty {
      yaml.report(node, .missingKey, "A map has at least one stage; name those of the programme, or delete `stages:`")
      return
    }
    if stages.count > Stage.most {
      yaml.report(
        node, .tooMany,
        "A map has up to \(Stage.most) stages, from left to right, and these are \(stages.count); join some")
      stages = OrderedDictionary(uniqueKeysWithValues: stages.elements.prefix(Stage.most).map { ($0.key, $0.value) })
    }
    definition.legend.stages = stages
  }

  /// Says which of the map's own stages have no actors, once all are known.
  mutating func warnOfEmptyStages() {
    // A map that is still to be filled in has no actors at all.
    if definition.actors.isEmpty { return }
    for (id, node) in definition.stageNodes where !definition.actors.contains(where: { $0.stage == id }) {
      let name = definition.legend.stages[id]?.name ?? id.rawValue
      yaml.report(
        node, .emptyStage,
        "No actor stands at the stage \(name.quotedInMessage), so figures leave it out; give it actors, or delete it",
        severity: .warning)
    }
  }

  private mutating func color(_ fields: YAMLReader.Fields, _ key: String, isRequired: Bool = false) -> MapColor? {
    guard let text = yaml.text(fields, key, isRequired: isRequired) else { return nil }
    if let color = MapColor(text) { return color }
    yaml.report(
      fields.values[key], .badColor,
      "\(text.quotedInMessage) is not a colour; write it as # and six hexadecimal digits, in quotation marks: \"#12436D\""
    )
    return nil
  }
}

extension Family {
  /// Whether readers could not tell its lines from another's without colour.
  fileprivate func looksLike(_ other: Family) -> Bool { line == other.line && head == other.head }
}

extension SectorLikeness {
  /// To whom the two look nearly alike, in a phrase; to everybody if nothing is said.
  fileprivate var readers: String {
    visions.contains(.common) ? "" : " for readers with \(visions.map(\.name).joined(separator: ", "))"
  }
}
