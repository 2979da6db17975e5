import ArgumentParser
import NetworkMaps

/// `netmap query`: who connects to whom.
struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "Ask who connects to whom.",
    discussion: """
      Actors, areas and relations are given by id, name or alias. An answer is of one area and one period; what else says \
      which connections are meant may be repeated to ask for several, and different options narrow the answer. \
      Without any, all connections of the map are listed.

        netmap query Maps/ami --to "young people" --family support
        netmap query Maps/ami --either mentors camhs --evidence
        netmap query Maps/ami --area Doncaster --relation refers-to
        netmap query Maps/ami --period "years 2 and 3" --to "young people"
        netmap query Maps/ami --from GP --to mentors --routes --through-activities
      """)

  @OptionGroup var options: MapOptions

  @Option(help: ArgumentHelp("Connections from this actor.", valueName: "actor"), completion: MapCompletion.actors)
  var from: [String] = []

  @Option(help: ArgumentHelp("Connections to this actor.", valueName: "actor"), completion: MapCompletion.actors)
  var to: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Connections of this actor, or between the two that follow, in either direction. Give the map before it.",
      valueName: "actor"), completion: MapCompletion.actors)
  var either: [String] = []

  @OptionGroup var filter: FilterOptions
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var groups: GroupOptions
  @OptionGroup var counting: EvidenceOptions

  @Flag(help: "With --area or --period, also what is known and not of that place and time, marked as unplaced.")
  var unplaced = false

  @Flag(help: "Connections that are reported absent, on the whole map or in any area, instead of those on the map.")
  var absent = false

  @Option(
    help: ArgumentHelp(
      "Connections of this status; the last three are said of an area or a period only.", valueName: "status"))
  var status: [Presence] = []

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
      let ends = from.count == 1 && to.count == 1 && either.isEmpty
      let pair = either.count == 2 && from.isEmpty && to.isEmpty
      guard ends || pair else {
        throw ValidationError("--routes needs one --from and one --to, or two actors after --either.")
      }
      guard (1...12).contains(within) else { throw ValidationError("--within takes 1 to 12 steps.") }
      if evidence { throw ValidationError("--evidence goes with connections, not with --routes.") }
    }
    if unplaced, scope.isWholeMap {
      throw ValidationError(
        "--unplaced adds to the connections of an area or a period; name one with --area or --period.")
    }
    let states = [unplaced, absent, !status.isEmpty].count { $0 }
    if states > 1 { throw ValidationError("--unplaced, --absent and --status exclude each other.") }
    if routes, absent || !status.isEmpty {
      throw ValidationError("Routes run along what is on the map; drop --absent or --status.")
    }
    if throughActivities, absent { throw ValidationError("Nobody meets by absence; drop --through-activities.") }
    let ofAreas: Set<Presence> = [.unplaced, .notFound, .notKnown]
    if scope.isWholeMap, !ofAreas.isDisjoint(with: status) {
      throw ValidationError(
        "unplaced, not-found and not-known are said of an area or a period; name one with --area or --period.")
    }
  }

  func run() throws {
    let map = try groups.collapsed(options.load(counting).map)
    let query = try query(on: map)
    if routes { try printRoutes(query, on: map) } else { try printConnections(query, on: map) }
  }

  private func query(on map: PublishedMap) throws -> ConnectionQuery {
    let names = Names(of: map)
    var query = try filter.query(with: names)
    query.sources = try names.actors(from)
    query.targets = try names.actors(to)
    query.either = try names.actors(either)
    if query.either.count < either.count {
      throw Failure(message: "netmap: --either names the same actor twice.", code: 2)
    }
    query.scope = try scope.scope(on: map)
    if unplaced { query.presences.insert(.unplaced) }
    if !status.isEmpty { query.presences = Set(status) }
    return query
  }

  private func printConnections(_ query: ConnectionQuery, on map: PublishedMap) throws {
    let subject: ConnectionListing.Subject =
      absent ? .absences : throughActivities ? .connectionsAndMeetings : .connections
    let listing = ConnectionListing(of: map, matching: query, subject, includesEvidence: evidence)
    switch format {
    case .json: Console.print(data: try JSONText.text(of: listing))
    case .csv:
      Console.print(data: evidence ? listing.evidenceCSV : listing.csv)
      Console.report(notes: map.narrowing, map.note)
    case .text: Console.print(listing.text)
    }
  }

  private func printRoutes(_ query: ConnectionQuery, on map: PublishedMap) throws {
    let ends = try (either.isEmpty ? from + to : either).map(Names(of: map).actor)
    let report = RouteReport(
      of: map, from: ends[0], to: ends[1], within: within, along: query, throughActivities: throughActivities,
      eitherWay: !either.isEmpty)
    switch format {
    case .json: Console.print(data: try JSONText.text(of: report))
    case .csv:
      Console.print(data: report.csv)
      Console.report(notes: map.narrowing)
    case .text: Console.print(report.text)
    }
  }
}
