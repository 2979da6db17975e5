import ArgumentParser
import MapModel
import NetworkMaps

/// `netmap measure`: who is central, who bridges, and what hangs on whom.
struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Measure who is central, who bridges, and what hangs on whom.",
    discussion: """
      Each actor is measured on the map as a whole, or on the part that the options leave: parallel connections count \
      once, self-connections never. --explain says in a line what each column means; csv and json hold all measures.

        netmap measure Maps/ami --explain
        netmap measure Maps/ami --family coordination --through-activities
        netmap measure Maps/ami --without "attendance mentors"
      """)

  @OptionGroup var options: MapOptions

  @Option(help: ArgumentHelp("What if this actor left? May be repeated.", valueName: "actor"))
  var without: [String] = []

  @Option(help: ArgumentHelp("Only what is placed in this area.", valueName: "area"))
  var area: String?

  @Option(help: ArgumentHelp("Only connections of this relation.", valueName: "relation"))
  var relation: [String] = []

  @Option(help: "Only connections of this family: support or coordination.")
  var family: [Relation.Family] = []

  @Option(help: "Only connections with an actor of this stage at either end: set-up or delivery.")
  var stage: [Stage] = []

  @Flag(help: "Connect actors that meet in an activity with each other, in place of the activity.")
  var throughActivities = false

  @Flag(help: "Only the people supported, and those who have a connection with them.")
  var aroundBeneficiaries = false

  @Flag(help: "Say in a line what each column means.")
  var explain = false

  @Option(help: "How to print: text, csv or json.")
  var format: OutputFormat = .text

  func run() throws {
    let published = try options.load()
    let map = published.map
    let names = Names(map: map)
    var part = MapGraph.Part()
    part.query.scope = try names.scope(area)
    part.query.relations = try names.relations(relation)
    part.query.families = Set(family)
    part.query.stages = Set(stage)
    part.passesActivities = throughActivities
    part.isAroundBeneficiaries = aroundBeneficiaries
    let removed = try names.actors(without)
    // What is lost shows on all connections of the place: some alone do not tell who still reaches whom.
    var place = MapGraph.Part()
    place.query.scope = part.query.scope
    let departure = removed.isEmpty ? nil : Departure(of: removed, from: MapGraph(map, part: place))
    let rest = MapGraph(map.removing(removed), part: part)
    let report = MeasureReport(MapMeasures(rest), of: rest, on: published, departure: departure)
    switch format {
    case .json: Console.print(try JSONText.text(of: report))
    case .csv:
      Console.print(report.csv)
      if !published.note.isEmpty, report.showsCases { Console.report(published.note) }
    case .text: Console.print(MeasureText(report: report, published: published).text(explains: explain))
    }
  }
}
