import ArgumentParser
import NetworkMaps

/// `netmap check`: every problem of a map.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "List every problem in a map's definition and evidence.",
    discussion: "Ends with exit code 1 if there are errors; warnings alone are fine.")

  @Argument(help: "The map: its folder, or a workbook (.xlsx).", completion: .file(extensions: ["xlsx"]))
  var map: String

  @Option(
    help: """
      How to print: text, csv (a list for whoever sent the data), json, xlsx (a workbook), or github (commands by which a \
      workflow of GitHub shows each problem at its line; run it at the top of the repository).
      """)
  var format: CheckFormat = .text

  @OptionGroup var consent: ProgramOptions

  @OptionGroup var results: ResultOptions

  @Option(help: "Who may see the output: team also shows what stands in cells of case records, which can be personal.")
  var audience: Audience = .public

  func run() throws {
    let (read, outputs) = try MapOptions.reading(at: map, programs: consent.programs)
    let reading = read.published(for: audience)
    let report = CheckReport(of: reading)
    switch format {
    case .text: try results.print(report.text, outputs)
    case .csv:
      try results.print(data: report.csv, outputs)
      if audience == .team { Console.report(Audience.teamOnly) }
    case .json: try results.print(data: JSONText.text(of: report), outputs)
    case .github: try results.print(data: report.annotations(in: folder), outputs)
    case .xlsx: try results.print(workbook: report.workbook(), outputs)
    }
    if reading.hasErrors { throw ExitCode(1) }
  }

  /// The folder of the map, as it was named.
  private var folder: String {
    var folder = MapFiles.folder(of: map)
    while folder.hasSuffix("/") { folder.removeLast() }
    if folder.hasPrefix("./") { folder.removeFirst(2) }
    return folder == "." ? "" : folder
  }
}
