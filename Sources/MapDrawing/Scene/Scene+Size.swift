extension Scene {
  /// Makes the drawing as wide on paper as a width, in points, with what is drawn in the middle; one that is wider stays as it is.
  mutating func widen(to width: Double) {
    let room = (width - self.width) / 2 / scale
    if room <= 0 { return }
    frame.left -= room
    frame.right += room
  }

  /// Sets a title and a message above everything else, on as many lines as they need.
  /// - Parameter room: the width that they may take, in points, if the drawing is narrower.
  mutating func add(heading: String, message: String, room: Double) {
    let width = max(frame.width, room, 220)
    let (title, text) = (fontSize * 1.25, fontSize)
    let blocks = [("heading", heading, title), ("message", message, text)].filter { !$0.1.isEmpty }.map {
      (id: $0.0, size: $0.2, lines: WrappedLabel($0.1, fontSize: $0.2, width: width / 1.04 - 2, maximumLines: 12).lines)
    }
    let height = blocks.reduce(0) { $0 + Double($1.lines.count) * $1.size * TextMetrics.lineHeight + 4 }
    var top = frame.top + height + 6
    frame.top = top
    for block in blocks {
      let step = block.size * TextMetrics.lineHeight
      for (number, line) in block.lines.enumerated() {
        let place = Text.Place.from(Point(frame.left, top - step / 2))
        let text = Text(
          id: "\(block.id)-\(number)", classes: [block.id], content: line, place: place, fontSize: block.size)
        parts.append(.text(text))
        frame.right = max(frame.right, text.box(fontSize: fontSize).right)
        top -= step
      }
      top -= 4
    }
  }
}
