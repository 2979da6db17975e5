import XML

/// Makes rows of cells of what is met in the XML of a sheet.
final class SheetParser: XMLEventReceiver {
  private static let longestRow = 1 << 24
  /// What stands between two cells, so that each starts at a place of its own.
  static let separator: UInt8 = 31

  private let workbook: Workbook
  private let mostCells: Int

  // The rows since they were last taken.
  private(set) var bytes: [UInt8] = []
  private var cells: [CellBlock.Cell] = []
  private var rows: [CellBlock.Row] = []
  private(set) var notes = SheetNotes()
  private(set) var fault: WorkbookFault?

  // The row at hand.
  private var isInCells = false
  private var row = 0
  private var isHidden = false
  private var rowCell = 0
  private var rowStart = 0
  /// The end of the last cell that is not empty, and of its bytes.
  private var filledCells = 0
  private var filledBytes = 0
  private var column = 0
  /// How many cells the widest row so far has: shorter ones are filled up, as the grid on the screen is.
  private var width = 0
  private var count = 0

  // The cell at hand.
  private enum Kind { case number, shared, text, inline, truth, error, date }
  private var kind = Kind.number
  private var style = 0
  private var hasFormula = false
  private var hasValue = false
  private var isText = false
  private var pronunciations = 0
  private var value: [UInt8] = []

  init(_ workbook: Workbook, mostCells: Int) { (self.workbook, self.mostCells) = (workbook, mostCells) }

  /// The rows that have come since they were last taken; a row that has not ended stays.
  func take() -> CellBlock {
    defer {
      bytes.removeSubrange(..<rowStart)
      cells.removeSubrange(..<rowCell)
      for index in cells.indices {
        cells[index].start -= UInt32(rowStart)
        cells[index].markedEnd -= UInt32(rowStart)
      }
      (filledCells, filledBytes) = (filledCells - rowCell, filledBytes - rowStart)
      (rowStart, rowCell, rows) = (0, 0, [])
    }
    return CellBlock(
      bytes: Array(bytes[..<rowStart]), cells: Array(cells[..<rowCell]), rows: rows, faults: [], isOfSheet: true)
  }

  /// How many bytes wait to be taken.
  var waiting: Int { rowStart }

  func start(_ name: Span<UInt8>, _ attributes: XMLAttributes) {
    guard isInCells else {
      isInCells = name.isEqual(to: "sheetData")
      return
    }
    switch (name.count, name[0]) {
    case (1, UInt8(ascii: "c")): startCell(attributes)
    case (1, UInt8(ascii: "v")):
      (isText, hasValue) = (true, true)
      value.removeAll(keepingCapacity: true)
    case (1, UInt8(ascii: "t")): isText = kind == .inline && pronunciations == 0
    case (1, UInt8(ascii: "f")): hasFormula = true
    case (2, UInt8(ascii: "i")): value.removeAll(keepingCapacity: true)
    case (3, UInt8(ascii: "r")) where name[1] == UInt8(ascii: "P"): pronunciations += 1
    case (3, UInt8(ascii: "r")): startRow(attributes)
    default: break
    }
  }

  func add(_ text: Span<UInt8>) {
    if isText { text.withUnsafeBufferPointer { value.append(contentsOf: $0) } }
    if value.count > Self.longestRow, fault == nil { fault = tooLong }
  }

  func end(_ name: Span<UInt8>) {
    guard isInCells else { return }
    isText = false
    switch (name.count, name[0]) {
    case (1, UInt8(ascii: "c")): endCell()
    case (3, UInt8(ascii: "r")) where name[1] == UInt8(ascii: "P"): pronunciations -= 1
    case (3, UInt8(ascii: "r")): endRow()
    case (9, UInt8(ascii: "s")): isInCells = false
    default: break
    }
  }

  private var tooLong: WorkbookFault {
    WorkbookFault(.tooLarge, "Row \(row) has more than \(Self.longestRow >> 20) MB, which is more than is read")
  }

  // MARK: Rows

  private func startRow(_ attributes: XMLAttributes) {
    var number = row + 1
    isHidden = false
    attributes.forEach { name, value in
      if name.count == 1, name[0] == UInt8(ascii: "r") {
        number = value.count < 10 ? Int(value.text) ?? 0 : 0
      } else if name.isEqual(to: "hidden") {
        isHidden = WorkbookParts.isTrue(value.text)
      }
    }
    if number <= row || number > CellReference.mostRows, fault == nil {
      fault = .damaged("row \(number) follows row \(row)")
    }
    (row, column) = (number, 0)
    (rowCell, rowStart) = (cells.count, bytes.count)
    (filledCells, filledBytes) = (rowCell, rowStart)
  }

  private func endRow() {
    cells.removeSubrange(filledCells...)
    bytes.removeSubrange(filledBytes...)
    guard filledCells > rowCell, fault == nil else { return }
    width = max(width, filledCells - rowCell)
    while cells.count - rowCell < width { appendCell(from: bytes.count) }
    if isHidden { notes.hiddenRows.add(CellReference(row: row, column: 1)) }
    rows.append(
      CellBlock.Row(
        firstCell: UInt32(rowCell), cellCount: UInt32(cells.count - rowCell), line: UInt32(row),
        start: UInt32(rowStart)))
    (rowCell, rowStart) = (cells.count, bytes.count)
    (filledCells, filledBytes) = (rowCell, rowStart)
  }

  /// Ends a cell whose content stands at the end of the bytes.
  private func appendCell(from start: Int) {
    cells.append(CellBlock.Cell(start: UInt32(start), markedEnd: UInt32(bytes.count)))
    bytes.append(Self.separator)
    count += 1
    if count > mostCells, fault == nil {
      fault = WorkbookFault(
        .tooLarge,
        "The sheet has more than \(mostCells) cells, since its widest row goes to column"
          + " \(CellReference.letters(ofColumn: width)); delete what stands beside and below the table")
    }
    if bytes.count - rowStart > Self.longestRow, fault == nil { fault = tooLong }
  }

  // MARK: Cells

  private func startCell(_ attributes: XMLAttributes) {
    var column = self.column + 1
    (kind, style, hasFormula, hasValue) = (.number, 0, false, false)
    value.removeAll(keepingCapacity: true)
    attributes.forEach { name, value in
      guard name.count == 1 else { return }
      switch name[0] {
      case UInt8(ascii: "r"):
        column = 0
        for place in value.indices {
          let letter = value[place] & 0xDF
          guard letter &- 65 < 26, column <= CellReference.mostColumns else { break }
          column = column * 26 + Int(letter - 64)
        }
      case UInt8(ascii: "s"): style = Self.number(value) ?? 0
      case UInt8(ascii: "t"): kind = Self.kind(value)
      default: break
      }
    }
    if column <= self.column || column > CellReference.mostColumns {
      if fault == nil { fault = .damaged("the cells of row \(row) do not follow each other") }
      return
    }
    if column > self.column + 1, fault == nil {
      for _ in self.column + 1..<column { appendCell(from: bytes.count) }
    }
    self.column = column
  }

  private static func kind(_ text: Span<UInt8>) -> Kind {
    switch (text.count, text.isEmpty ? 0 : text[0]) {
    case (1, UInt8(ascii: "s")): .shared
    case (1, UInt8(ascii: "b")): .truth
    case (1, UInt8(ascii: "e")): .error
    case (1, UInt8(ascii: "d")): .date
    case (3, UInt8(ascii: "s")): .text
    case (9, UInt8(ascii: "i")): .inline
    default: .number
    }
  }

  private static func number(_ text: Span<UInt8>) -> Int? {
    var number = 0
    guard !text.isEmpty, text.count < 10 else { return nil }
    for place in text.indices {
      guard text[place] &- 48 < 10 else { return nil }
      number = number * 10 + Int(text[place] &- 48)
    }
    return number
  }

  private func endCell() {
    guard fault == nil else { return }
    let start = bytes.count
    if hasFormula, value.isEmpty, kind == .number {
      notes.formulasWithoutValue.add(CellReference(row: row, column: column))
    }
    appendValue()
    let isFilled = bytes.count > start
    appendCell(from: start)
    if isFilled { (filledCells, filledBytes) = (cells.count, bytes.count) }
  }

  private func appendValue() {
    switch kind {
    case .shared:
      guard let range = Self.number(value.span).flatMap(workbook.strings.range) else {
        if hasValue { fault = .damaged("cell \(CellReference(row: row, column: column)) has a text that is not there") }
        return
      }
      bytes.append(contentsOf: workbook.strings.bytes[range])
    case .text, .inline:
      let start = bytes.count
      bytes.append(contentsOf: value)
      CellText.unescape(&bytes, from: start)
      ComposedText.compose(&bytes, apartFrom: start)
    case .truth: if !value.isEmpty { bytes.append(contentsOf: (value == [49] ? "TRUE" : "FALSE").utf8) }
    case .error:
      notes.errors.add(CellReference(row: row, column: column))
      bytes.append(contentsOf: value)
    case .date: appendDate()
    case .number: if !value.isEmpty { appendNumber() }
    }
  }

  /// A date that is written as one: `2026-11-28T00:00:00`, perhaps with fractions of a second and `Z`.
  private func appendDate() {
    var text = value[...]
    if text.last == UInt8(ascii: "Z") { text.removeLast() }
    if let point = text.lastIndex(of: UInt8(ascii: ".")) { text = text[..<point] }
    if text.count > 10, text.suffix(9).elementsEqual("T00:00:00".utf8) { text.removeLast(9) }
    bytes.append(contentsOf: text)
  }

  private func appendNumber() {
    let format = workbook.formats.indices.contains(style) ? workbook.formats[style] : .number
    switch format {
    case .number: if CellText.append(number: value.span, to: &bytes) { return }
    case .digits(let least): if CellText.append(number: value.span, digits: least, to: &bytes) { return }
    case .date, .time, .duration:
      let whole = Self.number(value.span)
      guard let days = whole.map(Double.init) ?? Double(String(decoding: value, as: UTF8.self)), days.isFinite else {
        break
      }
      let seconds = (days * 86_400).rounded()
      if format == .duration && days >= 0 && seconds < 1e12 || format == .time && days >= 0 && seconds < 86_400 {
        return CellText.append(time: Int(seconds), to: &bytes)
      }
      if CellText.append(days: days, startsIn1904: workbook.startsIn1904, to: &bytes) { return }
      if CellText.append(number: value.span, to: &bytes) { return }
    }
    if fault == nil {
      fault = .damaged(
        "cell \(CellReference(row: row, column: column)) holds \(String(decoding: value, as: UTF8.self).debugDescription), which is no number"
      )
    }
  }
}
