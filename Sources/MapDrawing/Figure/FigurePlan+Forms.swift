public import MapDisclosure
public import MapModel
import MapReports
import OrderedCollections

extension FigurePlan {
  /// The greatest number of actors of which a network can be read.
  public static let mostActors = 120
  /// The greatest number of lines of which a network can be read.
  public static let mostLines = 400

  /// Lays out a figure of a map; in the place of a network that could not be read, an overview and a matrix, unless the
  /// definition asks for a form.
  ///
  /// A network is too large with more than ``mostActors`` or ``mostLines``.
  /// - Complexity: O(n log n), where n is the number of connections with their evidence, and for a network that of its
  ///   layout.
  public static func plans(
    _ definition: FigureDefinition, of map: PublishedMap, in scope: Scope = .wholeMap,
    style: FigureStyle = FigureStyle()
  ) -> [FigurePlan] {
    let view = FigureView(definition, of: map, in: scope)
    guard definition.form == nil, view.isTooLarge else { return [FigurePlan(view, style: style)] }
    return [FigureDefinition.Form.overview, .matrix].map { form in
      var part = view.named(form.rawValue)
      part.definition.form = form
      return FigurePlan(part, style: style)
    }
  }

  /// The number of actors that it shows, each or in groups and sectors.
  public var actorCount: Int { content.actors.count }
  /// The number of lines that it has as a network.
  public var lineCount: Int { content.lines.count }

  /// Draws what is no network.
  static func drawing(
    of view: FigureView, style: FigureStyle, layout: any FigureLayout
  ) -> (Scene, LayoutFaults, FigureWords) {
    let (content, published, map) = (view.content, view.published, view.published.map)
    var canvas = FigureCanvas(name: view.definition.id.rawValue, style: style)
    var faults = LayoutFaults()
    let (titles, words): ([String: String], FigureWords)
    if view.definition.form == .overview {
      let overview = Overview(of: content, on: published, in: view.scope, countingCases: view.isWhole)
      let figure = OverviewFigure(overview, on: map, style: style)
      if content.actors.isEmpty {
        canvas.note()
      } else {
        var metrics = style.metrics
        // Room for numbers on lines, beside their heads.
        metrics.nodeGap = max(metrics.nodeGap, Badge.height + metrics.arrowLength + 14)
        metrics.columnGap = max(metrics.columnGap, figure.widestNumber + 36)
        let graph = figure.graph
        let placed = layout.placed(graph, metrics)
        faults = LayoutFaults(of: placed, graph)
        figure.draw(placed, on: &canvas)
        canvas.draw(overview.legend)
      }
      titles = figure.titles
      words = overview.words(of: view.definition, showing: content)
    } else {
      let matrix = ActorMatrix(of: content, on: published, in: view.scope)
      let figure = MatrixFigure(matrix, style: style)
      if content.actors.isEmpty {
        canvas.note()
      } else {
        figure.draw(on: &canvas)
        canvas.draw(matrix.legend)
      }
      titles = figure.titles
      words = matrix.words(of: view.definition, showing: content, in: view.scope)
    }
    if published.isForTeam { canvas.drawBelow(Audience.teamOnly) }
    return (canvas.scene(titles: titles), faults, words)
  }
}
