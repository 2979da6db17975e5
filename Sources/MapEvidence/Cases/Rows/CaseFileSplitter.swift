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
    /// A file is not in the encoding that it was taken for; nothing follows.
    case otherEncoding(file: Int)
  }

  private let plan: CountingPlan
  private let folder: String
  /// The encodings of files that are not what they seem.
  private let encodings: [Int: TextEncoding]
  private let names: NameIndex<String>
  private var waiting: [Event] = []
  /// How many files have been opened; the last of them may be at hand.
  private var opened = 0
  private var parts: TableStream?
  private var layout: CaseLayout?
  /// How many lines the files before have.
  private var lines: UInt32 = 0
  private var lastLine: UInt32 = 0

  init(_ plan: CountingPlan, in folder: String, encodings: [Int: TextEncoding]) {
    (self.plan, self.folder, self.encodings) = (plan, folder, encodings)
    var names = NameIndex<String>()
    for header in plan.headers { names.add(header, for: header) }
    self.names = names
  }

  /// The next event; `nil` when all files have been read.
  mutating func next() -> Event? {
    while waiting.isEmpty {
      do throws(TableStream.Fault) {
        if let layout, let block = try parts?.next() {
          add(block, layout)
        } else if opened < plan.files.count {
          opened += 1
          try open(opened - 1)
        } else {
          return nil
        }
      } catch {
        parts = nil
        if case .notUTF8 = error {
          waiting.append(.otherEncoding(file: opened - 1))
          opened = plan.files.count
        } else {
          waiting.append(.problems([problem(of: error, plan.files[opened - 1])]))
        }
      }
    }
    return waiting.removeFirst()
  }

  private mutating func open(_ file: Int) throws(TableStream.Fault) {
    parts = nil
    let opened = try TableStream(
      folder + "/" + plan.files[file], naming: { names[$0.trimmingWhitespace] }, encoding: encodings[file])
    var problems: [Problem] = []
    layout = layout(of: file, opened.header, opened.dialect, opened.encoding, &problems)
    if !problems.isEmpty { waiting.append(.problems(problems)) }
    guard let layout else { return }
    waiting.append(.start(layout, titleLines: opened.dialect.titleLines, size: opened.size))
    parts = consume opened
  }

  private mutating func add(_ block: CellBlock, _ layout: CaseLayout) {
    lastLine = max(lastLine, block.rows.last?.line ?? 0)
    if !block.faults.isEmpty {
      let name = plan.files[layout.file]
      waiting.append(
        .problems(
          block.faults.map {
            Problem(.warning, code: $0.code, file: name, line: $0.line, column: $0.column, message: $0.message)
          }))
    }
    let read = parts?.share ?? 1
    waiting.append(.block(block, layout, share: (Double(layout.file) + read) / Double(plan.files.count)))
  }

  /// Where the columns stand; `nil`, with the problems, if one is missing.
  private mutating func layout(
    of file: Int, _ header: DelimitedText.Row, _ dialect: Dialect, _ encoding: TextEncoding,
    _ problems: inout [Problem]
  ) -> CaseLayout? {
    let name = plan.files[file]
    if let fault = EvidenceTable.fault(of: encoding) {
      problems.append(Problem(.warning, code: "encoding", file: name, message: fault))
    }
    let columns = plan.headers.map { EvidenceTable.Column(name: $0, isRequired: true) }
    // All headers of the plan are required, so that each has its place.
    guard let places = EvidenceTable.positions(of: columns, names: [:], in: header, file: name, &problems),
      let id = places[plan.id]
    else { return nil }
    // Lines are counted over all files, so that a number tells where it is.
    lines += lastLine
    lastLine = UInt32(dialect.line)
    return CaseLayout(
      file: file, width: header.cells.count, id: id, values: plan.columns.compactMap { places[$0.header] },
      details: plan.details.compactMap { places[$0] }, dates: plan.dates.map { $0.flatMap { places[$0] } },
      firstLine: lines)
  }

  private func problem(of fault: TableStream.Fault, _ name: String) -> Problem {
    switch fault {
    case .spreadsheet: Problem(code: "not-text", file: name, message: EvidenceTable.faultOfSpreadsheet)
    case .longHeader:
      Problem(
        code: "not-text", file: name, message: "The first line is longer than 256 kB, so it cannot be a header")
    case .empty:
      Problem(
        code: "empty-file", file: name,
        message: "The file is empty; its first line should name the columns: \(plan.headers.joined(separator: ","))")
    case .header(let fault):
      Problem(
        code: fault.code, file: name, line: fault.line, column: fault.column,
        message: "\(fault.message), and without a header nothing of the file could be read")
    case .unreadable, .notUTF8:
      Problem(
        code: "unreadable-file", file: name,
        message: "The file cannot be read; check that it is there, and that you may open it")
    }
  }
}
