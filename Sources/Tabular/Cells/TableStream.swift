/// A table read from a file part by part: its dialect and header at once, its rows in blocks.
package struct TableStream: ~Copyable {
  /// Why a file cannot be read as a table.
  package enum Fault: Error {
    case unreadable
    /// A sheet that cannot be read.
    case workbook(WorkbookFault)
    /// The header does not end in the first part of the file.
    case longHeader
    case empty
    /// A fault of form in the header, or above it.
    case header(CellBlock.Fault)
  }

  /// What the first part of a file shows.
  package struct Head: Sendable {
    package let encoding: TextEncoding
    package let dialect: Dialect
    /// The row that names the columns.
    package let header: DelimitedText.Row
    /// Whether the encoding is sure: so far it may be UTF-8 of which only ASCII has come.
    fileprivate let isSettled: Bool
    /// The mark of UTF-8 at the start, which speaks for it; empty if there is none.
    fileprivate let mark: [UInt8]
    fileprivate let decoder: TextDecoder
    fileprivate let scanner: CellScanner
    fileprivate let rest: [UInt8]
    fileprivate let isAtEnd: Bool
    fileprivate let position: Int

    /// Reads the first part of a file, which stays open for the rows.
    /// - Parameter column: the column that a name stands for, if it is one of those by which the header is known.
    package init(of file: inout FileChunks, naming column: (String) -> String?) throws(Fault) {
      let start = try TableStream.read(&file, TableStream.headSize)
      if SpreadsheetFile.isStart(start) {
        throw .workbook(
          WorkbookFault(.otherFile, "This is a workbook and not text; give it a name that ends in .xlsx"))
      }
      let isAtEnd = start.count < TableStream.headSize
      var encoding = start.withUnsafeBufferPointer { TextEncoding(markedAt: $0) }
      let mark = start.starts(with: TextEncoding.utf8Mark) ? TextEncoding.utf8Mark : []
      let isSettled = encoding != .utf8 || !TextDecoder.isASCII(start[mark.count...])
      if encoding == .utf8, isSettled { encoding = try TableStream.survey(start[...], of: &file) }
      var decoder = TextDecoder(encoding)
      var text: [UInt8] = []
      do { try decoder.append(start, isLast: isAtEnd, to: &text) } catch { throw .unreadable }
      let dialect = Dialect(text, naming: column)
      let scanner = CellScanner(separator: dialect.separator, line: dialect.line)
      let rest = Array(text[dialect.start...])
      var probe = scanner
      let block = probe.scan(rest, isLast: isAtEnd).block
      if let fault = block.faults.first, fault.line <= block.rows.first.map({ Int($0.line) }) ?? .max {
        throw .header(fault)
      }
      guard let header = block.firstRow else { throw isAtEnd ? .empty : .longHeader }
      (self.encoding, self.dialect, self.header, self.isSettled) = (encoding, dialect, header, isSettled)
      (self.decoder, self.scanner, self.rest, self.isAtEnd) = (decoder, scanner, rest, isAtEnd)
      (self.mark, position) = (mark, start.count)
    }
  }

  /// The encoding: UTF-8 until a letter beyond ASCII has shown what it is.
  package private(set) var encoding: TextEncoding
  private var position: Int
  private var file: FileChunks
  private var decoder: TextDecoder
  private var scanner: CellScanner
  private var rest: [UInt8]
  private var isAtEnd: Bool
  private var isSettled: Bool
  private let mark: [UInt8]
  private var isHeaderPassed = false

  /// The first part shows the dialect of the table.
  private static let headSize = 1 << 18
  /// Other parts are small enough for the nearest caches of a processor.
  private static let partSize = 1 << 17
  /// Rows do not get longer, except where a quotation mark never closes.
  private static let longestRow = 1 << 24

  /// Goes on behind the first part of a file.
  package init(_ file: consuming FileChunks, behind head: Head) {
    (encoding, isSettled, mark, position) = (head.encoding, head.isSettled, head.mark, head.position)
    (decoder, scanner, rest, isAtEnd) = (head.decoder, head.scanner, head.rest, head.isAtEnd)
    self.file = file
  }

  private static func read(
    _ file: inout FileChunks, _ count: Int, behind rest: ArraySlice<UInt8> = []
  ) throws(Fault) -> [UInt8] {
    do { return try file.next(count, behind: rest) } catch { throw .unreadable }
  }

  /// The encoding of a file of which nothing but ASCII stands before a part.
  ///
  /// Only the whole file tells whether it is UTF-8, and so what the part's letters are; as it is read once, the rest of it
  /// waits in memory.
  private static func survey(_ part: ArraySlice<UInt8>, of file: inout FileChunks) throws(Fault) -> TextEncoding {
    let ahead: ArraySlice<UInt8>
    do { ahead = try file.readAhead() } catch { throw .unreadable }
    var survey = TextEncoding.Survey()
    var (bytes, waiting) = (Array(part), ahead)
    while true {
      let left = bytes.withUnsafeBufferPointer { survey.add($0, isLast: waiting.isEmpty) }
      if waiting.isEmpty { return survey.encoding }
      bytes = bytes.suffix(left) + waiting.prefix(partSize)
      waiting = waiting.dropFirst(partSize)
    }
  }

  /// How much of the file has been read, from 0 to 1.
  package var share: Double { file.size == 0 ? 1 : Double(position) / Double(file.size) }

  /// The SHA-256 digest of the whole file, in hexadecimal digits; `nil` if it was not asked for, or cannot be read.
  package mutating func digest() -> String? { try? file.digest() }

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
        try decode(from: kept)
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

  /// Turns what was read into UTF-8; plain ASCII is that already.
  private mutating func decode(from start: Int) throws(Fault) {
    if !isSettled {
      if TextDecoder.isASCII(rest[start...]) { return }
      encoding = try Self.survey(mark + rest[start...], of: &file)
      decoder.settle(on: encoding)
      isSettled = true
    }
    do { try decoder.decode(&rest, from: start, isLast: isAtEnd) } catch { throw .unreadable }
  }
}
