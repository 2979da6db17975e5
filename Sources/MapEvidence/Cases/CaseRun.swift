import MapModel
import OrderedCollections

/// One reading of case files: takes what the files are split into, and holds what they come to.
struct CaseRun: ~Copyable {
  /// What comes to be counted, in the order of the files.
  enum Step: Sendable {
    case event(CaseFileSplitter.Event)
    case rows(CaseRows, reader: Int, part: Double)
  }

  private let reader: CaseReader
  private var counter: CaseCounter
  private var problems: [Problem] = []
  private var findings = CaseFindings()
  /// The size of the file at hand, until its first block has come.
  private var bytesLeft = 0
  /// How many steps have been taken.
  private(set) var count = 0
  /// The file that turned out not to be in the encoding that it was taken for.
  private(set) var fileInOtherEncoding: Int?

  init(_ reader: CaseReader) {
    self.reader = reader
    counter = CaseCounter(
      reader.files, actors: reader.actors, areas: reader.areas, order: reader.areaOrder, readers: reader.threads)
  }

  /// Takes the next step.
  mutating func take(_ step: Step) {
    count += 1
    switch step {
    case .event(.problems(let found)): problems += found
    case .event(.start(let layout, let titleLines, let size)):
      counter.start(layout)
      bytesLeft = size
      if titleLines > 0 {
        findings.add(
          .init(count: titleLines, lines: Array(1...min(5, titleLines)), column: 1),
          for: .init(code: .titleRows, file: layout.file, column: ""))
      }
    case .event(.otherEncoding(let file)): fileInOtherEncoding = file
    case .event(.block): preconditionFailure("blocks are read before they are counted")
    case .rows(let rows, let reader, let part):
      if bytesLeft > 0 { reserve(rows) }
      counter.add(rows, from: reader)
      self.reader.progress?.report(self.reader.files.names[rows.layout.file], part)
    }
  }

  /// What the files come to.
  /// - Parameter found: what each reader of rows found by itself.
  mutating func finish(_ found: [CaseRowReader.Findings]) -> CaseReader.Result {
    counter.forgetCases()
    var usage = counter.usage
    for (number, found) in found.enumerated() {
      counter.add(found.places, from: number)
      findings.merge(found.findings)
      for index in usage.indices {
        for other in found.usage where other.file == usage[index].file { usage[index].merge(other) }
      }
    }
    noteMixedDates(found)
    counter.noteNearDuplicates()
    findings.merge(counter.findings)
    let context = CaseFindings.Context(
      files: reader.files.names, minimum: reader.minimum, actors: reader.actors, areas: reader.areas,
      isMonthFirst: reader.files.isMonthFirst)
    return CaseReader.Result(
      connections: connections, actors: counter.actors.made, usage: usage,
      problems: problems + findings.problems(context))
  }

  private mutating func noteMixedDates(_ found: [CaseRowReader.Findings]) {
    for (index, column) in CaseFiles.Column.dates.enumerated() {
      guard let header = reader.files.columns[column] else { continue }
      for file in reader.files.names.indices {
        var order = DateOrder()
        for reader in found { order.merge(reader.dateOrders[index][file]) }
        if let mixed = order.mixed {
          findings.add(mixed, for: .init(code: .mixedDateOrder, file: file, column: header))
        }
      }
    }
  }

  /// Makes room for as many rows as the file will have, if all are as long as those of its first block.
  private mutating func reserve(_ rows: CaseRows) {
    counter.reserve(rows: min(rows.cells.count * bytesLeft / max(1, rows.block.bytes.count), 1 << 24))
    bytesLeft = 0
  }

  /// The numbers of all rules, in the order of rules, names and areas.
  private var connections: ContiguousArray<Connection> {
    let reference = "Counted in \(reader.files.names.joined(separator: ", "))"
    let ids = counter.actors.ids
    let ranks = counter.actors.ranks
    var connections: ContiguousArray<Connection> = []
    var units: [CaseRule.Unit] = []
    for (rule, found) in counter.results {
      var groups = found
      if rule.countsZeros { groups += Self.zeros(besides: found) }
      Self.sort(&groups, by: ranks)
      connections.reserveCapacity(connections.count + groups.count)
      let counts = counter.areas.map { area in
        Count(area: area, measure: rule.measure, period: rule.period?.name ?? "", value: 0, reference: reference)
      }
      let programme = Count(
        area: nil, measure: rule.measure, period: rule.period?.name ?? "", value: 0, reference: reference)
      var start = 0
      while start < groups.count {
        let first = groups[start]
        var end = start + 1
        while end < groups.count, groups[end].source == first.source, groups[end].target == first.target { end += 1 }
        let id = Connection.ID(from: ids[Int(first.source)], to: ids[Int(first.target)], rule.relation)
        connections.append(
          Connection(
            id,
            counts: groups[start..<end].map { group in
              var count = group.area < 0 ? programme : counts[Int(group.area)]
              count.value = .number(group.count)
              return count
            }))
        units.append(rule.unit)
        start = end
      }
    }
    if Set(units).count > 1 { Self.chooseCases(among: &connections, units) }
    return connections
  }

  /// Sorts groups by the places of their ends among all actors, then by area.
  private static func sort(_ groups: inout [RuleTally.Group], by ranks: [Int]) {
    // As one number each, since there can be very many.
    func key(_ group: RuleTally.Group) -> UInt64 {
      UInt64(ranks[Int(group.source)]) << 40 | UInt64(ranks[Int(group.target)]) << 16 | UInt64(group.area + 1)
    }
    var keyed = groups.enumerated().map { (key: key($1), position: $0) }
    keyed.sort { $0.key < $1.key }
    groups = keyed.map { groups[$0.position] }
  }

  /// Of several numbers of a connection, those that count people are its cases, else those that count rows; the others
  /// stand beside them.
  private static func chooseCases(among connections: inout ContiguousArray<Connection>, _ units: [CaseRule.Unit]) {
    let ranks = units.map { CaseRule.Unit.allCases.firstIndex(of: $0) ?? 0 }
    var best: [Connection.ID: Int] = [:]
    for (connection, rank) in zip(connections, ranks) { best[connection.id] = min(rank, best[connection.id] ?? rank) }
    for index in connections.indices where best[connections[index].id] != ranks[index] {
      for count in connections[index].counts.indices { connections[index].counts[count].isOfCases = false }
    }
  }

  /// A 0 for each connection in each area that has rows, but none of the connection.
  private static func zeros(besides groups: [RuleTally.Group]) -> [RuleTally.Group] {
    let present = Set(groups.map(\.area)).filter { $0 >= 0 }
    let pairs = Dictionary(grouping: groups) { [$0.source, $0.target] }
    return pairs.flatMap { ends, counted in
      present.subtracting(counted.map(\.area)).map { .init(area: $0, source: ends[0], target: ends[1], count: 0) }
    }
  }
}
