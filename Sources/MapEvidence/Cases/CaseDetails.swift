import MapModel
import Tabular

/// What rows of the same case should agree in, as numbers that are equal for equal details.
///
/// A detail is kept as a part of 64 bits, so that a register of millions of cases stays small. Of two details that
/// differ, one in 2^(64 / number of details) would go unseen: one in two million where there are three.
struct CaseDetails: Sendable {
  let names: [String]
  private let width: UInt64

  /// Makes details of the given names, at most eight; what comes behind the seventh shares the last part.
  init(names: [String]) {
    self.names = names
    width = 64 / UInt64(max(1, min(8, names.count)))
  }

  /// The details that cases of some files have: the school, and what else the definition names.
  init(of files: CaseFiles) { self.init(names: [files.columns[.school]].compactMap(\.self) + files.details) }

  /// The details with one more, as a digest of what it says; nothing at all is 0.
  @inline(__always) func adding(_ digest: UInt64, at index: Int, to details: UInt64) -> UInt64 {
    if digest == 0 { return details }
    let mask = UInt64.max >> (64 - width)
    let part = max(1, (digest >> (64 - width)) & mask)
    let shift = UInt64(min(index, 7)) * width
    return details ^ (part << shift)
  }

  /// Which details differ; what one of the two does not say is no difference.
  func differences(_ first: UInt64, _ second: UInt64) -> [String] {
    let mask = UInt64.max >> (64 - width)
    return (0..<min(8, names.count)).filter { index in
      let shift = UInt64(index) * width
      let (one, other) = (first >> shift & mask, second >> shift & mask)
      return one != other && one != 0 && other != 0
    }.map { names[$0] }
  }

  /// The details of the first, with what only the second says.
  func union(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let mask = UInt64.max >> (64 - width)
    return (0..<min(8, names.count)).reduce(first) { union, index in
      let shift = UInt64(index) * width
      return union >> shift & mask == 0 ? union | (second & mask << shift) : union
    }
  }
}

/// Reads cells of a column of details, such as dates of birth, without keeping what they say.
struct DetailColumn: Sendable {
  let header: String
  private let isMonthFirst: Bool
  /// What was found of cells lately: most columns have few values.
  private var memory = [(raw: UInt64, digest: UInt64)](repeating: (0, 0), count: 512)

  init(header: String, isMonthFirst: Bool) { (self.header, self.isMonthFirst) = (header, isMonthFirst) }

  /// Reads the column of rows.
  /// - Parameters:
  ///   - position: which cell of a row it is.
  ///   - isChecked: whether what is wrong with a cell is to be noted.
  ///   - take: is called with each row that says something, and a number that is equal for cells that mean the same.
  @inline(__always)
  mutating func read(
    _ rows: CaseRows, at position: Int, isChecked: Bool, findings: inout CaseFindings, _ take: (Int, UInt64) -> Void
  ) {
    let block = rows.block
    block.bytes.withUnsafeBytes { bytes in
      block.cells.withUnsafeBufferPointer { cells in
        for row in rows.cells.indices {
          let cell = cells[Int(rows.cells[row]) &+ position]
          let (start, length) = (Int(cell.start), cell.end &- Int(cell.start))
          if length == 0 { continue }
          // Dates of birth are many, and cheap to read.
          if length == 10 {
            let date = CaseDate.iso(bytes, at: start)
            if date.fault == 0 {
              take(row, Self.digest(of: CaseDate(number: date.number)))
              continue
            }
          }
          let (digest, fault) = digest(bytes[start..<cell.end])
          take(row, digest)
          if let fault, isChecked, rows.areUsed[row] { note(fault, of: cell, in: rows, row, &findings) }
        }
      }
    }
  }

  private func note(
    _ fault: Fault, of cell: CellBlock.Cell, in rows: CaseRows, _ row: Int, _ findings: inout CaseFindings
  ) {
    let (block, layout) = (rows.block, rows.layout)
    findings.note(
      .init(code: fault == .damage ? .encodingDamage : .formulaError, file: layout.file, column: header),
      line: Int(rows.lines[row] - layout.firstLine)
    ) { (block.text(cell), block.column(of: cell)) }
  }

  /// What is wrong with a cell, if anything.
  private enum Fault { case formulaError, damage }

  /// A number that is equal for cells that mean the same: dates in whatever form, texts without case and stray spaces.
  private mutating func digest(_ part: Slice<UnsafeRawBufferPointer>) -> (digest: UInt64, fault: Fault?) {
    let bytes = UnsafeRawBufferPointer(rebasing: part)
    let raw = ByteDigest.of(part)
    let slot = Int(truncatingIfNeeded: raw & 511)
    if memory[slot].raw == raw { return (memory[slot].digest, nil) }
    let text = String(decoding: bytes, as: UTF8.self).trimmingWhitespace
    let folded = NameIndex<Bool>.folded(text)
    if ValueColumn.isFormulaError(text) { return (0, .formulaError) }
    let reading = CaseDateReading(bytes, isMonthFirst: isMonthFirst)
    let digest: UInt64
    if ValueColumn.stands(forNothing: folded) {
      digest = 0
    } else if let date = reading.date {
      digest = Self.digest(of: date)
    } else {
      digest = Array(folded.utf8).withUnsafeBytes(ByteDigest.of) | 1
    }
    if ValueColumn.isDamaged(text) { return (digest, .damage) }
    memory[slot] = (raw, digest)
    return (digest, nil)
  }

  @inline(__always) private static func digest(of date: CaseDate) -> UInt64 {
    ByteDigest.combined(UInt64(UInt32(bitPattern: date.number)), 1) | 1
  }
}
