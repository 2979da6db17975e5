import MapModel

/// A code with those that it stands under, as tools write them: `Support > refers to`, `Support\refers to` and
/// `Support::refers to` are the same.
struct CodePath: Hashable {
  static let separator = " > "
  /// The names, the outermost first.
  let parts: [String]

  init(_ text: String) {
    let parts = text.replacing("::", with: "\\").replacing(Self.separator, with: "\\").split(separator: "\\")
      .map { String($0).trimmingWhitespace }.filter { !$0.isEmpty }
    self.parts = parts.isEmpty ? [text] : parts
  }

  /// The path, and what is left of it without its outermost names one by one, the code alone at the end; all folded.
  var folded: [String] {
    let parts = parts.suffix(Self.greatestDepth).map(NameFolding.folded)
    return parts.indices.map { parts[$0...].joined(separator: Self.separator) }
  }

  /// Codebooks of a hundred levels are no codebooks.
  private static let greatestDepth = 32

  /// The codes of a cell: what it holds if that is a code, or what stands apart in it.
  /// - Parameters:
  ///   - separator: what stands between codes; without it, line breaks and semicolons do.
  ///   - isKnown: whether a text is a code, as it is written out; a pattern would take in all that stands behind a code.
  static func codes(in cell: String, separatedBy separator: String?, isKnown: (String) -> Bool) -> [String] {
    if cell.isEmpty || isKnown(cell) { return cell.isEmpty ? [] : [cell] }
    let lines = cell.split(whereSeparator: \.isNewline).map(String.init)
    let parts =
      if let separator { lines.flatMap { $0.split(separator: separator).map(String.init) } } else {
        lines.flatMap { line in
          // A code may hold a semicolon.
          isKnown(line.trimmingWhitespace) ? [line] : line.split(separator: ";").map(String.init)
        }
      }
    return parts.map(\.trimmingWhitespace).filter { !$0.isEmpty }
  }
}
