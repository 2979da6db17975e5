import MapModel
import Tabular

/// The table that a statement of ours gave, as a program saved it.
struct ResultTable {
  /// A row, with its cells in the order in which columns were asked for.
  struct Row {
    var line: Int
    var cells: [String]
  }

  private(set) var rows: [Row] = []

  /// Reads a table; `nil` if it is none of these columns, with the problem.
  /// - Parameters:
  ///   - columns: the columns, in any order in the file.
  ///   - remedy: what to do if it is none, as a sentence.
  init?(_ bytes: [UInt8], file: String, columns: [String], remedy: String, problems: inout [Problem]) {
    var index = NameIndex<String>()
    for column in columns { index.add(column, for: column) }
    let text = Self.text(bytes)
    if let place = text.firstIndex(of: 0) {
      problems.append(
        Problem(
          code: .encodingDamage, file: file, line: text[..<place].count { $0 == UInt8(ascii: "\n") } + 1,
          message:
            "The result holds the character NUL, which many programs take for the end of a text, so that values cannot be told"
            + " apart. Let the table be a view that takes it out of this column. \(remedy)"))
      return nil
    }
    let table = DelimitedText(text) { index[$0.trimmingWhitespace] }
    guard let header = table.rows.first else {
      problems.append(Problem(code: .emptyFile, file: file, message: "The result is empty. \(remedy)"))
      return nil
    }
    var places: [String: Int] = [:]
    for (place, cell) in header.cells.enumerated() {
      if let column = index[cell.text.trimmingWhitespace] { places[column] = places[column] ?? place }
    }
    let missing = columns.filter { places[$0] == nil }
    guard missing.isEmpty else {
      problems.append(
        Problem(
          code: .missingColumn, file: file, line: header.line,
          message: "The first line should name the columns \(columns.joined(separator: ", ")), and"
            + " \(missing.map(\.quotedInMessage).joined(separator: ", ")) is not there. \(remedy)"))
      return nil
    }
    guard let fault = table.faults.first else {
      let order = columns.map { places[$0] ?? 0 }
      rows = table.rows.dropFirst().map { row in
        Row(line: row.line, cells: order.map { $0 < row.cells.count ? row.cells[$0].text : "" })
      }
      return
    }
    problems.append(
      Problem(
        code: Problem.Code(rawValue: fault.code), file: file, line: fault.line, column: fault.column,
        message: "\(fault.message). \(remedy)"))
    return nil
  }

  /// The text of a file as it is. A database tells letters with composed accents from others, and so must what is said of
  /// its values; only what is no UTF-8 is decoded as all files are.
  private static func text(_ bytes: [UInt8]) -> [UInt8] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes
    return String(validating: text, as: UTF8.self) == nil || text.contains(0) ? DecodedText(bytes).bytes : text
  }
}
