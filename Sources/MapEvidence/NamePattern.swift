import MapModel

/// A name, or a part of one with `*` for anything, compared as people mean names: without case, hyphens or stray spaces.
package struct NamePattern: Sendable, Hashable {
  /// The parts between the stars, folded; one part is a whole name. Characters are the same however their accents are stored.
  private let parts: [[Character]]

  package init(_ text: String) {
    // Folding keeps stars, and a space beside one: "School *" is not "Schools".
    parts = NameFolding.folded(text).split(separator: "*", omittingEmptySubsequences: false).map(Array.init)
  }

  /// Whether the pattern is a whole name.
  package var isWholeName: Bool { parts.count == 1 }

  /// Whether a name fits.
  /// - Parameter folded: the name as ``NameIndex`` folds it.
  package func matches(folded: String) -> Bool {
    var rest = Array(folded)[...]
    guard let first = parts.first, let last = parts.last, rest.starts(with: first) else { return false }
    if parts.count == 1 { return rest.count == first.count }
    rest = rest.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last)
  }
}
