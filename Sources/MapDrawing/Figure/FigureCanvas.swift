import Graphviz
import MapAnalysis
import MapModel
import OrderedCollections

/// Collects what a figure draws, at its place.
struct FigureCanvas {
  let name: String
  let style: FigureStyle
  /// What ids begin with, where a drawing holds several networks.
  var prefix = ""
  private var nodes: [DOTDocument.Node] = []
  private var edges: [DOTDocument.Edge] = []
  private var frame = LayeredLayout.Frame(left: 0, bottom: 0, right: 0, top: 0)

  init(name: String, style: FigureStyle) {
    self.name = name
    self.style = style
  }

  var width: Double { frame.right - frame.left + 2 * FigureDrawing.margin }
  var height: Double { frame.top - frame.bottom + 2 * FigureDrawing.margin }

  /// The nodes and lines of a figure, with the sizes that labels need.
  func graph(of content: FigureContent, on map: NetworkMap) -> LayoutGraph {
    var places: [MapActor.ID: Int] = [:]
    let nodes = content.actors.enumerated().map { place, actor -> LayoutGraph.Node in
      places[actor.id] = place
      let shape = map.legend.roles[actor.role]?.shape ?? .box
      let texts = [content.labels[actor.id] ?? actor.shortName, content.roomFor[actor.id]].compactMap(\.self)
      let sizes = texts.map { style.size(of: shape, around: label($0, of: actor)) }
      let size = (width: sizes.map(\.width).max() ?? 0, height: sizes.map(\.height).max() ?? 0)
      let zone: LayoutGraph.Zone = actor.stage == .setUp ? .first : actor.isBeneficiary ? .end : .second
      return .init(zone: zone, outline: style.outline(shape), width: size.width, height: size.height)
    }
    let lines = content.lines.compactMap { line -> LayoutGraph.Line? in
      guard let first = places[line.first], let second = places[line.second] else { return nil }
      return .init(
        first: first, second: second, pointsForward: line.pointsForward, pointsBackward: line.pointsBackward)
    }
    let missing = content.missing.compactMap { missing -> LayoutGraph.Line? in
      guard let first = places[missing.pair.source], let second = places[missing.pair.target] else { return nil }
      return .init(first: first, second: second, pointsForward: true, pointsBackward: false)
    }
    return LayoutGraph(nodes: nodes, lines: lines + missing)
  }

  private func label(_ name: String, of actor: MapActor) -> WrappedLabel {
    let text = name + (actor.otherRoles.isEmpty || !style.marksRoles ? "" : " " + FigureLegend.mark)
    return WrappedLabel(text, fontSize: style.metrics.fontSize, width: style.labelWidth)
  }

  /// Draws the halves, the actors and the lines.
  mutating func draw(_ content: FigureContent, _ layout: LayeredLayout, on map: NetworkMap) {
    if content.actors.isEmpty {
      note("Nothing on the map belongs in this figure.")
      return
    }
    include(layout.frame)
    for (zone, stage) in [(LayoutGraph.Zone.first, Stage.setUp), (.second, .delivery)] {
      guard let half = layout.halves[zone] else { continue }
      draw(stage, half)
    }
    for (actor, place) in zip(content.actors, layout.nodes) { draw(actor, place, of: content, on: map) }
    for (line, course) in zip(content.lines, layout.courses) { draw(line, course) }
    for (missing, course) in zip(content.missing, layout.courses.dropFirst(content.lines.count)) {
      edges.append(
        .init(
          from: "actor-\(missing.pair.source)", to: "actor-\(missing.pair.target)", key: missing.id,
          style.line(.support, isUnclear: false, .few, .missing) + [
            .direction(.forward), .course(course), .id(missing.id), .classes("line", "missing"),
          ]))
    }
  }

  /// A half is a node behind the others, because libgraphviz's own frames do not come in a fixed order.
  private mutating func draw(_ stage: Stage, _ half: LayeredLayout.Frame) {
    let size = style.metrics.fontSize
    let center = DOTPoint((half.left + half.right) / 2, (half.bottom + half.top) / 2)
    let id = "\(prefix)half-\(stage.rawValue)"
    nodes.append(
      .init(
        id,
        [
          .shape(.box), .label(""), .style(.filled), .fillColor(style.panelColor), .color(style.panelOutline),
          .penWidth(0.8), .position(center), .width(half.right - half.left), .height(half.top - half.bottom),
          .fixedSize, .id(id), .classes("half"),
        ]))
    let width = TextMetrics.width(of: stage.name, fontSize: size) + 6
    nodes.append(
      .init(
        "\(id)-name",
        [
          .shape(.plain), .leftLabel(stage.name), .position(DOTPoint(half.left + 8 + width / 2, half.top - size)),
          .width(width), .height(size * TextMetrics.lineHeight), .fixedSize, .id("\(id)-name"), .classes("half"),
        ]))
  }

  private mutating func draw(_ actor: MapActor, _ place: Rectangle, of content: FigureContent, on map: NetworkMap) {
    let id = "\(prefix)actor-\(actor.id)"
    let shown = content.looks[actor.id] ?? .plain
    nodes.append(
      style.node(
        actor, on: map.legend, shown,
        label: label(content.labels[actor.id] ?? actor.shortName, of: actor).lines.joined(separator: "\n"), id: id,
        classes: ["actor", "role-\(actor.role)", "sector-\(actor.sector)"]
          + (shown == .faint || shown == .open ? ["absent"] : []),
        at: place))
  }

  private mutating func draw(_ line: FigureContent.Line, _ course: DOTCourse) {
    let direction: DOTDirection =
      switch (line.pointsForward, line.pointsBackward) {
      case (true, true): .both
      case (false, true): .back
      default: .forward
      }
    edges.append(
      .init(
        from: "\(prefix)actor-\(line.first)", to: "\(prefix)actor-\(line.second)", key: prefix + line.id,
        style.line(line.family, isUnclear: line.isUnclear, line.band ?? .few, line.look) + [
          .direction(direction), .course(course), .id(prefix + line.id),
          .classes(
            ["line", line.family.rawValue, line.isUnclear ? "unclear" : "clear"]
              + (line.band.map { ["cases-\($0.name)"] } ?? [])),
        ]))
  }

  private mutating func note(_ text: String) {
    let width = TextMetrics.width(of: text, fontSize: style.metrics.fontSize) + 12
    nodes.append(
      .init(
        "note",
        [
          .shape(.plain), .label(text), .position(DOTPoint(width / 2, 0)), .width(width),
          .height(style.metrics.fontSize * 2), .fixedSize, .id("note"), .classes("note"),
        ]))
    frame = .init(left: 0, bottom: -style.metrics.fontSize, right: width, top: style.metrics.fontSize)
  }

  /// Makes the drawing as large as to hold a frame.
  mutating func include(_ added: LayeredLayout.Frame) {
    if nodes.isEmpty {
      frame = added
      return
    }
    frame = .init(
      left: min(frame.left, added.left), bottom: min(frame.bottom, added.bottom), right: max(frame.right, added.right),
      top: max(frame.top, added.top))
  }

  /// Draws a badge over everything else so far.
  mutating func draw(_ badge: Badge, id: String) {
    nodes.append(badge.node(id: prefix + id, classes: ["badge"], style))
  }

  /// Adds nodes that are drawn as they are.
  mutating func draw(_ added: [DOTDocument.Node]) { nodes += added }

  /// Sets a line of text that starts at a point, its middle at the point's height.
  mutating func draw(_ text: String, at start: DOTPoint, id: String, isTitle: Bool = false) {
    let size = style.metrics.fontSize * (isTitle ? 1.25 : 1)
    let width = TextMetrics.width(of: text, fontSize: size) * 1.1 + 24
    nodes.append(
      .init(
        prefix + id,
        [
          .shape(.plain), .leftLabel(text), .position(DOTPoint(start.x - 8 + width / 2, start.y)), .width(width),
          .height(size * TextMetrics.lineHeight), .fixedSize, .fontSize(size), .id(prefix + id), .classes("note"),
        ]))
  }

  /// Sets a line of text below everything else.
  mutating func drawBelow(_ text: String) {
    let size = style.metrics.fontSize
    // Bold letters are wider than the table of widths knows.
    let width = TextMetrics.width(of: text, fontSize: size) * 1.1 + 24
    nodes.append(
      .init(
        "audience",
        [
          .shape(.plain), .leftLabel(text), .position(DOTPoint(frame.left - 8 + width / 2, frame.bottom - size)),
          .width(width), .height(size * TextMetrics.lineHeight), .fixedSize, .id("audience"), .classes("note"),
        ]))
    frame.bottom -= 2 * size
    frame.right = max(frame.right, frame.left + width)
  }

  /// Draws the legend below everything else, or alone.
  /// - Parameter least: a width that it may take though the rest is narrower.
  mutating func draw(_ legend: FigureLegend, within least: Double = 300) {
    let isAlone = nodes.isEmpty
    let top = isAlone ? 0 : frame.bottom - 14
    let width = isAlone ? 640 : max(frame.right - frame.left, least)
    let drawing = legend.drawing(left: frame.left, top: top, width: width, style: style)
    nodes += drawing.nodes
    edges += drawing.edges
    frame.bottom = top - drawing.height
    frame.right = max(frame.right, frame.left + drawing.width)
    if isAlone { frame.top = top }
  }

  /// Draws a legend at a place that is free.
  mutating func draw(_ legend: FigureLegend, left: Double, top: Double, width: Double) {
    let drawing = legend.drawing(left: left, top: top, width: width, style: style)
    nodes += drawing.nodes
    edges += drawing.edges
    include(
      .init(left: left, bottom: top - drawing.height, right: left + drawing.width, top: top))
  }

  /// The whole drawing; two unseen nodes at its corners keep its size.
  var document: DOTDocument {
    let corners = [DOTPoint(frame.left, frame.bottom), DOTPoint(frame.right, frame.top)].enumerated().map {
      index, corner in
      DOTDocument.Node(
        "corner-\(index)",
        [
          .shape(.plain), .style(.invisible), .label(""), .position(corner), .width(0.1), .height(0.1), .fixedSize,
        ])
    }
    return DOTDocument(
      name: name,
      attributes: [
        .keepsOrigin, .padding(FigureDrawing.margin), .background(DOTColor(Palette.paper)), .font(.sans),
        .fontColor(style.textColor),
      ],
      nodeDefaults: [.font(.sans), .fontSize(style.metrics.fontSize), .fontColor(style.textColor)],
      edgeDefaults: [.font(.sans)], nodes: nodes + corners, edges: edges)
  }
}
