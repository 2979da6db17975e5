import MapModel
import OrderedCollections

/// One reading of case files: takes what the files are split into, and holds what they come to.
struct CaseRun: ~Copyable {
  private let reader: CaseReader
  private var counter: CaseCounter
  private var problems: [Problem] = []
  /// Whether the columns of the file at hand were found.
  private var isUsable = false
  private var file = 0
  private var lines: UInt32 = 0
  private var lastLine: UInt32 = 0
  /// The size of the file at hand, until its first block has come.
  private var bytesLeft = 0
  /// The file that turned out not to be in the encoding that it was taken for.
  private(set) var fileInOtherEncoding: Int?

  init(_ reader: CaseReader) {
    self.reader = reader
    counter = CaseCounter(
      reader.files, actors: reader.actors, areas: reader.areas, order: reader.areaOrder, today: reader.today)
  }

  /// Takes the next event.
  /// - Returns: whether more are wanted.
  mutating func take(_ event: CaseReader.Event) -> Bool {
    switch event {
    case .start(let file, let header, let form, let encoding, let size):
      start(file, header, form, encoding)
      bytesLeft = size
    case .block(let block, let part):
      problems += block.faults.map { fault in
        Problem(
          .warning, code: fault.code, file: reader.files.names[file], line: fault.line, column: fault.column,
          message: fault.message)
      }
      if bytesLeft > 0 { reserve(block) }
      if isUsable {
        counter.leaveOut(faulty: block.faults.count)
        counter.add(block)
      }
      lastLine = max(lastLine, block.rows.last?.line ?? 0)
      reader.progress?.report(reader.files.names[file], part)
    case .fault(let file, .notUTF8):
      fileInOtherEncoding = file
      return false
    case .fault(let file, let fault): report(fault, reader.files.names[file])
    case .end:
      finishFile()
      counter.noteNearDuplicates()
      return false
    }
    return true
  }

  private mutating func start(
    _ file: Int, _ header: DelimitedText.Row, _ form: TableForm, _ encoding: TextEncoding
  ) {
    finishFile()
    self.file = file
    let name = reader.files.names[file]
    if let fault = EvidenceTable.fault(of: encoding) {
      problems.append(Problem(.warning, code: "encoding", file: name, message: fault))
    }
    let columns = reader.headers.map { EvidenceTable.Column(name: $0, isRequired: true) }
    let places = EvidenceTable.positions(of: columns, names: [:], in: header, file: name, &problems)
    isUsable = places != nil
    guard let places else { return }
    // Lines are counted over all files, so that a number tells where it is.
    lines += lastLine
    lastLine = UInt32(form.line)
    counter.start(
      CaseCounter.Layout(
        file: file, width: header.cells.count, id: reader.files.columns[.id].flatMap { places[$0] } ?? 0,
        values: counter.valueHeaders.map { places[$0] }, details: reader.files.details.map { places[$0] },
        dates: CaseFiles.Column.dates.map { reader.files.columns[$0].flatMap { places[$0] } }, firstLine: lines))
    if form.titleLines > 0 { counter.noteTitles(form) }
  }

  /// Makes room for as many rows as the file will have, if all are as long as those of its first block.
  private mutating func reserve(_ block: CellBlock) {
    counter.reserve(rows: min(block.rows.count * bytesLeft / max(1, block.bytes.count), 1 << 24))
    bytesLeft = 0
  }

  private mutating func finishFile() {
    if isUsable { counter.finishFile() }
    isUsable = false
  }

  private mutating func report(_ fault: TableParts.Fault, _ name: String) {
    let (code, message) =
      switch fault {
      case .notText(let message): ("not-text", message)
      case .empty:
        (
          "empty-file",
          "The file is empty; its first line should name the columns: \(reader.headers.joined(separator: ","))"
        )
      case .unreadable, .notUTF8:
        ("unreadable-file", "The file cannot be read; check that it is there, and that you may open it")
      }
    problems.append(Problem(code: code, file: name, message: message))
  }

  /// What the files come to.
  var result: CaseReader.Result {
    let context = CaseFindings.Context(
      files: reader.files.names, minimum: reader.minimum, actors: reader.actors, areas: reader.areas,
      isMonthFirst: reader.files.isMonthFirst)
    var result = CaseReader.Result(
      actors: counter.actors.made, usage: counter.usage,
      problems: problems + counter.findings.problems(context))
    result.connections = connections
    return result
  }

  /// The numbers of all rules, in the order of rules, names and areas.
  private var connections: [Connection] {
    let reference = "Counted in \(reader.files.names.joined(separator: ", "))"
    let ids = counter.actors.ids
    let ranks = counter.actors.ranks
    var connections: [Connection] = []
    var units: [CaseRule.Unit] = []
    for (rule, groups) in counter.results {
      let all = (groups + (rule.countsZeros ? Self.zeros(besides: groups) : [])).sorted {
        (ranks[$0.source], ranks[$0.target], $0.area) < (ranks[$1.source], ranks[$1.target], $1.area)
      }
      var start = 0
      for end in all.indices
      where end + 1 == all.count || all[end + 1].source != all[end].source || all[end + 1].target != all[end].target {
        let id = Connection.ID(from: ids[all[end].source], to: ids[all[end].target], rule.relation)
        connections.append(
          Connection(
            id,
            counts: all[start...end].map { group in
              Count(
                area: group.area < 0 ? nil : counter.areas[group.area], measure: rule.measure,
                isOfCases: true, period: rule.period?.name ?? "", value: group.count, reference: reference)
            }))
        units.append(rule.unit)
        start = end + 1
      }
    }
    if Set(units).count > 1 { Self.chooseCases(among: &connections, units) }
    return connections
  }

  /// Of several numbers of a connection, those that count people are its cases, else those that count rows; the others
  /// stand beside them.
  private static func chooseCases(among connections: inout [Connection], _ units: [CaseRule.Unit]) {
    let ranks = units.map { CaseRule.Unit.allCases.firstIndex(of: $0) ?? 0 }
    var best: [Connection.ID: Int] = [:]
    for (connection, rank) in zip(connections, ranks) { best[connection.id] = min(rank, best[connection.id] ?? rank) }
    for index in connections.indices where best[connections[index].id] != ranks[index] {
      for count in connections[index].counts.indices { connections[index].counts[count].isOfCases = false }
    }
  }

  /// A 0 for each connection in each area that has rows, but none of the connection.
  private static func zeros(
    besides groups: [(area: Int, source: Int, target: Int, count: Int)]
  ) -> [(area: Int, source: Int, target: Int, count: Int)] {
    let present = Set(groups.map(\.area)).filter { $0 >= 0 }
    let pairs = Dictionary(grouping: groups) { [$0.source, $0.target] }
    return pairs.flatMap { ends, counted in
      present.subtracting(counted.map(\.area)).map { (area: $0, source: ends[0], target: ends[1], count: 0) }
    }
  }
}
