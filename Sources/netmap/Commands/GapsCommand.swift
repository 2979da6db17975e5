import ArgumentParser
import Documents
import NetworkMaps

/// `netmap gaps`: what is missing.
struct GapsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gaps", abstract: "Say what is missing, and what hangs on a single actor.",
    discussion: """
      First the expectations of map.yaml that are not met, on the whole map and in each area, with what is known of \
      what is missing: reported absent, unplaced (known of the programme or of a wider area, nobody says where), not found \
      (somebody who could know was asked), or not known (nobody was). Then what the structure shows without any expectation.

        netmap gaps Maps/ami
        netmap gaps Maps/ami --area Salford --format csv
        netmap gaps Maps/ami --output Gaps
        netmap gaps Maps/ami --output Gaps --format xlsx
      """)

  @OptionGroup var options: MapOptions

  @OptionGroup var scope: ScopeOptions
  @OptionGroup var groups: GroupOptions
  @OptionGroup var evidence: EvidenceOptions

  @Option(
    help: ArgumentHelp("Also draw the map with its gaps marked, into this folder.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @OptionGroup(title: "Figures, with --output") var pictures: FigureOptions

  @Option(
    help: "How to print: text, csv, json or xlsx (a workbook; with --output, it is gaps.xlsx in the folder).")
  var format: TableFormat = .text

  func run() throws {
    let (read, inputs, outputs) = try options.loadWithInputs(evidence)
    let published = try groups.collapsed(read)
    let scope = try scope.scope(on: published)
    let report = GapReport(of: published, in: scope)
    // Figures are drawn, and their names looked at, before anything is written.
    let plans = output == nil ? [] : plans(of: published, in: scope)
    let figures = plans.map(\.figure).withDistinctIDs
    var manifest = FigureManifest(
      of: published, inputs: inputs, version: PackageVersion.current, graphviz: try Figure.rendererVersion())
    var files: [OutputFiles.File] = []
    for (plan, figure) in zip(plans, figures) {
      let drawn = try figure.files(try pictures.formats, options: pictures.pictures)
      manifest.add(plan, as: figure, files: drawn)
      files += drawn.map { OutputFiles.File($0.name, $0.bytes) }
    }
    let workbook = format == .xlsx ? try report.workbook() : []
    if output != nil, format == .xlsx { files.append(OutputFiles.File("gaps.xlsx", workbook)) }
    let seal = OutputFiles.File("manifest.json", try JSONText.text(of: manifest).utf8)
    if let output { try outputs.check(files + [seal], into: output) }
    switch format {
    case .json: Console.print(data: try JSONText.text(of: report))
    case .csv:
      Console.print(data: report.csv)
      Console.report(notes: published.narrowing)
    case .text: Console.print(report.text)
    case .xlsx: if output == nil { try outputs.write(workbook, to: "-", isBinary: true) }
    }
    if let output {
      try outputs.write(files, into: output, sealedBy: seal)
      FigureOptions.report(figures)
      Console.report("netmap: \(counted(figures.count, "figure")) of gaps in \(output), each with a text alternative.")
    }
  }

  /// The whole map and each area that has gaps, or the area that was asked for; in the period that was, if one was.
  private func plans(of map: PublishedMap, in scope: Scope) -> [FigurePlan] {
    let places = scope.area == nil ? [scope] + map.map.areas.keys.map(scope.in) : [scope]
    // The structure of an area is looked at only where it is asked for.
    return places.compactMap { FigurePlan(gapsOf: map, in: $0, style: pictures.style) }
  }
}
