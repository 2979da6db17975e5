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

  /// How a legend is set.
  enum Form: Sendable {
    /// In columns, an entry below the other.
    case columns
    /// In columns, with what roles mean.
    case explained
    /// Small, entries behind each other, for a small network.
    case compact
  }

  private let style: FigureStyle
  private let form: Form
  /// The greatest width of an entry's text, in points.
  private let textWidth: Double

  private static let gap = 14.0
  /// Longer texts have several lines.
  private static let textWidth = 420.0
  /// Definitions are set in narrow columns below what they define.
  private static let definitionWidth = 260.0

  private var fontSize: Double {
    style.metrics.fontSize * (form == .compact && style.drawing.textSize == nil ? 0.8 : 1)
  }
  private var signWidth: Double { form == .compact ? 24 : 30 }
  private var signHeight: Double { form == .compact ? 12 : 15 }
  private var rowHeight: Double { signHeight + (form == .compact ? 4 : 6) }
  private var lineHeight: Double { fontSize * TextMetrics.lineHeight }
  /// The space between a sign and its text.
  private var signGap: Double { form == .compact ? 5 : 9 }
  /// The space between parts.
  private var partGap: Double { form == .compact ? 3 : 10 }

  /// Sets a legend in as many columns as fit side by side, with the parts in their order.
  /// - Parameters:
  ///   - left: the left side.
  ///   - top: the upper side.
  ///   - room: the width to fill; a part that needs more takes more.
  init(
    _ legend: FigureLegend, left: Double = 0, top: Double = 0, within room: Double, style: FigureStyle,
    form: Form = .columns
  ) {
    (self.style, self.form) = (style, form)
    // Never so narrow that words break.
    textWidth = min(Self.textWidth, max(120, room - 45))
    if form == .compact { setRows(legend, left, top, room) } else { setColumns(legend, left, top, room) }
  }

  private mutating func setColumns(_ legend: FigureLegend, _ left: Double, _ top: Double, _ room: Double) {
    let blocks = legend.parts
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
      height = max(height, top - y - partGap)
      x += width
      self.width = max(self.width, x - left)
      x += gap
    }
  }

  /// Sets the entries of each part behind its heading, on as many rows as they need.
  private mutating func setRows(_ legend: FigureLegend, _ left: Double, _ top: Double, _ room: Double) {
    var y = top
    for part in legend.parts {
      let heading = lines(of: part.heading)
      let headingWidth = widest(heading, fontSize) + Self.gap
      let widths = part.entries.map { signWidth + signGap + widest(lines(of: $0.text), fontSize) + Self.gap }
      // All behind the heading, or all below it; in a narrow room below each other.
      let isBehind = heading.count == 1 && headingWidth + widths.reduce(0, +) <= room + Self.gap
      draw(heading, id: "legend-\(part.id)", left: left, centre: y - rowHeight / 2, fontSize: fontSize)
      var (x, rowTop) = (left + headingWidth, y)
      width = max(width, headingWidth - Self.gap)
      if !isBehind { (x, rowTop) = (left, y - rowHeight - Double(heading.count - 1) * lineHeight) }
      var tallest = rowHeight
      for (index, (entry, width)) in zip(part.entries, widths).enumerated() {
        if x > left, !isBehind, room < 250 || x + width - Self.gap > left + room {
          (x, rowTop) = (left, rowTop - tallest)
          tallest = rowHeight
        }
        draw(entry, id: "legend-\(part.id)-\(index)", left: x, top: rowTop)
        tallest = max(tallest, height(of: entry))
        x += width
        self.width = max(self.width, x - Self.gap - left)
      }
      y = rowTop - tallest - partGap
    }
    height = max(0, top - y - partGap)
  }

  // MARK: Sizes

  private func lines(of text: String) -> [String] {
    WrappedLabel(text, fontSize: fontSize, width: textWidth, maximumLines: 20).lines
  }

  private func widest(_ lines: [String], _ size: Double) -> Double {
    lines.map { TextMetrics.width(of: $0, fontSize: size) }.max() ?? 0
  }

  private func height(of part: FigureLegend.Part) -> Double {
    let heading = rowHeight + Double(lines(of: part.heading).count - 1) * lineHeight
    return part.entries.reduce(heading + partGap) { $0 + height(of: $1) }
  }

  private func height(of entry: FigureLegend.Entry) -> Double {
    let definition = definitionLines(of: entry)
    return rowHeight + Double(lines(of: entry.text).count - 1) * lineHeight
      + (definition.isEmpty ? 0 : Double(definition.count) * definitionLineHeight + 4)
  }

  private var definitionSize: Double { fontSize * 0.9 }
  private var definitionLineHeight: Double { definitionSize * TextMetrics.lineHeight }

  private func definitionLines(of entry: FigureLegend.Entry) -> [String] {
    guard form == .explained, !entry.definition.isEmpty else { return [] }
    return WrappedLabel(entry.definition, fontSize: definitionSize, width: Self.definitionWidth, maximumLines: 12).lines
  }

  private func width(of part: FigureLegend.Part) -> Double {
    let texts = part.entries.map { entry in
      signWidth + signGap + 6
        + max(widest(lines(of: entry.text), fontSize), widest(definitionLines(of: entry), definitionSize))
    }
    return max(widest(lines(of: part.heading), fontSize) + 6, texts.max() ?? 0)
  }

  // MARK: Drawing

  private mutating func draw(_ part: FigureLegend.Part, left: Double, top: Double) {
    let heading = lines(of: part.heading)
    draw(heading, id: "legend-\(part.id)", left: left, centre: top - rowHeight / 2, fontSize: fontSize)
    var y = top - rowHeight - Double(heading.count - 1) * lineHeight
    for (index, entry) in part.entries.enumerated() {
      draw(entry, id: "legend-\(part.id)-\(index)", left: left, top: y)
      y -= height(of: entry)
    }
  }

  private mutating func draw(_ entry: FigureLegend.Entry, id: String, left: Double, top: Double) {
    let centre = top - rowHeight / 2
    let text = lines(of: entry.text)
    let start = left + signWidth + signGap
    draw(entry.sign, id: id, left: left, centre: centre)
    draw(text, id: "\(id)-text", left: start, centre: centre, fontSize: fontSize)
    let below = top - rowHeight - Double(text.count - 1) * lineHeight - definitionLineHeight / 2
    draw(
      definitionLines(of: entry), id: "\(id)-definition", left: start, centre: below, fontSize: definitionSize)
  }

  /// Draws lines below each other, the middle of the first at a height.
  private mutating func draw(
    _ lines: [String], id: String, left: Double, centre: Double, fontSize: Double
  ) {
    for (number, line) in lines.enumerated() {
      let start = Point(left, centre - Double(number) * fontSize * TextMetrics.lineHeight)
      parts.append(
        .text(
          .init(
            id: number == 0 ? id : "\(id)-line-\(number)", classes: ["legend"], content: line,
            place: .from(start), fontSize: fontSize == style.metrics.fontSize ? nil : fontSize)))
    }
  }

  private mutating func draw(_ sign: FigureLegend.Entry.Sign, id: String, left: Double, centre: Double) {
    let middle = Point(left + signWidth / 2, centre)
    let place = Rectangle(center: middle, width: signWidth, height: signHeight)
    let classes = ["legend"]
    let plain = Sector("none", name: "", fill: Palette.paper, outline: Palette.neutral)
    func shape(_ outline: Outline, _ paint: Scene.Shape.Paint) -> Scene.Part {
      .shape(.init(id: id, classes: classes, outline: outline, paint: paint, place: place))
    }
    func line(_ paint: Scene.Line.Paint, hasHead: Bool = true) -> Scene.Part {
      let length = signWidth - (hasHead ? style.metrics.arrowLength : 0)
      let points = (0...3).map { Point(left + length * Double($0) / 3, centre) }
      let path = Path(points: points, endTip: hasHead ? Point(left + signWidth, centre) : nil)
      return .line(.init(id: id, classes: classes, paint: paint, path: path))
    }
    let part: Scene.Part =
      switch sign {
      case .role(let role): shape(Outline(role), style.paint(plain))
      case .sector(let sector): shape(.box, style.paint(sector))
      case .node(let standing): shape(.box, style.paint(plain, standing))
      case .size(let share):
        .shape(
          .init(
            id: id, classes: classes, outline: .box, paint: style.paint(plain),
            place: Rectangle(center: middle, width: signWidth * share, height: signHeight * share)))
      case .mark(let mark):
        .text(
          .init(
            id: id, classes: classes, content: mark, place: .middle(of: place), fontSize: fontSize))
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
