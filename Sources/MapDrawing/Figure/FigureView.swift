import Documents
import MapDisclosure
import MapModel
import MapReports
import OrderedCollections

/// What a figure is of, before it is drawn: the map as its audience sees it, the words, and what is selected.
struct FigureView {
  /// The definition, with a title that says what it is of.
  var definition: FigureDefinition
  let published: PublishedMap
  let scope: Scope
  let content: FigureContent
  /// Whether all evidence of all actors is shown, so that numbers of the whole map are those of what is shown.
  let isWhole: Bool
  /// Whether it is the picture on a page, on which readers filter.
  let isFiltered: Bool

  /// Looks at a map, or at what is placed in an area or a period; what is asked for goes before what the definition names.
  init(
    _ definition: FigureDefinition, of published: PublishedMap, in scope: Scope, marks: GapMarks? = nil,
    isFiltered: Bool = false
  ) {
    let scope = Scope(area: scope.area ?? definition.scope.area, period: scope.period ?? definition.scope.period)
    var selection = FigureDefinition.Selection()
    if case .map(let chosen) = definition.content { selection = chosen }
    let published = (selection.collapse.map(published.collapsing) ?? published).naming(in: scope)
    let map = published.map
    selection = selection.grouped(as: map.grouped)
    var named = definition
    // A title that says what it is of need not say it twice.
    if let around = selection.around {
      let name = map.name(of: around.actor)
      // The map itself can be named after the actor.
      if !definition.title.replacing(map.title, with: "").contains(name) {
        named.title += ": within \(counted(around.steps, "step")) of \(name)"
      }
    }
    let names = map.names(of: scope).filter { definition.scope.isWholeMap || !definition.title.contains($0) }
    if !names.isEmpty { named.title += ": \(names.joined(separator: ", "))" }
    self.definition = named
    self.published = published
    self.scope = scope
    var content = FigureContent(
      selection, of: map, in: scope, weighsCases: definition.weighsCases,
      weighsFrequency: definition.weighsFrequency, tellsRelations: definition.tellsRelations, marks: marks,
      isFiltered: isFiltered)
    content.size(by: definition.sizedBy)
    self.content = content
    self.isFiltered = isFiltered
    var rest = selection
    (rest.collapse, rest.families, rest.relations) = (nil, [], [])
    isWhole = rest == FigureDefinition.Selection()
  }

  /// Whether a network of it cannot be read: letters are smaller than 5 points on a page of A3.
  ///
  /// Of random maps that are connected as unevenly as those of programmes, one of 100 actors and 300 lines can be read
  /// there, and one of 150 and 450 cannot: its letters have 3.9 points.
  var isTooLarge: Bool {
    definition.content != .legend
      && (content.actors.count > FigurePlan.mostActors || content.lines.count > FigurePlan.mostLines)
  }

  /// The same under another name, for one of several figures that stand in the place of one.
  func named(_ name: String) -> FigureView {
    var view = self
    let id = String("\(definition.id)-\(name)".suffix(64))
    let renamed = FigureDefinition.ID(id) ?? definition.id
    view.definition = FigureDefinition(
      renamed, number: definition.number, title: "\(definition.title): \(name)", message: definition.message,
      content: definition.content, in: definition.scope, weighsCases: definition.weighsCases,
      weighsFrequency: definition.weighsFrequency, tellsRelations: definition.tellsRelations,
      sizedBy: definition.sizedBy, form: definition.form, drawing: definition.drawing)
    return view
  }
}
