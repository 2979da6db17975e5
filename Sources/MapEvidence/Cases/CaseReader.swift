import Dispatch
import MapModel
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads case files: one part of the work splits the files into cells, the other counts and checks them.
struct CaseReader: Sendable {
  /// What case files come to.
  struct Result {
    /// Each with the numbers of one rule.
    var connections: [Connection] = []
    /// The actors that values became.
    var actors: [Actor] = []
    var usage: [FileUsage] = []
    var problems: [Problem] = []
  }

  /// What the splitting part hands to the counting part.
  enum Event: Sendable {
    case problems([Problem])
    case start(CaseLayout, size: Int)
    case rows(CaseRows, file: Int, part: Double)
    /// A file is not in the encoding that it was taken for.
    case otherEncoding(file: Int)
    case end(CaseFindings, [FileUsage])
  }

  let files: CaseFiles
  let folder: String
  let actors: NameIndex<Actor.ID>
  let areas: NameIndex<Area.ID>
  let areaOrder: [Area.ID]
  /// The smallest number of rows whose value messages may name.
  let minimum: Int
  let today: CaseDate
  /// Whether a second thread splits while the first one counts.
  let usesTwoThreads: Bool
  let progress: ReadingProgress?

  init(_ files: CaseFiles, in folder: String, _ definition: DefinitionReader, _ options: ReadingOptions) {
    self.files = files
    self.folder = folder
    actors = definition.actorNames
    areas = definition.areaNames
    areaOrder = definition.definition.areas.map(\.id)
    minimum = definition.definition.disclosure.minimum
    today = CaseDate(daysSince1970: time(nil) / 86_400)
    usesTwoThreads = options.usesTwoThreads
    progress = options.progress
  }

  /// Reads all files of the item; what cannot be read is reported.
  func read() -> Result {
    var encodings: [Int: TextEncoding] = [:]
    while true {
      var run = CaseRun(self)
      if usesTwoThreads {
        let queue = EventQueue()
        DispatchQueue(label: "netmaps.cases").async { [self, encodings] in
          var splitter = CaseFileSplitter(self)
          splitter.run(encodings) { queue.put($0) }
        }
        while run.take(queue.next()) {}
        queue.close()
      } else {
        var splitter = CaseFileSplitter(self)
        splitter.run(encodings) { run.take($0) }
      }
      guard let file = run.fileInOtherEncoding else { return run.result }
      // The file is not UTF-8 after all: all begins anew, with what reading the whole file says.
      encodings[file] = (try? TableParts.survey(path(of: file))) ?? .windows1252
    }
  }

  func path(of file: Int) -> String { folder + "/" + files.names[file] }
}

/// Events on their way from one thread to another, a few at a time, in their order.
private final class EventQueue: Sendable {
  private let events = Mutex<[CaseReader.Event]>([])
  private let isClosed = Mutex(false)
  private let filled = DispatchSemaphore(value: 0)
  // Blocks that wait take memory: more than a few do not help.
  private let free = DispatchSemaphore(value: 4)

  /// Puts an event, when there is room.
  /// - Returns: whether more are wanted.
  func put(_ event: CaseReader.Event) -> Bool {
    free.wait()
    if isClosed.withLock({ $0 }) { return false }
    events.withLock { $0.append(event) }
    filled.signal()
    return true
  }

  /// The next event, when there is one.
  func next() -> CaseReader.Event {
    filled.wait()
    let event = events.withLock { $0.removeFirst() }
    free.signal()
    return event
  }

  /// Wants no more events.
  func close() {
    isClosed.withLock { $0 = true }
    free.signal()
  }
}
