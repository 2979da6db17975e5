/// A label broken into lines that fit a width; what does not fit at all is cut with an ellipsis.
package struct WrappedLabel: Sendable, Hashable {
  /// The lines, at least one.
  package let lines: [String]
  /// The width of the longest line, in points.
  package let width: Double
  /// The height of all lines, in points.
  package let height: Double

  /// Breaks a text at white space into as few lines as fit, of about equal length.
  /// - Parameters:
  ///   - width: the greatest width of a line, in points.
  ///   - maximumLines: the greatest number of lines, at least 1.
  /// - Complexity: O(n), where n is the length of the text up to the cut.
  package init(_ text: String, fontSize: Double, width limit: Double, maximumLines: Int = 4) {
    func measure(_ text: some StringProtocol) -> Double { TextMetrics.width(of: text, fontSize: fontSize) }
    // A label that fills its lines many times over is cut before it is measured.
    let words = text.prefix(400).split(whereSeparator: \.isWhitespace).map { Self.cut($0, limit, measure) }
    var lines = Self.broken(words, limit, measure)
    if lines.count > 1, lines.count <= maximumLines {
      // The narrowest width that needs no more lines makes the lines alike.
      var (narrow, wide) = (0.0, limit)
      for _ in 0..<8 {
        let middle = (narrow + wide) / 2
        if words.allSatisfy({ measure($0) <= middle }), Self.broken(words, middle, measure).count <= lines.count {
          wide = middle
        } else {
          narrow = middle
        }
      }
      lines = Self.broken(words, wide, measure)
    }
    if lines.count > maximumLines {
      lines = Array(lines.prefix(maximumLines))
      // One ellipsis if it fits; otherwise the cut brings one.
      let last = lines[maximumLines - 1]
      let marked = last + "\u{2026}"
      lines[maximumLines - 1] = measure(marked) <= limit ? marked : Self.cut(last, measure(last) - 1, measure)
    }
    self.lines = lines.isEmpty ? [" "] : lines
    self.width = self.lines.map { measure($0) }.max() ?? 0
    height = Double(self.lines.count) * fontSize * TextMetrics.lineHeight
  }

  private static func broken(_ words: [String], _ limit: Double, _ measure: (String) -> Double) -> [String] {
    var lines: [String] = []
    for word in words {
      if let last = lines.last, measure(last + " " + word) <= limit {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word)
      }
    }
    return lines
  }

  /// A text, or as much of its beginning as fits together with an ellipsis.
  private static func cut(
    _ text: some StringProtocol, _ limit: Double, _ measure: (String) -> Double
  ) -> String {
    if measure(String(text)) <= limit { return String(text) }
    var kept = String(text.prefix(80))
    while !kept.isEmpty, measure(kept + "\u{2026}") > limit { kept.removeLast() }
    return kept + "\u{2026}"
  }
}
