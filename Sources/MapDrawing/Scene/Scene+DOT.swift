import Graphviz
import MapModel

extension Scene {
  /// The scene in the DOT language, with the place of everything.
  ///
  /// `layout` says so to programs that would otherwise place it anew: plain `dot` redraws it. Whatever libgraphviz
  /// needs beside what is drawn is made here: unseen nodes at the corners keep the size, a line on its own has unseen
  /// ends, and texts are nodes without outline.
  var document: DOTDocument {
    var nodes: [DOTDocument.Node] = []
    var edges: [DOTDocument.Edge] = []
    for part in parts {
      switch part {
      case .shape(let shape): nodes.append(shape.node)
      case .text(let text): nodes.append(text.node(in: self))
      case .line(let line):
        var ends = line.ends
        if ends == nil, let first = line.path.points.first, let last = line.path.endTip ?? line.path.points.last {
          ends = .init(start: "\(line.id)-from", end: "\(line.id)-to")
          nodes += [Self.unseen("\(line.id)-from", at: first), Self.unseen("\(line.id)-to", at: last)]
        }
        if let ends { edges.append(line.edge(between: ends)) }
      }
    }
    nodes += [
      // libgraphviz makes a node no smaller than a point.
      Self.unseen("corner-0", at: Point(frame.left + 0.5, frame.bottom + 0.5)),
      Self.unseen("corner-1", at: Point(frame.right - 0.5, frame.top - 0.5)),
    ]
    let family = DOTFont(font)
    return DOTDocument(
      name: name,
      attributes: [
        .layout(.placed), .keepsOrigin, .padding(margin), .noMargin, .background(DOTColor(background)), .font(family),
        .fontColor(DOTColor(textColor)),
      ] + (scale == 1 ? [] : [.pageSize(width: width, height: height)]),
      nodeDefaults: [.font(family), .fontSize(fontSize), .fontColor(DOTColor(textColor))],
      edgeDefaults: [.font(family)], nodes: nodes, edges: edges)
  }

  private static func unseen(_ name: String, at point: Point) -> DOTDocument.Node {
    .init(
      name,
      [
        .shape(.plain), .style(.invisible), .label(""), .position(DOTPoint(point)), .width(0.1), .height(0.1),
        .fixedSize,
      ])
  }
}

extension Scene.Shape {
  fileprivate var node: DOTDocument.Node {
    let isRounded = outline == .rounded || outline == .roundedDouble
    let styles: [DOTStyle] = [.filled] + (isRounded ? [.rounded] : []) + (paint.isBroken ? [.dashed] : [])
    var attributes: [DOTAttribute] = [
      .shape(outline.shape), .styles(styles), .fillColor(DOTColor(paint.fill)), .color(DOTColor(paint.color)),
      .penWidth(paint.width),
    ]
    if let color = paint.textColor { attributes.append(.fontColor(DOTColor(color))) }
    if let fontSize { attributes.append(.fontSize(fontSize)) }
    if outline == .roundedDouble { attributes.append(.outlines(2)) }
    if outline == .parallelogram { attributes += [.sides(4), .skew(Outline.skew(of: place))] }
    let size = outline.asked(place)
    attributes += [
      .label(label), .position(DOTPoint(place.center)), .width(size.width), .height(size.height), .fixedSize, .id(id),
      .classes(classes),
    ]
    return .init(id, attributes)
  }
}

extension Scene.Text {
  /// The room that the text has, whatever face it is set in.
  /// - Parameter common: the size of texts that have none of their own.
  func box(fontSize common: Double) -> Rectangle {
    let size = fontSize ?? common
    switch place {
    case .left(let room), .middle(let room): return room
    case .from(let start):
      // Other faces are wider than the table of widths knows, and libgraphviz makes half a width a whole point.
      let width = FigureStyle.even(TextMetrics.width(of: content, fontSize: size) * 1.04 + 2)
      return Rectangle(
        center: Point(start.x + width / 2, start.y), width: width, height: size * TextMetrics.lineHeight)
    }
  }

  fileprivate func node(in scene: Scene) -> DOTDocument.Node {
    let isCentred = if case .middle = place { true } else { false }
    let box = box(fontSize: scene.fontSize)
    return .init(
      id,
      [
        .shape(.plain), isCentred ? .label(content) : .leftLabel(content), .position(DOTPoint(box.center)),
        .width(box.width), .height(box.height), .fixedSize, .noMargin,
      ] + (fontSize.map { [.fontSize($0)] } ?? []) + [.id(id), .classes(classes)])
  }
}

extension Scene.Line {
  fileprivate func edge(between ends: Ends) -> DOTDocument.Edge {
    var attributes: [DOTAttribute] = [
      .style(paint.pattern.style),
      paint.isDouble ? .doubleColor(DOTColor(paint.color)) : .color(DOTColor(paint.color)), .penWidth(paint.width),
    ]
    if let heads = paint.heads {
      attributes.append(.arrowHead(heads.end.arrow))
      if let start = heads.start { attributes.append(.arrowTail(start.arrow)) }
      attributes.append(.arrowSize(heads.length / heads.end.fullLength))
    }
    let direction: DOTDirection =
      switch (path.startTip, path.endTip) {
      case (.some, .some): .both
      case (.some, .none): .back
      case (.none, .some): .forward
      case (.none, .none): paint.heads == nil ? .forward : .none
      }
    attributes += [.direction(direction), .course(DOTCourse(path)), .id(id), .classes(classes)]
    return .init(from: ends.start, to: ends.end, key: id, attributes)
  }
}

extension Outline {
  /// The `skew` with which libgraphviz leans a polygon of four sides as far as a parallelogram of a size does: of the
  /// width that it then has, each slanted side takes s / 2 of √(s² + 1) + s / 2.
  fileprivate static func skew(of place: Rectangle) -> Double {
    let share = parallelogramLean(width: place.width, height: place.height) / place.width
    let rest = (1 - share) / 2
    return share / (rest * rest - share * share).squareRoot()
  }

  /// How much wider than asked for libgraphviz draws a polygon of four sides that leans: more than its width where that
  /// takes more than √2.
  fileprivate static func widening(_ skew: Double) -> Double {
    max(1, ((skew * skew + 1).squareRoot() + skew / 2) / 2.0.squareRoot())
  }

  fileprivate var shape: DOTShape {
    switch self {
    case .box, .rounded, .roundedDouble: .box
    case .ellipse: .ellipse
    case .hexagon: .hexagon
    case .octagon: .octagon
    case .parallelogram: .polygon
    case .note: .note
    case .cylinder: .cylinder
    case .tab: .tab
    }
  }

  /// The width and height to ask libgraphviz for, so that it draws the outline in a place.
  fileprivate func asked(_ place: Rectangle) -> (width: Double, height: Double) {
    switch self {
    case .parallelogram: (place.width / Self.widening(Self.skew(of: place)), place.height)
    // The second outline is drawn outside the first.
    case .roundedDouble: (place.width - 8, place.height - 8)
    default: (place.width, place.height)
    }
  }
}

extension Scene.Line.Pattern {
  fileprivate var style: DOTStyle {
    switch self {
    case .solid: .solid
    case .dashed: .dashed
    case .dotted: .dotted
    }
  }
}

extension Scene.Line.Head {
  fileprivate var arrow: DOTArrow {
    switch self {
    case .filled: .normal
    case .open: .open
    case .bar: .bar
    case .diamond: .diamond
    case .dot: .dot
    case .square: .square
    case .hollowTriangle: .hollowTriangle
    case .hollowDiamond: .hollowDiamond
    case .hollowDot: .hollowDot
    }
  }

  /// How long libgraphviz draws it at size 1, in points.
  fileprivate var fullLength: Double {
    switch self {
    case .filled, .open, .bar, .hollowTriangle: 10
    case .diamond, .hollowDiamond: 12
    case .dot, .hollowDot: 8
    case .square: 7.5
    }
  }
}

extension DOTColor {
  fileprivate init(_ color: MapColor) { self.init(red: color.red, green: color.green, blue: color.blue) }
}

extension FigureFont {
  /// Takes the names of typefaces, separated by commas.
  ///
  /// - Returns: `nil` for an empty or very long text, and for one that holds anything but letters, digits, spaces,
  ///   hyphens and commas: the names stand in files as they are.
  public init?(_ family: String) {
    if DOTFont(family) == nil { return nil }
    self.init(checked: family)
  }
}

extension DOTFont {
  fileprivate init(_ font: FigureFont) { self = DOTFont(font.family) ?? .sans }
}

extension DOTPoint {
  fileprivate init(_ point: Point) { self.init(point.x, point.y) }
}

extension DOTCourse {
  fileprivate init(_ path: Path) {
    self.init(
      points: path.points.map { DOTPoint($0) }, startTip: path.startTip.map { DOTPoint($0) },
      endTip: path.endTip.map { DOTPoint($0) })
  }
}
