import MapModel

/// Rows in aligned columns, for people.
struct TextTable {
  var header: [String]
  var rows: [[String]] = []
  /// The columns whose cells are numbers, set flush right.
  var numbers: Set<Int> = []

  /// The table with two spaces between columns; columns that are empty in all rows are left out.
  var text: String {
    let shown = header.indices.filter { column in rows.contains { !$0[column].isEmpty } }
    let lines = ([header] + rows).map { line in
      shown.map { column in
        let text = line[column].visibleOnOneLine
        return (text: text, width: text.count)
      }
    }
    let widths = shown.indices.map { column in lines.map { $0[column].width }.max() ?? 0 }
    return lines.map { line in
      let cells = line.enumerated().map { column, cell in
        let padding = String(repeating: " ", count: widths[column] - cell.width)
        if numbers.contains(shown[column]) { return padding + cell.text }
        // Nothing follows the last column.
        return column == line.count - 1 ? cell.text : cell.text + padding
      }
      return cells.joined(separator: "  ") + "\n"
    }.joined()
  }
}

/// A number and its noun: `1 connection`, `2 connections`.
func counted(_ number: Int, _ noun: String, plural: String? = nil) -> String {
  "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
}
