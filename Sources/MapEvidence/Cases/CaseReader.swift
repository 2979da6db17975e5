import Dispatch
import MapModel
import OrderedCollections
import Tabular

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

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

  let files: CaseFiles
  let folder: String
  let actors: NameIndex<MapActor.ID>
  let areas: NameIndex<Area.ID>
  let areaOrder: [Area.ID]
  /// The smallest number of rows whose value messages may name.
  let minimum: Int
  let today: CaseDate
  let threads: Int
  let progress: ReadingProgress?

  init(_ files: CaseFiles, in folder: String, _ definition: DefinitionReader, _ options: ReadingOptions) {
    self.files = files
    self.folder = folder
    actors = definition.actorNames
    areas = definition.areaNames
    areaOrder = definition.definition.areas.map(\.id)
    minimum = definition.definition.disclosure.minimum
    today = CaseDate(daysSince1970: time(nil) / 86_400)
    threads = options.usesTwoThreads ? 2 : 1
    progress = options.progress
  }

  /// Reads all files of the item; what cannot be read is reported.
  func read() -> Result {
    var encodings: [Int: TextEncoding] = [:]
    while true {
      let work = CaseWork(self, encodings)
      if threads > 1 {
        DispatchQueue.concurrentPerform(iterations: threads) { work.take(part: $0) }
      } else {
        work.take(part: 0)
      }
      switch work.finish() {
      case .read(let result): return result
      case .otherEncoding(let file):
        // The file is not UTF-8 after all: all begins anew, with what reading the whole file says.
        encodings[file] = (try? TableParts.survey(folder + "/" + files.names[file])) ?? .windows1252
      }
    }
  }
}
