import ArgumentParser
import MapModel
import NetworkMaps

/// `netmap check`: every problem of a map.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "List every problem in a map's definition and evidence.",
    discussion: "Ends with exit code 1 if there are errors; warnings alone are fine.")

  @Argument(help: "The map folder.", completion: .directory)
  var map: String

  @Option(help: "How to print: text, csv (a list for whoever sent the data) or json.")
  var format: OutputFormat = .text

  @Option(help: "Who may see the output: team also shows what stands in cells of case records, which can be personal.")
  var audience: Audience = .public

  func run() throws {
    let read = MapFolder.read(at: map, options: MapOptions.readingOptions())
    let reading = read.published(for: audience)
    // What the audience may not see, verdicts do not rest on.
    let verdicts = reading.map?.map.claimVerdicts() ?? []
    switch format {
    case .text: printText(reading, verdicts, of: read.map)
    case .csv:
      Console.print(CheckReport.csv(reading))
      if audience == .team { Console.report(Audience.teamOnly) }
    case .json: Console.print(try JSONText.text(of: CheckReport(reading, verdicts)))
    }
    if reading.hasErrors { throw ExitCode(1) }
  }

  private func printText(_ reading: PublishedReading, _ verdicts: [ClaimVerdict], of full: NetworkMap?) {
    if audience == .team { Console.print(Audience.teamOnly + "\n") }
    for problem in reading.problems {
      Console.print(problem.description + "\n")
      if let example = problem.example {
        Console.print("  there: \(example.visibleOnOneLine.prefix(100))\n")
      }
    }
    for usage in reading.usage { Console.print(sentence(usage) + "\n") }
    printClaims(verdicts)
    let errors = reading.problems.count { $0.severity == .error }
    let warnings = reading.problems.count - errors
    if let map = full {
      let statements = map.connections.values.reduce(0) { $0 + $1.statements.count }
      let counts = map.connections.values.reduce(0) { $0 + $1.counts.count }
      let present = map.connections.values.count { map.presence(of: $0).isOnMap }
      Console.print(
        "\(map.title.visibleOnOneLine): \(counted(map.actors.count, "actor")), \(counted(present, "connection")) from"
          + " \(counted(statements, "statement")) and \(counted(counts, "count")),"
          + " \(counted(map.areas.count, "area")), \(counted(map.figures.count, "figure")).\n")
    }
    Console.print(
      errors + warnings == 0
        ? "No problems.\n" : "\(counted(errors, "error")), \(counted(warnings, "warning")).\n")
    if reading.withholdsExamples {
      Console.print("What stands in the cells is not shown, since it can be personal; --audience team shows it.\n")
    }
  }

  private func printClaims(_ verdicts: [ClaimVerdict]) {
    if verdicts.isEmpty { return }
    // What does not hold is what a reader looks for.
    let kinds: [ClaimVerdict.Verdict] = [.fails, .notKnown, .holds]
    for verdict in kinds.flatMap({ kind in verdicts.filter { $0.verdict == kind } }) {
      let place = ([verdict.claim.reference].filter { !$0.isEmpty } + [verdict.id.rawValue]).joined(separator: "; ")
      let words = "\(Self.name(verdict.verdict)): \u{201C}\(verdict.claim.words)\u{201D} (\(place))"
      Console.print(words.visibleOnOneLine + "\n  because " + verdict.because.visibleOnOneLine + "\n")
    }
    Console.print(
      "A claim that holds agrees with the evidence as it is coded, which can be coded from the same words.\n")
    let counts = kinds.reversed().compactMap { kind -> String? in
      let count = verdicts.count { $0.verdict == kind }
      return count == 0 ? nil : "\(count) \(count == 1 ? Self.name(kind) : Self.verb(kind))"
    }
    Console.print("\(counted(verdicts.count, "claim")) of the report: \(counts.joined(separator: ", ")).\n")
  }

  private static func verb(_ verdict: ClaimVerdict.Verdict) -> String {
    switch verdict {
    case .holds: "hold"
    case .fails: "fail"
    case .notKnown: "cannot be told"
    }
  }

  private static func name(_ verdict: ClaimVerdict.Verdict) -> String {
    switch verdict {
    case .holds: "holds"
    case .fails: "fails"
    case .notKnown: "cannot be told"
    }
  }

  /// `cases.csv: 951 of 1000 rows are used (95.1 %); not used: 40 duplicate-row, 9 missing-case.`
  private func sentence(_ usage: FileUsage) -> String {
    let share = usage.share.map { " (\((($0 * 1000).rounded() / 10)) %)" } ?? ""
    let reasons = usage.leftOut.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { reason, count in
      "\(count) \(Self.reasons[reason] ?? reason)"
    }
    let rest = reasons.isEmpty ? "" : "; not used: \(reasons.joined(separator: ", "))"
    return
      "\(usage.file.visibleOnOneLine): \(usage.used) of \(counted(usage.total, usage.unit == .rows ? "row" : "segment"))"
      + " \(usage.used == 1 ? "is" : "are") used on the map\(share)\(rest)."
  }

  /// What the codes of reasons mean that are not those of problems.
  private static let reasons = [
    "no-rule": "that no rule counts", "no-meaning": "whose codes do not speak of the map",
    "incomplete": "whose codes name no whole connection",
  ]
}
