import ArgumentParser
import Documents
import MapModel
import NetworkMaps

/// `netmap figures`: the figures of a map.
struct FiguresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures", abstract: "Draw the figures of a map.",
    discussion: """
      Each figure is drawn in every format asked for, with its legend (--legend) and a text alternative (.md) beside it; \
      manifest.json says from which inputs. The same map always gives the same bytes. A map that defines no figures \
      is drawn as a whole, with its legend.

      What is too large to be read as a network (more than \(FigurePlan.mostActors) actors or \
      \(FigurePlan.mostLines) lines) is drawn as an overview of groups or sectors, and as a matrix, with a table \
      (.csv) beside each; --as network draws it all the same, and --around a part of it.

        netmap figures Maps/ami --output Figures --only 5.3
        netmap figures Maps/ami --output Figures --around mentors --steps 2
        netmap figures Maps/ami --output Figures --as matrix
      """)

  @OptionGroup var options: MapOptions

  @Option(
    help: ArgumentHelp(
      "The folder for the figures; it is made if it does not exist. \(OutputFiles.rule)", valueName: "folder"),
    completion: .directory)
  var output: String

  @Option(help: ArgumentHelp("Only this figure, by id or number. May be repeated.", valueName: "figure"))
  var only: [String] = []

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("The form of the figures, whatever their size and whatever map.yaml says.", valueName: "form"))
  var form: FigureDefinition.Form?

  @Option(
    help: ArgumentHelp(
      "Only this actor, those that are near it, and what is between them: one figure, or each that --only names.",
      valueName: "actor"), completion: MapCompletion.actors)
  var around: String?

  @Option(
    help: ArgumentHelp(
      "How many connections away from --around others may be, in either direction.", valueName: "steps"))
  var steps: Int?

  @Flag(
    help: ArgumentHelp(
      "Also write positions.csv: where actors stand, in mm. Change it, put it beside map.yaml, and say positions: {file:"
        + " positions.csv} there; then they stand where it says, and others find room."))
  var savePositions = false

  @OptionGroup var scope: ScopeOptions
  @OptionGroup var groups: GroupOptions
  @OptionGroup var evidence: EvidenceOptions

  @OptionGroup var pictures: FigureOptions

  /// What other verbs call so; here it is known to say which option is meant.
  @Option(help: .hidden)
  var format: String?

  func validate() throws {
    if let format {
      throw ValidationError(
        FigureFormat(rawValue: format.lowercased()) == nil
          ? "Figures have no --format: netmap query and the other verbs that answer give csv and json."
          : "The formats of figures are named by --image-format: --image-format \(format).")
    }
    if let steps {
      if around == nil { throw ValidationError("--steps goes with --around.") }
      guard (1...12).contains(steps) else { throw ValidationError("--steps takes 1 to 12 steps.") }
    }
  }

  func run() throws {
    _ = try pictures.formats
    let (read, inputs, outputs) = try options.loadWithInputs(evidence)
    let map = try groups.collapsed(read)
    let definitions = try definitions(of: map)
    let scope = try scope.scope(on: map)
    let found = definitions.map {
      (definition: $0, plans: FigurePlan.plans($0, of: map, in: scope, style: pictures.style))
    }
    for (definition, plans) in found where plans.count > 1 { sayTooLarge(definition, plans[0], map) }
    let drawing = try FigureDrawing(found, of: map, from: inputs, as: pictures)
    let positions = found.flatMap(\.plans).positionsCSV
    try drawing.write(
      into: output, savePositions ? [.init("positions.csv", positions.utf8)] : [], by: outputs)
    let figures = drawing.figures
    FigureOptions.report(figures)
    for figure in figures { Console.print("\(output)/\(figure.id)  \(figure.heading.visibleOnOneLine)\n") }
    Console.print("\(counted(figures.count, "figure")) in \(output), each with a text alternative.\n")
  }

  /// Says what is drawn in the place of a network, and what else there is.
  private func sayTooLarge(_ definition: FigureDefinition, _ plan: FigurePlan, _ map: PublishedMap) {
    let size = "\(counted(plan.actorCount, "actor")) and \(counted(plan.lineCount, "line"))"
    let parts =
      (around == nil ? ["--around ACTOR"] : steps ?? 1 > 1 ? ["fewer --steps"] : [])
      + (map.map.groupsOfOthers.isEmpty ? [] : ["--collapse"])
      + (map.map.areas.isEmpty ? [] : ["--area"])
      + (map.map.periods.isEmpty ? [] : ["--period"])
    Console.report(
      "netmap: \(definition.id) has \(size), more than can be read as a network (\(FigurePlan.mostActors) and"
        + " \(FigurePlan.mostLines)), so that an overview and a matrix are drawn in its place;"
        + (parts.isEmpty ? "" : " \(parts.asChoice) draws a part of it,")
        + " `show` of a figure, \(map.map.origin.place(of: "figures", sheet: "Figures")), chooses relations, families and"
        + " actors, and --as network draws it all the same.")
  }

  /// The figures that are asked for, in the form and around the actor that are.
  private func definitions(of map: PublishedMap) throws -> [FigureDefinition] {
    var definitions = try chosen(of: map.map)
    if let around {
      let centre = Neighbourhood(of: try Names(of: map).actor(around), within: steps ?? 1)
      if only.isEmpty { definitions = [FigureDefinition("map", title: map.map.title, content: .map(.init()))] }
      definitions = definitions.map { $0.around(centre, isOfWholeMap: only.isEmpty) }
    }
    if let form { for index in definitions.indices { definitions[index].form = form } }
    return definitions
  }

  private func chosen(of map: NetworkMap) throws -> [FigureDefinition] {
    let all = map.drawnFigures
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

extension FigureDefinition {
  /// The figure of what is near an actor alone, with files of its own.
  fileprivate func around(_ centre: Neighbourhood, isOfWholeMap: Bool) -> FigureDefinition {
    guard case .map(var selection) = content else { return self }
    selection.around = centre
    let id = (isOfWholeMap ? "" : "\(self.id)-") + "around-\(centre.actor)"
    return FigureDefinition(
      ID(String(id.prefix(64))) ?? self.id, number: number, title: title, message: message, content: .map(selection),
      in: scope, weighsCases: weighsCases, weighsFrequency: weighsFrequency, sizedBy: sizedBy, form: form)
  }
}
