import ArgumentParser
import NetworkMaps

/// `netmap query`: who connects to whom.
struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "Ask who connects to whom.",
    discussion: """
      Actors, areas and relations are given by id, name or alias. Options may be repeated to ask for several; \
      different options narrow the answer. Without any, all connections of the map are listed.

        netmap query Maps/ami --to "young people" --family support
        netmap query Maps/ami --either mentors camhs --evidence
        netmap query Maps/ami --area Doncaster --relation refers-to
        netmap query Maps/ami --from GP --to mentors --routes --through-activities
      """)

  @OptionGroup var options: MapOptions
  @OptionGroup var filter: FilterOptions

  @Flag(help: "List the routes from --from to --to (or between the two of --either) instead of connections.")
  var routes = false

  @Option(help: ArgumentHelp("The greatest number of steps of a route.", valueName: "steps"))
  var within = 3

  @Flag(help: "Also connect actors that meet in the same activity.")
  var throughActivities = false

  @Flag(help: "Show the evidence of each answer.")
  var evidence = false

  @Option(help: "How to print: text, csv or json.")
  var format: OutputFormat = .text

  func validate() throws {
    if routes {
      let ends = filter.from.count == 1 && filter.to.count == 1 && filter.either.isEmpty
      let pair = filter.either.count == 2 && filter.from.isEmpty && filter.to.isEmpty
      guard ends || pair else {
        throw ValidationError("--routes needs one --from and one --to, or two actors after --either.")
      }
      guard (1...12).contains(within) else { throw ValidationError("--within takes 1 to 12 steps.") }
      if evidence { throw ValidationError("--evidence goes with connections, not with --routes.") }
    }
    if filter.unplaced, filter.area == nil {
      throw ValidationError("--unplaced adds to the connections of an area; name one with --area.")
    }
    if filter.unplaced, filter.absent { throw ValidationError("--unplaced and --absent exclude each other.") }
  }

  func run() throws {
    let map = try options.load().map
    let query = try filter.query(on: map)
    if routes {
      try printRoutes(query, on: map)
    } else {
      try printConnections(query, on: map)
    }
  }

  private func printConnections(_ query: ConnectionQuery, on map: NetworkMap) throws {
    let answers = map.connections(matching: query)
    let meetings = throughActivities ? map.meetings(matching: query) : []
    let listing = ConnectionListing(
      answers, meetings: meetings, on: map, in: query.area, includesEvidence: evidence)
    switch format {
    case .json: Console.print(try JSONText.text(of: listing))
    case .csv: Console.print(listing.csv)
    case .text:
      Console.print(QueryText(map: map, isOfArea: query.area != nil).text(of: listing, showsEvidence: evidence))
      if !filter.absent { noteAbsences(query, on: map) }
    }
  }

  /// Says that absences were reported: an empty answer can mean two things.
  private func noteAbsences(_ query: ConnectionQuery, on map: NetworkMap) {
    var absent = query
    absent.presences = [.reportedAbsent]
    let count = map.connections(matching: absent).count
    if count > 0 {
      Console.print(
        "\(counted(count, "such connection is", plural: "such connections are")) reported absent; --absent lists"
          + " \(count == 1 ? "it" : "them").\n")
    }
  }

  private func printRoutes(_ query: ConnectionQuery, on map: NetworkMap) throws {
    let names = Names(map: map)
    let ends = try (filter.either.isEmpty ? filter.from + filter.to : filter.either).map(names.actor)
    let found = map.routes(
      from: ends[0], to: ends[1], within: within, along: query, throughActivities: throughActivities,
      eitherWay: !filter.either.isEmpty)
    switch format {
    case .json:
      struct Report: Encodable {
        var routes: [[String]]
        var isCut: Bool
      }
      Console.print(
        try JSONText.text(
          of: Report(routes: found.routes.map { $0.actors.map(\.rawValue) }, isCut: found.isCut)))
    case .csv:
      Console.print(
        CSVText.text(
          header: ["steps", "route"],
          rows: found.routes.map { [String($0.steps), $0.actors.map(\.rawValue).joined(separator: ";")] }))
    case .text:
      for route in found.routes {
        let passed = route.actors.map { map.actors[$0]?.shortName ?? $0.rawValue }
        Console.print(
          "\(counted(route.steps, "step")): \(passed.joined(separator: filter.either.isEmpty ? " → " : " – "))\n")
      }
      let more = found.isCut ? ", and more that are not listed" : ""
      Console.print("\(counted(found.routes.count, "route")) within \(counted(within, "step"))\(more)\n")
    }
  }
}
