import MapModel

/// The paper that a figure is drawn for: how large it may be there, and how large its text is to be.
struct FigurePaper {
  private let settings: DrawingSettings
  private let use: FigureUse
  /// The size of text before the drawing is made larger or smaller, in points.
  private let fontSize: Double

  /// What became of a drawing on paper.
  struct Fit: Sendable {
    /// The size of most of its text, in points.
    var textSize: Double
    /// The size of the picture in millimetres, if it was asked for.
    var millimetres: (width: Double, height: Double)?
    /// What could not be kept, in a sentence; `nil` if all was.
    var shortfall: String?
  }

  /// Text below this is said to be small, in points, though no size was asked for.
  private static let smallText = 6.0

  init(_ settings: DrawingSettings, for use: FigureUse, fontSize: Double) {
    self.settings = use.settings.over(settings)
    (self.use, self.fontSize) = (use, fontSize)
  }

  private static func points(_ millimetres: Double) -> Double { millimetres / 25.4 * 72 }
  private static func millimetres(_ points: Double) -> Double { points / 72 * 25.4 }

  /// How much larger than it is drawn the text is to be.
  private var enlargement: Double { (settings.textSize ?? fontSize) / fontSize }

  /// Tells a layout what room it has, if a size was asked for.
  func prepare(_ metrics: inout LayoutMetrics, for graph: LayoutGraph) {
    if metrics.room == nil, settings.width != nil || settings.height != nil || settings.textSize != nil {
      let page = LayoutMetrics.page(for: graph)
      metrics.room = (
        (settings.width.map(Self.points) ?? page.width) / enlargement,
        (settings.height.map(Self.points) ?? page.height) / enlargement
      )
    }
    if settings.textSize != nil { metrics.legibleSize = metrics.fontSize }
  }

  /// A drawing as it stands on the paper: with its title if that was asked for, and of the size that was.
  /// - Complexity: O(n), where n is the number of its parts.
  func fitted(_ drawing: Scene, heading: String, message: String) -> (scene: Scene, fit: Fit) {
    var scene = drawing
    let width = settings.width.map(Self.points)
    if settings.showsTitle ?? false {
      scene.add(heading: heading, message: message, room: (width ?? 0) / enlargement - 2 * scene.margin)
    }
    var limits = [width.map { $0 / scene.width }, settings.height.map { Self.points($0) / scene.height }]
    if use == .print, settings.width == nil {
      // Upright or across, as it comes out larger.
      limits.append(max(min(453 / scene.width, 620 / scene.height), min(728 / scene.width, 482 / scene.height)))
    }
    let factor = limits.compactMap(\.self).reduce(enlargement, min)
    scene.scale = factor
    if let width { scene.widen(to: width) }
    let textSize = factor * fontSize
    let isTooSmall = settings.textSize.map { textSize < $0 - 0.05 } ?? (textSize < Self.smallText)
    var fit = Fit(textSize: textSize)
    if settings.width != nil || settings.height != nil || settings.textSize != nil {
      fit.millimetres = (Self.millimetres(scene.width), Self.millimetres(scene.height))
    }
    if isTooSmall, factor < enlargement { fit.shortfall = shortfall(textSize, natural: drawing, factor: factor) }
    return (scene, fit)
  }

  private func shortfall(_ textSize: Double, natural: Scene, factor: Double) -> String {
    let size =
      ["\(Self.text(Self.millimetres(natural.width * factor))) mm wide"]
      + (settings.height == nil ? [] : ["\(Self.text(Self.millimetres(natural.height * factor))) mm high"])
    let asked = settings.textSize.map { ", and not \(Self.text($0))" } ?? ", which few can read"
    let needed = (settings.textSize ?? 8) / fontSize
    return "text is \(Self.text(textSize)) pt\(asked), so that the figure is \(size.joined(separator: " and "));"
      + " at \(Self.text(Self.millimetres(natural.width * needed))) by"
      + " \(Self.text(Self.millimetres(natural.height * needed))) mm it would be"
      + " \(Self.text(needed * fontSize)) pt, or show less in it"
  }

  /// A number with at most one decimal.
  private static func text(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
