import MapModel
import Tabular

/// Goes through case files from the first to the last, and splits them into blocks of rows.
struct CaseFileSplitter: ~Copyable {
  /// What is met on the way.
  enum Event: Sendable {
    case problems([Problem])
    /// A file starts that can be read.
    case start(CaseLayout, titleLines: Int, size: Int)
    /// Rows, and how much of all files has been read with them, from 0 to 1.
    case block(CellBlock, CaseLayout, share: Double)
    /// A file is read, and this is its digest, if it was asked for.
    case end(file: Int, digest: String?)
  }

  private let plan: CountingPlan
  private let sources: [EvidenceSource]
  private let takesDigests: Bool
  private let names: NameIndex<String>
  private var waiting: [Event] = []
  /// How many files have been opened; the last of them may be at hand.
  private var opened = 0
  private var parts: TableStream?
  /// The sheet at hand, if the file is a workbook.
  private var sheet: SheetRows?
  private var layout: CaseLayout?
  /// How ids are written, once one is known.
  private var idStyle: CaseIDStyle?
  /// The encoding of the file at hand, as far as it has been told.
  private var encoding = TextEncoding.utf8
  /// The ditto marks of the file at hand; `nil` as long as none has been met.
  private var ditto: DittoMarks?
  /// Whether no block of the file has been read.
  private var isFirst = true
  /// How many lines the files before have.
  private var lines: UInt32 = 0
  private var lastLine: UInt32 = 0

  init(_ plan: CountingPlan, from sources: [EvidenceSource], takesDigests: Bool) {
    (self.plan, self.sources, self.takesDigests) = (plan, sources, takesDigests)
    var names = NameIndex<String>()
    for header in plan.headers { names.add(header, for: header) }
    self.names = names
  }

  /// The next event; `nil` when all files have been read.
  mutating func next() -> Event? {
    while waiting.isEmpty {
      do throws(TableStream.Fault) {
        if let layout, let block = try nextBlock() {
          add(block, layout)
          continue
        }
        close()
        guard opened < plan.files.count else { break }
        opened += 1
        try open(opened - 1)
      } catch {
        waiting.append(.problems([problem(of: error, plan.files[opened - 1])]))
        close()
      }
    }
    return waiting.isEmpty ? nil : waiting.removeFirst()
  }

  /// Notes the digest of the file at hand, if there is one, and leaves it.
  private mutating func close() {
    if let ditto, opened > 0 {
      waiting.append(.problems(ditto.problems(in: plan.files[opened - 1], plan.columns.map(\.header) + plan.details)))
    }
    (ditto, isFirst) = (nil, true)
    if let digest = parts?.digest() { waiting.append(.end(file: opened - 1, digest: digest)) }
    if var notes = sheet?.notes {
      // The checks of columns tell of these.
      notes.errors = .init()
      let problems = EvidenceTable.problems(of: notes, plan.files[opened - 1])
      if !problems.isEmpty { waiting.append(.problems(problems)) }
    }
    parts = nil
    sheet = nil
  }

  private mutating func nextBlock() throws(TableStream.Fault) -> CellBlock? {
    do throws(WorkbookFault) {
      if let block = try sheet?.next() { return block }
    } catch { throw .workbook(error) }
    return try parts?.next()
  }

  private mutating func open(_ place: Int) throws(TableStream.Fault) {
    switch sources[place] {
    case .text(let source): try open(source, place)
    case .sheet(let sheet, let workbook):
      do throws(WorkbookFault) { try open(sheet, of: workbook, place) } catch { throw .workbook(error) }
    }
  }

  private mutating func open(_ sheet: Workbook.Sheet, of workbook: Workbook, _ place: Int) throws(WorkbookFault) {
    var rows = try SheetRows(sheet, of: workbook) { names[$0.trimmingWhitespace] }
    guard let header = rows.header else {
      waiting.append(.problems([problem(of: .empty, plan.files[place])]))
      return
    }
    var problems: [Problem] = []
    layout = layout(of: place, header, &problems)
    if !problems.isEmpty { waiting.append(.problems(problems)) }
    if let layout {
      waiting.append(.start(layout, titleLines: rows.titleRows, size: rows.size))
      // A row is a case or a part of it, so that all cells that were merged belong to the rows that they are in.
      let read = [layout.id] + layout.values + layout.details + layout.dates.compactMap(\.self)
      rows.filledColumns = Set(read.map { $0 + 1 })
    }
    self.sheet = consume rows
  }

  private mutating func open(_ source: ByteSource, _ place: Int) throws(TableStream.Fault) {
    var file: FileChunks
    do { file = try FileChunks(source, takesDigest: takesDigests) } catch { throw .unreadable }
    do throws(TableStream.Fault) {
      let head = try TableStream.Head(of: &file) { names[$0.trimmingWhitespace] }
      var problems: [Problem] = []
      encoding = .utf8
      tell(head.encoding, of: place)
      layout = layout(of: place, head.header, &problems)
      if !problems.isEmpty { waiting.append(.problems(problems)) }
      if let layout { waiting.append(.start(layout, titleLines: head.dialect.titleLines, size: file.size)) }
      parts = TableStream(file, behind: head)
    } catch {
      if let digest = try? file.digest() { waiting.append(.end(file: place, digest: digest)) }
      throw error
    }
  }

  private mutating func add(_ block: CellBlock, _ layout: CaseLayout) {
    let block = withoutDittoMarks(block, layout)
    if let encoding = parts?.encoding { tell(encoding, of: layout.file) }
    lastLine = max(lastLine, block.rows.last?.line ?? 0)
    if !block.faults.isEmpty {
      let name = plan.files[layout.file]
      waiting.append(
        .problems(
          block.faults.map {
            Problem(
              .warning, code: Problem.Code(rawValue: $0.code), file: name, line: $0.line, column: $0.column,
              message: $0.message)
          }))
    }
    let read = parts?.share ?? sheet?.share ?? 1
    if idStyle == nil { idStyle = style(ofIDsIn: block, layout) }
    var layout = layout
    if let idStyle { layout.idStyle = idStyle }
    waiting.append(.block(block, layout, share: (Double(layout.file) + read) / Double(plan.files.count)))
  }

  /// The block with names in the place of ditto marks. Who types these does so from the start: a file of millions of rows is
  /// not looked through for them if its first block has none.
  private mutating func withoutDittoMarks(_ block: CellBlock, _ layout: CaseLayout) -> CellBlock {
    func isMark(_ text: String) -> Bool {
      RowWords.isDitto(text) && plan.actorNames[text] == nil && plan.areaNames[text] == nil
    }
    let columns = layout.values + layout.details
    if ditto == nil, isFirst, block.hasMark(in: columns, isMark) { ditto = DittoMarks() }
    isFirst = false
    return ditto?.fill(block, columns, isMark) ?? block
  }

  /// The style of the first id of a block: of the first with a digit, since few ids have none, and notes often.
  private func style(ofIDsIn block: CellBlock, _ layout: CaseLayout) -> CaseIDStyle? {
    let ids = block.rows.prefix(CaseIDStyle.rowsAtStart).filter { layout.id < $0.cellCount }.map { row in
      block.text(block.cells[Int(row.firstCell) + layout.id]).trimmingWhitespace
    }.filter { !$0.isEmpty && !RowWords.isTotal($0) }
    guard let id = ids.first(where: { $0.utf8.contains { 48...57 ~= $0 } }) ?? ids.first else {
      return nil
    }
    let bytes = Array(id.utf8)
    return CaseIDStyle(of: bytes.span)
  }

  /// Tells of an encoding that is not sure, once for a file.
  private mutating func tell(_ found: TextEncoding, of file: Int) {
    guard encoding != found else { return }
    encoding = found
    guard let fault = EvidenceTable.fault(of: found) else { return }
    waiting.append(.problems([Problem(.warning, code: .encoding, file: plan.files[file], message: fault)]))
  }

  /// Where the columns stand; `nil`, with the problems, if one is missing.
  private mutating func layout(
    of file: Int, _ header: DelimitedText.Row, _ problems: inout [Problem]
  ) -> CaseLayout? {
    let name = plan.files[file]
    let columns = plan.headers.map { EvidenceTable.Column(name: $0, isRequired: true) }
    // All headers of the plan are required, so that each has its place.
    guard let places = EvidenceTable.positions(of: columns, names: [:], in: header, file: name, &problems),
      let id = places[plan.id]
    else { return nil }
    // Lines are counted over all files, so that a number tells where it is.
    lines += lastLine
    lastLine = UInt32(header.line)
    return CaseLayout(
      file: file, width: header.cells.count, id: id, values: plan.columns.compactMap { places[$0.header] },
      details: plan.details.compactMap { places[$0] }, dates: plan.dates.map { $0.flatMap { places[$0] } },
      firstLine: lines)
  }

  private func problem(of fault: TableStream.Fault, _ name: String) -> Problem {
    switch fault {
    case .workbook(let fault): EvidenceTable.problem(of: fault, name)
    case .longHeader:
      Problem(
        code: .notText, file: name, message: "The first line is longer than 256 kB, so it cannot be a header")
    case .empty:
      Problem(
        code: .emptyFile, file: name,
        message: "The file is empty; its first line should name the columns: \(plan.headers.joined(separator: ","))")
    case .header(let fault):
      Problem(
        code: Problem.Code(rawValue: fault.code), file: name, line: fault.line, column: fault.column,
        message: "\(fault.message), and without a header nothing of the file could be read")
    case .unreadable:
      Problem(
        code: .unreadableFile, file: name,
        message: "The file cannot be read; check that it is there, and that you may open it")
    }
  }
}
