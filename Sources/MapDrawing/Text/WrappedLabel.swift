/// A label broken into lines that fit a room; only what fits no room at all is shortened.
package struct WrappedLabel: Sendable, Hashable {
  /// The lines, at least one.
  package let lines: [String]
  /// The width of the longest line, in points.
  package let width: Double
  /// The height of all lines, in points.
  package let height: Double
  /// The size of the letters, in points: smaller than what was asked for where the text needs it.
  package let fontSize: Double
  /// Whether some of the text is left out, for which an ellipsis stands.
  package let isShortened: Bool
  /// What of the text is shown, without the ellipsis at its end.
  let kept: String

  /// The lines as they are drawn, separated by line feeds.
  ///
  /// A line that begins with a script from right to left is set as such: what paints it may not look at the letters, and
  /// would put full stops and brackets at the wrong end.
  var drawn: String {
    lines.map { $0.isRightToLeft ? "\u{2067}\($0)\u{2069}" : $0 }.joined(separator: "\n")
  }

  /// A room for a label, and how words may be broken in it.
  struct Room {
    enum Breaks { case betweenWords, insideWords, anywhere }

    /// The width, as a multiple of the usual one.
    var width = 1.0
    /// The size of the letters, as a share of the usual one.
    var size = 1.0
    var lines = 4
    var breaks = Breaks.insideWords

    /// The rooms of actors, the best first: a word that is too long gets a little more width, is broken at its hyphens,
    /// gets more width, or smaller letters; then names have more lines; at last, words are broken anywhere.
    static let ofActors = [
      Room(breaks: .betweenWords), Room(width: 1.12, breaks: .betweenWords), Room(), Room(width: 1.35),
      Room(width: 1.35, size: 0.9, lines: 5), Room(width: 1.35, size: 0.8, lines: 6),
      Room(width: 1.35, size: 0.8, lines: 6, breaks: .anywhere),
    ]
  }

  /// Breaks a text into as few lines as fit a room of one width, of about equal length.
  /// - Parameters:
  ///   - width: the greatest width of a line, in points.
  ///   - maximumLines: the greatest number of lines, at least 1.
  /// - Complexity: O(n), where n is the length of the text up to the cut.
  package init(_ text: String, fontSize: Double, width: Double, maximumLines: Int = 4) {
    let rooms = [Room.Breaks.betweenWords, .insideWords, .anywhere].map { Room(lines: maximumLines, breaks: $0) }
    self.init(text, fontSize: fontSize, width: width, in: rooms)
  }

  /// Breaks a text into lines in the first of several rooms that holds it; if none does, the last one holds as much of it
  /// as fits.
  /// - Parameter ending: what stands behind the text even where that is shortened.
  /// - Complexity: O(n), where n is the length of the text up to the cut.
  init(_ text: String, ending: String = "", fontSize: Double, width: Double, in rooms: [Room] = Room.ofActors) {
    // A label that fills its lines many times over is cut before it is measured.
    let start = text.prefix(Self.longest)
    if start.endIndex == text.endIndex {
      for room in rooms {
        if let lines = Self.fit(text + ending, fontSize, width, room) {
          self.init(lines, fontSize: fontSize * room.size, kept: text, isShortened: false)
          return
        }
      }
    }
    let room = rooms[rooms.count - 1]
    func lines(_ count: Int) -> [String]? {
      Self.fit(Self.trimmed(start.prefix(count)) + "\u{2026}" + ending, fontSize, width, room)
    }
    // The longest beginning that fits with its ellipsis.
    var (low, high) = (0, start.count)
    while low < high {
      let middle = (low + high + 1) / 2
      if lines(middle) == nil { high = middle - 1 } else { low = middle }
    }
    let whole = Self.endOfWord(in: start, near: low)
    self.init(
      lines(whole) ?? ["\u{2026}"], fontSize: fontSize * room.size, kept: Self.trimmed(start.prefix(whole)),
      isShortened: true)
  }

  /// More characters are never looked at.
  static let longest = 400

  private init(_ lines: [String], fontSize: Double, kept: String, isShortened: Bool) {
    self.lines = lines.isEmpty ? [" "] : lines
    self.fontSize = fontSize
    self.kept = kept
    self.isShortened = isShortened
    width = self.lines.map { TextMetrics.width(of: $0, fontSize: fontSize) }.max() ?? 0
    height = Double(self.lines.count) * fontSize * TextMetrics.lineHeight
  }

  /// The lines of a text in a room; `nil` if it does not hold them.
  private static func fit(_ text: String, _ fontSize: Double, _ width: Double, _ room: Room) -> [String]? {
    let limit = width * room.width
    var breaks = LineBreaks(text, fontSize: fontSize * room.size, insideWords: room.breaks != .betweenWords)
    if room.breaks == .anywhere { breaks = breaks.broken(within: limit) }
    let widest = breaks.widest
    guard widest <= limit else { return nil }
    let lines = breaks.lines(within: limit)
    guard lines.count <= room.lines else { return nil }
    guard lines.count > 1 else { return lines }
    // The narrowest width that needs no more lines makes the lines alike.
    var (narrow, wide) = (0.0, limit)
    for _ in 0..<8 {
      let middle = (narrow + wide) / 2
      if widest <= middle, breaks.lines(within: middle).count <= lines.count { wide = middle } else { narrow = middle }
    }
    return breaks.lines(within: wide)
  }

  /// The place of the end of a word at or a little before a place; the place itself if there is none.
  static func endOfWord(in text: some StringProtocol, near place: Int) -> Int {
    let signs = Array(text.prefix(place + 1))
    guard signs.count > place, !signs[place].isBreakingSpace else { return place }
    let space = signs[..<place].lastIndex(where: \.isBreakingSpace) ?? 0
    return place - space <= 12 && space > 0 ? space : place
  }

  /// A beginning without the space and the signs that only lead over to what is left out.
  static func trimmed(_ text: some StringProtocol) -> String {
    var text = String(text)
    while let last = text.last, last.isWhitespace || ",;:-/(&".contains(last) { text.removeLast() }
    return text
  }
}

extension String {
  /// Whether the first letter belongs to a script that is written from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko
  /// and others of their blocks.
  fileprivate var isRightToLeft: Bool {
    guard let letter = unicodeScalars.first(where: \.properties.isAlphabetic)?.value else { return false }
    return (0x0590...0x08FF).contains(letter) || (0xFB1D...0xFDFF).contains(letter)
      || (0xFE70...0xFEFC).contains(letter) || (0x10800...0x10FFF).contains(letter)
      || (0x1E800...0x1EFFF).contains(letter)
  }
}
