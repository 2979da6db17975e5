import MapModel
import OrderedCollections

/// Goes through case files from the first to the last, and hands on their rows.
struct CaseFileSplitter {
  private let reader: CaseReader
  private var rowReader: CaseRowReader
  /// How many lines the files before have.
  private var lines: UInt32 = 0
  private var lastLine: UInt32 = 0

  init(_ reader: CaseReader) {
    self.reader = reader
    rowReader = CaseRowReader(reader.files, today: reader.today)
  }

  /// Splits the files into rows, until nobody wants more.
  /// - Parameters:
  ///   - encodings: the encodings of files that are not what they seem.
  ///   - isWanted: takes an event and says whether more are wanted.
  mutating func run(_ encodings: [Int: TextEncoding], _ isWanted: (CaseReader.Event) -> Bool) {
    var names = NameIndex<String>()
    for header in headers { names.add(header, for: header) }
    for file in reader.files.names.indices {
      do throws(TableParts.Fault) {
        guard try split(file, names, encodings[file], isWanted) else { return }
      } catch .notUTF8 {
        _ = isWanted(.otherEncoding(file: file))
        return
      } catch {
        guard isWanted(.problems([problem(of: error, reader.files.names[file])])) else { return }
      }
      rowReader.finishFile()
    }
    _ = isWanted(.end(rowReader.findings, rowReader.usage))
  }

  private mutating func split(
    _ file: Int, _ names: NameIndex<String>, _ encoding: TextEncoding?, _ isWanted: (CaseReader.Event) -> Bool
  ) throws(TableParts.Fault) -> Bool {
    var parts = try TableParts(reader.path(of: file), naming: names, encoding: encoding)
    var problems: [Problem] = []
    let layout = layout(of: file, parts.header, parts.form, parts.encoding, &problems)
    guard isWanted(.problems(problems)) else { return false }
    guard let layout else { return true }
    rowReader.start(layout, parts.form)
    guard isWanted(.start(layout, size: parts.size)) else { return false }
    let name = reader.files.names[file]
    while let block = try parts.next() {
      lastLine = max(lastLine, block.rows.last?.line ?? 0)
      if !block.faults.isEmpty {
        let found = block.faults.map {
          Problem(.warning, code: $0.code, file: name, line: $0.line, column: $0.column, message: $0.message)
        }
        guard isWanted(.problems(found)) else { return false }
      }
      guard let rows = rowReader.read(block) else { continue }
      let read = parts.size == 0 ? 1 : Double(parts.position) / Double(parts.size)
      let part = (Double(file) + read) / Double(reader.files.names.count)
      guard isWanted(.rows(rows, file: file, part: part)) else { return false }
    }
    return true
  }

  /// Where the columns stand; `nil`, with the problems, if one is missing.
  private mutating func layout(
    of file: Int, _ header: DelimitedText.Row, _ form: TableForm, _ encoding: TextEncoding,
    _ problems: inout [Problem]
  ) -> CaseLayout? {
    let name = reader.files.names[file]
    if let fault = EvidenceTable.fault(of: encoding) {
      problems.append(Problem(.warning, code: "encoding", file: name, message: fault))
    }
    let columns = headers.map { EvidenceTable.Column(name: $0, isRequired: true) }
    guard let places = EvidenceTable.positions(of: columns, names: [:], in: header, file: name, &problems) else {
      return nil
    }
    // Lines are counted over all files, so that a number tells where it is.
    lines += lastLine
    lastLine = UInt32(form.line)
    let files = reader.files
    return CaseLayout(
      file: file, width: header.cells.count, id: files.columns[.id].flatMap { places[$0] } ?? 0,
      values: files.valueHeaders.map { places[$0] }, details: files.details.map { places[$0] },
      dates: CaseFiles.Column.dates.map { files.columns[$0].flatMap { places[$0] } }, firstLine: lines)
  }

  /// The headers of the columns that the files must have.
  private var headers: OrderedSet<String> {
    let files = reader.files
    var headers = OrderedSet(CaseFiles.Column.allCases.compactMap { files.columns[$0] })
    headers.formUnion(files.details)
    for rule in files.rules { headers.formUnion(rule.columns.map(files.header)) }
    return headers
  }

  private func problem(of fault: TableParts.Fault, _ name: String) -> Problem {
    switch fault {
    case .notText(let message): Problem(code: "not-text", file: name, message: message)
    case .empty:
      Problem(
        code: "empty-file", file: name,
        message: "The file is empty; its first line should name the columns: \(headers.joined(separator: ","))")
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
