public import MapModel
import MapReports
import OrderedCollections

/// How a figure looks: what can be chosen, and how roles, sectors and families look by it.
public struct FigureStyle: Sendable {
  /// A space on paper or on a screen, in points.
  public struct Room: Sendable, Hashable {
    /// The width, in points.
    public var width: Double
    /// The height, in points.
    public var height: Double

    /// Makes a room; `nil` unless both sides are finite and at least 72 points long.
    public init?(width: Double, height: Double) {
      guard width.isFinite, height.isFinite, width >= 72, height >= 72 else { return nil }
      (self.width, self.height) = (width, height)
    }
  }

  /// The space in which the figure has to be legible, or `nil` for a page of a report: actors are arranged, and the
  /// legend is set, so that letters stay at 8 points or more there. A figure with much in it can still need more.
  public var room: Room? {
    get { metrics.room.flatMap { Room(width: $0.width, height: $0.height) } }
    set { metrics.room = newValue.map { ($0.width, $0.height) } }
  }
  /// The typeface of all texts.
  public var font = FigureFont.sans
  /// The colour of texts; it is legible on the background and on the fills of all sectors only if it is chosen so.
  public var textColor = Palette.text
  /// The colour of lines that do not stand out or back, or `nil` for one that each family has.
  public var lineColor: MapColor?
  /// The colour behind everything.
  public var background = Palette.paper

  /// How large figures are drawn, and what stands beside the network: it goes before what a map and its figures say.
  public var drawing = DrawingSettings()
  /// For what figures are drawn.
  public var use = FigureUse.screen

  package var metrics = LayoutMetrics()
  /// The greatest width of a label's line, in points.
  package var labelWidth = 92.0
  /// The space around a label inside its shape, as a share of the usual.
  package var padding = 1.0
  /// The least width of an actor, in points.
  package var leastWidth = 0.0
  /// The least height of an actor, in points.
  package var leastHeight = 0.0
  /// Whether actors that play further roles are marked.
  package var marksRoles = true
  /// Whether lines stand back, so that marks stand out.
  package var isMuted = false
  /// The colour of what is missing.
  package let missingColor = Palette.missing
  /// The colour of what is on the first of two sides only.
  package private(set) var firstColor = Palette.sides[0]
  /// The colour of what is on the second of two sides only.
  package private(set) var secondColor = Palette.sides[1]
  /// The colour of what stands back.
  package let mutedColor = Palette.muted
  /// The colour of names that stand back; they can still be read.
  package let faintTextColor = Palette.faintText
  /// The colour behind the halves.
  package var panelColor = Palette.panel
  /// The colour of the halves' frames; they only group, and carry no meaning that the place does not.
  package var panelOutline = Palette.frame

  /// The style of figures for a report.
  public init() {}

  /// The style with colours of two sides that no sector of a legend has.
  func besides(_ legend: Legend) -> FigureStyle {
    var style = self
    (style.firstColor, style.secondColor) = Palette.sides(
      besides: legend.sectors.values.map(\.outline), on: background)
    return style
  }

  /// How a line of a family looks: support is drawn stronger than other families, and what is not clear thinner and
  /// lighter than what is.
  func line(
    _ family: Family, isUnclear: Bool, _ band: CaseBand = .few, _ standing: LineStanding = .plain,
    _ frequency: SaidFrequency? = nil, relation: RelationLook? = nil
  ) -> Scene.Line.Paint {
    // A missing connection is broken, strong, and closed by a bar where others have an arrow.
    if standing == .missing {
      return .init(
        color: missingColor, width: 2.4, pattern: .dashed, heads: .init(end: .bar, length: metrics.arrowLength))
    }
    let color: MapColor =
      switch standing {
      case .onlyFirst: firstColor
      case .onlySecond: secondColor
      case .common: mutedColor
      default:
        isMuted || frequency == .notSaid || band == .untold
          ? mutedColor
          : relation.map { Palette.relation($0.hue) } ?? lineColor
            ?? (isUnclear
              ? Palette.doubtful : family.color ?? (family.isSupport ? Palette.text : Palette.coordination))
      }
    let firm = standing == .onlyFirst ? 2.3 : standing == .onlySecond ? 1.1 : family.isSupport ? 1.5 : 1
    // Dots thinner than that are not seen.
    let width = isUnclear ? max(0.9, firm * 0.75) : firm
    let head = Scene.Line.Head(relation?.head ?? family.head)
    return .init(
      color: color, width: width * band.factor * (frequency?.factor ?? 1) * (relation?.isWide == true ? 2 : 1),
      pattern: isUnclear ? .dotted : (relation?.line ?? family.line) == .solid ? .solid : .dashed,
      isDouble: standing == .onlySecond || frequency == .differing || relation?.isDouble == true,
      heads: .init(end: head, start: head, length: metrics.arrowLength))
  }

  /// How an actor of a sector looks, apart from its place.
  func paint(_ sector: Sector, _ standing: ActorStanding = .plain) -> Scene.Shape.Paint {
    let fill: MapColor =
      switch standing {
      case .absentHere: Palette.faint
      case .unknownHere: Palette.paper
      default: sector.fill
      }
    let (outline, width): (MapColor, Double) =
      switch standing {
      case .plain: (sector.outline, 1.4)
      case .missing: (missingColor, 2.4)
      case .bearing: (sector.outline, 4)
      case .absentHere, .unknownHere: (mutedColor, 0.8)
      case .onlyFirst: (firstColor, 3.6)
      case .onlySecond: (secondColor, 3.6)
      }
    return .init(
      fill: fill, color: outline, width: width,
      isBroken: standing == .missing || standing == .onlySecond || standing == .unknownHere,
      textColor: standing == .absentHere || standing == .unknownHere ? faintTextColor : nil)
  }

  /// An actor at its place.
  func shape(
    _ actor: MapActor, on legend: Legend, _ standing: ActorStanding, label: String, id: String, classes: [String],
    at place: Rectangle
  ) -> Scene.Shape {
    let sector =
      legend.sectors[actor.sector] ?? Sector(actor.sector, name: "", fill: Palette.paper, outline: Palette.neutral)
    return Scene.Shape(
      id: id, classes: classes, outline: Outline(legend.roles[actor.role]?.shape ?? .box),
      paint: paint(sector, standing), place: place, label: label)
  }

  /// The size that a shape takes around a label, in points; libgraphviz rounds to even ones, and so do we.
  func size(of shape: Outline, around label: WrappedLabel) -> (width: Double, height: Double) {
    let (width, height) = needed(by: shape, around: label)
    return (Self.even(max(width, leastWidth)), Self.even(max(height, leastHeight)))
  }

  /// The width at which lines of an actor to itself stand apart; up to eight do.
  func width(of shape: Outline, forLoops count: Int) -> Double {
    guard count > 1 else { return 0 }
    let reach = (1.2 + Double(min(count, 8) - 1) * 1.5) * metrics.arrowLength
    return Self.even(shape.width(forLevelReach: reach))
  }

  package static func even(_ size: Double) -> Double { 2 * (size / 2).rounded(.up) }

  private func needed(by shape: Outline, around label: WrappedLabel) -> (width: Double, height: Double) {
    let (width, height) = (label.width + 12 * padding, label.height + 11 * padding)
    // How far up and down the label reaches, as a share of the height.
    let reach = label.height / height
    switch shape {
    case .ellipse: return (label.width * 1.2 + 16 * padding, label.height * 1.3 + 12 * padding)
    case .hexagon: return ((width - 6) / (1 - 2 * reach * Outline.hexagonSlant), height)
    case .parallelogram:
      // Enough also where lines at its sides make it taller than its label.
      return ((width - 6 + Outline.parallelogramSlant * label.height) / (1 - Outline.mostOfParallelogram), height)
    case .octagon: return (width + 6, height + 4)
    case .roundedDouble: return (width + 6, height + 4)
    case .note: return (width + 6, height)
    case .cylinder, .tab: return (width, height + 10)
    case .box, .rounded: return (width, height)
    }
  }
}

extension CaseBand {
  /// How much wider than a plain line it is drawn.
  fileprivate var factor: Double {
    switch self {
    case .untold, .few: 1
    case .some: 2
    case .many: 3.5
    }
  }
}

extension SaidFrequency {
  /// How much wider than a plain line it is drawn.
  fileprivate var factor: Double {
    switch self {
    case .alike(.common): 3.5
    case .alike(.some): 2
    case .alike(.rare), .differing, .notSaid: 1
    }
  }
}

extension Scene.Line.Head {
  /// The head of a family's lines.
  init(_ head: Family.Head) {
    self =
      switch head {
      case .triangle: .filled
      case .open: .open
      case .diamond: .diamond
      case .dot: .dot
      case .hollowTriangle: .hollowTriangle
      case .hollowDiamond: .hollowDiamond
      case .hollowDot: .hollowDot
      case .square: .square
      }
  }
}

extension Outline {
  /// The outline of a role's shape.
  init(_ shape: Role.Shape) {
    self =
      switch shape {
      case .box: .box
      case .rounded: .rounded
      case .roundedDouble: .roundedDouble
      case .ellipse: .ellipse
      case .hexagon: .hexagon
      case .octagon: .octagon
      case .parallelogram: .parallelogram
      case .note: .note
      case .cylinder: .cylinder
      case .tab: .tab
      }
  }
}
