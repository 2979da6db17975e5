/// A table of separated values (CSV) that remembers where each cell stands.
///
/// Reads what RFC 4180 allows, and what spreadsheets write besides: `;` and tab as separators, a first line
/// `sep=;`, and any kind of line break.
struct DelimitedText: Sendable {
  /// A cell and where it starts.
  struct Cell: Sendable, Hashable {
    var text: String
    var line: Int
    var column: Int
  }

  /// A row that is not blank.
  struct Row: Sendable {
    var line: Int
    var cells: [Cell]
  }

  /// A fault of the form, not of the content.
  struct Fault: Sendable {
    var code: String
    var line: Int
    var column: Int
    var message: String
  }

  /// The rows, the header first.
  private(set) var rows: [Row] = []
  /// The faults of form; rows with a fault are left out.
  private(set) var faults: [Fault] = []
  /// The separator that was found.
  let separator: Unicode.Scalar

  /// Reads a table.
  /// - Complexity: O(n), where n is the length of the text.
  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    var start = 0
    if let declared = Self.declaredSeparator(scalars) {
      separator = declared.separator
      start = declared.end
    } else {
      separator = Self.likelySeparator(scalars)
    }
    var parser = Parser(scalars: scalars, position: start, separator: separator, line: start == 0 ? 1 : 2)
    while let row = parser.nextRow() {
      if let fault = parser.fault {
        faults.append(fault)
        parser.fault = nil
      } else if row.cells.contains(where: { !$0.text.isEmpty }) {
        rows.append(row)
      }
    }
  }

  /// Excel's `sep=;` in the first line.
  private static func declaredSeparator(_ scalars: [Unicode.Scalar]) -> (separator: Unicode.Scalar, end: Int)? {
    let key: [Unicode.Scalar] = ["s", "e", "p", "="]
    guard scalars.count > 5, Array(scalars[..<4]) == key, scalars[5] == "\n" || scalars[5] == "\r" else { return nil }
    let isPair = scalars[5] == "\r" && scalars.count > 6 && scalars[6] == "\n"
    return (scalars[4], isPair ? 7 : 6)
  }

  /// The separator that occurs most often in the first line, outside quotes; a comma if none does.
  private static func likelySeparator(_ scalars: [Unicode.Scalar]) -> Unicode.Scalar {
    var counts: [Unicode.Scalar: Int] = [:]
    var isQuoted = false
    for scalar in scalars {
      if scalar == "\"" { isQuoted.toggle() }
      if isQuoted { continue }
      if scalar == "\n" || scalar == "\r" { break }
      counts[scalar, default: 0] += 1
    }
    return ([",", ";", "\t"] as [Unicode.Scalar]).max { counts[$0, default: 0] < counts[$1, default: 0] } ?? ","
  }

  /// Goes through the text once, row by row.
  private struct Parser {
    let scalars: [Unicode.Scalar]
    var position: Int
    let separator: Unicode.Scalar
    var line: Int
    var lineStart: Int
    var fault: Fault?

    init(scalars: [Unicode.Scalar], position: Int, separator: Unicode.Scalar, line: Int) {
      self.scalars = scalars
      self.position = position
      self.separator = separator
      self.line = line
      lineStart = position
    }

    var isAtEnd: Bool { position >= scalars.count }
    var column: Int { position - lineStart + 1 }

    mutating func nextRow() -> Row? {
      if isAtEnd { return nil }
      let start = line
      var cells: [Cell] = []
      while true {
        cells.append(nextCell())
        if !isAtEnd, scalars[position] == separator {
          position += 1
          continue
        }
        passLineBreak()
        return Row(line: start, cells: cells)
      }
    }

    mutating func nextCell() -> Cell {
      let (startLine, startColumn) = (line, column)
      var text = String.UnicodeScalarView()
      if !isAtEnd, scalars[position] == "\"" {
        position += 1
        readQuoted(&text, from: startLine, startColumn)
      }
      while !isAtEnd, scalars[position] != separator, !isLineBreak {
        if scalars[position] == "\"" {
          note(
            "stray-quote", line, column,
            "A quotation mark stands inside a cell that does not start with one; put the whole cell in quotation"
              + " marks and double those inside it")
        }
        text.append(scalars[position])
        position += 1
      }
      return Cell(text: String(text), line: startLine, column: startColumn)
    }

    /// Reads up to the closing quotation mark; what follows it up to the separator is a fault.
    mutating func readQuoted(_ text: inout String.UnicodeScalarView, from startLine: Int, _ startColumn: Int) {
      while true {
        if isAtEnd {
          note(
            "unclosed-quote", startLine, startColumn,
            "A quotation mark opens here and never closes; close it, or double it if it belongs to the text")
          return
        }
        let scalar = scalars[position]
        if scalar == "\"" {
          position += 1
          if !isAtEnd, scalars[position] == "\"" {
            text.append("\"")
            position += 1
            continue
          }
          if !isAtEnd, scalars[position] != separator, !isLineBreak {
            note(
              "stray-quote", line, column,
              "Text follows a closing quotation mark; double the quotation marks that belong to the text")
          }
          return
        }
        if isLineBreak {
          text.append("\n")
          passLineBreak()
        } else {
          text.append(scalar)
          position += 1
        }
      }
    }

    var isLineBreak: Bool { !isAtEnd && (scalars[position] == "\n" || scalars[position] == "\r") }

    mutating func passLineBreak() {
      guard isLineBreak else { return }
      let isPair = scalars[position] == "\r" && position + 1 < scalars.count && scalars[position + 1] == "\n"
      position += isPair ? 2 : 1
      line += 1
      lineStart = position
    }

    /// The first fault of a row is the cause; later ones in it follow from it.
    mutating func note(_ code: String, _ line: Int, _ column: Int, _ message: String) {
      if fault == nil { fault = Fault(code: code, line: line, column: column, message: message) }
    }
  }
}
