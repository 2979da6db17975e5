/// What is to be said of a sheet besides its cells.
package struct SheetNotes: Sendable, Hashable {
  /// Cells of a kind: how many there are, and the first.
  package struct Places: Sendable, Hashable {
    package private(set) var count = 0
    package private(set) var first: CellReference?

    package init() {}

    mutating func add(_ place: CellReference) {
      if first == nil { first = place }
      count += 1
    }
  }

  /// Formulas whose result was not saved, since the program that wrote the file does not work it out: they read as empty.
  package var formulasWithoutValue = Places()
  /// Cells that show an error, such as `#N/A`, which is their text.
  package var errors = Places()
  /// Rows that hold something and that Excel does not show, by their first cell.
  package var hiddenRows = Places()
}
