import ArgumentParser
import Documents
import MapModel
import NetworkMaps
import OrderedCollections

/// `netmap watch`: check and figures again on every change.
struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Check a map, and draw its figures, again whenever one of its files is saved.",
    discussion: """
      Keep it running beside the editor or Excel. After each save it says which problems came and which are gone, and \
      which figures look otherwise. It waits until a file has been left alone for a moment, so that none is read half \
      saved. While the map has errors, figures stay as they were. Ctrl-C ends it.

        netmap watch Maps/ami --output Figures
      """)

  @OptionGroup var options: MapOptions

  @Option(
    help: ArgumentHelp(
      "The folder for the figures; without it, the map is only checked. \(OutputFiles.rule)", valueName: "folder"),
    completion: .directory)
  var output: String?

  @OptionGroup var pictures: FigureOptions

  /// What was found in one look at the map.
  private struct Look {
    var problems: [Problem]
    /// The digest of each file that was read.
    var digests: [String: String?]
    /// The names of the map's files.
    var names: [String]
    /// The files of each figure, by its heading; `nil` if none were drawn.
    var figures: OrderedDictionary<String, [OutputFiles.File]>?
    /// The same of the last look for which some were drawn.
    var drawn: OrderedDictionary<String, [OutputFiles.File]>?

    /// What tells a problem from others wherever it stands: lines move when rows are added.
    static func key(_ problem: Problem) -> [String] {
      [problem.file, problem.sheet ?? "", problem.code.rawValue, problem.cause ?? problem.message]
    }
  }

  func run() throws {
    FileWatch.endOnInterrupt()
    var (last, watch) = try wholeLook(besides: [])
    say(last, of: watch.count)
    while true {
      watch.waitForChange()
      var look: Look
      (look, watch) = try wholeLook(besides: last.names)
      say(look, after: last)
      // While none can be drawn, the next figures are compared with the last that were.
      look.drawn = look.figures ?? last.drawn
      last = look
    }
  }

  /// Reads the map, and again as long as a file is saved meanwhile, or turns out to belong to it.
  private func wholeLook(besides known: [String]) throws -> (Look, FileWatch) {
    let folder = MapFiles.folder(of: options.map)
    var names = known
    while true {
      let watch = FileWatch(names.map { $0.hasPrefix("/") ? $0 : "\(folder)/\($0)" })
      let (reading, outputs) = try MapOptions.reading(
        at: options.map, takesDigests: true, programs: options.consent.programs)
      // A definition that cannot be read names no files: the others are still part of the map.
      let all = OrderedSet(names + reading.fileNames)
      if all.count == names.count, !watch.hasChanged {
        return (try look(at: reading, names: names, outputs), watch)
      }
      watch.waitUntilQuiet()
      names = Array(all)
    }
  }

  private func look(at reading: MapReading, names: [String], _ outputs: OutputFiles) throws -> Look {
    let published = reading.publishedWithoutSums(for: options.audience)
    var look = Look(
      problems: published.problems,
      digests: Dictionary(reading.inputs.map { ($0.name, $0.sha256) }) { first, _ in first }, names: names)
    guard let output, let map = published.map, !published.hasErrors || options.despiteErrors else { return look }
    let found = map.map.drawnFigures.map {
      (definition: $0, plans: FigurePlan.plans($0, of: map, in: .wholeMap, style: pictures.style))
    }
    let drawing = try FigureDrawing(found, of: map, from: published.inputs, as: pictures)
    try drawing.write(into: output, by: outputs)
    look.figures = OrderedDictionary(zip(drawing.figures.map(\.heading), drawing.files)) { first, _ in first }
    look.drawn = look.figures
    return look
  }

  // MARK: What is said

  private func say(_ look: Look, of count: Int) {
    Console.print("Watching \(counted(count, "file")) of \(options.map.visibleOnOneLine); Ctrl-C ends.\n")
    for group in look.problems.summarized { Console.print("\(group.description)\n") }
    Console.print(total(look))
    if let figures = look.figures, let output {
      Console.print("\(counted(figures.count, "figure")) in \(output.visibleOnOneLine).\n")
    } else if output != nil {
      Console.print("No figures are drawn until the errors are mended.\n")
    }
  }

  private func say(_ look: Look, after last: Look) {
    // A definition that cannot be read says nothing of the other files.
    let changed = look.digests.filter { name, digest in last.digests[name].map { $0 != digest } ?? false }.keys
    // Saved without a change.
    if changed.isEmpty, look.problems == last.problems { return }
    let names = changed.sorted().map(\.visibleOnOneLine)
    Console.print(
      "\n\(names.isEmpty ? "A file has" : "\(names.asList) \(names.count == 1 ? "has" : "have")") changed.\n")
    let (before, now) = (Set(last.problems.map(Look.key)), Set(look.problems.map(Look.key)))
    for group in look.problems.filter({ !before.contains(Look.key($0)) }).summarized {
      Console.print("New:  \(group.description)\n")
    }
    for group in last.problems.filter({ !now.contains(Look.key($0)) }).summarized {
      Console.print("Gone: \(group.description)\n")
    }
    Console.print(total(look))
    sayFigures(look, after: last)
  }

  private func sayFigures(_ look: Look, after last: Look) {
    guard output != nil else { return }
    guard let now = look.figures else {
      Console.print("The figures stay as they were until the errors are mended.\n")
      return
    }
    let before = last.drawn ?? [:]
    func list(_ word: String, _ headings: [String]) {
      for heading in headings { Console.print("\(word) \(heading.visibleOnOneLine)\n") }
    }
    if last.drawn != nil {
      list("Changed figure:", now.keys.filter { before[$0] != nil && before[$0] != now[$0] })
      list("New figure:", now.keys.filter { before[$0] == nil })
      list("No figure any more:", before.keys.filter { now[$0] == nil })
      let same = now.keys.count { before[$0] == now[$0] }
      if same > 0 { Console.print("\(counted(same, "figure")) as before.\n") }
    } else {
      Console.print("\(counted(now.count, "figure")) drawn.\n")
    }
  }

  private func total(_ look: Look) -> String {
    let numbers = Problem.Severity.allCases.compactMap { severity -> String? in
      let count = look.problems.count { $0.severity == severity }
      return count == 0 ? nil : counted(count, severity.rawValue)
    }
    return numbers.isEmpty ? "No problems.\n" : "\(numbers.joined(separator: ", ")).\n"
  }
}
