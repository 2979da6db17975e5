import Documents
import MapModel
import Tabular

extension EvidenceTable {
  /// Gives cells with a ditto mark what stands above, in the columns in which merged cells do.
  ///
  /// A mark below a row that was not used stays, and is reported as a name that is not known.
  /// - Parameter isName: whether a word is a name of the map, so that it is no mark.
  mutating func fillDittoMarks(unless isName: (String) -> Bool, _ problems: inout [Problem]) {
    for column in columns where column.merging != .never {
      var lines: [Int] = []
      for (above, index) in zip(rows.indices, rows.indices.dropFirst()) {
        let (name, text) = (rows[above].text(column.name), rows[index].text(column.name))
        guard RowWords.isDitto(text), !isName(text), !name.isEmpty, isName(name) || !RowWords.isDitto(name),
          !unused.contains(where: { rows[above].line < $0 && $0 < rows[index].line })
        else { continue }
        rows[index].cells[column.name]?.text = name
        lines.append(rows[index].line)
      }
      if let problem = Self.dittoProblem(column.name, lines, in: file) { problems.append(problem) }
    }
  }

  /// What is said of ditto marks that were read; `nil` if there are none.
  static func dittoProblem(_ column: String, _ lines: [Int], in file: String) -> Problem? {
    guard let first = lines.first else { return nil }
    let isOne = lines.count == 1
    return Problem(
      .warning, code: .dittoMarks, file: file, line: first,
      message:
        "\(counted(lines.count, "cell")) of the column \(column.quotedInMessage) \(isOne ? "holds a ditto mark" : "hold ditto marks");"
        + " \(isOne ? "it was" : "they were") read as the name above. Write the name in each row",
      count: lines.count, lines: isOne ? [] : Array(lines.prefix(5)))
  }
}
