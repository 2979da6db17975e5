import ArgumentParser
import Documents
import MapModel
import NetworkMaps

/// `netmap figures`: the figures of a map.
struct FiguresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures", abstract: "Draw the figures of a map.",
    discussion: """
      Each figure is drawn in every format asked for, with its legend inside and a text alternative (.md) beside it; \
      manifest.json says from which inputs. The same map always gives the same bytes. A map that defines no figures \
      is drawn as a whole, with its legend.
      """)

  @OptionGroup var options: MapOptions

  @Option(
    help: ArgumentHelp(
      "The folder for the figures; it is made if it does not exist. \(OutputFiles.rule)", valueName: "folder"),
    completion: .directory)
  var output: String

  @Option(help: ArgumentHelp("Only this figure, by id or number. May be repeated.", valueName: "figure"))
  var only: [String] = []

  @OptionGroup var scope: ScopeOptions
  @OptionGroup var groups: GroupOptions
  @OptionGroup var evidence: EvidenceOptions

  @OptionGroup var pictures: FigureOptions

  func run() throws {
    let formats = try pictures.formats
    let (read, inputs, outputs) = try options.loadWithInputs(evidence)
    let map = try groups.collapsed(read)
    let definitions = try definitions(of: map.map)
    let scope = try scope.scope(on: map)
    var manifest = FigureManifest(
      of: map, inputs: inputs, version: PackageVersion.current, graphviz: try Figure.rendererVersion())
    let plans = definitions.map { FigurePlan($0, of: map, in: scope, style: pictures.style) }
    let figures = plans.map(\.figure).withDistinctIDs
    // Everything is drawn before anything is written.
    var files: [OutputFiles.File] = []
    for (index, (plan, figure)) in zip(plans, figures).enumerated() {
      Console.progress("Drawing \(index + 1) of \(plans.count): \(definitions[index].heading)")
      let drawn = try figure.files(formats, options: pictures.pictures)
      manifest.add(plan, as: figure, files: drawn)
      files += drawn.map { OutputFiles.File($0.name, $0.bytes) }
    }
    Console.progress("")
    let seal = OutputFiles.File("manifest.json", try JSONText.text(of: manifest).utf8)
    try outputs.write(files, into: output, sealedBy: seal)
    FigureOptions.report(figures)
    for (definition, figure) in zip(definitions, figures) {
      Console.print("\(output)/\(figure.id)  \(definition.heading.visibleOnOneLine)\n")
    }
    Console.print("\(counted(definitions.count, "figure")) in \(output), each with a text alternative.\n")
  }

  private func definitions(of map: NetworkMap) throws -> [FigureDefinition] {
    let all =
      map.figures.isEmpty
      ? [
        FigureDefinition("network-map", title: map.title, content: .map(.init())),
        FigureDefinition("legend", title: "\(map.title): legend", content: .legend),
      ] : map.figures
    if only.isEmpty { return all }
    var chosen: [FigureDefinition] = []
    for text in only {
      if let found = all.first(where: { $0.id.rawValue == text || $0.number == text }) {
        if !chosen.contains(found) { chosen.append(found) }
        continue
      }
      let known = all.map { $0.number.isEmpty ? $0.id.rawValue : $0.number }.joined(separator: ", ")
      throw Failure(
        message: "netmap: there is no figure \(text.quotedInMessage) on this map; it has \(known).", code: 2)
    }
    return chosen
  }
}
