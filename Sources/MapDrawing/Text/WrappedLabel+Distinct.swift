extension WrappedLabel {
  /// Labels of several actors, of which no two say the same where the texts differ.
  ///
  /// Where shortening would make some equal, they are shortened in the middle: each keeps its beginning, and goes on where
  /// they begin to differ.
  /// - Parameter texts: the names, each with what stands behind it in any case.
  /// - Complexity: O(n · log n), where n is the length of all texts, as long as few labels are shortened.
  static func distinct(
    _ texts: [(text: String, ending: String)], fontSize: Double, width: Double
  ) -> [WrappedLabel] {
    func label(_ text: String, _ place: Int) -> WrappedLabel {
      WrappedLabel(text, ending: texts[place].ending, fontSize: fontSize, width: width)
    }
    var labels = texts.indices.map { label(texts[$0].text, $0) }
    // Whole texts are as different as they are.
    guard labels.contains(where: \.isShortened) else { return labels }
    var isLooked = Set<[Int]>()
    while let group = equalGroup(of: labels, texts.map(\.text), without: isLooked) {
      isLooked.insert(group)
      let names = group.map { Array(texts[$0].text) }
      let start = firstDifference(of: names)
      for (name, place) in zip(names, group) {
        let middle = shortenedInMiddle(
          name, keepingFrom: start, length: labels[place].kept.count)
        labels[place] = WrappedLabel(shortening: label(middle, place))
      }
    }
    // Where even that leaves two equal, they are numbered.
    for group in alike(labels).filter({ $0.count > 1 }) {
      for (number, place) in group.enumerated() {
        labels[place] = WrappedLabel(
          texts[place].text, ending: " (\(number + 1))\(texts[place].ending)", fontSize: fontSize, width: width)
      }
    }
    return labels
  }

  /// A label of a text from which something was left out before.
  private init(shortening label: WrappedLabel) {
    (lines, width, height, fontSize) = (label.lines, label.width, label.height, label.fontSize)
    kept = label.kept
    isShortened = true
  }

  /// The first places whose labels look alike, though their texts differ.
  private static func equalGroup(of labels: [WrappedLabel], _ texts: [String], without known: Set<[Int]>) -> [Int]? {
    alike(labels).first { $0.count > 1 && !known.contains($0) && Set($0.map { texts[$0] }).count > 1 }
  }

  /// The places of shortened labels, gathered where one says no more than the beginning of another.
  private static func alike(_ labels: [WrappedLabel]) -> [[Int]] {
    var groups: [[Int]] = []
    for place in labels.indices.filter({ labels[$0].isShortened }).sorted(by: { labels[$0].kept < labels[$1].kept }) {
      if let first = groups.last?.first, labels[place].kept.hasPrefix(labels[first].kept) {
        groups[groups.count - 1].append(place)
      } else {
        groups.append([place])
      }
    }
    return groups.map { $0.sorted() }
  }

  /// The first place at which texts are not all alike.
  private static func firstDifference(of texts: [[Character]]) -> Int {
    let shortest = texts.map(\.count).min() ?? 0
    return (0..<shortest).first { place in texts.contains { $0[place] != texts[0][place] } } ?? shortest
  }

  /// A text without a part of its middle.
  /// - Parameters:
  ///   - start: a place that is kept, with what stands behind it.
  ///   - length: about how many characters there is room for.
  private static func shortenedInMiddle(_ text: [Character], keepingFrom start: Int, length: Int) -> String {
    let beginning = trimmed(String(text.prefix(endOfWord(in: String(text.prefix(length)), near: length * 2 / 5))))
    let room = max(8, length - beginning.count - 4)
    // From the beginning of the word that differs; or earlier, if the rest has room.
    let word = text[..<min(start, text.count)].lastIndex(where: \.isBreakingSpace).map { $0 + 1 } ?? start
    let telling = start - word > 12 ? start : word
    var from = max(0, min(telling, text.count - room))
    if from < telling, let space = text[from..<telling].firstIndex(where: \.isBreakingSpace) { from = space + 1 }
    return beginning + "\u{2026} " + String(text[from...])
  }
}
