import MapModel

/// What codes mean that say it in the map's own words, such as `actor: GPs`: coders need no list of codes then.
struct MapVocabulary: Sendable {
  private let actors: NameIndex<MapActor.ID>
  private let relations: NameIndex<Relation.ID>
  /// The relations by how their names are said; `nil` where two are said alike.
  private let saidRelations: [String: Relation.ID?]
  private let areas: NameIndex<Area.ID>
  private let periods: NameIndex<String>
  private let informants: NameIndex<InformantGroup.ID>

  init(_ definition: MapDefinition) {
    (actors, relations, areas) = (definition.actorNames, definition.relationNames, definition.areaNames)
    (periods, informants) = (definition.periodNames, definition.informantNames)
    let said = definition.relations.flatMap { relation in
      Set([relation.id.rawValue, relation.label, relation.pluralLabel].map(RelationVerb.spelling)).map {
        ($0, relation.id)
      }
    }
    saidRelations = Dictionary(said.map { ($0, $1) }) { _, _ in nil }
  }

  /// What a code means; `nil` if it does not speak of the map.
  func meaning(of code: String) -> Codebook.Meaning? {
    guard let (kind, name) = CodeKind.parts(of: code) else { return nil }
    var meaning = Codebook.Meaning()
    switch kind {
    case .actor, .from, .to:
      meaning.actor = actors[name]
      meaning.end = kind == .from ? .source : kind == .to ? .target : nil
      if meaning.actor == nil { return nil }
    case .relation: meaning.relation = relations[name] ?? saidRelations[RelationVerb.spelling(of: name)] ?? nil
    case .stance: meaning.stance = Stance(rawValue: NameFolding.folded(name))
    case .frequency: meaning.frequency = Frequency(rawValue: NameFolding.folded(name))
    case .attribution: meaning.attribution = Attribution(rawValue: NameFolding.folded(name))
    case .area: meaning.area = areas[name]
    case .period: meaning.period = periods[name]
    case .informant: meaning.informant = informants[name]
    }
    return meaning.isEmpty ? nil : meaning
  }

  /// What the name of a group of documents says of them: `area: North`, or `North` if there is an area of that name.
  func meaning(ofGroup name: String) -> Codebook.Meaning? {
    var meaning = Codebook.Meaning()
    if let found = self.meaning(of: name) {
      (meaning.area, meaning.period, meaning.informant) = (found.area, found.period, found.informant)
    } else if let area = areas[name] {
      meaning.area = area
    } else if let informant = informants[name] {
      meaning.informant = informant
    } else {
      meaning.period = periods[name]
    }
    return meaning.isEmpty ? nil : meaning
  }

  /// The code that a code of this vocabulary nearly is.
  func suggestion(for code: String) -> String? {
    guard let (kind, name) = CodeKind.parts(of: code) else { return nil }
    func nearest(_ choices: [String]) -> String? {
      var index = NameIndex<Bool>()
      for choice in choices { index.add(choice, for: true) }
      return index.suggestion(for: name)
    }
    let near =
      switch kind {
      case .actor, .from, .to: actors.suggestion(for: name)
      case .relation: relations.suggestion(for: name)
      case .stance: nearest(Stance.allCases.map(\.rawValue))
      case .frequency: nearest(Frequency.allCases.map(\.rawValue))
      case .attribution: nearest(Attribution.allCases.map(\.rawValue))
      case .area: areas.suggestion(for: name)
      case .period: periods.suggestion(for: name)
      case .informant: informants.suggestion(for: name)
      }
    return near.map(kind.code(of:))
  }
}
