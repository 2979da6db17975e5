import ArgumentParser
import Documents
import MapModel
import NetworkMaps

/// What every command that reads a map takes.
struct MapOptions: ParsableArguments {
  @Argument(help: "The map: its folder, or a workbook (.xlsx).", completion: .file(extensions: ["xlsx"]))
  var map: String

  @Option(help: "Who may see the output: public suppresses small counts and unpublished excerpts; team shows all.")
  var audience: Audience = .public

  @Flag(help: "Go on although the map has errors, with what could be read.")
  var despiteErrors = false

  @OptionGroup var consent: ProgramOptions

  /// How maps are read: with progress on a terminal.
  static func readingOptions(
    takesDigests: Bool = false, programs: ReadingOptions.Programs = .refused
  ) -> ReadingOptions {
    var options = ReadingOptions(
      takesDigests: takesDigests,
      progress: ReadingProgress { file, part in
        Console.progress(part < 1 ? "Reading \(file): \(Int(part * 100)) %" : "")
      }, nameFaults: FigureNames.faults)
    options.programs = programs
    return options
  }

  /// Reads the map, with where what is made of it may be written; with errors, nothing is made of it unless that was
  /// asked for.
  /// - Parameter evidence: what of the evidence alone counts, if not all does.
  func load(_ evidence: EvidenceOptions) throws -> (map: PublishedMap, outputs: OutputFiles) {
    try evidence.check(for: audience)
    let read = try Self.read(map, despiteErrors: despiteErrors, consent, for: audience)
    let published = read.map.published(for: audience, with: read.reading.companions)
    return (published.narrowed(to: try evidence.filter(on: published)), read.outputs)
  }

  /// Reads the map with the digests of its files.
  /// - Parameter evidence: what of the evidence alone counts.
  func loadWithInputs(
    _ evidence: EvidenceOptions
  ) throws -> (map: PublishedMap, inputs: [InputFile], outputs: OutputFiles) {
    try evidence.check(for: audience)
    let read = try Self.read(map, takesDigests: true, despiteErrors: despiteErrors, consent, for: audience)
    let published = read.reading.publishedWithoutSums(for: audience)
    guard let map = published.map else { throw Failure(message: "netmap: the map cannot be read.") }
    return (map.narrowed(to: try evidence.filter(on: map)), published.inputs, read.outputs)
  }

  /// Reads the map with what may be told of its files.
  /// - Parameter evidence: what of the evidence alone counts.
  func loadReading(
    _ evidence: EvidenceOptions
  ) throws -> (map: PublishedMap, reading: PublishedReading, outputs: OutputFiles) {
    try evidence.check(for: audience)
    let read = try Self.read(map, despiteErrors: despiteErrors, consent, for: audience)
    let published = read.reading.publishedWithoutSums(for: audience)
    guard let map = published.map else { throw Failure(message: "netmap: the map cannot be read.") }
    return (map.narrowed(to: try evidence.filter(on: map)), published, read.outputs)
  }

  /// Reads the map and others; what their audience may see is decided once for all.
  /// - Parameter evidence: what of the evidence of each alone counts.
  func load(
    with others: [String], _ evidence: EvidenceOptions, takesDigests: Bool
  ) throws -> (maps: PublishedMaps, inputs: [InputFile], outputs: OutputFiles) {
    try evidence.check(for: audience)
    let read = try ([map] + others).map {
      try Self.read($0, takesDigests: takesDigests, despiteErrors: despiteErrors, consent, for: audience)
    }
    let companions = read.flatMap(\.reading.companions)
    let published = PublishedMaps(read.map(\.map), for: audience, publishedWith: companions)
    // What each map alone shows is for its author to decide, once it is known that the other will be published.
    if published.withholdsMore {
      Console.report(
        "netmap: beside each other the maps withhold more than each does alone. If each is published alone, too, name the"
          + " other \(read[0].map.origin.place(of: "disclosure", sheet: "Disclosure")), as in `with: [../other-map]`, and this"
          + " one in the other.")
    }
    let inputs = read.flatMap { $0.reading.inputs(for: audience) }
    return (published.narrowed(to: try published.maps.map(evidence.filter)), inputs, OutputFiles(read.map(\.outputs)))
  }

  /// All that is read at a path, and outputs that spare it.
  static func reading(
    at path: String, takesDigests: Bool = false, programs: ReadingOptions.Programs
  ) throws -> (MapReading, OutputFiles) {
    let options = readingOptions(takesDigests: takesDigests, programs: programs)
    let reading = MapFolder.read(at: path, options: options)
    let folder = MapFiles.folder(of: path)
    let outputs = OutputFiles(sparing: reading.fileNames.map { $0.hasPrefix("/") ? $0 : folder + "/" + $0 })
    try outputs.checkStandardOutput()
    return (reading, outputs)
  }

  /// A map with all that was read.
  static func read(
    _ path: String, takesDigests: Bool = false, despiteErrors: Bool, _ consent: ProgramOptions, for audience: Audience
  ) throws -> (map: NetworkMap, reading: MapReading, outputs: OutputFiles) {
    let (reading, outputs) = try reading(at: path, takesDigests: takesDigests, programs: consent.programs)
    let errors = reading.problems.filter { $0.severity == .error }
    for group in errors.summarized { Console.report(group.description) }
    guard let full = reading.map, errors.isEmpty || despiteErrors else {
      let count = counted(errors.count, "error")
      throw Failure(
        message: reading.map == nil
          ? "netmap: the map cannot be read (\(count))."
          : "netmap: nothing was done, because the map has \(count)."
            + " Mend them, or add --despite-errors to go on with the rest.")
    }
    // What is left out is never left out in silence.
    for usage in reading.usage where usage.used < usage.total {
      let isTold = audience == .team || usage.unit == .segments
      let file = usage.file.visibleOnOneLine
      Console.report(
        isTold
          ? "netmap: \(usage.used) of \(usage.total) \(usage.unit.rawValue) of \(file) are used;"
            + " `netmap check` says why."
          : "netmap: not all rows of \(file) are used; `netmap check` says why.")
    }
    return (full, reading, outputs)
  }
}
