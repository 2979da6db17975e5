import ArgumentParser
import NetworkMaps

/// `netmap measure`: who is central, who bridges, and what hangs on whom.
struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Measure who is central, who bridges, and what hangs on whom.",
    discussion: """
      Each actor is measured on the map as a whole, or on the part that the options leave: parallel connections count \
      once, self-connections never. --explain says in a line what each column means; csv, json and xlsx hold all measures.

        netmap measure Maps/ami --explain
        netmap measure Maps/ami --format xlsx --output measures.xlsx
        netmap measure Maps/ami --family coordination --through-activities
        netmap measure Maps/ami --without "attendance mentors"
        netmap measure Maps/ami --leave-out informant
      """)

  @OptionGroup var options: MapOptions

  @Option(
    help: ArgumentHelp("What if this actor left? May be repeated.", valueName: "actor"),
    completion: MapCompletion.actors)
  var without: [String] = []

  @OptionGroup var scope: ScopeOptions
  @OptionGroup var filter: FilterOptions
  @OptionGroup var groups: GroupOptions
  @OptionGroup var evidence: EvidenceOptions

  @Option(
    help: ArgumentHelp(
      "How much hangs on whom? Leave out each in turn, and say which findings change: interview (for the team) or"
        + " informant.", valueName: "source"))
  var leaveOut: LeaveOneOut.Source?

  @Flag(help: "Connect actors that meet in an activity with each other, in place of the activity.")
  var throughActivities = false

  @Flag(help: "Only the people supported, and those who have a connection with them.")
  var aroundBeneficiaries = false

  @Flag(help: "Also the actors that are not on the map, or not in the area.")
  var allActors = false

  @Flag(help: "Say in a line what each column means.")
  var explain = false

  @Option(help: "How to print: text, csv, json or xlsx (a workbook).")
  var format: TableFormat = .text

  @OptionGroup var results: ResultOptions

  func validate() throws {
    guard let leaveOut else { return }
    if format == .xlsx { throw ValidationError("--leave-out prints text, csv or json.") }
    if !without.isEmpty || explain || allActors {
      throw ValidationError("--leave-out prints findings that change; drop --without, --explain or --all-actors.")
    }
    if leaveOut == .interview, options.audience == .public {
      throw ValidationError("Interviews are named to the team only; add --audience team, or leave out informants.")
    }
  }

  func run() throws {
    let (read, outputs) = try options.load(evidence)
    let published = try groups.collapsed(read)
    var part = MapGraph.Part()
    let names = Names(of: published)
    part.query = try filter.query(with: names)
    part.query.scope = try scope.scope(on: published)
    part.passesActivities = throughActivities
    part.isAroundBeneficiaries = aroundBeneficiaries
    part.includesAllActors = allActors
    if let leaveOut { return try print(LeaveOneOutReport(of: published, by: leaveOut, part: part), outputs) }
    let removed = try names.actors(without)
    try refuse(removed, in: part.query.scope, on: published.map)
    let report = MeasureReport(of: published, part: part, without: removed)
    switch format {
    case .json: try results.print(data: JSONText.text(of: report), outputs)
    case .csv:
      try results.print(data: report.csv, outputs)
      Console.report(notes: report.published.narrowing, report.note)
    case .text: try results.print(report.text(explains: explain), outputs)
    case .xlsx: try results.print(workbook: report.workbook(), outputs)
    }
  }

  /// Refuses that actors leave a map, or an area, in which they are not.
  private func refuse(_ leaving: Set<MapActor.ID>, in scope: Scope, on map: NetworkMap) throws {
    let missing = leaving.subtracting(map.actorsOnMap(in: scope))
    guard let actor = map.actors.values.first(where: { missing.contains($0.id) }) else { return }
    let parts = map.actors.values.filter { $0.group == actor.id }.map(\.name.visibleOnOneLine)
    let hint = parts.isEmpty ? "" : " Name its parts (\(parts.joined(separator: ", "))), or add --collapse."
    throw Failure(
      message:
        "netmap: \(actor.name.visibleOnOneLine) is not on the map\(map.inWords(scope)), and cannot leave it.\(hint)",
      code: 2)
  }

  private func print(_ report: LeaveOneOutReport, _ outputs: OutputFiles) throws {
    switch format {
    case .json: try results.print(data: JSONText.text(of: report), outputs)
    case .csv:
      try results.print(data: report.csv, outputs)
      Console.report(notes: report.published.narrowing, report.published.note)
    case .text, .xlsx: try results.print(report.text, outputs)
    }
  }
}
