import MapModel
import OrderedCollections
import YAML

extension DefinitionReader {
  mutating func readFigure(_ node: YAMLNode) {
    guard
      let fields = fields(of: node, in: .figures),
      let id: FigureDefinition.ID = yaml.identifier(fields, "id")
    else { return }
    let title = yaml.prose(fields, "title", isRequired: true)
    let (isLegend, place) = readLegendPlace(fields)
    var drawing = readDrawing(fields, keys: ["title", "width", "height", "text"])
    drawing.legend = place
    let (selection, form) = readSelection(fields)
    let scope = readScope(fields)
    enum Widths: String, CaseIterable { case cases }
    let widths: Widths? = yaml.choice(fields, "widths")
    enum Lines: String, CaseIterable {
      case frequency
      case relation = "by-relation"
    }
    let lines: Lines? = yaml.choice(fields, "lines")
    if widths != nil, lines == .frequency {
      yaml.report(
        fields.values["lines"], .unusedKey,
        "A line has one width: `widths: cases` and `lines: frequency` exclude each other; delete one, or make two figures"
      )
    }
    let sizes = yaml.text(fields, "sizes")
    if let sizes, !definition.actors.contains(where: { $0.attributes[sizes]?.number != nil }) {
      yaml.report(
        fields.values["sizes"], .unknownValue,
        "No actor has a number \(sizes.quotedInMessage) among its `attributes:`, so that sizes tell nothing")
    }
    guard !isTaken(id, "figure", fields), let title else { return }
    take(id, "figure")
    for key in ["show", "area", "period"] where isLegend && fields.has(key) {
      yaml.report(
        fields.values[key], .unusedKey, "A figure of the legend shows all of it; delete `\(key):` or `legend:`")
    }
    definition.figures.append(
      FigureDefinition(
        id, number: yaml.prose(fields, "number") ?? "", title: title, message: yaml.prose(fields, "message") ?? "",
        content: isLegend ? .legend : .map(selection), in: isLegend ? .wholeMap : scope,
        weighsCases: widths == .cases,
        weighsFrequency: lines == .frequency && widths == nil, tellsRelations: lines == .relation, sizedBy: sizes,
        form: isLegend ? nil : form, drawing: drawing))
  }

  /// Whether a figure is of the legend alone, and else where its legend stands.
  private mutating func readLegendPlace(
    _ fields: YAMLReader.Fields
  ) -> (isLegend: Bool, place: DrawingSettings.LegendPlace?) {
    guard let node = fields.values["legend"] else { return (false, nil) }
    // `off` is also how YAML says no.
    if let text = node.scalar?.string, let place = DrawingSettings.LegendPlace(rawValue: text) { return (false, place) }
    if let flag = node.bool { return (flag, nil) }
    yaml.report(
      node, .unknownValue,
      "`legend` of \(fields.what) should be inside, beside or off, or true for a figure of the legend alone")
    return (false, nil)
  }

  /// The area and the period of which a figure shows the map.
  private mutating func readScope(_ fields: YAMLReader.Fields) -> Scope {
    var scope = Scope(period: period(fields, "period"))
    guard let text = yaml.text(fields, "area") else { return scope }
    scope.area = definition.areaNames[text]
    if scope.area == nil {
      reportUnknown("area", text, fields.values["area"]) { $0.areaNames.suggestion(for: text) }
    }
    return scope
  }

  private mutating func readSelection(
    _ fields: YAMLReader.Fields
  ) -> (FigureDefinition.Selection, FigureDefinition.Form?) {
    var selection = FigureDefinition.Selection()
    guard let node = fields.values["show"],
      let show = yaml.fields(
        of: node, as: "`show`",
        keys: ["actors", "relations", "families", "references", "attributions", "collapse", "around", "as"])
    else { return (selection, nil) }
    selection.actors = actors(show, "actors")
    selection.references = texts(show, "references")
    for (text, node) in yaml.texts(show, "relations") {
      if let relation = definition.relationNames[text] {
        selection.relations.append(relation)
      } else {
        reportUnknown("relation", text, node) { $0.relationNames.suggestion(for: text) }
      }
    }
    for (text, node) in yaml.texts(show, "families") {
      if let family = family(text, node) { selection.families.append(family) }
    }
    for (text, node) in yaml.texts(show, "attributions") {
      if let attribution = Attribution(rawValue: text) {
        selection.attributions.append(attribution)
      } else {
        yaml.report(
          node, .unknownValue, "\(text.quotedInMessage) is not an attribution; write before, beside or because")
      }
    }
    selection.collapse = collapse(show)
    selection.around = around(show)
    return (selection, yaml.choice(show, "as"))
  }

  /// The surroundings of an actor: its name alone, or with the number of steps.
  private mutating func around(_ show: YAMLReader.Fields) -> Neighbourhood? {
    guard let node = show.values["around"] else { return nil }
    guard node.mapping != nil else {
      return yaml.text(show, "around") == nil ? nil : actors(show, "around").first.map { Neighbourhood(of: $0) }
    }
    guard let fields = yaml.fields(of: node, as: "`around`", keys: ["actor", "steps"]),
      yaml.text(fields, "actor", isRequired: true) != nil
    else { return nil }
    let steps = fields.has("steps") ? positive(fields, "steps") : 1
    guard let actor = actors(fields, "actor").first, let steps else { return nil }
    return Neighbourhood(of: actor, within: steps)
  }

  /// Which groups stand for their parts: `true` for all, or their names.
  private mutating func collapse(_ show: YAMLReader.Fields) -> Collapse? {
    guard let node = show.values["collapse"] else { return nil }
    if let flag = node.bool { return flag ? .all : nil }
    let chosen = actors(show, "collapse")
    for actor in chosen where !definition.actors.contains(where: { $0.group == actor }) {
      yaml.report(
        node, .unusedKey,
        "No actor is part of \(actor.rawValue.quotedInMessage); say `group: \(actor)` of those that are")
    }
    return .groups(Set(chosen))
  }
}
