import Foundation
import NetworkMaps
import TestSupport

/// Changes whole maps at random, reads them and makes every output, and says what is not as it should be.
///
///     mutations FROM COUNT [LOG]     tries so many seeds from a number; the last that was begun stands in LOG
///     mutations keep SEED FOLDER     writes the files of a seed
///
/// Ends with 1 if anything was found. What traps or takes longer than a minute ends the process: LOG says with which seed,
/// and `run.py` goes on behind it.
@main
struct Mutations {
  /// How long a seed may take, in seconds, and how much memory the process may have had, in MiB.
  private static let (longest, largest) = (60, 1024)

  static func main() throws {
    #if FUZZING
      Target.fuzz()
    #endif
    let arguments = CommandLine.arguments
    if try Target.run(Array(arguments.dropFirst()), { try Bases() }) { return }
    let bases = try Bases()
    if arguments.count == 4, arguments[1] == "keep", let seed = UInt64(arguments[2]) {
      return try keep(Trial(seed, bases), in: arguments[3])
    }
    guard arguments.count > 2, let first = UInt64(arguments[1]), let count = UInt64(arguments[2]) else {
      print("mutations FROM COUNT [LOG] | keep SEED FOLDER")
      exit(2)
    }
    let log = arguments.count > 3 ? open(arguments[3], O_WRONLY | O_CREAT | O_TRUNC, 0o644) : -1
    var found = 0
    for seed in first..<first + count {
      if log >= 0 {
        let text = Array("\(seed)              ".utf8)
        _ = text.withUnsafeBytes { pwrite(log, $0.baseAddress, $0.count, 0) }
      }
      // Of its own time, however busy the machine is; whoever waits for ever is stopped as well.
      var limit = itimerval(
        it_interval: timeval(tv_sec: 0, tv_usec: 0), it_value: timeval(tv_sec: longest, tv_usec: 0))
      #if canImport(Glibc)
        setitimer(.init(ITIMER_VIRTUAL.rawValue), &limit, nil)
      #else
        setitimer(ITIMER_VIRTUAL, &limit, nil)
      #endif
      alarm(1200)
      let start = clock()
      let findings = Trial(seed, bases).findings()
      let seconds = (clock() - start) / CLOCKS_PER_SEC
      for finding in Set(findings.prefix(50)).sorted() {
        found += 1
        print("seed \(seed): \(finding.prefix(600))")
      }
      if seconds > 20 {
        found += 1
        print("seed \(seed): took \(seconds) s")
      }
      var usage = rusage()
      getrusage(0, &usage)  // of the process itself
      if Int(usage.ru_maxrss) >> 10 > largest {
        print("seed \(seed): the process has \(Int(usage.ru_maxrss) >> 10) MiB")
        exit(1)
      }
      fflush(nil)
    }
    alarm(0)
    print("\(count) seeds from \(first), \(found) findings")
    exit(found > 0 ? 1 : 0)
  }

  private static func keep(_ trial: Trial, in folder: String) throws {
    for (name, bytes) in trial.files {
      let path = URL(filePath: folder).appending(path: name)
      try FileManager.default.createDirectory(at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: path)
    }
  }
}

/// One changed map or graph.
struct Trial {
  let files: [String: [UInt8]]
  private let isGraph: Bool
  /// A path of its own in memory, where there is such a place.
  private let path: String

  init(_ seed: UInt64, _ bases: Bases) {
    var mutator = Mutator(random: Randomness(seed: seed))
    isGraph = mutator.random.once(in: 4)
    let place = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : NSTemporaryDirectory()
    path = "\(place)/netmap-mutation-\(getpid()).xlsx"
    if isGraph {
      let (name, bytes) = mutator.random.one(of: bases.graphs)
      var changed = bytes
      for _ in 0..<1 + mutator.random.below(3) { changed = mutator.mutated(changed, called: name) }
      files = [String(name.split(separator: " ").last ?? "graph"): changed]
    } else {
      var changed = mutator.random.one(of: bases.maps).files
      mutator.mutate(&changed)
      files = changed
    }
  }

  /// What is not as it should be.
  func findings() -> [String] {
    var output = EveryOutput()
    if isGraph { return importFindings() }
    if files.count == 1, let book = files[MapConversion.workbookName] {
      guard (try? Data(book).write(to: URL(filePath: path))) != nil else { return ["no place to write"] }
      defer { unlink(path) }
      output.make(of: MapFolder.read(at: path))
    } else {
      output.make(of: MapFolder.read(MapFiles(files)))
    }
    return output.findings
  }

  /// What `import` makes of a graph is a map that is read without errors, or it says in a sentence why there is none.
  private func importFindings() -> [String] {
    var findings: [String] = []
    for (name, bytes) in files {
      do {
        let graph = try GraphFile.read(bytes, name: name)
        let imported = try ImportedMap(graph)
        if let fault = WellFormed.text(imported.text(of: graph)) { findings.append("import: \(fault)") }
        let again = MapFolder.read(MapFiles(try MapFolder.files(of: imported.map)))
        if again.hasErrors { findings.append("import: \(again.problems)") }
      } catch let error as GraphFileError {
        if let fault = WellFormed.text("\(error)") { findings.append("import: \(fault): \(error)") }
      } catch {
        findings.append("import: \(error)")
      }
    }
    return findings
  }
}
