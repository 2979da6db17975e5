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
    for id in outline.figures {
      guard let definition = definitions.first(where: { $0.id == id }) else { continue }
      progress(definition.heading)
      var drawn: [ChapterFigure] = []
      for plan in FigurePlan.plans(definition, of: published, in: scope, style: style) {
        drawn.append(try plan.chapterFigure)
      }
      figures.ofMap[id.rawValue] = drawn
    }
    if outline.has(.gaps), let plan = FigurePlan(gapsOf: published, in: scope, style: style), !plan.isTooLarge {
      progress(plan.definition.heading)
      var drawn = try plan.chapterFigure
      // The sentences below it say the same.
      drawn.blocks = []
      figures.ofGaps = [drawn]
    }
    if outline.has(.areas), let areas = published.comparisonOfAreas(in: scope) {
      figures.ofAreas = try Self.figures(of: areas, style, progress)
    }
    if outline.has(.periods), let periods = published.comparisonOfPeriods(in: scope) {
      figures.ofPeriods = try Self.figures(of: periods, style, progress)
    }
    self.init(of: published, in: scope, reading: reading, outline: outline, figures: figures)
  }
}

extension Chapter {
  /// All sides on one sheet; none if there are more than can be seen there.
  private static func figures(
    of comparison: PublishedComparison, _ style: FigureStyle, _ progress: (String) -> Void
  ) throws(FigureError) -> [ChapterFigure] {
    let isTooLarge =
      comparison.actors.count > FigurePlan.mostActors || comparison.connections.count > FigurePlan.mostLines
    if comparison.sides.count > mostSides || isTooLarge { return [] }
    let sheet = ComparisonFigures(comparison, style: style)[0]
    progress(sheet.heading)
    return [try sheet.inChapter(title: sheet.heading)]
  }

  private static let mostSides = 8
}

extension FigurePlan {
  /// Whether a network of it cannot be read.
  fileprivate var isTooLarge: Bool { actorCount > Self.mostActors || lineCount > Self.mostLines }

  /// The figure as a chapter shows it.
  var chapterFigure: ChapterFigure {
    get throws(FigureError) {
      let words = self.words ?? TextAlternative(of: definition, showing: content, on: published, in: scope).words
      return try figure.inChapter(
        number: definition.number, title: definition.title, message: definition.message, blocks: words.blocks)
    }
  }
}

extension Figure {
  /// The figure as a chapter shows it.
  func inChapter(
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
