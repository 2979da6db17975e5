import GraphMeasures
import MapModel
import Tabular
import OrderedCollections

/// One reading of case files: takes what the files are split into, and holds what they come to.
struct CaseRun: ~Copyable {
  /// What comes to be counted, in the order of the files.
  enum Step: Sendable {
    case event(CaseFileSplitter.Event)
    case rows(CaseRows, thread: Int, share: Double)
  }

  private let reader: CaseReader
  private var counter: CaseCounter
  private var problems: [Problem] = []
  private var findings = CaseFindings()
  /// The size of the file at hand, until its first block has come.
  private var bytesLeft = 0
  /// How many steps have been taken.
  private(set) var count = 0
  /// The digest of each file.
  private var digests: [String?]

  init(_ reader: CaseReader) {
    self.reader = reader
    counter = CaseCounter(reader.plan, threads: reader.threads)
    digests = reader.sources.map { _ in nil }
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
    case .event(.end(let file, let digest)): digests[file] = digest
    case .event(.block): preconditionFailure("blocks are read before they are counted")
    case .rows(let rows, let thread, let share):
      if bytesLeft > 0 { reserve(rows) }
      counter.add(rows, from: thread)
      reader.progress?.report(reader.plan.files[rows.layout.file], share)
    }
  }

  /// What the files come to.
  /// - Parameter found: what each thread found by itself.
  mutating func finish(_ found: [RowParser.Findings]) -> CaseReader.Result {
    counter.noteOddIDs()
    counter.forgetCases()
    var usage = counter.usage
    for (thread, found) in found.enumerated() {
      counter.add(found.places, from: thread)
      findings.merge(found.findings)
      for index in usage.indices {
        for other in found.usage where other.file == usage[index].file { usage[index].merge(other) }
      }
    }
    let orders = dateOrders(found)
    noteDates(orders)
    let threads = reader.threads
    let names = counter.comparedNames
    let ofGroups = counter.countGroups()
    let counted = CaseConnections(
      plan: reader.plan, actors: counter.actors, groups: counter.groups, ofGroups: ofGroups)
    let (groups, pairs) = Parallel.both(threads: threads) {
      counted.sortedGroups
    } _: {
      names.map(\.pairs)
    }
    let connections = counted.all(of: groups, threads: threads)
    for (names, pairs) in zip(names, pairs) { counter.noteNearDuplicates(among: names, pairs) }
    findings.merge(counter.findings)
    let context = CaseFindings.Context(
      files: reader.plan.files, minimum: reader.minimum, actors: reader.plan.actorNames, areas: reader.plan.areaNames,
      isMonthFirst: reader.plan.isMonthFirst ?? false)
    return CaseReader.Result(
      connections: connections, actors: counter.actors.made, usage: usage,
      problems: problems + findings.problems(context), digests: digests,
      dateOrders: DateOrders(reader.plan, showing: orders))
  }

  /// What the dates of all rows say of their order, by column and file.
  private func dateOrders(_ found: [RowParser.Findings]) -> [[DateOrder]] {
    reader.plan.dates.indices.map { column in
      reader.plan.files.indices.map { file in
        found.reduce(into: DateOrder()) { $0.merge($1.dateOrders[column][file]) }
      }
    }
  }

  private mutating func noteDates(_ orders: [[DateOrder]]) {
    for (index, header) in reader.plan.dates.enumerated() {
      guard let header else { continue }
      for (file, order) in orders[index].enumerated() {
        if let mixed = order.mixed {
          findings.add(mixed, for: .init(code: .mixedDateOrder, file: file, column: header))
        } else if let contradiction = order.contradiction(
          to: reader.plan.isMonthFirst, readMonthFirst: reader.dateOrders.areMonthFirst[index][file])
        {
          findings.add(contradiction, for: .init(code: .datesContradict, file: file, column: header))
        }
      }
    }
  }

  /// Makes room for as many rows as the file will have, if all are as long as those of its first block.
  private mutating func reserve(_ rows: CaseRows) {
    counter.reserve(rows: min(rows.cells.count * bytesLeft / max(1, rows.block.bytes.count), 1 << 24))
    bytesLeft = 0
  }
}
