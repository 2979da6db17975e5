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
  /// What cannot be drawn as it is meant, each in a sentence without a full stop: names of the actors that it shows, and
  /// relations that cannot be told apart.
  var faultsInWords: [String] {
    let names = FigureNames.faults(in: content)
    let stages =
      areStagesMixed
      ? [
        "figure \(definition.id): positions put actors among those of another stage, so that no stage has a frame; move"
          + " them, or change their stage"
      ] : []
    guard let count = content.relationsUntold else { return names + stages }
    return names + stages + [
      "figure \(definition.id): it shows \(count) relations, and lines can tell \(RelationLook.most) apart; so they tell"
        + " families only. Choose relations by `show: {relations: [...]}`, or make several figures of it"
    ]
  }
  /// The width of the drawing, in points.
  public var width: Double { scene.width }
  /// The height of the drawing, in points.
  public var height: Double { scene.height }

  /// The form in which it is drawn; `nil` for a legend alone.
  public let form: FigureDefinition.Form?

  /// Where the actors of a network stand, in the order of the map.
  public private(set) var positions: [ActorPosition] = []
  /// Whether stages have no frames, since actors were placed among those of another one.
  private var areStagesMixed = false

  /// The drawing, as it stands on its paper.
  package let scene: Scene
  /// What became of the size that was asked for.
  let fit: FigurePaper.Fit
  /// What it says, if it is no network.
  let words: FigureWords?
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
    self.init(
      FigureView(definition, of: published, in: scope, marks: marks, isFiltered: isFiltered), style: style,
      layout: layout)
  }

  /// Lays out a figure in the form that its definition names; without one, as a network.
  init(_ view: FigureView, style: FigureStyle, layout: any FigureLayout = LayeredLayout()) {
    let (content, map) = (view.content, view.published.map)
    (published, scope, self.content) = (view.published, view.scope, content)
    var style = style
    // The picture on a page is as large as it is, with its legend below.
    style.drawing =
      view.isFiltered ? DrawingSettings() : style.drawing.over(view.definition.drawing).over(map.drawing)
    var named = view.definition
    named.drawing = style.drawing
    definition = named
    let paper = FigurePaper(style.drawing, for: style.use, fontSize: style.metrics.fontSize)
    var canvas = FigureCanvas(name: definition.id.rawValue, style: style)
    form = definition.content == .legend ? nil : definition.form ?? .network
    guard form == nil || form == .network else {
      let drawn: Scene
      (drawn, faults, words) = Self.drawing(of: view, style: style, layout: layout)
      (scene, fit) = paper.fitted(drawn, heading: named.heading, message: named.message)
      return
    }
    words = nil
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
      let byHand = map.positions.places(in: definition.id)
      let layout = byHand.isEmpty ? layout : LayoutByHand(content.actors, at: byHand)
      let placed = layout.placed(graph, metrics)
      faults = LayoutFaults(of: placed, graph)
      positions = placed.positions(of: content.actors, in: definition.id)
      areStagesMixed = placed.stages.isEmpty && !content.actors.isEmpty
      canvas.draw(content, placed, on: map)
    }
    canvas.draw(FigureLegend(of: content, on: map))
    if published.isForTeam { canvas.drawBelow(Audience.teamOnly) }
    (scene, fit) = paper.fitted(
      canvas.scene(titles: content.elementTitles(on: map)), heading: named.heading, message: named.message)
  }
}
