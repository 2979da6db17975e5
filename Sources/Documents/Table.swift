extension Document {
  /// Rows and columns of text.
  package struct Table: Hashable, Sendable {
    /// The headings of the columns.
    package var header: [String]
    /// The rows, each as long as the header.
    package var rows: [[String]]
    /// The columns whose cells are numbers, by their places.
    package var numbers: Set<Int>

    /// Makes a table.
    package init(_ header: [String], numbers: Set<Int> = [], rows: [[String]] = []) {
      (self.header, self.numbers, self.rows) = (header, numbers, rows)
    }

    /// The columns that hold anything, by their places.
    package var filledColumns: [Int] {
      header.indices.filter { column in rows.contains { !$0[column].isEmpty } }
    }
  }
}
