import Tabular

/// The plain text of a document of a project, from which the words of selections are cut.
///
/// Positions count code points from 0, and the last is behind the last character. Tools count the two characters of a line
/// break on Windows as one or as two, the mark of the encoding at the start or not, and some count units of UTF-16: the names
/// of selections, which often are their words, tell how.
struct QDAText {
  /// How positions are counted.
  enum Counting: CaseIterable {
    case points, pointsWithOneForLineBreaks, units, pointsWithMark
  }

  private let points: [Unicode.Scalar]
  private let units: [UInt16]
  private let counting: Counting
  /// Whether names of selections are their words by this counting; `nil` if names say nothing.
  let isConfirmed: Bool?

  /// Takes in a text.
  /// - Parameters:
  ///   - origin: the tool that wrote the project.
  ///   - selections: what is selected, by whose names the counting is known.
  /// - Complexity: O(n), where n is the length of the text and of the selections' names.
  init(_ bytes: [UInt8], origin: String, selections: [QDAProject.Selection]) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let hasMark = bytes.starts(with: mark)
    let text =
      if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { DecodedText(bytes).text } else {
        String(decoding: hasMark ? bytes[3...] : bytes[...], as: UTF8.self)
      }
    let points = Array(text.unicodeScalars)
    let hasLineBreaks = bytes.contains(UInt8(ascii: "\r"))
    var countings: [Counting] = [.points]
    if hasLineBreaks {
      countings.insert(.pointsWithOneForLineBreaks, at: origin.lowercased().contains("atlas") ? 0 : 1)
    }
    if points.contains(where: { $0.value > 0xFFFF }) { countings.append(.units) }
    if hasMark { countings.append(.pointsWithMark) }
    // A few dozen names tell as much as thousands.
    let named = Array(
      selections.lazy.filter { $0.name.unicodeScalars.count > 3 && $0.start != nil && $0.end != nil }.prefix(50))
    var best: (fits: Int, text: QDAText)?
    for counting in countings {
      let candidate = QDAText(points, counting, isConfirmed: nil)
      let fits = named.reduce(0) { fits, selection in
        guard let start = selection.start, let end = selection.end, let words = candidate.words(start, end),
          Self.isSame(words, selection.name)
        else { return fits }
        // Words that start with a space are probably one place too early.
        return fits + (words.first?.isWhitespace ?? true ? 1 : 2)
      }
      if fits > best?.fits ?? -1 { best = (fits, candidate) }
      // Most texts are counted in the first way, and one look tells.
      if fits == 2 * named.count { break }
    }
    let found = best?.text ?? QDAText(points, .points, isConfirmed: nil)
    let fits = best?.fits ?? 0
    self.init(found, isConfirmed: fits == 0 ? nil : fits >= named.count)
  }

  private init(_ text: QDAText, isConfirmed: Bool?) {
    (points, units, counting) = (text.points, text.units, text.counting)
    self.isConfirmed = isConfirmed
  }

  private init(_ points: [Unicode.Scalar], _ counting: Counting, isConfirmed: Bool?) {
    self.counting = counting
    self.isConfirmed = isConfirmed
    var (kept, units): ([Unicode.Scalar], [UInt16]) = ([], [])
    switch counting {
    case .points: kept = points
    case .pointsWithMark: kept = ["\u{FEFF}"] + points
    case .pointsWithOneForLineBreaks:
      kept.reserveCapacity(points.count)
      for (place, point) in points.enumerated() {
        if point == "\r", place + 1 < points.count, points[place + 1] == "\n" { continue }
        kept.append(point)
      }
    case .units:
      for point in points { units += Array(String(point).utf16) }
    }
    (self.points, self.units) = (kept, units)
  }

  /// How many characters there are, as positions count them.
  var count: Int { counting == .units ? units.count : points.count }

  /// The words from one position to another; `nil` if the text ends before.
  func words(_ start: Int, _ end: Int) -> String? {
    guard start >= 0, start <= end, end <= count else { return nil }
    if counting == .units { return String(decoding: units[start..<end], as: UTF16.self) }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: points[start..<end])
    return String(scalars)
  }

  /// Whether a name is the words, or their beginning, whatever the white space.
  private static func isSame(_ words: String, _ name: String) -> Bool {
    // Most names are, to the letter.
    if words == name { return !name.allSatisfy(\.isWhitespace) }
    func letters(_ text: String) -> [Unicode.Scalar] {
      Array(
        text.unicodeScalars.lazy.filter { !$0.properties.isWhitespace && $0 != "\u{FEFF}" && $0 != "\u{2026}" }.prefix(
          20))
    }
    var (words, name) = (letters(words), letters(name))
    // A name that was cut ends in dots.
    while name.last == ".", name.count > 3 { name.removeLast() }
    words = Array(words.prefix(name.count))
    return !name.isEmpty && words == name
  }
}
