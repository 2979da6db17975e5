import MapModel

/// A cell of a column of names, as people mean it.
struct NameValue: Sendable, Hashable {
  /// What is written, without white space around it.
  let text: String
  /// The spelling that all of the same name have in common; empty if the cell says nothing.
  let name: String

  init(_ raw: String) {
    text = raw.trimmingWhitespace
    let folded = NameFolding.folded(text)
    name = CellWords.isFormulaError(text) || CellWords.stands(forNothing: folded) ? "" : folded
  }

  /// Whether the cell says nothing.
  var isMissing: Bool { name.isEmpty }
}
