import MapModel
import OrderedCollections
import YAML

/// Writes `map.yaml`: all of a map but its evidence, which stands in tables beside it.
struct DefinitionWriter {
  typealias Fields = [(key: String, value: YAMLText?)]

  let map: NetworkMap
  /// The names of the tables of counts, each with the measures that count cases in it.
  let counts: [(name: String, caseMeasures: [String])]
  private let actorNames: NameIndex<MapActor.ID>

  init(_ map: NetworkMap, counts: [(name: String, caseMeasures: [String])]) {
    (self.map, self.counts, actorNames) = (map, counts, map.actorNames)
  }

  /// The text of the file.
  var text: String {
    YAMLText.document([
      ("format", .number(1)), ("title", .text(map.title)),
      ("lang", map.language == NetworkMap.english ? nil : .text(map.language)), ("source", map.source.map(source)),
      ("areas", .list(map.areas.values.map(area))),
      ("periods", map.periods.isEmpty ? nil : .list(map.periods.map(period))),
      ("measures", map.measures.isEmpty ? nil : .list(map.measures.map(measure))),
      ("legend", map.legend == .report ? nil : legend),
      ("relations", .list(map.relations.values.map(relation))), ("actors", .list(map.actors.values.map(actor))),
      ("informants", .list(map.informants.values.map(informant))),
      ("interviews", .mapping([("file", .text(EvidenceWriter.interviewsName))])),
      ("codings", map.codings.isEmpty ? nil : .mapping([("file", .text(EvidenceWriter.codingsName))])),
      ("coders", map.coders.isEmpty ? nil : .list(map.coders.map(coder))),
      ("fieldwork", .mapping([("file", .text(EvidenceWriter.fieldworkName))])),
      ("outcomes", .mapping([("file", .text(EvidenceWriter.outcomesName))])),
      ("mi", .list(counts.map { .mapping([("file", .text($0.name)), ("cases", .texts($0.caseMeasures))]) })),
      ("comparison", map.countBases.isEmpty ? nil : .mapping([("per", .list(map.countBases.map(base)))])),
      ("claims", .list(map.claims.map(claim))),
      ("theory", map.theory.isEmpty ? nil : .list(map.theory.map(step))),
      ("expectations", .list(map.expectations.map(expectation))),
      ("figures", .list(map.figures.map(figure))),
      ("positions", map.positions.isEmpty ? nil : .list(map.positions.map(position))),
      ("drawing", drawing(map.drawing, isOfMap: true)),
      ("page", page),
      ("report", map.report.isEmpty ? nil : .list(map.report.map(reportSection))), ("disclosure", disclosure),
    ])
  }

  // MARK: What is on the map

  private func source(_ source: Citation) -> YAMLText {
    .mapping([
      ("title", .text(source.title)), ("publisher", given(source.publisher)), ("year", given(source.year)),
      ("reference", given(source.reference)), ("licence", given(source.licence)),
    ])
  }

  private func area(_ area: Area) -> YAMLText {
    .mapping([
      ("id", .text(area.id.rawValue)), ("name", .text(area.name)), ("aliases", given(area.aliases)),
      ("contains", given(area.contains.map(\.rawValue))),
    ])
  }

  private func period(_ period: Period) -> YAMLText {
    .mapping([
      ("name", .text(period.name)), ("from", period.from.map { .text($0.description) }),
      ("to", period.to.map { .text($0.description) }), ("contains", given(period.contains)),
      ("aliases", given(period.aliases)),
    ])
  }

  private func measure(_ measure: MeasureParts) -> YAMLText {
    .mapping([("name", .text(measure.name)), ("parts", given(measure.parts))])
  }

  var legend: YAMLText {
    .mapping([
      (
        "roles",
        .list(
          map.legend.roles.values.map { role in
            .mapping([
              ("id", .text(role.id.rawValue)), ("name", .text(role.name)), ("shape", .text(role.shape.rawValue)),
              ("definition", given(role.definition)), ("activity", given(role.isActivity)),
            ])
          })
      ),
      (
        "sectors",
        .list(
          map.legend.sectors.values.map { sector in
            .mapping([
              ("id", .text(sector.id.rawValue)), ("name", .text(sector.name)),
              ("fill", .text(sector.fill.description)), ("outline", .text(sector.outline.description)),
            ])
          })
      ),
      ("families", .list(map.legend.families.values.map(family))),
      (
        "stages",
        .list(map.legend.stages.values.map { .mapping([("id", .text($0.id.rawValue)), ("name", .text($0.name))]) })
      ),
    ])
  }

  private func family(_ family: Family) -> YAMLText {
    .mapping([
      ("id", .text(family.id.rawValue)), ("name", .text(family.name)), ("support", given(family.isSupport)),
      ("direction", given(family.direction)),
      ("heading", family.heading == family.name ? nil : .text(family.heading)),
      ("line", .text(family.line.rawValue)), ("head", .text(family.head.rawValue)),
      ("color", family.color.map { .text($0.description) }),
    ])
  }

  private func relation(_ relation: Relation) -> YAMLText {
    .mapping([
      ("id", .text(relation.id.rawValue)), ("family", .text(relation.family.rawValue)),
      ("label", .text(relation.label)), ("plural", .text(relation.pluralLabel)),
      ("directed", relation.isDirected ? nil : .flag(false)),
    ])
  }

  private func actor(_ actor: MapActor) -> YAMLText {
    .mapping([
      ("id", .text(actor.id.rawValue)), ("name", .text(actor.name)),
      ("short", actor.shortName == actor.name ? nil : .text(actor.shortName)), ("role", .text(actor.role.rawValue)),
      ("also", given(actor.otherRoles.map(\.rawValue))), ("sector", .text(actor.sector.rawValue)),
      ("stage", .text(actor.stage.rawValue)), ("beneficiary", given(actor.isBeneficiary)),
      ("plural", given(actor.isPlural)), ("from-records", given(actor.isFromRecords)),
      ("aliases", given(actor.aliases)), ("group", actor.group.map { .text($0.rawValue) }),
      ("description", given(actor.description)),
      ("names", pairs(actor.namesInAreas.map { ($0.key.rawValue, .text($0.value)) })),
      ("attributes", pairs(actor.attributes.map { ($0.key, value(of: $0.value)) })),
    ])
  }

  private func value(of attribute: ActorAttribute) -> YAMLText {
    switch attribute {
    case .text(let text): .text(text)
    case .number(let number): .decimal(number)
    }
  }

  private func pairs(_ pairs: [(key: String, value: YAMLText)]) -> YAMLText? {
    pairs.isEmpty ? nil : .pairs(pairs)
  }

  private func informant(_ group: InformantGroup) -> YAMLText {
    let actors = group.speaksFor.sorted { (map.position($0), $0) < (map.position($1), $1) }
    return .mapping([
      ("id", .text(group.id.rawValue)), ("name", .text(group.name)), ("aliases", given(group.aliases)),
      ("speaks-for", group.speaksForNobody && actors.isEmpty ? .list([]) : given(actors.map(\.rawValue))),
    ])
  }

  private func coder(_ coder: Coder) -> YAMLText {
    .mapping([("name", .text(coder.name)), ("documents", given(coder.documents))])
  }

  // MARK: What is asked and shown

  private func base(_ base: CountBase) -> YAMLText {
    .mapping([("measure", .text(base.measure)), ("name", .text(base.name))])
  }

  private func claim(_ claim: Claim) -> YAMLText {
    let extent: YAMLText? =
      switch claim.extent {
      case .programme: nil
      case .everyArea: .text("all")
      case .someArea: .text("some")
      case .areas(let areas): .texts(areas.map(\.rawValue))
      }
    return .mapping([
      ("id", .text(claim.id.rawValue)), ("words", .text(claim.words)), ("reference", given(claim.reference)),
      field(claim.condition), ("absent", given(claim.isDenial)), ("in", extent),
      ("period", claim.period.map(YAMLText.text)),
    ])
  }

  private func step(_ step: TheoryStep) -> YAMLText {
    .mapping([
      ("id", .text(step.id.rawValue)), ("words", .text(step.words)), ("reference", given(step.reference)),
      ("claims", given(step.claims.map(\.rawValue))),
    ])
  }

  private func reportSection(_ section: ReportSection) -> YAMLText {
    .mapping([
      ("section", .text(section.content.rawValue)), ("title", given(section.title)), ("words", given(section.words)),
      ("figures", given(section.figures.map(\.rawValue))),
    ])
  }

  private func expectation(_ expectation: Expectation) -> YAMLText {
    .mapping([
      ("id", .text(expectation.id.rawValue)), ("because", .text(expectation.reason)),
      ("reference", given(expectation.reference)), field(expectation.condition),
      ("in", .text(expectation.extent.rawValue)), ("period", expectation.period.map(YAMLText.text)),
    ])
  }

  /// The id of a selection; the name of a sector or a role whose id is an actor's, since an actor would be read then.
  func name(_ selection: ActorSelection) -> YAMLText {
    func free(_ spellings: [String?]) -> YAMLText {
      let known = spellings.compactMap(\.self)
      return .text(known.first { actorNames[$0] == nil } ?? known.first ?? "")
    }
    return switch selection {
    case .actor(let actor): .text(map.lookedFor[actor] ?? actor.rawValue)
    case .sector(let sector): free([sector.rawValue, map.legend.sectors[sector]?.name])
    case .role(let role): free([role.rawValue, map.legend.roles[role]?.name])
    }
  }

  private func figure(_ figure: FigureDefinition) -> YAMLText {
    var (isLegend, selection) = (true, FigureDefinition.Selection())
    if case .map(let shown) = figure.content { (isLegend, selection) = (false, shown) }
    let show: YAMLText? =
      selection == FigureDefinition.Selection() && figure.form == nil
      ? nil
      : .mapping([
        ("actors", given(selection.actors.map(\.rawValue))), ("relations", given(selection.relations.map(\.rawValue))),
        ("families", given(selection.families.map(\.rawValue))), ("references", given(selection.references)),
        ("attributions", given(selection.attributions.map(\.rawValue))),
        ("collapse", collapse(selection.collapse)),
        (
          "around",
          selection.around.map {
            .mapping([("actor", .text($0.actor.rawValue)), ("steps", .number($0.steps))])
          }
        ), ("as", figure.form.map { .text($0.rawValue) }),
      ])
    return .mapping([
      ("id", .text(figure.id.rawValue)), ("number", given(figure.number)), ("title", .text(figure.title)),
      ("message", given(figure.message)),
      ("legend", isLegend ? .flag(true) : figure.drawing.legend.map { .text($0.rawValue) }), ("show", show),
      ("area", figure.scope.area.map { .text($0.rawValue) }), ("period", figure.scope.period.map(YAMLText.text)),
      ("widths", figure.weighsCases ? .text("cases") : nil),
      ("lines", figure.tellsRelations ? .text("by-relation") : figure.weighsFrequency ? .text("frequency") : nil),
      ("sizes", figure.sizedBy.map(YAMLText.text)), ("drawing", drawing(figure.drawing, isOfMap: false)),
    ])
  }

  private func position(_ position: ActorPosition) -> YAMLText {
    .mapping([
      ("figure", position.figure.map { .text($0.rawValue) }), ("actor", .text(position.actor.rawValue)),
      ("x", .decimal(position.x)), ("y", .decimal(position.y)),
    ])
  }

  private var page: YAMLText? {
    let fields: Fields = [
      ("steps", map.pageSteps.isEmpty ? nil : .list(map.pageSteps.map(step))),
      ("words", map.pageWords.isEmpty ? nil : .list(map.pageWords.map(word))),
    ]
    return fields.contains { $0.value != nil } ? .mapping(fields) : nil
  }

  private func word(_ word: PhraseTranslation) -> YAMLText {
    .mapping(
      [("english", .text(word.english)), ("translation", given(word.translation))]
        + PhraseTranslation.formNames.map { ($0, word.forms[$0].map(YAMLText.text)) })
  }

  private func step(_ step: PageStep) -> YAMLText {
    .mapping([("text", .text(step.text)), ("view", given(step.view))])
  }

  /// - Parameter isOfMap: whether the settings hold for all figures; one figure says by itself where its legend stands.
  private func drawing(_ settings: DrawingSettings, isOfMap: Bool) -> YAMLText? {
    let fields: Fields = [
      ("legend", isOfMap ? settings.legend.map { .text($0.rawValue) } : nil),
      ("title", settings.showsTitle.map(YAMLText.flag)), ("width", settings.width.map(length)),
      ("height", settings.height.map(length)), ("text", settings.textSize.map(length)),
    ]
    return fields.contains { $0.value != nil } ? .mapping(fields) : nil
  }

  /// A length as it can be read again, without a decimal point where it is whole.
  private func length(_ value: Double) -> YAMLText {
    value == value.rounded() ? .number(Int(value)) : .text(String(value))
  }

  private func collapse(_ collapse: Collapse?) -> YAMLText? {
    switch collapse {
    case nil: nil
    case .all: .flag(true)
    case .groups(let chosen): .texts(chosen.sorted().map(\.rawValue))
    }
  }

  private var disclosure: YAMLText {
    let settings = map.disclosure
    return .mapping([
      ("minimum", .number(settings.minimum)), ("rounding", .number(settings.rounding)),
      ("symbol", .text(settings.symbol)), ("zeros", .text(settings.zeros.rawValue)),
      ("excerpts", .text(settings.excerpts.rawValue)), ("aliases", .text(settings.aliases.rawValue)),
      ("with", given(settings.publishedWith)),
      ("sums", settings.sums.isEmpty ? nil : .list(settings.sums.map(sum))),
    ])
  }

  private func sum(_ sum: DeclaredSum) -> YAMLText {
    let isProgramme = sum.dimension == .areas && sum.total.isEmpty
    return .mapping([
      ("of", .text(sum.dimension.rawValue)), ("total", .text(isProgramme ? "programme" : sum.total)),
      ("parts", .texts(sum.parts)), ("holds", sum.holds ? nil : .flag(false)),
    ])
  }

  // MARK: What need not be said

  func given(_ text: String) -> YAMLText? { text.isEmpty ? nil : .text(text) }
  func given(_ texts: [String]) -> YAMLText? { texts.isEmpty ? nil : .texts(texts) }
  func given(_ flag: Bool) -> YAMLText? { flag ? .flag(true) : nil }
}
