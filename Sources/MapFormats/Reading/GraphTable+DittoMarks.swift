import MapModel

extension GraphTable {
  /// The table with what stands above in the place of ditto marks, and where it does.
  /// - Parameters:
  ///   - kept: the columns that name what the rows are of, where no name stands twice.
  ///   - names: what could be a mark and is a name, folded.
  func withoutDittoMarks(but kept: Set<Int>, names: Set<String> = []) -> (table: GraphTable, places: [String]) {
    var table = self
    var places: [String] = []
    for (above, index) in zip(rows.indices, rows.indices.dropFirst()) {
      for (column, text) in rows[index].cells.enumerated() where !kept.contains(column) && RowWords.isDitto(text) {
        let meant = Self.text(table.rows[above], column)
        if meant.isEmpty || RowWords.isDitto(meant) || names.contains(NameFolding.folded(text)) { continue }
        table.rows[index].cells[column] = meant
        places.append("\(place(of: rows[index])) (\(meant.quotedInMessage))")
      }
    }
    return (table, places)
  }
}
