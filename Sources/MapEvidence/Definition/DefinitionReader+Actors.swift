import MapModel
import OrderedCollections
import YAML

extension DefinitionReader {
  /// Reads all actors, then their names: ids win over names and names over aliases.
  ///
  /// Actors with errors keep their names, so that evidence that names them is not taken for misspelt.
  mutating func readActors(_ nodes: [YAMLNode]) {
    var spellings: [(id: MapActor.ID, names: [String], aliases: [String], fields: YAMLReader.Fields)] = []
    for node in nodes {
      guard let fields = self.fields(of: node, in: .actors), let id: MapActor.ID = yaml.identifier(fields, "id") else {
        continue
      }
      let name = yaml.prose(fields, "name") ?? id.rawValue
      let short = yaml.prose(fields, "short")
      let aliases = yaml.proses(fields, "aliases")
      spellings.append((id, [name] + (short.map { [$0] } ?? []), aliases, fields))
      if let actor = readActor(id, name, short, aliases, fields) {
        actorPlaces[id] = definition.actors.count
        definition.actors.append(actor)
        definition.leftOut.actors[id] = nil
      } else if actorPlaces[id] == nil {
        definition.leftOut.actors[id] = yaml.place(of: fields.node)
      }
    }
    for (id, _, _, fields) in spellings {
      add([id.rawValue], for: id, to: \.definition.actorNames, kind: "actor", fields)
    }
    for (id, names, _, fields) in spellings { add(names, for: id, to: \.definition.actorNames, kind: "actor", fields) }
    for (id, _, _, fields) in spellings {
      let names = actorPlaces[id].map { definition.actors[$0].namesInAreas.values }
      add(names.map(Array.init) ?? [], for: id, to: \.definition.actorNames, kind: "actor", fields)
    }
    for (id, _, aliases, fields) in spellings {
      add(aliases, for: id, to: \.definition.actorNames, kind: "actor", fields)
    }
  }

  private mutating func readActor(
    _ id: MapActor.ID, _ name: String, _ short: String?, _ aliases: [String], _ fields: YAMLReader.Fields
  ) -> MapActor? {
    let role = self.role(yaml.text(fields, "role", isRequired: true), fields.values["role"])
    let sector = self.sector(yaml.text(fields, "sector", isRequired: true), fields.values["sector"])
    let stage = self.stage(fields)
    let others = yaml.texts(fields, "also").compactMap { text, node in self.role(text, node) }
    let (isBeneficiary, isPlural) = (yaml.flag(fields, "beneficiary"), yaml.flag(fields, "plural"))
    let isFromRecords = yaml.flag(fields, "from-records")
    guard !isTaken(id, "actor", fields), let role, let sector, let stage else {
      return nil
    }
    take(id, "actor")
    var actor = MapActor(
      id, name: name, shortName: short, role: role, otherRoles: others, sector: sector, stage: stage,
      isBeneficiary: isBeneficiary, isPlural: isPlural, aliases: aliases)
    definition.nameNodes[id] = fields.values["short"] ?? fields.values["name"] ?? fields.node
    actor.isFromRecords = isFromRecords
    actor.description = yaml.prose(fields, "description") ?? ""
    actor.attributes = attributes(fields)
    actor.namesInAreas = namesInAreas(fields)
    return actor
  }

  private mutating func attributes(_ fields: YAMLReader.Fields) -> OrderedDictionary<String, ActorAttribute> {
    var attributes: OrderedDictionary<String, ActorAttribute> = [:]
    for (key, node) in pairs(fields, "attributes") {
      guard let scalar = node.scalar else {
        yaml.report(node, .wrongType, "The attribute \(key.quotedInMessage) should be a number or a text")
        continue
      }
      let text = scalar.string.trimmingWhitespace
      let number = scalar.isPlain ? Double(text).flatMap { $0.isFinite ? $0 : nil } : nil
      attributes[key] = number.map(ActorAttribute.number) ?? .text(scalar.isPlain ? text : scalar.string)
    }
    return attributes
  }

  private mutating func namesInAreas(_ fields: YAMLReader.Fields) -> OrderedDictionary<Area.ID, String> {
    var names: OrderedDictionary<Area.ID, String> = [:]
    for (key, node) in pairs(fields, "names") {
      guard let area = definition.areaNames[key] else {
        reportUnknown("area", key, node) { $0.areaNames.suggestion(for: key) }
        continue
      }
      guard let name = node.scalar?.string.trimmingWhitespace, !name.isEmpty else {
        yaml.report(node, .wrongType, "A name in an area should be a text: `names: {\(area): GMCA}`")
        continue
      }
      names[area] = name
    }
    return names
  }

  /// The keys of a mapping in a field, which can be any, with their values.
  private mutating func pairs(_ fields: YAMLReader.Fields, _ key: String) -> [(key: String, node: YAMLNode)] {
    guard let node = fields.values[key] else { return [] }
    guard let mapping = node.mapping else {
      yaml.report(node, .wrongType, "`\(key)` of \(fields.what) should be `key: value` lines")
      return []
    }
    return mapping.compactMap { key, value in
      guard let name = key.scalar?.string.trimmingWhitespace, !name.isEmpty else {
        yaml.report(key, .wrongType, "A key should be a text")
        return nil
      }
      return (name, value)
    }
  }

  mutating func role(_ text: String?, _ node: YAMLNode?) -> Role.ID? {
    legendEntry(text, node, "role", definition.roleNames) { $0.roles.keys.map(\.rawValue) }
  }

  mutating func sector(_ text: String?, _ node: YAMLNode?) -> Sector.ID? {
    legendEntry(text, node, "sector", definition.sectorNames) { $0.sectors.keys.map(\.rawValue) }
  }

  /// The stage that a mapping names; the only one if there is one.
  mutating func stage(_ fields: YAMLReader.Fields) -> Stage.ID? {
    let stages = definition.legend.stages.keys
    if stages.count == 1, !fields.has("stage") { return stages.first }
    return legendEntry(
      yaml.text(fields, "stage", isRequired: true), fields.values["stage"], "stage", definition.stageNames
    ) { $0.stages.keys.map(\.rawValue) }
  }

  mutating func family(_ text: String?, _ node: YAMLNode?) -> Family.ID? {
    legendEntry(
      text, node, "family", definition.familyNames
    ) { $0.families.keys.map(\.rawValue) }
  }

  private mutating func legendEntry<Entity>(
    _ text: String?, _ node: YAMLNode?, _ kind: String, _ index: NameIndex<Identifier<Entity>>,
    known: (Legend) -> [String]
  ) -> Identifier<Entity>? {
    guard let text else { return nil }
    if let id = index[text] { return id }
    let hint =
      index.suggestion(for: text).map { "did you mean \($0.quotedInMessage)?" }
      ?? "the legend has \(known(definition.legend).joined(separator: ", "))"
    yaml.report(node, .unknown(kind), "There is no \(kind) \(text.quotedInMessage); \(hint)")
    return nil
  }
}
