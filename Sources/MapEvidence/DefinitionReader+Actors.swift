import MapModel
import OrderedCollections
import Yams

extension DefinitionReader {
  /// Reads all actors, then their names: ids win over names and names over aliases.
  mutating func readActors(_ nodes: [Node]) {
    var spellings: [(actor: Actor, fields: YAMLReader.Fields)] = []
    for node in nodes {
      if let read = readActor(node) {
        definition.actors.append(read.actor)
        spellings.append(read)
      }
    }
    for (actor, fields) in spellings {
      add([actor.id.rawValue], for: actor.id, to: \.actorNames, kind: "actor", fields)
    }
    for (actor, fields) in spellings {
      add([actor.name, actor.shortName], for: actor.id, to: \.actorNames, kind: "actor", fields)
    }
    for (actor, fields) in spellings { add(actor.aliases, for: actor.id, to: \.actorNames, kind: "actor", fields) }
  }

  private mutating func readActor(_ node: Node) -> (actor: Actor, fields: YAMLReader.Fields)? {
    guard
      let fields = yaml.fields(
        of: node, as: "an actor",
        keys: ["id", "name", "short", "role", "also", "sector", "stage", "beneficiary", "plural", "aliases"]),
      let id: Actor.ID = yaml.identifier(fields, "id")
    else { return nil }
    let role = self.role(yaml.text(fields, "role", isRequired: true), fields.values["role"])
    let sector = self.sector(yaml.text(fields, "sector", isRequired: true), fields.values["sector"])
    let stage: Stage? = yaml.choice(fields, "stage", isRequired: true)
    let others = yaml.texts(fields, "also").compactMap { text, node in self.role(text, node) }
    guard !isTaken(id, definition.actors.map(\.id), "actor", fields), let role, let sector, let stage else {
      return nil
    }
    let actor = Actor(
      id, name: yaml.text(fields, "name") ?? id.rawValue, shortName: yaml.text(fields, "short"), role: role,
      otherRoles: others, sector: sector, stage: stage, isBeneficiary: yaml.flag(fields, "beneficiary"),
      isPlural: yaml.flag(fields, "plural"), aliases: texts(fields, "aliases"))
    return (actor, fields)
  }

  private mutating func role(_ text: String?, _ node: Node?) -> Role.ID? {
    legendEntry(text, node, "role", roleNames, definition.legend.roles.keys.map(\.rawValue))
  }

  private mutating func sector(_ text: String?, _ node: Node?) -> Sector.ID? {
    legendEntry(text, node, "sector", sectorNames, definition.legend.sectors.keys.map(\.rawValue))
  }

  private mutating func legendEntry<Entity>(
    _ text: String?, _ node: Node?, _ kind: String, _ index: NameIndex<Identifier<Entity>>, _ known: [String]
  ) -> Identifier<Entity>? {
    guard let text else { return nil }
    if let id = index[text] { return id }
    let hint =
      index.suggestion(for: text).map { "did you mean \($0.quotedInMessage)?" }
      ?? "the legend has \(known.joined(separator: ", "))"
    yaml.report(node, "unknown-\(kind)", "There is no \(kind) \(text.quotedInMessage); \(hint)")
    return nil
  }
}
