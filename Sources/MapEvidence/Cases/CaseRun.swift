import MapModel
import OrderedCollections

/// One reading of case files: takes what the files are split into, and holds what they come to.
struct CaseRun: ~Copyable {
  private let reader: CaseReader
  private var counter: CaseCounter
  private var problems: [Problem] = []
  private var findings = CaseFindings()
  private var usage: [FileUsage] = []
  /// The size of the file at hand, until its first block has come.
  private var bytesLeft = 0
  /// The file that turned out not to be in the encoding that it was taken for.
  private(set) var fileInOtherEncoding: Int?

  init(_ reader: CaseReader) {
    self.reader = reader
    counter = CaseCounter(reader.files, actors: reader.actors, areas: reader.areas, order: reader.areaOrder)
  }

  /// Takes the next event.
  /// - Returns: whether more are wanted.
  mutating func take(_ event: CaseReader.Event) -> Bool {
    switch event {
    case .problems(let found): problems += found
    case .start(let layout, let size):
      counter.start(layout)
      bytesLeft = size
    case .rows(let rows, let file, let part):
      if bytesLeft > 0 { reserve(rows) }
      counter.add(rows)
      reader.progress?.report(reader.files.names[file], part)
    case .otherEncoding(let file):
      fileInOtherEncoding = file
      return false
    case .end(let found, let used):
      (findings, usage) = (found, used)
      counter.forgetCases()
      counter.noteNearDuplicates()
      findings.merge(counter.findings)
      for (index, used) in counter.usage.enumerated() { usage[index].merge(used) }
      return false
    }
    return true
  }

  /// Makes room for as many rows as the file will have, if all are as long as those of its first block.
  private mutating func reserve(_ rows: CaseRows) {
    counter.reserve(rows: min(rows.cells.count * bytesLeft / max(1, rows.block.bytes.count), 1 << 24))
    bytesLeft = 0
  }

  /// What the files come to.
  var result: CaseReader.Result {
    let context = CaseFindings.Context(
      files: reader.files.names, minimum: reader.minimum, actors: reader.actors, areas: reader.areas,
      isMonthFirst: reader.files.isMonthFirst)
    return CaseReader.Result(
      connections: connections, actors: counter.actors.made, usage: usage,
      problems: problems + findings.problems(context))
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
                period: rule.period?.name ?? "", value: group.count, reference: reference)
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
