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
  /// - Parameter others: the same with other words on actors, for which there must be room as well.
  func graph(of content: FigureContent, on map: NetworkMap, roomFor others: [FigureContent] = []) -> LayoutGraph {
    var places: [MapActor.ID: Int] = [:]
    let stageCount = map.legend.stages.count
    let labels = ([content] + others).map(labels)
    let loops = Dictionary(content.lines.filter { $0.first == $0.second }.map { ($0.first, 1) }, uniquingKeysWith: +)
    let outlines = content.actors.map { Outline(map.legend.roles[$0.role]?.shape ?? .box) }
    func largest(_ sizes: [(width: Double, height: Double)]) -> (width: Double, height: Double) {
      (sizes.map(\.width).max() ?? 0, sizes.map(\.height).max() ?? 0)
    }
    let needed = content.actors.indices.map { place in
      largest(labels.map { style.size(of: outlines[place], around: $0[place]) })
    }
    // Where sizes tell something, names do not: one size, made larger by what it tells, has room for every name.
    let common = largest(
      zip(content.actors, needed).compactMap { actor, size in
        content.sizes[actor.id].map { (size.width / $0, size.height / $0) }
      })
    let nodes = content.actors.enumerated().map { place, actor -> LayoutGraph.Node in
      places[actor.id] = place
      let outline = outlines[place]
      var size =
        content.sizes[actor.id].map { factor in
          (width: FigureStyle.even(common.width * factor), height: FigureStyle.even(common.height * factor))
        } ?? needed[place]
      size.width = max(size.width, style.width(of: outline, forLoops: loops[actor.id] ?? 0))
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

  /// What is written on the actors of a figure, in their order.
  func labels(of content: FigureContent) -> [WrappedLabel] {
    WrappedLabel.distinct(
      content.actors.map { actor in
        let mark = actor.otherRoles.isEmpty || !style.marksRoles ? "" : " " + FigureLegend.mark
        return (content.labels[actor.id] ?? actor.shortName, content.signs[actor.id, default: ""] + mark)
      }, fontSize: style.metrics.fontSize, width: style.labelWidth)
  }

  /// Draws the stages, the actors and the lines.
  mutating func draw(_ content: FigureContent, _ layout: PlacedGraph, on map: NetworkMap) {
    if content.actors.isEmpty {
      note()
      return
    }
    drawStages(of: map, in: layout)
    for (place, label) in labels(of: content).enumerated() {
      draw(content.actors[place], label, layout.nodes[place], of: content, on: map)
    }
    for (line, path) in zip(content.lines, layout.paths) {
      draw(line, path, as: line.relation.flatMap { content.relations[$0] }, on: map)
    }
    for (missing, path) in zip(content.missing, layout.paths.dropFirst(content.lines.count)) {
      parts.append(
        .line(
          .init(
            id: prefix + missing.id, classes: ["line", "missing"],
            paint: style.line(Family.support, isUnclear: false, .few, .missing), path: path,
            ends: ends(missing.pair.source, missing.pair.target))))
    }
  }

  /// Draws the frames of the stages.
  mutating func drawStages(of map: NetworkMap, in layout: PlacedGraph) {
    let names = stageNames(layout, on: map)
    include(frame(of: layout, on: map))
    let rise = names.map(\.rise).max() ?? 0
    for name in names { draw(name, rise) }
  }

  private func stageNames(_ layout: PlacedGraph, on map: NetworkMap) -> [StageName] {
    map.legend.stages.values.enumerated().compactMap { place, stage in
      guard let panel = layout.stages[place] else { return nil }
      let next = layout.stages.filter { $0.key > place }.map(\.value.left).min()
      return StageName(stage, in: panel, upTo: next.map { $0 - 12 } ?? panel.left + 2 * style.labelWidth, style)
    }
  }

  /// The frame of what is laid out, with the names of the stages, for which the layout leaves one line.
  func frame(of layout: PlacedGraph, on map: NetworkMap) -> Frame {
    let names = stageNames(layout, on: map)
    var frame = names.reduce(layout.frame) { $0.union($1.panel) }
    frame.top += names.map(\.rise).max() ?? 0
    return frame
  }

  private func ends(_ start: MapActor.ID, _ end: MapActor.ID) -> Scene.Line.Ends {
    .init(start: "\(prefix)actor-\(start)", end: "\(prefix)actor-\(end)")
  }

  private mutating func draw(_ name: StageName, _ rise: Double) {
    var panel = name.panel
    panel.top += rise
    let id = "\(prefix)half-\(name.stage)"
    parts.append(
      .shape(
        .init(
          id: id, classes: ["half"], outline: .box,
          paint: .init(fill: style.panelColor, color: style.panelOutline, width: 0.8), place: panel.rectangle)))
    parts += name.texts(id: "\(id)-name", below: panel.top)
  }

  private mutating func draw(
    _ actor: MapActor, _ label: WrappedLabel, _ place: Rectangle, of content: FigureContent, on map: NetworkMap
  ) {
    let standing = content.standings[actor.id] ?? .plain
    var shape = style.shape(
      actor, on: map.legend, standing, label: label.drawn, id: "\(prefix)actor-\(actor.id)",
      classes: ["actor", "role-\(actor.role)", "sector-\(actor.sector)"]
        + (standing == .absentHere || standing == .unknownHere ? ["absent"] : []),
      at: place)
    if label.fontSize != style.metrics.fontSize { shape.fontSize = label.fontSize }
    parts.append(.shape(shape))
  }

  private mutating func draw(
    _ line: FigureContent.Line, _ path: Path, as relation: RelationLook?, on map: NetworkMap
  ) {
    let family = map.legend.families[line.family] ?? .coordination
    parts.append(
      .line(
        .init(
          id: prefix + line.id,
          classes: ["line", line.family.rawValue] + (line.relation.map { ["relation-\($0)"] } ?? [])
            + [line.isUnclear ? "unclear" : "clear"]
            + (line.band.map { ["cases-\($0.name)"] } ?? []) + (line.frequency.map { ["often-\($0.name)"] } ?? []),
          paint: style.line(
            family, isUnclear: line.isUnclear, line.band ?? .few, line.standing, line.frequency, relation: relation),
          path: path,
          ends: ends(line.first, line.second))))
  }

  /// Says in the place of a drawing why there is none.
  mutating func note(_ text: String = "Nothing on the map belongs in this figure.") {
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

  /// Adds a line that is drawn as it is.
  mutating func draw(_ line: Scene.Line) { parts.append(.line(line)) }

  /// Sets a line of text in the middle of a place.
  mutating func draw(_ text: String, inMiddleOf place: Rectangle, id: String, fontSize: Double? = nil) {
    parts.append(
      .text(
        .init(id: prefix + id, classes: ["note"], content: text, place: .middle(of: place), fontSize: fontSize)))
  }

  /// Sets a line of text that starts at a point, its middle at the point's height.
  mutating func draw(_ text: String, at start: Point, id: String, isTitle: Bool = false, fontSize: Double? = nil) {
    parts.append(
      .text(
        .init(
          id: prefix + id, classes: ["note"], content: text, place: .from(start),
          fontSize: fontSize ?? style.metrics.fontSize * (isTitle ? 1.25 : 1))))
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
