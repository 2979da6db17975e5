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
    let lists = asked.map { header in
      "SELECT file_number AS table_number, \(dialect.literal(header)) AS column_name, \(cell(header)) AS cell,"
        + " COUNT(*) AS row_count\nFROM cases GROUP BY file_number, \(cell(header))"
    }
    return statement(
      cells, lists.joined(separator: "\nUNION ALL\n"),
      about: [
        "The different values of the columns that the rules read, with their numbers of rows, for \(dialect.name).",
        "Made by netmap sql profile. Save the result as CSV with its header, and give it to netmap sql count --profile.",
        "Columns: \(asked.map { $0 }.joined(separator: ", ")). Case ids are not among them.",
      ])
  }
}
