import ArgumentParser
import Documents
import NetworkMaps

/// `netmap gaps`: what is missing.
struct GapsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gaps", abstract: "Say what is missing, and what hangs on a single actor.",
    discussion: """
      First the expectations of map.yaml that are not met, on the whole map and in each area, with what is known of \
      what is missing: reported absent, unplaced (known of the programme, nobody says where), not found (somebody who \
      could know was asked), or not known (nobody was). Then what the structure shows without any expectation.

        netmap gaps Maps/ami
        netmap gaps Maps/ami --area Salford --format csv
        netmap gaps Maps/ami --output Gaps
      """)

  @OptionGroup var options: MapOptions

  @OptionGroup var scope: ScopeOptions

  @Option(
    help: ArgumentHelp("Also draw the map with its gaps marked, into this folder.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @Option(help: "How to print: text, csv or json.")
  var format: OutputFormat = .text

  func run() throws {
    let published = try options.load()
    let scope = try scope.scope(on: published)
    let report = GapReport(of: published, in: scope)
    switch format {
    case .json: Console.print(try JSONText.text(of: report))
    case .csv: Console.print(report.csv)
    case .text: Console.print(report.text)
    }
    if let output { try draw(published, in: scope, into: output) }
  }

  /// Draws the whole map and each area that has gaps, or the area that was asked for.
  private func draw(_ map: PublishedMap, in scope: Scope, into folder: String) throws {
    let places = scope.isWholeMap ? [.wholeMap] + map.map.areas.keys.map(Scope.area) : [scope]
    // The structure of an area is looked at only where it is asked for.
    let plans = places.compactMap { FigurePlan(gapsOf: map, in: $0) }
    let files = try plans.flatMap { try $0.figure.files([.svg, .dot]) }
    try OutputFiles.make(folder)
    try OutputFiles.uninterrupted {
      for file in files { try OutputFiles.write(file.bytes, to: folder + "/" + file.name) }
    }
    Console.report("netmap: \(counted(plans.count, "figure")) of gaps in \(folder), each with a text alternative.")
  }
}
