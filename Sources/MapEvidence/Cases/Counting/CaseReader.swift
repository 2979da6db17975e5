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
  }

  let plan: CountingPlan
  let folder: String
  /// The smallest number of rows whose value messages may name.
  let minimum: Int
  let threads: Int
  let progress: ReadingProgress?

  /// Makes a reader; `nil` if the files cannot be counted, for a reason that was reported where `map.yaml` was read.
  init?(_ files: CaseFiles, in folder: String, _ definition: DefinitionReader, _ options: ReadingOptions) {
    guard
      let plan = CountingPlan(
        files, actors: definition.actorNames, areas: definition.areaNames,
        order: definition.definition.areas.map(\.id), today: options.today)
    else { return nil }
    self.plan = plan
    self.folder = folder
    minimum = definition.definition.disclosure.minimum
    threads = options.usesTwoThreads ? 2 : 1
    progress = options.progress
  }

  /// Reads all files of the item; what cannot be read is reported.
  func read() -> Result {
    var encodings: [Int: TextEncoding] = [:]
    while true {
      let work = CaseWork(self, encodings)
      if threads > 1 {
        DispatchQueue.concurrentPerform(iterations: threads) { work.take(thread: $0) }
      } else {
        work.take(thread: 0)
      }
      switch work.finish() {
      case .read(let result): return result
      case .otherEncoding(let file):
        // The file is not UTF-8 after all: all begins anew, with what reading the whole file says.
        encodings[file] = (try? TableStream.survey(folder + "/" + plan.files[file])) ?? .windows1252
      }
    }
  }
}
