public import Graphviz
import MapAnalysis
public import MapDisclosure
public import MapModel
import OrderedCollections

/// A figure, laid out and ready to be drawn in any format.
///
/// The document holds the place of everything, so that it looks the same in every format and wherever it is drawn
/// (with `neato -n2` outside this package).
public struct FigureDrawing: Sendable {
  /// The definition of the figure.
  public let definition: FigureDefinition
  /// The drawing in the DOT language, with places.
  public let document: DOTDocument
  /// What makes the drawing hard to read, counted.
  public let faults: LayoutFaults
  /// The width of the drawing, in points.
  public let width: Double
  /// The height of the drawing, in points.
  public let height: Double

  package let content: FigureContent
  let published: PublishedMap
  let scope: Scope

  /// The map.
  var map: NetworkMap { published.map }

  static let margin = 8.0

  /// Lays out a figure of a map, or of what is placed in one of its areas, which the title then names.
  /// - Complexity: a search for few crossings whose effort is bounded; see ``LayoutFaults`` for what is left.
  public init(_ definition: FigureDefinition, of map: PublishedMap, in scope: Scope = .wholeMap) {
    self.init(definition, of: map, in: scope, style: FigureStyle())
  }

  /// Lays out a map, or one of its areas, with its gaps marked: missing actors and connections, and actors on whom
  /// others hang alone.
  /// - Returns: `nil` if there is nothing to be marked.
  /// - Complexity: that of a figure without marks.
  public init?(gapsOf map: PublishedMap, in scope: Scope = .wholeMap) {
    let marks = GapMarks(map.map.gaps(in: scope), in: scope)
    if marks.isEmpty { return nil }
    let id = scope.area.flatMap { FigureDefinition.ID("gaps-\($0)") } ?? "gaps"
    let definition = FigureDefinition(
      id, title: "Gaps of the map", message: "What is expected and missing, and who carries others alone.",
      content: .map(.init()))
    self.init(definition, of: map, in: scope, style: FigureStyle(isMuted: true), marks: marks)
  }

  package init(
    _ definition: FigureDefinition, of published: PublishedMap, in scope: Scope, style: FigureStyle, marks: GapMarks? = nil
  ) {
    let map = published.map
    var named = definition
    if let area = scope.area.flatMap({ map.areas[$0] }) { named.title += ": \(area.name)" }
    self.definition = named
    self.published = published
    self.scope = scope
    let selection: FigureDefinition.Selection
    switch definition.content {
    case .legend: selection = FigureDefinition.Selection()
    case .map(let chosen): selection = chosen
    }
    content = FigureContent(selection, of: map, in: scope, weighsCases: definition.weighsCases, marks: marks)
    var canvas = FigureCanvas(name: definition.id.rawValue, style: style)
    if definition.content == .legend {
      faults = LayoutFaults()
    } else {
      let graph = canvas.graph(of: content, on: map)
      // Letters of about 8 pt on a page of a report.
      let page = LayoutMetrics.page(for: graph).width / 8 * style.metrics.fontSize
      let legend = FigureLegend(of: content, on: map).drawing(left: 0, top: 0, width: page, style: style)
      var metrics = style.metrics
      metrics.legend = (legend.width, legend.height)
      let layout = LayeredLayout(graph, metrics: metrics)
      faults = LayoutFaults(of: layout, graph)
      canvas.draw(content, layout, on: map)
    }
    canvas.draw(FigureLegend(of: content, on: map))
    if published.isForTeam { canvas.drawBelow(Audience.teamOnly) }
    document = canvas.document
    width = canvas.width
    height = canvas.height
  }
}
