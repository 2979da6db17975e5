import MapModel

/// The name of a stage inside its frame, on as many lines as that is narrow.
struct StageName {
  let stage: Stage.ID
  /// The frame as the layout leaves it, with room for one line.
  let panel: Frame
  private let label: WrappedLabel
  private let fontSize: Double

  /// The space between the frame's left side and the name.
  private static let indent = 8.0

  /// - Parameter limit: how far to the right the frame may be drawn for a long word.
  init(_ stage: Stage, in panel: Frame, upTo limit: Double, _ style: FigureStyle) {
    self.stage = stage.id
    fontSize = style.metrics.fontSize
    let word = LineBreaks(stage.name, fontSize: fontSize, insideWords: true).widest + 2 * Self.indent + 3
    self.panel = Frame(
      left: panel.left, bottom: panel.bottom, right: max(panel.right, min(panel.left + word, limit)), top: panel.top)
    let rooms = [
      WrappedLabel.Room(), .init(size: 0.9), .init(size: 0.8, lines: 6), .init(size: 0.8, lines: 8, breaks: .anywhere),
    ]
    label = WrappedLabel(
      stage.name, fontSize: fontSize, width: max(self.panel.width - 2 * Self.indent - 3, 2 * fontSize), in: rooms)
  }

  private var lineHeight: Double { label.fontSize * TextMetrics.lineHeight }

  /// How much higher the frame must be than for a name of one line.
  var rise: Double { Double(label.lines.count - 1) * lineHeight }

  /// The lines of the name.
  /// - Parameters:
  ///   - id: the first line's; the others have a number behind it.
  ///   - top: the upper side of the frame as it is drawn.
  func texts(id: String, below top: Double) -> [Scene.Part] {
    label.lines.enumerated().map { number, line in
      let width = TextMetrics.width(of: line, fontSize: label.fontSize) + 6
      let middle = top - fontSize - Double(number) * lineHeight
      let place = Rectangle(
        center: Point(panel.left + Self.indent + width / 2, middle), width: width, height: lineHeight)
      return .text(
        .init(
          id: number == 0 ? id : "\(id)-\(number)", classes: ["half"], content: line,
          // Lines below each other begin at the same point, whatever face they are set in.
          place: label.lines.count == 1 ? .left(of: place) : .from(Point(place.left + 3, middle)),
          fontSize: label.fontSize == fontSize ? nil : label.fontSize))
    }
  }
}
