import ArgumentParser
import Documents
import NetworkMaps

/// `netmap audit`: what outsiders can work out of withheld numbers.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Work out what outsiders can tell of the numbers that public outputs withhold.",
    discussion:
      "For the team, before publishing. Each withheld number is given with the least and the most that it can be"
      + " for a reader of all public outputs who knows every sum. Ends with exit code 1 if one is too narrow.")

  @Argument(help: "The map: its folder, or a workbook (.xlsx).", completion: .file(extensions: ["xlsx"]))
  var map: String

  @Argument(help: "Further maps that are published, and compared, with it.", completion: .file(extensions: ["xlsx"]))
  var others: [String] = []

  @Flag(help: "Go on although a map has errors, with what could be read.")
  var despiteErrors = false

  @OptionGroup var consent: ProgramOptions

  @Option(help: "How to print: text, csv or json.")
  var format: OutputFormat = .text

  func run() throws {
    let readings = try ([map] + others).map {
      try MapOptions.read($0, despiteErrors: despiteErrors, consent, for: .team)
    }
    let maps = readings.map(\.map)
    let report = AuditReport(
      of: PublishedMaps(
        maps + readings.flatMap(\.reading.companions).filter { !maps.contains($0) }, for: .team))
    switch format {
    case .text: Console.print(report.text)
    case .csv:
      Console.print(data: report.csv)
      Console.report(Audience.teamOnly)
    case .json: Console.print(data: try JSONText.text(of: report))
    }
    if report.isBroken { throw ExitCode(1) }
  }
}
