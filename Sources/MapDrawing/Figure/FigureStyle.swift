package import Graphviz
package import MapModel
import OrderedCollections

/// How roles, sectors and families look.
package struct FigureStyle: Sendable {
  package var metrics = LayoutMetrics()
  /// The greatest width of a label's line, in points.
  package var labelWidth = 92.0
  /// The space around a label inside its shape, as a share of the usual.
  package var padding = 1.0
  /// The least width of an actor, in points.
  package var leastWidth = 0.0
  package var textColor = DOTColor(Palette.text)
  /// Whether actors that play further roles are marked.
  package var marksRoles = true
  /// Whether lines stand back, so that marks stand out.
  package var isMuted = false
  /// The colour of what is missing.
  package let missingColor = DOTColor(Palette.missing)
  /// The colour of what is on the first of two sides only.
  package let firstColor = DOTColor(Palette.first)
  /// The colour of what is on the second of two sides only.
  package let secondColor = DOTColor(Palette.second)
  /// The colour of what stands back.
  package let mutedColor = DOTColor(Palette.muted)
  /// The colour of names that stand back; they can still be read.
  package let faintTextColor = DOTColor(Palette.faintText)
  /// The colour behind the halves.
  package var panelColor = DOTColor(Palette.panel)
  /// The colour of the halves' frames; they only group, and carry no meaning that the place does not.
  package var panelOutline = DOTColor(Palette.frame)

  package init(isMuted: Bool = false) { self.isMuted = isMuted }

  /// How a line of a family looks: support is drawn strong and whole, coordination thin and broken.
  package func line(
    _ family: Relation.Family, isUnclear: Bool, _ band: CaseBand = .few, _ look: LineLook = .plain
  ) -> [DOTAttribute] {
    if look == .missing { return missingLine }
    let isSupport = family == .support
    let color: DOTAttribute =
      switch look {
      case .onlyFirst: .color(firstColor)
      case .onlySecond: .doubleColor(secondColor)
      case .common: .color(mutedColor)
      default:
        .color(
          isMuted
            ? mutedColor
            : isSupport ? DOTColor(Palette.text) : DOTColor(Palette.coordination))
      }
    // Dots need more ink to be seen.
    let width = look == .onlyFirst ? 2.3 : look == .onlySecond ? 1.1 : isUnclear ? 1.9 : isSupport ? 1.5 : 1
    return [
      .style(isUnclear ? .dotted : isSupport ? .solid : .dashed), color, .penWidth(width * band.factor),
      .arrowHead(isSupport ? .normal : .open), .arrowTail(isSupport ? .normal : .open),
      .arrowSize(metrics.arrowLength / 10),
    ]
  }

  /// How a missing connection looks: broken, strong, and closed by a bar where others have an arrow.
  private var missingLine: [DOTAttribute] {
    [.style(.dashed), .color(missingColor), .penWidth(2.4), .arrowHead(.bar), .arrowSize(metrics.arrowLength / 10)]
  }

  /// How an actor of a role and sector looks, apart from its place.
  package func node(_ shape: Role.Shape, _ sector: Sector, _ look: NodeLook = .plain) -> [DOTAttribute] {
    let isRounded = shape == .rounded || shape == .roundedDouble
    let isBroken = look == .missing || look == .onlySecond || look == .open
    let fill: DOTColor =
      switch look {
      case .faint: DOTColor(Palette.faint)
      case .open: DOTColor(Palette.paper)
      default: DOTColor(sector.fill)
      }
    let styles: [DOTStyle] = [.filled] + (isRounded ? [.rounded] : []) + (isBroken ? [.dashed] : [])
    let (outline, width): (DOTColor, Double) =
      switch look {
      case .plain: (DOTColor(sector.outline), 1.4)
      case .missing: (missingColor, 2.4)
      case .bearing: (DOTColor(sector.outline), 4)
      case .faint, .open: (panelOutline, 0.8)
      case .onlyFirst: (firstColor, 3.6)
      case .onlySecond: (secondColor, 3.6)
      }
    var attributes: [DOTAttribute] = [
      .shape(dotShape(shape)), .styles(styles), .fillColor(fill),
      .color(outline), .penWidth(width),
    ]
    if look == .faint || look == .open { attributes.append(.fontColor(faintTextColor)) }
    if shape == .roundedDouble { attributes.append(.outlines(2)) }
    return attributes
  }

  /// An actor at its place.
  func node(
    _ actor: MapActor, on legend: Legend, _ look: NodeLook, label: String, id: String, classes: [String],
    at place: Rectangle
  ) -> DOTDocument.Node {
    let shape = legend.roles[actor.role]?.shape ?? .box
    let sector =
      legend.sectors[actor.sector] ?? Sector(actor.sector, name: "", fill: Palette.paper, outline: Palette.neutral)
    let size = asked(shape, width: place.width, height: place.height)
    return .init(
      id,
      [.label(label)] + node(shape, sector, look) + [
        .position(place.center), .width(size.width), .height(size.height), .fixedSize, .id(id), .classes(classes),
      ])
  }

  private func dotShape(_ shape: Role.Shape) -> DOTShape {
    switch shape {
    case .box, .rounded, .roundedDouble: .box
    case .ellipse: .ellipse
    case .hexagon: .hexagon
    case .octagon: .octagon
    case .parallelogram: .parallelogram
    case .note: .note
    case .cylinder: .cylinder
    case .tab: .tab
    }
  }

  package func outline(_ shape: Role.Shape) -> NodeOutline {
    switch shape {
    case .ellipse: .ellipse
    case .hexagon: .hexagon
    case .parallelogram: .parallelogram
    default: .box
    }
  }

  /// The size that a shape takes around a label, in points; libgraphviz rounds to even ones, and so do we.
  package func size(of shape: Role.Shape, around label: WrappedLabel) -> (width: Double, height: Double) {
    let (width, height) = needed(by: shape, around: label)
    let widening = shape == .parallelogram ? NodeOutline.parallelogramWidening : 1
    return (Self.even(max(width, leastWidth) / widening) * widening, Self.even(height))
  }

  package static func even(_ size: Double) -> Double { 2 * (size / 2).rounded(.up) }

  /// The width and height to ask libgraphviz for, so that it draws a shape of a size.
  package func asked(_ shape: Role.Shape, width: Double, height: Double) -> (width: Double, height: Double) {
    switch shape {
    case .parallelogram: (width / NodeOutline.parallelogramWidening, height)
    // The second outline is drawn outside the first.
    case .roundedDouble: (width - 8, height - 8)
    default: (width, height)
    }
  }

  private func needed(by shape: Role.Shape, around label: WrappedLabel) -> (width: Double, height: Double) {
    let (width, height) = (label.width + 12 * padding, label.height + 11 * padding)
    // How far up and down the label reaches, as a share of the height.
    let reach = label.height / height
    switch shape {
    case .ellipse: return (label.width * 1.2 + 16 * padding, label.height * 1.3 + 12 * padding)
    case .hexagon: return ((width - 6) / (1 - 2 * reach * NodeOutline.hexagonSlant), height)
    case .parallelogram: return ((width - 6) / (1 - (1 + reach) * NodeOutline.parallelogramSlant), height)
    case .octagon: return (width + 6, height + 4)
    case .roundedDouble: return (width + 6, height + 4)
    case .note: return (width + 6, height)
    case .cylinder, .tab: return (width, height + 10)
    case .box, .rounded: return (width, height)
    }
  }
}

extension DOTColor {
  package init(_ color: MapColor) { self.init(red: color.red, green: color.green, blue: color.blue) }
}
