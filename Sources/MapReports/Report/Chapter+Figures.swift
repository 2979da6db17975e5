import Documents
import MapAnalysis
import MapModel
import OrderedCollections

extension Chapter {
  /// A figure as a section: what it says, the picture, and what it shows in sentences.
  func figureSections(_ id: FigureDefinition.ID) -> [Article.Section] {
    (figures.ofMap[id.rawValue] ?? []).map(section)
  }

  func section(_ figure: ChapterFigure) -> Article.Section {
    var section = Article.Section(figure.title, dividing: figure.blocks)
    let message: [Document.Block] = figure.message.isEmpty ? [] : [.paragraph(figure.message)]
    section.blocks = message + [.picture(figure.picture)] + section.blocks
    return section
  }

  /// How many are on the map, the figures of it, and who they are.
  func overviewSection(_ ids: [FigureDefinition.ID]) -> Article.Section {
    let shown = ids.flatMap { figures.ofMap[$0.rawValue] ?? [] }
    var section = Article.Section(
      "", [.paragraph("The map has \(map.evidenceInWords(in: scope)).")] + published.opening,
      sections: shown.map(self.section))
    let groups = map.groupSentence().map { [Document.Block.paragraph($0)] } ?? []
    section.blocks += groups
    if !actorTable.rows.isEmpty { section.sections.append(Article.Section("Who is on the map", [.table(actorTable)])) }
    return section
  }

  /// The actors that are on the map in the scope, with what they are.
  private var actorTable: Document.Table {
    let onMap = map.actorsOnMap(in: scope)
    let actors = map.actors.values.filter { onMap.contains($0.id) }
    if actors.count > Self.mostActors { return sectorTable(actors) }
    return Document.Table(
      ["Actor", "Main role", "Further roles", "Sector", "Stage", "Description"],
      rows: actors.map { actor in
        [
          actor.name, map.legend.roles[actor.role]?.name ?? "",
          actor.otherRoles.compactMap { map.legend.roles[$0]?.name }.joined(separator: ", "),
          map.legend.sectors[actor.sector]?.name ?? "", map.legend.stages[actor.stage]?.name ?? "", actor.description,
        ]
      }, caption: "Actors on the map")
  }

  /// Of very many actors, how many each sector has.
  private func sectorTable(_ actors: [MapActor]) -> Document.Table {
    let sectors = map.legend.sectors.values.filter { sector in actors.contains { $0.sector == sector.id } }
    let stages = map.legend.stages.values.filter { stage in actors.contains { $0.stage == stage.id } }
    return Document.Table(
      ["Sector"] + stages.map(\.name) + ["Actors"], numbers: Set(1...(stages.count + 1)),
      rows: sectors.map { sector in
        let own = actors.filter { $0.sector == sector.id }
        return [sector.name] + stages.map { stage in own.count { $0.stage == stage.id }.grouped } + [own.count.grouped]
      }, caption: "Actors by sector and stage")
  }

  /// More rows are no reading.
  static let mostActors = 120
  static let mostConnections = 200
}
