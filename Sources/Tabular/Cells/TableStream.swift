/// A table read from a file part by part: its dialect and header at once, its rows in blocks.
package struct TableStream: ~Copyable {
  /// Why a file cannot be read as a table.
  package enum Fault: Error {
    case unreadable
    /// A spreadsheet's own file, which is an archive and not text.
    case spreadsheet
    /// The header does not end in the first part of the file.
    case longHeader
    case empty
    /// A fault of form in the header, or above it.
    case header(CellBlock.Fault)
    /// A byte that no UTF-8 text can have, in a file that was taken for UTF-8.
    case notUTF8
  }

  package let encoding: TextEncoding
  package let dialect: Dialect
  /// The row that names the columns.
  package let header: DelimitedText.Row
  /// How many bytes the file has, and how many have been read.
  package let size: Int
  private var position: Int
  private var file: FileChunks
  private var decoder: TextDecoder
  private var scanner: CellScanner
  private var rest: [UInt8]
  private var isAtEnd: Bool
  private var isHeaderPassed = false

  /// The first part shows the dialect of the table.
  private static let headSize = 1 << 18
  /// Other parts are small enough for the nearest caches of a processor.
  private static let partSize = 1 << 17
  /// Rows do not get longer, except where a quotation mark never closes.
  private static let longestRow = 1 << 24

  /// Opens a table and reads its header.
  /// - Parameters:
  ///   - column: the column that a name stands for, if it is one of those by which the header is known.
  ///   - encoding: the encoding, if it has been found out already.
  package init(_ path: String, naming column: (String) -> String?, encoding known: TextEncoding? = nil) throws(Fault) {
    var file = try Self.open(path)
    let start = try Self.read(&file, Self.headSize)
    if SpreadsheetFile.isStart(start) { throw .spreadsheet }
    let encoding = known ?? start.withUnsafeBufferPointer { TextEncoding(markedAt: $0) }
    var decoder = TextDecoder(encoding)
    let isAtEnd = start.count < Self.headSize
    var text: [UInt8] = []
    do { try decoder.append(start, isLast: isAtEnd, to: &text) } catch { throw .notUTF8 }
    let dialect = Dialect(text, naming: column)
    let scanner = CellScanner(separator: dialect.separator, line: dialect.line)
    let rest = Array(text[dialect.start...])
    var probe = scanner
    let block = probe.scan(rest, isLast: isAtEnd).block
    if let fault = block.faults.first, fault.line <= block.rows.first.map({ Int($0.line) }) ?? .max {
      throw .header(fault)
    }
    guard let header = block.firstRow else {
      throw isAtEnd ? .empty : .longHeader
    }
    (self.encoding, self.decoder, self.isAtEnd, self.dialect) = (encoding, decoder, isAtEnd, dialect)
    (self.scanner, self.rest, self.header) = (scanner, rest, header)
    (size, position) = (file.size, start.count)
    self.file = file
  }

  private static func open(_ path: String) throws(Fault) -> FileChunks {
    do { return try FileChunks(path) } catch { throw .unreadable }
  }

  private static func read(
    _ file: inout FileChunks, _ count: Int, behind rest: ArraySlice<UInt8> = []
  ) throws(Fault) -> [UInt8] {
    do { return try file.next(count, behind: rest) } catch { throw .unreadable }
  }

  /// How much of the file has been read, from 0 to 1.
  package var share: Double { size == 0 ? 1 : Double(position) / Double(size) }

  /// The next rows after the header; `nil` after the last.
  package mutating func next() throws(Fault) -> CellBlock? {
    while true {
      if rest.isEmpty, isAtEnd { return nil }
      let (block, consumed) = scanner.scan(rest, isLast: isAtEnd || rest.count > Self.longestRow)
      if !isAtEnd {
        let kept = rest.count - consumed
        rest = try Self.read(&file, Self.partSize, behind: rest[consumed...])
        isAtEnd = rest.count - kept < Self.partSize
        position += rest.count - kept
        do { try decoder.decode(&rest, from: kept, isLast: isAtEnd) } catch { throw .notUTF8 }
      } else {
        rest = consumed == 0 ? [] : Array(rest[consumed...])
      }
      if !isHeaderPassed, !block.rows.isEmpty {
        isHeaderPassed = true
        return block.droppingFirstRow
      }
      if !block.rows.isEmpty || !block.faults.isEmpty { return block }
    }
  }

  /// The encoding of a file that is not UTF-8 throughout, found by reading all of it.
  package static func survey(_ path: String) throws(Fault) -> TextEncoding {
    var file = try open(path)
    var survey = TextEncoding.Survey()
    var rest: [UInt8] = []
    while true {
      let bytes = try read(&file, partSize)
      rest += bytes
      let isLast = bytes.count < partSize
      let left = rest.withUnsafeBufferPointer { survey.add($0, isLast: isLast) }
      rest.removeFirst(rest.count - left)
      if isLast { return survey.encoding }
    }
  }
}
