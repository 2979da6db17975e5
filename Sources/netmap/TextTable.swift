/// Rows in aligned columns, for people.
struct TextTable {
  var header: [String]
  var rows: [[String]] = []
  /// The columns whose cells are numbers, set flush right.
  var numbers: Set<Int> = []

  /// The table with two spaces between columns; columns that are empty in all rows are left out.
  var text: String {
    let shown = header.indices.filter { column in rows.contains { !$0[column].isEmpty } }
    let lines = [header] + rows
    let widths = Dictionary(
      uniqueKeysWithValues: shown.map { column in (column, lines.map { $0[column].count }.max() ?? 0) })
    return lines.map { line in
      let cells = shown.map { column in
        let padding = String(repeating: " ", count: (widths[column] ?? 0) - line[column].count)
        return numbers.contains(column) ? padding + line[column] : line[column] + padding
      }
      let text = cells.joined(separator: "  ")
      return String(text.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }
}

/// A number and its noun: `1 connection`, `2 connections`.
func counted(_ number: Int, _ noun: String, plural: String? = nil) -> String {
  "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
}
