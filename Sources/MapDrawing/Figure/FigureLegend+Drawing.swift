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

  /// Sets the legend: the parts side by side as far as the width allows, each in as many columns as fit.
  /// - Parameters:
  ///   - left: the left side.
  ///   - top: the upper side.
  ///   - width: the width to fill.
  func drawing(left: Double, top: Double, width: Double, style: FigureStyle) -> Drawing {
    var drawing = Drawing()
    let size = style.metrics.fontSize
    let rowHeight = Self.signHeight + 6
    var (x, y, rowBottom) = (left, top, top)
    for part in parts {
      let entryWidth =
        (part.entries.map { TextMetrics.width(of: $0.text, fontSize: size) }.max() ?? 0) + Self.signWidth + 26
      let headingWidth = TextMetrics.width(of: part.heading, fontSize: size) + 10
      // Four rows at most, then a further column, if there is room for it.
      let fitting = max(1, Int(width / entryWidth))
      let columns = min(fitting, (part.entries.count + 3) / 4)
      let rows = (part.entries.count + columns - 1) / columns
      let partWidth = max(headingWidth, Double(columns) * entryWidth)
      if x > left, x + partWidth > left + width + 0.5 {
        x = left
        y = rowBottom - 8
      }
      drawing.nodes.append(
        Self.text(part.heading, id: "legend-\(part.id)", left: x, centre: y - 8, size: size, style))
      for (index, entry) in part.entries.enumerated() {
        let (column, row) = (index / rows, index % rows)
        let entryLeft = x + Double(column) * entryWidth
        let centre = y - 8 - Double(row + 1) * rowHeight
        let id = "legend-\(part.id)-\(index)"
        draw(entry, id: id, left: entryLeft, centre: centre, style, &drawing)
        drawing.nodes.append(
          Self.text(
            entry.text, id: "\(id)-text", left: entryLeft + Self.signWidth + 8, centre: centre, size: size, style))
      }
      rowBottom = min(rowBottom, y - 8 - Double(rows) * rowHeight - rowHeight / 2)
      drawing.width = max(drawing.width, x + partWidth - left)
      x += partWidth + 8
    }
    drawing.height = top - rowBottom
    return drawing
  }

  private func draw(
    _ entry: Entry, id: String, left: Double, centre: Double, _ style: FigureStyle, _ drawing: inout Drawing
  ) {
    let place: [DOTAttribute] = [
      .position(DOTPoint(left + Self.signWidth / 2, centre)), .width(Self.signWidth), .height(Self.signHeight),
      .fixedSize, .label(""), .id(id), .classes("legend"),
    ]
    switch entry.sign {
    case .role(let shape):
      let plain = Sector("none", name: "", fill: .white, outline: Color(rgb: 0x3D3D3D))
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
          style.line(family, isUnclear: isUnclear) + [
            .course(DOTCourse(points: points, endTip: DOTPoint(left + Self.signWidth, centre))),
            .direction(.forward), .id(id), .classes("legend"),
          ]))
    }
  }

  private static func text(
    _ text: String, id: String, left: Double, centre: Double, size: Double, _ style: FigureStyle
  ) -> DOTDocument.Node {
    let width = TextMetrics.width(of: text, fontSize: size) + 6
    return .init(
      id,
      [
        .shape(.plain), .position(DOTPoint(left + width / 2, centre)), .width(width),
        .height(size * TextMetrics.lineHeight), .fixedSize, .leftLabel(text), .id(id), .classes("legend"),
      ])
  }
}
