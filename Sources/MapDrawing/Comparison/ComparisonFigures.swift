import Documents
import MapAnalysis
import MapDisclosure
import MapModel
public import MapReports

/// The figures of a comparison: all sides on one sheet, each side at the same places, what differs between two, on how
/// many sides each connection is, and the matrix of what is known.
public struct ComparisonFigures: Sendable {
  private enum Plan: Sendable {
    case sheet
    case side(Int)
    case difference(Int, Int)
    case union
    case matrix(PresenceMatrix)
  }

  /// Differences of every pair are drawn for up to as many sides; more would fill a folder.
  public static let mostPairedSides = 5

  private let comparison: PublishedComparison
  private let union: UnionLayout
  private let style: FigureStyle
  private let plans: [Plan]
  /// What the largest drawings of sides take up.
  private let sideExtent: Frame
  private var ids: [String] = []
  private let namesAtFault: [String]

  /// Lays out a comparison; figures are drawn one by one when they are asked for.
  /// - Complexity: that of laying out all that is on any side.
  public init(_ comparison: PublishedComparison, style: FigureStyle = FigureStyle()) {
    self.comparison = comparison
    var style = style.besides(comparison.frame.legend)
    style.drawing = style.drawing.over(comparison.frame.drawing)
    self.style = style
    var wide = style
    // Many lines, and room for their signs.
    wide.metrics.columnGap = 38
    union = UnionLayout(comparison, style: wide)
    let sides = comparison.sides.indices
    let pairs =
      sides.count > Self.mostPairedSides
      ? [] : sides.flatMap { first in sides.dropFirst(first + 1).map { Plan.difference(first, $0) } }
    plans =
      [.sheet, .union] + PresenceMatrix.pages(of: comparison, style: style).map(Plan.matrix) + sides.map(Plan.side)
      + pairs
    let extents = sides.map { [union] in SideFigure(union, side: $0).extent }
    sideExtent = extents.dropFirst().reduce(extents.first ?? union.layout.frame) { $0.union($1) }
    namesAtFault = FigureNames.faults(in: union.content)
    var names = DistinctNames()
    for plan in plans { ids.append(names.name(wantedID(of: plan))) }
  }

  /// Whether there are too many sides for a figure of each pair.
  public var leavesOutPairs: Bool { comparison.sides.count > Self.mostPairedSides }

  /// The number of figures.
  public var count: Int { plans.count }

  /// What makes the common layout hard to read, counted.
  public var faults: LayoutFaults { union.faults }

  /// The place of the figure that shows on how many sides each connection is.
  static let union = 1

  /// A figure, by its place: the sheet, the union, the matrix, each side, then each pair of sides.
  ///
  /// No two have ids that differ in nothing but case, so that each has files of its own.
  public subscript(_ index: Int) -> Figure {
    var figure =
      switch plans[index] {
      case .sheet: SideSheet(comparison, style: style).figure
      case .side(let side): SideFigure(union, side: side).figure(within: sideExtent)
      case .difference(let first, let second): DifferenceFigure(union, first, second).figure
      case .union: UnionFigure(union).figure
      case .matrix(let matrix): matrix.figure
      }
    figure.id = ids[index]
    figure.faultsInWords = namesAtFault
    figure.say(comparison.maps.narrowing, behindTitle: comparison.maps.narrowingRemark)
    figure.fit(on: FigurePaper(style.drawing, for: style.use, fontSize: style.metrics.fontSize), message: "")
    return figure
  }

  /// What a figure would be called if it were the only one.
  private func wantedID(of plan: Plan) -> String {
    switch plan {
    case .sheet: "sides"
    case .side(let side): SideFigure(union, side: side).id
    case .difference(let first, let second): DifferenceFigure(union, first, second).id
    case .union: "union"
    case .matrix(let matrix): matrix.id
    }
  }
}

extension PublishedComparison {
  /// The sides in a phrase.
  var sideNames: String { comparison.sides.map(\.name).asList }

  /// For whom the figures are, where that must be said.
  var audienceNote: String? { maps.isForTeam ? Audience.teamOnly : nil }

  /// Where the evidence comes from, and for whom the figure is, as lines of a text alternative.
  var closing: String {
    let sources = maps.alignment.maps.compactMap { $0.source.map { "Source: \(MarkdownText.escaped($0.line))." } }
    let narrowing = maps.narrowing.isEmpty ? [] : [MarkdownText.escaped(maps.narrowing)]
    return (narrowing + sources + [audienceNote].compactMap(\.self)).joined(separator: "\n")
  }
}
