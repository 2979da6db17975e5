import MapAnalysis
import MapModel
import MapReports
import OrderedCollections

/// Collects what a figure draws, at its place.
struct FigureCanvas {
  let name: String
  var style: FigureStyle
  /// What ids begin with, where a drawing holds several networks.
  var prefix = ""
  private var parts: [Scene.Part] = []
  private var frame = Frame(left: 0, bottom: 0, right: 0, top: 0)

  /// The space around everything, in points.
  private static let margin = 8.0
  /// The space between a network and the legend beside it, in points.
  static let legendGap = 20.0
  /// The width of a legend beside a network, in points.
  private static let besideWidth = 210.0

  init(name: String, style: FigureStyle) {
    self.name = name
    self.style = style
  }

  /// The nodes and lines of a figure, with the sizes that labels need.
  /// - Parameter others: what else may be written on actors, for which there must be room.
  func graph(
    of content: FigureContent, on map: NetworkMap, roomFor others: [MapActor.ID: [String]] = [:]
  ) -> LayoutGraph {
    var places: [MapActor.ID: Int] = [:]
    let stageCount = map.legend.stages.count
    let outlines = content.actors.map { Outline(map.legend.roles[$0.role]?.shape ?? .box) }
    func largest(_ sizes: [(width: Double, height: Double)]) -> (width: Double, height: Double) {
      (sizes.map(\.width).max() ?? 0, sizes.map(\.height).max() ?? 0)
    }
    let needed = zip(content.actors, outlines).map { actor, outline in
      let texts = [content.labels[actor.id] ?? actor.shortName] + others[actor.id, default: []]
      return largest(texts.map { style.size(of: outline, around: label($0, of: actor)) })
    }
    // Where sizes tell something, names do not: one size, made larger by what it tells, has room for every name.
    let common = largest(
      zip(content.actors, needed).compactMap { actor, size in
        content.sizes[actor.id].map { (size.width / $0, size.height / $0) }
      })
    let nodes = content.actors.enumerated().map { place, actor -> LayoutGraph.Node in
      places[actor.id] = place
      let outline = outlines[place]
      let size =
        content.sizes[actor.id].map { factor in
          (width: FigureStyle.even(common.width * factor), height: FigureStyle.even(common.height * factor))
        } ?? needed[place]
      let stage = map.legend.stages.index(forKey: actor.stage) ?? 0
      let endsFlow = actor.isBeneficiary && stage == stageCount - 1
      return .init(zone: endsFlow ? stageCount : stage, outline: outline, width: size.width, height: size.height)
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
    return LayoutGraph(stageCount: stageCount, nodes: nodes, lines: lines + missing)
  }

  private func label(_ name: String, of actor: MapActor) -> WrappedLabel {
    let text = name + (actor.otherRoles.isEmpty || !style.marksRoles ? "" : " " + FigureLegend.mark)
    return WrappedLabel(text, fontSize: style.metrics.fontSize, width: style.labelWidth)
  }

  /// Draws the stages, the actors and the lines.
  mutating func draw(_ content: FigureContent, _ layout: PlacedGraph, on map: NetworkMap) {
    if content.actors.isEmpty {
      note("Nothing on the map belongs in this figure.")
      return
    }
    include(layout.frame)
    for (place, stage) in map.legend.stages.values.enumerated() {
      if let frame = layout.stages[place] { draw(stage, frame) }
    }
    for (actor, place) in zip(content.actors, layout.nodes) { draw(actor, place, of: content, on: map) }
    for (line, path) in zip(content.lines, layout.paths) { draw(line, path, on: map) }
    for (missing, path) in zip(content.missing, layout.paths.dropFirst(content.lines.count)) {
      parts.append(
        .line(
          .init(
            id: prefix + missing.id, classes: ["line", "missing"],
            paint: style.line(Family.support, isUnclear: false, .few, .missing), path: path,
            ends: ends(missing.pair.source, missing.pair.target))))
    }
  }

  private func ends(_ start: MapActor.ID, _ end: MapActor.ID) -> Scene.Line.Ends {
    .init(start: "\(prefix)actor-\(start)", end: "\(prefix)actor-\(end)")
  }

  private mutating func draw(_ stage: Stage, _ panel: Frame) {
    let size = style.metrics.fontSize
    let id = "\(prefix)half-\(stage.id)"
    parts.append(
      .shape(
        .init(
          id: id, classes: ["half"], outline: .box,
          paint: .init(fill: style.panelColor, color: style.panelOutline, width: 0.8), place: panel.rectangle)))
    let width = TextMetrics.width(of: stage.name, fontSize: size) + 6
    let place = Rectangle(
      center: Point(panel.left + 8 + width / 2, panel.top - size), width: width, height: size * TextMetrics.lineHeight)
    parts.append(.text(.init(id: "\(id)-name", classes: ["half"], content: stage.name, place: .left(of: place))))
  }

  private mutating func draw(_ actor: MapActor, _ place: Rectangle, of content: FigureContent, on map: NetworkMap) {
    let standing = content.standings[actor.id] ?? .plain
    parts.append(
      .shape(
        style.shape(
          actor, on: map.legend, standing,
          label: label(content.labels[actor.id] ?? actor.shortName, of: actor).lines.joined(separator: "\n"),
          id: "\(prefix)actor-\(actor.id)",
          classes: ["actor", "role-\(actor.role)", "sector-\(actor.sector)"]
            + (standing == .absentHere || standing == .unknownHere ? ["absent"] : []),
          at: place)))
  }

  private mutating func draw(_ line: FigureContent.Line, _ path: Path, on map: NetworkMap) {
    let family = map.legend.families[line.family] ?? .coordination
    parts.append(
      .line(
        .init(
          id: prefix + line.id,
          classes: ["line", line.family.rawValue, line.isUnclear ? "unclear" : "clear"]
            + (line.band.map { ["cases-\($0.name)"] } ?? []) + (line.frequency.map { ["often-\($0.name)"] } ?? []),
          paint: style.line(family, isUnclear: line.isUnclear, line.band ?? .few, line.standing, line.frequency),
          path: path,
          ends: ends(line.first, line.second))))
  }

  private mutating func note(_ text: String) {
    let size = style.metrics.fontSize
    let width = TextMetrics.width(of: text, fontSize: size) + 12
    let place = Rectangle(center: Point(width / 2, 0), width: width, height: size * 2)
    parts.append(.text(.init(id: "note", classes: ["note"], content: text, place: .middle(of: place))))
    frame = place.frame
  }

  /// What has been drawn so far takes up, with the room of its texts.
  var extent: Frame {
    parts.reduce(frame) { extent, part in
      guard case .text(let text) = part else { return extent }
      return extent.union(text.box(fontSize: style.metrics.fontSize).frame)
    }
  }

  /// Makes the drawing as large as to hold a frame.
  mutating func include(_ added: Frame) { frame = parts.isEmpty ? added : frame.union(added) }

  /// Draws a badge over everything else so far.
  mutating func draw(_ badge: Badge, id: String) {
    draw(badge.shape(id: prefix + id, classes: ["badge"], style))
  }

  /// Adds a shape that is drawn as it is.
  mutating func draw(_ shape: Scene.Shape) { parts.append(.shape(shape)) }

  /// Sets a line of text that starts at a point, its middle at the point's height.
  mutating func draw(_ text: String, at start: Point, id: String, isTitle: Bool = false) {
    parts.append(
      .text(
        .init(
          id: prefix + id, classes: ["note"], content: text, place: .from(start),
          fontSize: style.metrics.fontSize * (isTitle ? 1.25 : 1))))
  }

  /// Sets a line of text below everything else.
  mutating func drawBelow(_ text: String) {
    let size = style.metrics.fontSize
    parts.append(
      .text(
        .init(
          id: "audience", classes: ["note"], content: text, place: .from(Point(frame.left, frame.bottom - size)))))
    frame.bottom -= 2 * size
    // Bold letters are wider than the table of widths knows.
    frame.right = max(frame.right, frame.left + TextMetrics.width(of: text, fontSize: size) * 1.1 + 24)
  }

  /// The size of a legend below or beside a network, before that is placed.
  /// - Parameter room: the width of the page, in points.
  func size(of legend: FigureLegend, within room: Double) -> (width: Double, height: Double) {
    let place = style.drawing.legend ?? .inside
    if place == .off { return (0, 0) }
    let placed = PlacedLegend(legend, within: place == .beside ? Self.besideWidth : room, style: style)
    return (placed.width, placed.height)
  }

  /// Draws the legend below everything else or beside it, as the style says, or alone.
  /// - Parameters:
  ///   - least: a width that it may take though the rest is narrower.
  ///   - isNeeded: whether the drawing cannot be read without it: it then always stands below.
  mutating func draw(_ legend: FigureLegend, within least: Double = 300, isNeeded: Bool = false) {
    let isAlone = parts.isEmpty
    var place = style.drawing.legend ?? .inside
    if isAlone || isNeeded { place = .inside }
    if place == .off { return }
    if place == .beside {
      let (left, top) = (frame.right + Self.legendGap, frame.top)
      return draw(legend, left: left, top: top, width: Self.besideWidth, most: frame.height)
    }
    let top = isAlone ? 0 : frame.bottom - 14
    let page = style.metrics.room?.width ?? .infinity
    let width = isAlone ? min(640, page) : max(frame.width, min(least, page))
    func placed(_ form: PlacedLegend.Form) -> PlacedLegend {
      PlacedLegend(legend, left: frame.left, top: top, within: width, style: style, form: form)
    }
    var chosen = placed(isAlone ? .explained : .columns)
    // A legend that is larger than the network is set small.
    if !isAlone, !isNeeded, chosen.height > frame.height {
      let compact = placed(.compact)
      if compact.height < chosen.height { chosen = compact }
    }
    parts += chosen.parts
    frame.bottom = top - chosen.height
    frame.right = max(frame.right, frame.left + chosen.width)
    if isAlone { frame.top = top }
  }

  /// Draws a legend at a place that is free.
  /// - Parameter most: the height above which it is set small.
  mutating func draw(
    _ legend: FigureLegend, left: Double, top: Double, width: Double, most: Double = .infinity
  ) {
    func placed(_ form: PlacedLegend.Form) -> PlacedLegend {
      PlacedLegend(legend, left: left, top: top, within: width, style: style, form: form)
    }
    var chosen = placed(.columns)
    if chosen.height > most { chosen = placed(.compact) }
    parts += chosen.parts
    include(Frame(left: left, bottom: top - chosen.height, right: left + chosen.width, top: top))
  }

  /// The whole drawing.
  /// - Parameter titles: what readers are told of parts, by id.
  func scene(titles: [String: String]) -> Scene {
    Scene(
      name: name, frame: extent, margin: Self.margin, background: style.background, font: style.font,
      fontSize: style.metrics.fontSize, textColor: style.textColor, parts: parts, titles: titles)
  }
}
