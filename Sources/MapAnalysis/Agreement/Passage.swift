public import MapModel
import OrderedCollections

/// A passage of a document that somebody coded, with all that was coded there.
public struct Passage: Sendable, Hashable {
  /// The document.
  public let document: String
  /// The codings, in the order of their files.
  public let codings: [Coding]

  /// From where to where it goes; `nil` if the tool does not say.
  public var stretch: Range<Int>? {
    let stretches = codings.compactMap(\.stretch)
    guard let start = stretches.map(\.lowerBound).min(), let end = stretches.map(\.upperBound).max() else { return nil }
    return start..<end
  }

  /// The longest words of one of its codings; empty if there are none.
  public var words: String { codings.map(\.excerpt).max { $0.utf8.count < $1.utf8.count } ?? "" }
}

extension NetworkMap {
  /// The passages that were coded, by documents in the order of the codings, and by place within each.
  ///
  /// Coders seldom draw the same borders. Where the tool gives places, stretches that overlap are one passage, and so are
  /// those that another joins; otherwise rows of the same segment are; and without segments, rows with the same words, or
  /// of which one holds the words of the other, if these are three or more.
  /// - Complexity: O(n log n + w), where n is the number of codings and w of words that have no place.
  public func passages() -> [Passage] {
    OrderedDictionary(grouping: codings, by: \.document).flatMap { document, codings in
      PassageGrouping(codings).groups.map { group in Passage(document: document, codings: group.map { codings[$0] }) }
    }
  }
}

/// Which codings of a document are of one passage.
private struct PassageGrouping {
  /// The codings of each passage, by their places in the list.
  let groups: [[Int]]

  init(_ codings: [Coding]) {
    var placed: [Int] = []
    var segments: OrderedDictionary<String, [Int]> = [:]
    var words: OrderedDictionary<String, [Int]> = [:]
    for (index, coding) in codings.enumerated() {
      if coding.stretch != nil {
        placed.append(index)
      } else if !coding.segment.isEmpty {
        segments[coding.segment, default: []].append(index)
      } else {
        words[NameFolding.folded(coding.excerpt), default: []].append(index)
      }
    }
    groups = Self.overlapping(placed, codings) + segments.values + Self.sharingWords(words)
  }

  /// Codings whose stretches overlap, from the first place to the last.
  private static func overlapping(_ indices: [Int], _ codings: [Coding]) -> [[Int]] {
    let stretches = indices.compactMap { index in codings[index].stretch.map { (index: index, stretch: $0) } }
      .sorted { ($0.stretch.lowerBound, $0.index) < ($1.stretch.lowerBound, $1.index) }
    var groups: [[Int]] = []
    var end = Int.min
    for (index, stretch) in stretches {
      if stretch.lowerBound < end { groups[groups.count - 1].append(index) } else { groups.append([index]) }
      // A stretch of nothing is the place where it stands.
      end = max(end, stretch.upperBound, stretch.isEmpty ? stretch.lowerBound &+ 1 : stretch.upperBound)
    }
    return groups.map { $0.sorted() }
  }

  /// Codings of the same words, or of words that hold those of another.
  private static func sharingWords(_ texts: OrderedDictionary<String, [Int]>) -> [[Int]] {
    let all = texts.keys.map { $0.split(separator: " ") }
    // Where three words stand that begin one text, it may be held by another.
    var starts: [[Substring]: [Int]] = [:]
    for (text, words) in all.enumerated() where words.count >= 3 {
      starts[Array(words.prefix(3)), default: []].append(text)
    }
    var leaders = Array(all.indices)
    func leader(_ text: Int) -> Int {
      var text = text
      while leaders[text] != text {
        leaders[text] = leaders[leaders[text]]
        text = leaders[text]
      }
      return text
    }
    for (text, words) in all.enumerated() {
      for place in words.indices.dropLast(2) {
        for other in starts[Array(words[place..<(place + 3)])] ?? []
        where leader(other) != leader(text) && words[place...].starts(with: all[other]) {
          let (one, another) = (leader(text), leader(other))
          leaders[max(one, another)] = min(one, another)
        }
      }
    }
    var groups: OrderedDictionary<Int, [Int]> = [:]
    for (text, indices) in texts.values.enumerated() { groups[leader(text), default: []] += indices }
    return groups.values.map { $0.sorted() }
  }
}
