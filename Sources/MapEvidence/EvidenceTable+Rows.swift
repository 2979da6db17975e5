import Documents
import MapModel
import OrderedCollections
import Tabular

extension EvidenceTable {
  /// Sorts the rows of a table: those that can be read, with what was not written of them, and those that are no data.
  struct RowSorter {
    let columns: [Column]
    /// Where the columns stand.
    let positions: [String: Int]
    let header: DelimitedText.Row
    let file: String
    private(set) var rows: [Row] = []
    private var ragged: [DelimitedText.Row] = []
    /// Rows that are no data, by the code of what they are.
    private var others: OrderedDictionary<Problem.Code, [DelimitedText.Row]> = [:]

    init(columns: [Column], positions: [String: Int], header: DelimitedText.Row, file: String) {
      (self.columns, self.positions, self.header, self.file) = (columns, positions, header, file)
    }

    /// Takes all rows behind the header.
    mutating func take(_ all: ArraySlice<DelimitedText.Row>) {
      let width = header.cells.count
      for row in all {
        let filled = row.cells.filter { !$0.text.trimmingWhitespace.isEmpty }
        if width > 1, filled.count == 1, RowWords.hasOtherSeparator(filled[0].text, width: width) {
          ragged.append(row)
        } else if let code = nature(of: row, filled) {
          others[code, default: []].append(row)
        } else if row.cells.dropFirst(width).contains(where: { !$0.text.trimmingWhitespace.isEmpty }) {
          // Spreadsheets leave empty cells behind the last column; they say nothing.
          ragged.append(row)
        } else {
          rows.append(Row(line: row.line, cells: positions.compactMapValues { cell($0, of: row) }))
        }
      }
      noteWrongHeader(all)
    }

    /// A cell of a row; `nil` if the row ends before it, as spreadsheets and coding tools write rows whose last cells are
    /// empty.
    private func cell(_ position: Int, of row: DelimitedText.Row) -> DelimitedText.Cell? {
      position < row.cells.count ? row.cells[position] : nil
    }

    /// What a row is that is no data.
    private func nature(of row: DelimitedText.Row, _ filled: [DelimitedText.Cell]) -> Problem.Code? {
      func text(_ position: Int) -> String { cell(position, of: row)?.text.trimmingWhitespace ?? "" }
      guard let first = filled.first?.text else { return nil }
      if positions.count > 1,
        positions.values.allSatisfy({ NameFolding.folded(text($0)) == NameFolding.folded(header.cells[$0].text) })
      {
        return .repeatedHeader
      }
      // What lacks nothing is data, whatever its words.
      guard columns.contains(where: { $0.isRequired && positions[$0.name].map(text) == "" }) else { return nil }
      if RowWords.isTotal(first) { return .totalRow }
      return RowWords.isNote(first, isAlone: filled.count == 1) ? .noteRow : nil
    }

    /// A header that names too few columns, or too many, makes every row unusable in the same way.
    private mutating func noteWrongHeader(_ all: ArraySlice<DelimitedText.Row>) {
      let width = header.cells.count
      guard ragged.isEmpty, rows.count > 1, let common = all.first?.cells.count, common < width,
        all.allSatisfy({ $0.cells.count == common }),
        columns.contains(where: { $0.isRequired && positions[$0.name].map { $0 >= common } ?? false })
      else { return }
      (ragged, rows) = (Array(all), [])
    }

    /// The lines of rows that were not used.
    var unused: [Int] { (ragged + others.values.joined()).map(\.line) }

    /// What is to be said of rows that were not used.
    var problems: [Problem] { raggedProblems + others.map(problem) }

    /// One problem if all rows are alike, since then the header is wrong; otherwise one for each row.
    private var raggedProblems: [Problem] {
      let width = header.cells.count
      let widths = Set(ragged.map(\.cells.count))
      if rows.isEmpty, ragged.count > 1, widths.count == 1, let common = widths.first {
        return [
          Problem(
            code: .raggedHeader, file: file, line: header.line,
            message: "Every row has \(common) cells and the header \(width): "
              + (common > width ? "a column name is missing" : "the header names too many columns")
              + ". No row could be read")
        ]
      }
      return ragged.map { row in
        let (cells, remedy) =
          row.cells.count > width
          ? ("more cells", "put cells that hold the separator in quotation marks")
          : ("fewer cells", "separate them as in the header, and put cells that hold other marks in quotation marks")
        return Problem(
          code: .raggedRow, file: file, line: row.line,
          message:
            "The row has \(counted(row.cells.count, "cell")) and the header \(width); \(remedy). The row was left out",
          cause: "The row has \(cells) than the header, which has \(width); \(remedy)")
      }
    }

    private func problem(_ code: Problem.Code, _ rows: [DelimitedText.Row]) -> Problem {
      let isOne = rows.count == 1
      let what =
        switch code {
        case .repeatedHeader: isOne ? "row repeats the header" : "rows repeat the header"
        case .totalRow: isOne ? "row holds a total" : "rows hold totals"
        default: isOne ? "row holds a note" : "rows hold notes"
        }
      return Problem(
        .warning, code: code, file: file, line: rows[0].line,
        message: "\(rows.count) \(what), and \(isOne ? "was" : "were") not used", count: rows.count,
        lines: isOne ? [] : rows.prefix(5).map(\.line))
    }
  }
}
