import GraphMeasures
import MapModel
import OrderedCollections
import YAML

/// What is part of what, so that numbers are neither added twice nor worked out from each other.
extension DefinitionReader {
  /// Reads what each area contains, once all areas are known.
  mutating func readContents(ofAreas nodes: [YAMLNode]) {
    let places = Dictionary(definition.areas.enumerated().map { ($1.id, $0) }) { first, _ in first }
    for node in nodes {
      // What is wrong with the area itself was reported when it was read.
      let fields = yaml.knownFields(of: node)
      guard let list = fields.values["contains"], let id = fields.values["id"]?.scalar.flatMap({ Area.ID($0.string) }),
        let index = places[id]
      else { continue }
      let inner = yaml.texts(fields, "contains").compactMap { text, node -> Area.ID? in
        if let id = definition.areaNames[text] { return id }
        reportUnknown("area", text, node) { $0.areaNames.suggestion(for: text) }
        return nil
      }
      if inner.contains(id) {
        yaml.report(list, .badSum, "An area cannot contain itself; name the areas that lie in it")
      } else {
        definition.areas[index].contains = inner
      }
    }
    let arcs = definition.areas.enumerated().flatMap { place, area in
      area.contains.compactMap { inner in places[inner].map { (source: place, target: $0) } }
    }
    for place in Self.circles(of: arcs, count: definition.areas.count) {
      let area = definition.areas[place]
      yaml.report(
        nil, .badSum, "The area \(area.name.quotedInMessage) lies, by way of others, in itself; mend `contains:`")
    }
  }

  /// What leads back to itself, in order: it is in a strong component with others.
  private static func circles(of arcs: [(source: Int, target: Int)], count: Int) -> [Int] {
    guard !arcs.isEmpty, let graph = try? DirectedGraph(count: count, arcs: arcs) else { return [] }
    let components = graph.strongComponents()
    let loops = Set(arcs.filter { $0.source == $0.target }.map(\.source))
    return (0..<count).filter { components.sizes[components.labels[$0]] > 1 || loops.contains($0) }
  }

  /// Reads the groups of actors, once all actors are known.
  mutating func readGroups(ofActors nodes: [YAMLNode]) {
    for node in nodes {
      let fields = yaml.knownFields(of: node)
      guard let group = fields.values["group"], let text = group.scalar?.string,
        let id = fields.values["id"]?.scalar.flatMap({ MapActor.ID($0.string) }),
        let index = actorPlaces[id]
      else { continue }
      guard let whole = definition.actorNames[text] else {
        reportUnknown("actor", text, group) { $0.actorNames.suggestion(for: text) }
        continue
      }
      definition.actors[index].group = whole
    }
    let arcs = definition.actors.enumerated().compactMap { place, actor in
      actor.group.flatMap { actorPlaces[$0] }.map { (source: place, target: $0) }
    }
    for place in Self.circles(of: arcs, count: definition.actors.count) {
      let actor = definition.actors[place]
      yaml.report(
        nil, .badSum, "The actor \(actor.name.quotedInMessage) is, by way of others, part of itself; mend `group:`")
    }
  }

  /// Reads a measure that has parts.
  mutating func readMeasure(_ node: YAMLNode) {
    guard let fields = fields(of: node, in: .measures),
      let name = yaml.prose(fields, "name", isRequired: true)
    else { return }
    definition.measures.append(MeasureParts(name, parts: yaml.proses(fields, "parts")))
  }

  /// Reads a sum that readers know, or that does not hold.
  mutating func readSum(_ node: YAMLNode) {
    guard let fields = fields(of: node, in: .sums),
      let dimension: DeclaredSum.Dimension = yaml.choice(fields, "of", isRequired: true)
    else { return }
    let texts = yaml.texts(fields, "parts")
    if texts.isEmpty { yaml.report(fields.node, .missingKey, "A sum needs `parts`, the names of what is added up") }
    let names =
      [(yaml.text(fields, "total", isRequired: true) ?? "", fields.values["total"])] + texts.map { ($0.0, $0.1) }
    let known = names.map { name($0.0, of: dimension, $0.1) }
    definition.disclosure.sums.append(
      DeclaredSum(
        of: dimension, total: known[0], parts: Array(known.dropFirst()),
        holds: fields.values["holds"] == nil || yaml.flag(fields, "holds")))
  }

  /// The identifier, or the name, by which sums know something.
  private mutating func name(_ text: String, of dimension: DeclaredSum.Dimension, _ node: YAMLNode?) -> String {
    let found: (id: String?, kind: String, hint: String?) =
      switch dimension {
      case .areas:
        (
          text.lowercased() == "programme" ? "" : definition.areaNames[text]?.rawValue, "area",
          definition.areaNames.suggestion(for: text)
        )
      case .actors: (definition.actorNames[text]?.rawValue, "actor", definition.actorNames.suggestion(for: text))
      case .relations:
        (definition.relationNames[text]?.rawValue, "relation", definition.relationNames.suggestion(for: text))
      case .periods, .measures: (text, "", nil)
      }
    if let id = found.id { return id }
    reportUnknown(found.kind, text, node) { _ in found.hint }
    return text
  }
}
