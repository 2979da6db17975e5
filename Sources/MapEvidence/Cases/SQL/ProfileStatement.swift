import MapModel
import OrderedCollections

extension CaseTables {
  /// The columns of a profile.
  static let profileColumns = ["table_number", "column_name", "cell", "row_count"]

  /// A statement for the different values of the columns that rules read, each with the number of rows that hold it.
  ///
  /// Ids are none of these columns. Those that are only compared, such as dates of birth, are none either, unless they are
  /// asked for: without them, two spellings of one value are two.
  func profile(withComparedColumns hasAll: Bool) -> String {
    let asked = hasAll ? headers : askedHeaders
    // Rows are read once, however many columns are asked for.
    let cells = asked.enumerated().map { "WHEN \($0.offset) THEN cases.\(cell($0.element))" }
    let parts = [
      dialect.table(
        "asked", ["place", "column_name"],
        rows: asked.enumerated().map { ["\($0.offset)", dialect.literal($0.element)] }),
      """
      asked_cells AS (
        SELECT cases.file_number AS table_number, asked.place AS place, asked.column_name AS column_name,
          CASE asked.place \(cells.joined(separator: " ")) ELSE '' END AS cell
        FROM cases CROSS JOIN asked
      )
      """,
    ]
    return statement(
      self.cells + parts,
      "SELECT table_number, column_name, cell, COUNT(*) AS row_count\nFROM asked_cells GROUP BY table_number, place, column_name, cell",
      about: [
        "The different values of the columns that the rules read, with their numbers of rows, for \(dialect.name).",
        "Made by netmap sql profile. Save the result as CSV with its header, and give it to netmap sql count --profile.",
        "Columns: \(asked.map { $0 }.joined(separator: ", ")). Case ids are not among them.",
      ])
  }
}
