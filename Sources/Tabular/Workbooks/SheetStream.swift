import XML

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The cells of a sheet, read part by part, so that its size does not matter.
package struct SheetStream: ~Copyable {
  /// Blocks are small enough for the caches of a processor.
  private static let blockSize = 1 << 17

  private let path: String
  private let receiver: SheetParser
  private var parser: XMLEventParser
  private var zip: ZipStream
  private var part: [UInt8] = []
  private var isAtEnd = false
  /// Cells that are merged: only the first of them holds what all show.
  package let merged: [CellRange]
  /// What the first cells of merged ones hold, as far as they have come.
  private var contents: [Int: [UInt8]] = [:]

  /// What is to be said of the cells that have come so far.
  package var notes: SheetNotes { receiver.notes }
  /// How many bytes the sheet has, and how many have been read.
  package let size: Int
  package var position: Int { zip.count }

  /// Starts to read a sheet.
  package init(_ sheet: Workbook.Sheet, of workbook: Workbook) throws(WorkbookFault) {
    guard let entry = workbook.archive[sheet.path] else { throw .damaged("\(sheet.path) is missing") }
    let merged = try MergedCells.read(sheet.path, of: workbook.archive)
    let zip: ZipStream
    do { zip = try ZipStream(entry, of: workbook.archive, limit: XMLPart.greatestSize) } catch {
      throw WorkbookFault(error)
    }
    (path, size, self.merged) = (sheet.path, entry.size, merged)
    receiver = SheetParser(workbook)
    parser = XMLEventParser(receiver)
    self.zip = zip
  }

  /// The next rows that are not blank, with as many cells as the widest so far; `nil` after the last.
  ///
  /// The line of a row is its number in the sheet.
  package mutating func next() throws(WorkbookFault) -> CellBlock? {
    while !isAtEnd, receiver.waiting < Self.blockSize {
      do { isAtEnd = try !zip.next(&part) } catch { throw WorkbookFault(error) }
      do { try parser.parse(part, isLast: isAtEnd) } catch { throw WorkbookFault(error, in: path) }
      if let fault = receiver.fault { throw fault }
    }
    let block = receiver.take()
    return block.rows.isEmpty ? nil : block
  }

  /// Puts what merged cells show into all of them, in the given columns, from 1.
  ///
  /// Blocks must be given in their order. It is for columns of areas and groups; a number would be counted twice.
  package mutating func fill(_ block: CellBlock, columns: Set<Int>) -> CellBlock {
    guard let first = block.rows.first?.line, let last = block.rows.last?.line else { return block }
    let touched = merged.indices.filter { index in
      let range = merged[index]
      return range.first.row <= Int(last) && range.last.row >= Int(first)
        && columns.contains { range.first.column <= $0 && $0 <= range.last.column }
    }
    return touched.isEmpty ? block : filled(block, touched, columns)
  }

  private mutating func filled(_ block: CellBlock, _ touched: [Int], _ columns: Set<Int>) -> CellBlock {
    var (bytes, cells, rows): ([UInt8], [CellBlock.Cell], [CellBlock.Row]) = ([], [], [])
    for row in block.rows {
      let here = touched.filter { merged[$0].first.row <= Int(row.line) && Int(row.line) <= merged[$0].last.row }
      rows.append(
        CellBlock.Row(
          firstCell: UInt32(cells.count), cellCount: row.cellCount, line: row.line, start: UInt32(bytes.count)))
      for place in 0..<Int(row.cellCount) {
        let cell = block.cells[Int(row.firstCell) + place]
        let start = bytes.count
        let range = here.first { merged[$0].contains(row: Int(row.line), column: place + 1) }
        if let range, merged[range].first == CellReference(row: Int(row.line), column: place + 1) {
          contents[range] = Array(block.content(cell))
        }
        let isEmpty = cell.end == Int(cell.start)
        if let range, isEmpty, columns.contains(place + 1), let content = contents[range] {
          bytes += content
        } else {
          bytes += block.content(cell)
        }
        cells.append(CellBlock.Cell(start: UInt32(start), markedEnd: UInt32(bytes.count)))
        bytes.append(SheetParser.separator)
      }
    }
    return CellBlock(bytes: bytes, cells: cells, rows: rows, faults: [], isOfSheet: true)
  }
}

/// Finds which cells of a sheet are merged: the list stands behind the cells.
private final class MergedCells: XMLEventReceiver {
  /// Far more than people merge by hand.
  private static let most = 1 << 16

  private var ranges: [CellRange] = []

  static func read(_ path: String, of archive: ZipArchive) throws(WorkbookFault) -> [CellRange] {
    guard try mayHaveSome(path, of: archive) else { return [] }
    let receiver = MergedCells()
    try XMLPart.read(path, of: archive, into: receiver) { () throws(WorkbookFault) in
      if receiver.ranges.count > most { throw WorkbookFault(.tooLarge, "The sheet has more than \(most) merged cells") }
    }
    return receiver.ranges
  }

  /// Whether the word stands somewhere: most sheets have no such list, and need not be parsed for it.
  private static func mayHaveSome(_ path: String, of archive: ZipArchive) throws(WorkbookFault) -> Bool {
    guard let entry = archive[path] else { return false }
    let length = "mergeCell".utf8.count
    var (part, rest): ([UInt8], [UInt8]) = ([], [])
    do throws(ZipFault) {
      var stream = try ZipStream(entry, of: archive, limit: XMLPart.greatestSize)
      while try stream.next(&part) {
        // In another encoding, the word looks different.
        if rest.isEmpty, part.starts(with: [0xFE, 0xFF]) || part.starts(with: [0xFF, 0xFE]) { return true }
        if hasWord(rest + part.prefix(length)) || hasWord(part) { return true }
        rest = Array(part.suffix(length - 1))
      }
    } catch { throw WorkbookFault(error) }
    return false
  }

  private static func hasWord(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var place = 0
      // Of its letters, this one stands least often in a sheet.
      while place < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + place, Int32(UInt8(ascii: "g")), bytes.count - place)
      {
        place = UnsafeRawPointer(found) - base + 1
        if place >= 4, bytes[(place - 4)...].starts(with: "mergeCell".utf8) { return true }
      }
      return false
    }
  }

  func start(_ name: Span<UInt8>, _ attributes: XMLAttributes) {
    guard name.count == 9, name.isEqual(to: "mergeCell"), let range = attributes["ref"].flatMap(CellRange.init) else {
      return
    }
    ranges.append(range)
  }

  func add(_ text: Span<UInt8>) {}
  func end(_ name: Span<UInt8>) {}
}
