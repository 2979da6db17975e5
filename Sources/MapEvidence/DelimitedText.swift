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
  /// The separator that was found, an ASCII character.
  let separator: UInt8

  /// Reads a table.
  /// - Complexity: O(n), where n is the length of the text.
  init(_ text: String) {
    var text = text
    (rows, faults, separator) = text.withUTF8 { bytes in
      let declared = Self.declaredSeparator(bytes)
      let separator = declared?.separator ?? Self.likelySeparator(bytes)
      var parser = Parser(
        bytes: bytes, position: declared?.end ?? 0, separator: separator, line: declared == nil ? 1 : 2)
      var rows: [Row] = []
      var faults: [Fault] = []
      while let row = parser.nextRow() {
        if let fault = parser.fault {
          faults.append(fault)
          parser.fault = nil
        } else if row.cells.contains(where: { !$0.text.isEmpty }) {
          rows.append(row)
        }
      }
      return (rows, faults, separator)
    }
  }

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed: UInt8 = 10
  private static let carriageReturn: UInt8 = 13

  /// Excel's `sep=;` in the first line.
  private static func declaredSeparator(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (separator: UInt8, end: Int)? {
    guard bytes.count > 5, bytes.starts(with: Array("sep=".utf8)), bytes[4] < 0x80,
      bytes[5] == lineFeed || bytes[5] == carriageReturn
    else { return nil }
    let isPair = bytes[5] == carriageReturn && bytes.count > 6 && bytes[6] == lineFeed
    return (bytes[4], isPair ? 7 : 6)
  }

  /// The separator that occurs most often in the first line, outside quotes; a comma if none does.
  private static func likelySeparator(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == lineFeed || byte == carriageReturn { break }
      counts[byte, default: 0] += 1
    }
    let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    var best = separators[0]
    for separator in separators where counts[separator, default: 0] > counts[best, default: 0] { best = separator }
    return best
  }

  /// Goes through the bytes once, row by row.
  private struct Parser {
    let bytes: UnsafeBufferPointer<UInt8>
    var position: Int
    let separator: UInt8
    var line: Int
    var lineStart: Int
    var fault: Fault?

    init(bytes: UnsafeBufferPointer<UInt8>, position: Int, separator: UInt8, line: Int) {
      self.bytes = bytes
      self.position = position
      self.separator = separator
      self.line = line
      lineStart = position
    }

    var isAtEnd: Bool { position >= bytes.count }

    /// The column of a position in the line, in characters as editors count them.
    func column(of position: Int) -> Int {
      // Bytes that continue a character do not count.
      bytes[lineStart..<position].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    }

    mutating func nextRow() -> Row? {
      if isAtEnd { return nil }
      let start = line
      var cells: [Cell] = []
      var (counted, column) = (position, 1)
      while true {
        // A quoted line break starts the count anew.
        if counted < lineStart { (counted, column) = (lineStart, 1) }
        for byte in bytes[counted..<position] where byte & 0xC0 != 0x80 { column += 1 }
        counted = position
        cells.append(nextCell(at: column))
        if !isAtEnd, bytes[position] == separator {
          position += 1
          continue
        }
        // A cell that never closes has taken the last line break with it.
        let end = isAtEnd && lineStart == position && line > start ? line - 1 : line
        fault?.message += start == end ? ". The row was left out" : ". Lines \(start) to \(end) were left out"
        passLineBreak()
        return Row(line: start, cells: cells)
      }
    }

    mutating func nextCell(at column: Int) -> Cell {
      let startLine = line
      var quoted: [UInt8]?
      if !isAtEnd, bytes[position] == DelimitedText.quote {
        position += 1
        quoted = readQuoted(from: startLine, column)
      }
      let start = position
      while !isAtEnd, bytes[position] != separator, !isLineBreak {
        if bytes[position] == DelimitedText.quote, fault == nil {
          note(
            "stray-quote", line, self.column(of: position),
            "A quotation mark stands inside a cell that does not start with one; put the whole cell in quotation"
              + " marks and double those inside it")
        }
        position += 1
      }
      let text =
        quoted.map { String(decoding: $0, as: UTF8.self) } ?? String(decoding: bytes[start..<position], as: UTF8.self)
      return Cell(text: text, line: startLine, column: column)
    }

    /// Reads up to the closing quotation mark; what follows it up to the separator is a fault.
    mutating func readQuoted(from startLine: Int, _ startColumn: Int) -> [UInt8] {
      var text: [UInt8] = []
      while true {
        if isAtEnd {
          note(
            "unclosed-quote", startLine, startColumn,
            "A quotation mark opens here and never closes; close it, or double it if it belongs to the text")
          return text
        }
        let byte = bytes[position]
        if byte == DelimitedText.quote {
          position += 1
          if !isAtEnd, bytes[position] == DelimitedText.quote {
            text.append(DelimitedText.quote)
            position += 1
            continue
          }
          if !isAtEnd, bytes[position] != separator, !isLineBreak {
            let isOneLine = line == startLine
            note(
              "stray-quote", startLine, isOneLine ? column(of: position) : startColumn,
              isOneLine
                ? "Text follows a closing quotation mark; double the quotation marks that belong to the text"
                : "A quotation mark opens here, and text follows the one that closes in line \(line); take it away, or"
                  + " double the quotation marks that belong to the text")
          }
          return text
        }
        if isLineBreak {
          text.append(DelimitedText.lineFeed)
          passLineBreak()
        } else {
          text.append(byte)
          position += 1
        }
      }
    }

    var isLineBreak: Bool {
      !isAtEnd && (bytes[position] == DelimitedText.lineFeed || bytes[position] == DelimitedText.carriageReturn)
    }

    mutating func passLineBreak() {
      guard isLineBreak else { return }
      let isPair =
        bytes[position] == DelimitedText.carriageReturn && position + 1 < bytes.count
        && bytes[position + 1] == DelimitedText.lineFeed
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
