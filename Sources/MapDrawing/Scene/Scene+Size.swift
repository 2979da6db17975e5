extension Scene {
  /// The same drawing larger or smaller: places, letters, lines and heads alike.
  /// - Complexity: O(n), where n is the number of parts.
  func scaled(by factor: Double) -> Scene {
    if factor == 1 { return self }
    var scaled = self
    scaled.frame = Frame(
      left: frame.left * factor, bottom: frame.bottom * factor, right: frame.right * factor, top: frame.top * factor)
    scaled.margin = margin * factor
    scaled.fontSize = fontSize * factor
    scaled.parts = parts.map { part in
      switch part {
      case .shape(var shape):
        shape.place = shape.place.scaled(by: factor)
        shape.paint.width *= factor
        shape.fontSize = shape.fontSize.map { $0 * factor }
        return .shape(shape)
      case .text(var text):
        switch text.place {
        case .from(let point): text.place = .from(point.scaled(by: factor))
        case .left(let room): text.place = .left(of: room.scaled(by: factor))
        case .middle(let room): text.place = .middle(of: room.scaled(by: factor))
        }
        text.fontSize = text.fontSize.map { $0 * factor }
        return .text(text)
      case .line(var line):
        line.paint.width *= factor
        line.paint.heads?.length *= factor
        line.path.points = line.path.points.map { $0.scaled(by: factor) }
        line.path.startTip = line.path.startTip?.scaled(by: factor)
        line.path.endTip = line.path.endTip?.scaled(by: factor)
        return .line(line)
      }
    }
    return scaled
  }

  /// Makes the drawing as wide as a width, with what is drawn in the middle; one that is wider stays as it is.
  mutating func widen(to width: Double) {
    let room = (width - self.width) / 2
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

extension Point {
  fileprivate func scaled(by factor: Double) -> Point { Point(x * factor, y * factor) }
}

extension Rectangle {
  fileprivate func scaled(by factor: Double) -> Rectangle {
    Rectangle(center: center.scaled(by: factor), width: width * factor, height: height * factor)
  }
}
