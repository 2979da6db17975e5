import Dispatch
import MapModel
import OrderedCollections
import Tabular

/// Reads case files into connections, with everything that checks find.
struct CaseReader: Sendable {
  /// What case files come to.
  struct Result: Sendable {
    /// The connections of each rule.
    var connections: [OrderedDictionary<Connection.ID, Connection>] = []
    /// The actors that values became.
    var actors: [MapActor] = []
    var usage: [FileUsage] = []
    var problems: [Problem] = []
    /// The digest of each file, if it was asked for and could be taken.
    var digests: [String?] = []
    /// How the dates show that they are to be read.
    var dateOrders: DateOrders
  }

  let plan: CountingPlan
  /// The files of the plan.
  let sources: [EvidenceSource]
  private(set) var takesDigests: Bool
  /// How dates are read that could have the day or the month first.
  private(set) var dateOrders: DateOrders
  /// The smallest number of rows whose value messages may name.
  let minimum: Int
  let threads: Int
  let progress: ReadingProgress?

  /// Makes a reader; `nil` if the files cannot be counted, for a reason that was reported where `map.yaml` was read.
  init?(_ files: CaseFiles, from sources: [EvidenceSource], _ definition: MapDefinition, _ options: ReadingOptions) {
    guard
      let plan = CountingPlan(
        files, actors: definition.actorNames, areas: definition.areaNames,
        order: definition.areas.map(\.id), groups: definition.actorGroups, today: options.today)
    else { return nil }
    self.plan = plan
    dateOrders = DateOrders(plan)
    self.sources = sources
    takesDigests = options.takesDigests
    minimum = definition.disclosure.minimum
    threads = options.usesTwoThreads ? 2 : 1
    progress = options.progress
  }

  /// Reads all files of the item; what cannot be read is reported.
  ///
  /// In which order dates are written shows when all are read. If it is not the one in which they were read, which is rare,
  /// the files are read again.
  func read() -> Result {
    let result = readOnce()
    if result.dateOrders == dateOrders { return result }
    var other = self
    (other.dateOrders, other.takesDigests) = (result.dateOrders, false)
    var again = other.readOnce()
    again.digests = result.digests
    return again
  }

  private func readOnce() -> Result {
    let work = CaseWork(self)
    if threads > 1 {
      DispatchQueue.concurrentPerform(iterations: threads) { work.take(thread: $0) }
    } else {
      work.take(thread: 0)
    }
    return work.finish()
  }
}
