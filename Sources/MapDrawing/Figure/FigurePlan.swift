import MapAnalysis
public import MapDisclosure
public import MapModel
package import MapReports
import OrderedCollections

/// A figure, laid out and ready to be drawn in any format.
///
/// It holds the place of everything, so that it looks the same in every format and wherever it is drawn: plain `dot`
/// redraws its DOT text.
public struct FigurePlan: Sendable {
  /// The definition of the figure.
  public let definition: FigureDefinition
  /// What makes the drawing hard to read, counted.
  public let faults: LayoutFaults
  /// The width of the drawing, in points.
  public var width: Double { scene.width }
  /// The height of the drawing, in points.
  public var height: Double { scene.height }

  /// The drawing, as it stands on its paper.
  package let scene: Scene
  /// What became of the size that was asked for.
  let fit: FigurePaper.Fit
  package let content: FigureContent
  let published: PublishedMap
  let scope: Scope

  /// The map.
  var map: NetworkMap { published.map }

  /// Lays out a figure of a map, or of what is placed in an area or a period, which the title then names.
  ///
  /// What is asked for goes before the area and the period that the definition names.
  /// - Complexity: a search for few crossings whose effort is bounded; see ``LayoutFaults`` for what is left.
  public init(
    _ definition: FigureDefinition, of map: PublishedMap, in scope: Scope = .wholeMap,
    style: FigureStyle = FigureStyle()
  ) {
    self.init(definition, of: map, in: scope, style: style, marks: nil)
  }

  /// Lays out a map, or one of its areas, with its gaps marked: missing actors and connections, and actors on whom
  /// others hang alone.
  /// - Returns: `nil` if there is nothing to be marked.
  /// - Complexity: that of a figure without marks.
  public init?(gapsOf map: PublishedMap, in scope: Scope = .wholeMap, style: FigureStyle = FigureStyle()) {
    let marks = GapMarks(map.map.gaps(in: scope), in: scope, on: map.map)
    if marks.isEmpty { return nil }
    let place = (scope.area.map { "-\($0)" } ?? "") + (scope.period.map { "-\($0.slug(longest: 30))" } ?? "")
    let id = FigureDefinition.ID(String("gaps\(place)".prefix(64))) ?? "gaps"
    let definition = FigureDefinition(
      id, title: "Gaps of the map" + map.map.narrowingRemark,
      message: "What is expected and missing, and who carries others alone.",
      content: .map(.init()))
    var muted = style
    muted.isMuted = true
    self.init(definition, of: map, in: scope, style: muted, marks: marks)
  }

  package init(
    _ definition: FigureDefinition, of published: PublishedMap, in scope: Scope, style: FigureStyle, marks: GapMarks?,
    layout: any FigureLayout = LayeredLayout(), isFiltered: Bool = false
  ) {
    let scope = Scope(area: scope.area ?? definition.scope.area, period: scope.period ?? definition.scope.period)
    var selection = FigureDefinition.Selection()
    if case .map(let chosen) = definition.content { selection = chosen }
    let published = (selection.collapse.map(published.collapsing) ?? published).naming(in: scope)
    let map = published.map
    selection = selection.grouped(as: map.grouped)
    var named = definition
    // A title that says what it is of need not say it twice.
    let names = map.names(of: scope).filter { definition.scope.isWholeMap || !definition.title.contains($0) }
    if !names.isEmpty { named.title += ": \(names.joined(separator: ", "))" }
    var style = style
    // The picture on a page is as large as it is, with its legend below.
    style.drawing =
      isFiltered ? DrawingSettings() : style.drawing.over(definition.drawing).over(published.map.drawing)
    named.drawing = style.drawing
    self.definition = named
    let paper = FigurePaper(style.drawing, for: style.use, fontSize: style.metrics.fontSize)
    self.published = published
    self.scope = scope
    var content = FigureContent(
      selection, of: map, in: scope, weighsCases: definition.weighsCases,
      weighsFrequency: definition.weighsFrequency, marks: marks, isFiltered: isFiltered)
    content.size(by: definition.sizedBy)
    self.content = content
    var canvas = FigureCanvas(name: definition.id.rawValue, style: style)
    if definition.content == .legend {
      faults = LayoutFaults()
    } else {
      let graph = canvas.graph(of: content, on: map)
      paper.prepare(&canvas.style.metrics, for: graph)
      var metrics = canvas.style.metrics
      // Letters that are just legible on the page.
      let page = (metrics.room ?? LayoutMetrics.page(for: graph)).width / metrics.legibleSize * metrics.fontSize
      metrics.legend = canvas.size(of: FigureLegend(of: content, on: map), within: page)
      metrics.isLegendBeside = style.drawing.legend == .beside
      let placed = layout.placed(graph, metrics)
      faults = LayoutFaults(of: placed, graph)
      canvas.draw(content, placed, on: map)
    }
    canvas.draw(FigureLegend(of: content, on: map))
    if published.isForTeam { canvas.drawBelow(Audience.teamOnly) }
    (scene, fit) = paper.fitted(
      canvas.scene(titles: content.elementTitles(on: map)), heading: named.heading, message: named.message)
  }
}
