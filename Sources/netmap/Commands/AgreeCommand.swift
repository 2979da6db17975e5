import ArgumentParser
import Documents
import NetworkMaps

/// `netmap agree`: how far coders agree, and where they do not.
struct AgreeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agree", abstract: "Say how far coders agree, and what they see differently.",
    discussion: """
      For the team. Coders are compared in documents that both have read. For each code, and for connections: how many \
      units can be compared, on how many coders agree, Cohen's kappa and Krippendorff's alpha; with more than two \
      coders, of all and of each two. Then each passage and each connection that they coded differently.

        netmap agree Maps/two-coders
        netmap agree Maps/two-coders --unit document --format json
        netmap agree Maps/two-coders --format csv --table differences
      """)

  @Argument(help: "The map: its folder, or a workbook (.xlsx).", completion: .file(extensions: ["xlsx"]))
  var map: String

  @Option(help: "Who may see the output; it names coders and quotes interviews, so public is refused.")
  var audience: Audience = .team

  @Flag(help: "Go on although the map has errors, with what could be read.")
  var despiteErrors = false

  @OptionGroup var consent: ProgramOptions

  @Option(help: "Of what it is asked whether a code was put there: passage or document.")
  var unit: CoderAgreement.Unit = .passage

  @Option(help: "How to print: text, csv or json.")
  var format: OutputFormat = .text

  @Option(help: "With --format csv, which table: agreement or differences.")
  var table: AgreementReport.Table?

  func validate() throws {
    if table != nil, format != .csv { throw ValidationError("--table goes with --format csv.") }
    if audience == .public {
      throw ValidationError("agree names coders and quotes interviews; it is for the team only.")
    }
  }

  func run() throws {
    let reading = try MapOptions.read(map, despiteErrors: despiteErrors, consent, for: audience)
    let report = AgreementReport(of: reading.map.published(for: audience), unit: unit)
    switch format {
    case .text: Console.print(report.text)
    case .csv:
      Console.print(data: report.csv(table ?? .agreement))
      Console.report(Audience.teamOnly)
    case .json: Console.print(data: try JSONText.text(of: report))
    }
  }
}
