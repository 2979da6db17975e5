import Graphviz
import MapModel

extension FigureLegend {
  /// A legend set in a width: nodes and lines to be drawn, downwards from a height.
  struct Drawing: Sendable {
    var nodes: [DOTDocument.Node] = []
    var edges: [DOTDocument.Edge] = []
    /// The height that the legend takes, in points.
    var height = 0.0
    /// The width that it takes, in points.
    var width = 0.0
  }

  private static let signWidth = 30.0
  private static let signHeight = 15.0

  /// Sets the legend in as many columns as fit side by side, with the parts in their order.
  /// - Parameters:
  ///   - left: the left side.
  ///   - top: the upper side.
  ///   - width: the width to fill; a part that needs more takes more.
  func drawing(left: Double, top: Double, width: Double, style: FigureStyle) -> Drawing {
    let columns = columns(within: width, style)
    // Columns spread over the width, and yet keep together on a wide figure.
    let spare = width - columns.reduce(0) { $0 + self.width(of: $1, style) }
    let gap = columns.count > 1 ? min(3 * Self.gap, spare / Double(columns.count - 1)) : 0
    var drawing = Drawing()
    var x = left
    for column in columns {
      var y = top
      for part in column {
        draw(part, left: x, top: y, style, &drawing)
        y -= Self.height(of: part)
      }
      drawing.height = max(drawing.height, top - y)
      x += self.width(of: column, style)
      drawing.width = max(drawing.width, x - left)
      x += gap
    }
    return drawing
  }

  private static let gap = 14.0
  private static let rowHeight = signHeight + 6

  private static func height(of part: Part) -> Double { Double(part.entries.count + 1) * rowHeight + 10 }

  private func width(of column: [Part], _ style: FigureStyle) -> Double {
    let size = style.metrics.fontSize
    return column.flatMap { part in
      [TextMetrics.width(of: part.heading, fontSize: size) + 6]
        + part.entries.map { Self.signWidth + 15 + TextMetrics.width(of: $0.text, fontSize: size) }
    }.max() ?? 0
  }

  /// The parts in columns, in their order, so that the tallest column is as short as the width allows.
  private func columns(within limit: Double, _ style: FigureStyle) -> [[Part]] {
    func height(_ column: [Part]) -> Double { column.reduce(0) { $0 + Self.height(of: $1) } }
    var best = [parts]
    func split(_ rest: [Part], _ columns: [[Part]]) {
      if rest.isEmpty {
        let width = columns.reduce(-Self.gap) { $0 + self.width(of: $1, style) + Self.gap }
        let isShorter = columns.map(height).max() ?? 0 < best.map(height).max() ?? 0
        if width <= limit, isShorter { best = columns }
        return
      }
      for length in 1...rest.count { split(Array(rest[length...]), columns + [Array(rest[..<length])]) }
    }
    split(parts, [])
    return best
  }

  private func draw(_ part: Part, left: Double, top: Double, _ style: FigureStyle, _ drawing: inout Drawing) {
    let size = style.metrics.fontSize
    drawing.nodes.append(
      Self.text(part.heading, id: "legend-\(part.id)", left: left, centre: top - Self.rowHeight / 2, size: size))
    for (index, entry) in part.entries.enumerated() {
      let centre = top - (Double(index) + 1.5) * Self.rowHeight
      let id = "legend-\(part.id)-\(index)"
      draw(entry, id: id, left: left, centre: centre, style, &drawing)
      drawing.nodes.append(
        Self.text(entry.text, id: "\(id)-text", left: left + Self.signWidth + 9, centre: centre, size: size))
    }
  }

  private func draw(
    _ entry: Entry, id: String, left: Double, centre: Double, _ style: FigureStyle, _ drawing: inout Drawing
  ) {
    var size = (width: Self.signWidth, height: Self.signHeight)
    if case .role(let shape) = entry.sign { size = style.asked(shape, width: size.width, height: size.height) }
    let place: [DOTAttribute] = [
      .position(DOTPoint(left + Self.signWidth / 2, centre)), .width(size.width),
      .height(size.height), .fixedSize, .label(""), .id(id), .classes("legend"),
    ]
    switch entry.sign {
    case .role(let shape):
      let plain = Sector("none", name: "", fill: Palette.paper, outline: Palette.neutral)
      drawing.nodes.append(.init(id, style.node(shape, plain) + place))
    case .sector(let sector):
      drawing.nodes.append(.init(id, style.node(.box, sector) + place))
    case .mark(let mark):
      drawing.nodes.append(
        .init(
          id,
          [
            .shape(.plain), .position(DOTPoint(left + Self.signWidth / 2, centre)), .width(Self.signWidth),
            .height(Self.signHeight), .fixedSize, .label(mark), .fontSize(style.metrics.fontSize), .id(id),
            .classes("legend"),
          ]))
    case .line(let family, let isUnclear):
      drawLine(style.line(family, isUnclear: isUnclear), id: id, left: left, centre: centre, style, &drawing)
    case .look(let look):
      drawLine(
        style.line(.support, isUnclear: false, .few, look), id: id, left: left, centre: centre, style, &drawing)
    case .node(let look):
      let plain = Sector("none", name: "", fill: Palette.paper, outline: Palette.neutral)
      drawing.nodes.append(.init(id, style.node(.box, plain, look) + place))
    case .badge(let content):
      let badge = Badge(content, at: DOTPoint(left + Self.signWidth / 2, centre))
      drawing.nodes.append(badge.node(id: id, classes: ["legend"], style))
    case .actor(let actor, let legend, let number):
      drawing.nodes.append(
        style.node(
          actor, on: legend, .plain, label: number, id: id, classes: ["legend"],
          at: Rectangle(
            center: DOTPoint(left + Self.signWidth / 2, centre), width: Self.signWidth, height: Self.signHeight)))
    case .presence(let presence):
      let cell = Rectangle(
        center: DOTPoint(left + Self.signWidth / 2, centre), width: Self.signWidth, height: Self.signHeight)
      drawing.nodes.append(style.cell(presence, at: cell, id: id, classes: ["legend"]))
    case .band(let band):
      let plain: [DOTAttribute] = [
        .style(.solid), .color(DOTColor(Palette.coordination)), .penWidth(1.2 * band.factor),
      ]
      drawLine(plain, id: id, left: left, centre: centre, style, &drawing)
    }
  }

  private func drawLine(
    _ look: [DOTAttribute], id: String, left: Double, centre: Double, _ style: FigureStyle, _ drawing: inout Drawing
  ) {
    let ends = ["\(id)-from", "\(id)-to"]
    for (end, x) in zip(ends, [left, left + Self.signWidth]) {
      drawing.nodes.append(
        .init(
          end,
          [
            .shape(.plain), .style(.invisible), .label(""), .position(DOTPoint(x, centre)), .width(0.1), .height(0.1),
            .fixedSize,
          ]))
    }
    let arrow = style.metrics.arrowLength
    let points = (0...3).map { DOTPoint(left + (Self.signWidth - arrow) * Double($0) / 3, centre) }
    drawing.edges.append(
      .init(
        from: ends[0], to: ends[1], key: id,
        look + [
          .course(DOTCourse(points: points, endTip: DOTPoint(left + Self.signWidth, centre))),
          .direction(.forward), .id(id), .classes("legend"),
        ]))
  }

  private static func text(
    _ text: String, id: String, left: Double, centre: Double, size: Double
  ) -> DOTDocument.Node {
    // libgraphviz keeps eight points free at the left of a label, if the node is wide enough for it.
    let width = TextMetrics.width(of: text, fontSize: size) * 1.1 + 24
    return .init(
      id,
      [
        .shape(.plain), .position(DOTPoint(left - 8 + width / 2, centre)), .width(width),
        .height(size * TextMetrics.lineHeight), .fixedSize, .leftLabel(text), .id(id), .classes("legend"),
      ])
  }
}
