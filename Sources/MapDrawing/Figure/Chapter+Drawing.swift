import Documents
import MapAnalysis
public import MapDisclosure
public import MapModel
public import MapReports
import XML

extension Chapter {
  /// Writes the chapter of a map, with the figures that it shows.
  /// - Parameters:
  ///   - scope: the area and the period of which it is told.
  ///   - reading: how the map was read, for the same audience; without it nothing is said of the quality of its files.
  ///   - style: how figures look; they are drawn for pages of A4, with pictures of 300 dots per inch beside the SVG.
  ///   - progress: is told the title of each figure before it is drawn.
  /// - Throws: ``FigureError`` if a figure cannot be drawn.
  /// - Complexity: that of all its figures and reports.
  public init(
    drawing published: PublishedMap, in scope: Scope = .wholeMap, reading: PublishedReading? = nil,
    style: FigureStyle = FigureStyle(), progress: (String) -> Void = { _ in }
  ) throws(FigureError) {
    var style = style
    style.use = .print
    let outline = ChapterOutline(of: published, in: scope)
    let definitions = published.map.drawnFigures
    var figures = ChapterFigures()
    // The ids of one picture are unlike those of all others.
    var names = DistinctNames()
    for id in outline.figures {
      guard let definition = definitions.first(where: { $0.id == id }) else { continue }
      progress(definition.heading)
      var drawn: [ChapterFigure] = []
      for plan in FigurePlan.plans(definition, of: published, in: scope, style: style) {
        drawn.append(try plan.inChapter(as: names.name(plan.definition.id.rawValue)))
      }
      figures.ofMap[id.rawValue] = drawn
    }
    if outline.has(.gaps), let plan = FigurePlan(gapsOf: published, in: scope, style: style), !plan.isTooLarge {
      progress(plan.definition.heading)
      var drawn = try plan.inChapter(as: names.name(plan.definition.id.rawValue))
      // The sentences below it say the same.
      drawn.blocks = []
      figures.ofGaps = [drawn]
    }
    if let areas = outline.areas {
      figures.ofAreas = try Self.figures(of: areas, as: names.name("areas"), style, progress)
    }
    if let periods = outline.periods {
      figures.ofPeriods = try Self.figures(of: periods, as: names.name("periods"), style, progress)
    }
    self.init(of: published, in: scope, reading: reading, outline: outline, figures: figures)
  }
}

extension Chapter {
  /// On how many sides each connection is; nothing if there are more than can be seen.
  private static func figures(
    of comparison: PublishedComparison, as id: String, _ style: FigureStyle, _ progress: (String) -> Void
  ) throws(FigureError) -> [ChapterFigure] {
    let isTooLarge =
      comparison.actors.count > FigurePlan.mostActors || comparison.connections.count > FigurePlan.mostLines
    if isTooLarge { return [] }
    var union = ComparisonFigures(comparison, style: style)[ComparisonFigures.union]
    union.id = id
    progress(union.heading)
    return [try union.inChapter(title: union.heading)]
  }
}

extension FigurePlan {
  /// Whether a network of it cannot be read.
  fileprivate var isTooLarge: Bool { actorCount > Self.mostActors || lineCount > Self.mostLines }

  /// The figure as a chapter shows it, under an id that no other has.
  fileprivate func inChapter(as id: String) throws(FigureError) -> ChapterFigure {
    let words = self.words ?? TextAlternative(of: definition, showing: content, on: published, in: scope).words
    var figure = figure
    figure.id = id
    return try figure.inChapter(
      number: definition.number, title: definition.title, message: definition.message, blocks: words.blocks)
  }
}

extension Figure {
  /// The figure as a chapter shows it.
  fileprivate func inChapter(
    number: String = "", title: String, message: String = "", blocks: [Document.Block] = []
  ) throws(FigureError) -> ChapterFigure {
    var drawn = ChapterFigure(
      id: id, number: number, title: title, message: message, summary: summary, blocks: blocks,
      svg: try svg(isPrefixed: true).text, png: try scene.png(resolution: FigureUse.print.resolution), width: width,
      height: height)
    drawn.textSize = textSize
    return drawn
  }
}
