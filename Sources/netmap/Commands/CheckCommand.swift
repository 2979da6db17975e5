import ArgumentParser
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
    let reading = try MapOptions.reading(at: map).0.published(for: audience)
    let report = CheckReport(of: reading)
    switch format {
    case .text: Console.print(report.text)
    case .csv:
      Console.print(data: report.csv)
      if audience == .team { Console.report(Audience.teamOnly) }
    case .json: Console.print(data: try JSONText.text(of: report))
    }
    if reading.hasErrors { throw ExitCode(1) }
  }
}
