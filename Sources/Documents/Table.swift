extension Document {
  /// A table with what it is called and what is to be known of it, for those who read it apart from any other words.
  package struct TitledTable: Hashable, Sendable {
    /// A short name, such as of a sheet.
    package var name: String
    /// What it shows, as a heading.
    package var title: String
    /// What is to be known of it, in a sentence or two; empty if nothing is.
    package var note: String
    /// The table.
    package var table: Table

    /// Makes a titled table.
    package init(_ name: String, title: String, note: String = "", _ table: Table) {
      (self.name, self.title, self.note, self.table) = (name, title, note, table)
    }
  }

  /// Rows and columns of text.
  package struct Table: Hashable, Sendable {
    /// The headings of the columns.
    package var header: [String]
    /// The rows, each as long as the header.
    package var rows: [[String]]
    /// The columns whose cells are numbers, by their places.
    package var numbers: Set<Int>
    /// What it shows, where it is to be published; empty where what stands around it says so.
    package var caption = ""

    /// Makes a table.
    package init(_ header: [String], numbers: Set<Int> = [], rows: [[String]] = [], caption: String = "") {
      (self.header, self.numbers, self.rows, self.caption) = (header, numbers, rows, caption)
    }

    /// The same with the places of the columns whose cells are numbers.
    package func withNumbers(_ places: some Sequence<Int>) -> Table {
      var table = self
      table.numbers = Set(places)
      return table
    }

    /// The columns that hold anything, by their places.
    package var filledColumns: [Int] {
      header.indices.filter { column in rows.contains { !$0[column].isEmpty } }
    }

    /// The table without the columns that hold nothing.
    package var withoutEmptyColumns: Table {
      let shown = filledColumns
      return Table(
        shown.map { header[$0] }, numbers: Set(shown.indices.filter { numbers.contains(shown[$0]) }),
        rows: rows.map { row in shown.map { row[$0] } }, caption: caption)
    }
  }
}
