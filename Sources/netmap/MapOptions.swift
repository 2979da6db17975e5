public import ArgumentParser
public import NetworkMaps

/// How results are printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, csv, json
}

extension Audience: ExpressibleByArgument {}
extension Relation.Family: ExpressibleByArgument {}
extension Stage: ExpressibleByArgument {}

extension Presence: ExpressibleByArgument {
  /// Reads a status as it is written on a command line: `not-found` for `notFound`.
  public init?(argument: String) {
    guard let presence = Presence.allCases.first(where: { $0.argument == argument }) else { return nil }
    self = presence
  }

  /// The statuses as they are written on a command line.
  public static var allValueStrings: [String] { allCases.map(\.argument) }

  private var argument: String {
    rawValue.reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
  }
}

extension FigureFormat {
  /// The formats that a list with commas names.
  static func list(_ text: String) throws -> [FigureFormat] {
    let names = text.split(separator: ",").map { $0.filter { $0 != " " }.lowercased() }
    let formats = names.compactMap { FigureFormat(rawValue: $0) }
    guard formats.count == names.count, !formats.isEmpty else {
      throw ValidationError("--image-format takes svg, dot, png and pdf, separated by commas; not \"\(text)\".")
    }
    return formats
  }
}

/// What every command that reads a map takes.
struct MapOptions: ParsableArguments {
  @Argument(help: "The map folder.", completion: .directory)
  var map: String

  @Option(help: "Who may see the output: public suppresses small counts and unpublished excerpts; team shows all.")
  var audience: Audience = .public

  @Flag(help: "Go on although the map has errors, with what could be read.")
  var despiteErrors = false

  /// The map as its audience may see it, and what was read.
  struct Loaded {
    var map: NetworkMap
    var reading: MapFolder.Reading
  }

  /// How maps are read: with progress on a terminal.
  static func readingOptions(takesDigests: Bool = false) -> ReadingOptions {
    ReadingOptions(
      takesDigests: takesDigests,
      progress: ReadingProgress { file, part in
        Console.progress(part < 1 ? "Reading \(file): \(Int(part * 100)) %" : "")
      })
  }

  /// Reads the map; with errors, nothing is made of it unless that was asked for.
  func load(takesDigests: Bool = false) throws -> Loaded {
    let (full, reading) = try read(map, takesDigests: takesDigests)
    return Loaded(map: Disclosure.published(full, for: audience), reading: reading)
  }

  /// Reads the map and others; what their audience may see is decided once for all.
  func load(with others: [String]) throws -> MapAlignment {
    let alignment = MapAlignment(try ([map] + others).map { try read($0).map })
    return alignment.showing(Disclosure.published(alignment, for: audience))
  }

  /// A map with all that was read.
  private func read(
    _ path: String, takesDigests: Bool = false
  ) throws -> (map: NetworkMap, reading: MapFolder.Reading) {
    let reading = MapFolder.read(at: path, options: Self.readingOptions(takesDigests: takesDigests))
    let errors = reading.problems.filter { $0.severity == .error }
    for problem in errors { Console.report(problem.description) }
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
      Console.report(
        "netmap: \(usage.used) of \(usage.total) \(usage.unit.rawValue) of \(usage.file) are used; `netmap check` says why."
      )
    }
    return (full, reading)
  }
}
