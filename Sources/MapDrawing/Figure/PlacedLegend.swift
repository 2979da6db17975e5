import MapModel
import MapReports

/// A legend set in a width: what is to be drawn, downwards from a height.
struct PlacedLegend: Sendable {
  /// What is drawn.
  private(set) var parts: [Scene.Part] = []
  /// The height that the legend takes, in points.
  private(set) var height = 0.0
  /// The width that it takes, in points.
  private(set) var width = 0.0

  private let style: FigureStyle
  private let showsDefinitions: Bool

  private static let signWidth = 30.0
  private static let signHeight = 15.0
  private static let gap = 14.0
  private static let rowHeight = signHeight + 6
  /// Longer texts are cut; the whole of them stands in the text alternative.
  private static let textWidth = 420.0
  /// Definitions are set in narrow columns below what they define.
  private static let definitionWidth = 260.0

  /// Sets a legend in as many columns as fit side by side, with the parts in their order.
  /// - Parameters:
  ///   - left: the left side.
  ///   - top: the upper side.
  ///   - room: the width to fill; a part that needs more takes more.
  ///   - showsDefinitions: whether it says what roles mean.
  init(
    _ legend: FigureLegend, left: Double = 0, top: Double = 0, within room: Double, style: FigureStyle,
    showsDefinitions: Bool = false
  ) {
    self.style = style
    self.showsDefinitions = showsDefinitions
    let blocks = legend.parts.map { part in
      var part = part
      for index in part.entries.indices { part.entries[index].text = Self.cut(part.entries[index].text) }
      return part
    }
    let sizes = blocks.map { LegendColumns.Size(width: width(of: $0), height: height(of: $0)) }
    let columns = LegendColumns.split(sizes, within: room, gap: Self.gap)
    let widths = columns.map { column in sizes[column].map(\.width).max() ?? 0 }
    // Columns spread over the width, and yet keep together on a wide figure.
    let spare = room - widths.reduce(0, +)
    let gap = columns.count > 1 ? min(3 * Self.gap, spare / Double(columns.count - 1)) : 0
    var x = left
    for (column, width) in zip(columns, widths) {
      var y = top
      for (part, size) in zip(blocks[column], sizes[column]) {
        draw(part, left: x, top: y)
        y -= size.height
      }
      height = max(height, top - y)
      x += width
      self.width = max(self.width, x - left)
      x += gap
    }
  }

  private static func cut(_ text: String) -> String {
    WrappedLabel(text, fontSize: LayoutMetrics().fontSize, width: textWidth, maximumLines: 1).lines[0]
  }

  private func height(of part: FigureLegend.Part) -> Double {
    part.entries.reduce(Self.rowHeight + 10) { $0 + height(of: $1) }
  }

  private func height(of entry: FigureLegend.Entry) -> Double {
    let lines = definitionLines(of: entry)
    return Self.rowHeight + (lines.isEmpty ? 0 : Double(lines.count) * definitionLineHeight + 4)
  }

  private var definitionSize: Double { style.metrics.fontSize * 0.9 }
  private var definitionLineHeight: Double { definitionSize * TextMetrics.lineHeight }

  private func definitionLines(of entry: FigureLegend.Entry) -> [String] {
    guard showsDefinitions, !entry.definition.isEmpty else { return [] }
    return WrappedLabel(entry.definition, fontSize: definitionSize, width: Self.definitionWidth, maximumLines: 12).lines
  }

  private func width(of part: FigureLegend.Part) -> Double {
    let size = style.metrics.fontSize
    let texts = part.entries.map { entry in
      let lines = definitionLines(of: entry).map { TextMetrics.width(of: $0, fontSize: definitionSize) }
      return Self.signWidth + 15 + max(TextMetrics.width(of: entry.text, fontSize: size), lines.max() ?? 0)
    }
    return max(TextMetrics.width(of: part.heading, fontSize: size) + 6, texts.max() ?? 0)
  }

  private mutating func draw(_ part: FigureLegend.Part, left: Double, top: Double) {
    draw(part.heading, id: "legend-\(part.id)", at: Point(left, top - Self.rowHeight / 2))
    var y = top - Self.rowHeight
    for (index, entry) in part.entries.enumerated() {
      let centre = y - Self.rowHeight / 2
      let id = "legend-\(part.id)-\(index)"
      draw(entry.sign, id: id, left: left, centre: centre)
      draw(entry.text, id: "\(id)-text", at: Point(left + Self.signWidth + 9, centre))
      for (number, line) in definitionLines(of: entry).enumerated() {
        let below = y - Self.rowHeight - (Double(number) + 0.5) * definitionLineHeight
        draw(
          line, id: "\(id)-definition-\(number)", at: Point(left + Self.signWidth + 9, below),
          fontSize: definitionSize)
      }
      y -= height(of: entry)
    }
  }

  private mutating func draw(_ text: String, id: String, at start: Point, fontSize: Double? = nil) {
    parts.append(
      .text(.init(id: id, classes: ["legend"], content: text, place: .from(start), fontSize: fontSize)))
  }

  private mutating func draw(_ sign: FigureLegend.Entry.Sign, id: String, left: Double, centre: Double) {
    let middle = Point(left + Self.signWidth / 2, centre)
    let place = Rectangle(center: middle, width: Self.signWidth, height: Self.signHeight)
    let classes = ["legend"]
    let plain = Sector("none", name: "", fill: Palette.paper, outline: Palette.neutral)
    func shape(_ outline: Outline, _ paint: Scene.Shape.Paint) -> Scene.Part {
      .shape(.init(id: id, classes: classes, outline: outline, paint: paint, place: place))
    }
    func line(_ paint: Scene.Line.Paint, hasHead: Bool = true) -> Scene.Part {
      let length = Self.signWidth - (hasHead ? style.metrics.arrowLength : 0)
      let points = (0...3).map { Point(left + length * Double($0) / 3, centre) }
      let path = Path(points: points, endTip: hasHead ? Point(left + Self.signWidth, centre) : nil)
      return .line(.init(id: id, classes: classes, paint: paint, path: path))
    }
    let part: Scene.Part =
      switch sign {
      case .role(let role): shape(Outline(role), style.paint(plain))
      case .sector(let sector): shape(.box, style.paint(sector))
      case .node(let standing): shape(.box, style.paint(plain, standing))
      case .mark(let mark):
        .text(
          .init(
            id: id, classes: classes, content: mark, place: .middle(of: place), fontSize: style.metrics.fontSize))
      case .line(let family, let isMutual, let isUnclear, let standing, let band):
        line(style.line(family, isUnclear: isUnclear, band, standing), hasHead: !isMutual)
      case .relation(let look, let relation, let family, let isUnclear):
        line(style.line(family, isUnclear: isUnclear, relation: look), hasHead: relation.isDirected)
      case .missing: line(style.line(Family.support, isUnclear: false, .few, .missing))
      case .band(let band, let family, let isMutual, let isUnclear):
        line(style.line(family, isUnclear: isUnclear, band), hasHead: !isMutual)
      case .frequency(let often, let family, let isMutual, let isUnclear):
        line(style.line(family, isUnclear: isUnclear, .few, .plain, often), hasHead: !isMutual)
      case .badge(let content): .shape(Badge(content, at: middle).shape(id: id, classes: classes, style))
      case .actor(let actor, let legend, let standing, let number):
        .shape(style.shape(actor, on: legend, standing, label: number, id: id, classes: classes, at: place))
      case .presence(let presence): .shape(style.cell(presence, at: place, id: id, classes: classes))
      case .cell(let text, let ground): .shape(style.cell(text, ground, at: place, id: id, classes: classes))
      }
    parts.append(part)
  }
}
