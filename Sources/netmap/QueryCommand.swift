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
    let states = [filter.unplaced, filter.absent, !filter.status.isEmpty].count { $0 }
    if states > 1 { throw ValidationError("--unplaced, --absent and --status exclude each other.") }
    if routes, filter.absent || !filter.status.isEmpty {
      throw ValidationError("Routes run along what is on the map; drop --absent or --status.")
    }
    if throughActivities, filter.absent { throw ValidationError("Nobody meets by absence; drop --through-activities.") }
    let ofAreas: Set<Presence> = [.unplaced, .notFound, .notKnown]
    if filter.area == nil, !ofAreas.isDisjoint(with: filter.status) {
      throw ValidationError("unplaced, not-found and not-known are said of an area; name one with --area.")
    }
  }

  func run() throws {
    let map = try options.load()
    let query = try filter.query(on: map.map)
    if routes {
      try printRoutes(query, on: map.map)
    } else {
      try printConnections(query, on: map)
    }
  }

  private func printConnections(_ query: ConnectionQuery, on map: PublishedMap) throws {
    let subject: ConnectionListing.Subject =
      filter.absent ? .absences : throughActivities ? .connectionsAndMeetings : .connections
    let listing = ConnectionListing(of: map, matching: query, subject, includesEvidence: evidence)
    switch format {
    case .json: Console.print(try JSONText.text(of: listing))
    case .csv:
      Console.print(evidence ? listing.evidenceCSV : listing.csv)
      if !map.note.isEmpty { Console.report(map.note) }
    case .text:
      let text = QueryText(published: map, scope: query.scope)
      Console.print(text.text(of: listing, showsEvidence: evidence))
      if !filter.absent, filter.status.isEmpty { noteTheRest(query, on: map.map) }
      Console.print(text.note(on: listing))
    }
  }

  /// Says what there is beside the answer: an empty one can mean many things.
  private func noteTheRest(_ query: ConnectionQuery, on map: NetworkMap) {
    let absences = map.absences(matching: query)
    if !absences.isEmpty {
      let are = counted(absences.count, "such connection is", plural: "such connections are")
      let isOfAreas = query.scope.isWholeMap && absences.contains { map.presence(of: $0.connection) != .reportedAbsent }
      Console.print(
        "\(are) reported absent\(isOfAreas ? " (some in single areas only)" : ""); --absent lists"
          + " \(absences.count == 1 ? "it" : "them").\n")
    }
    guard let area = query.scope.area.flatMap({ map.areas[$0]?.name }) else { return }
    var rest = query
    rest.presences = Set([Presence.unplaced, .notFound, .notKnown]).subtracting(query.presences)
    let counts = Dictionary(grouping: map.connections(matching: rest), by: \.presence).mapValues(\.count)
    let parts = [Presence.unplaced, .notFound, .notKnown].compactMap { presence in
      counts[presence].map { "\($0) \(presence.name)" }
    }
    if !parts.isEmpty {
      Console.print("Known elsewhere, but in \(area): \(parts.joined(separator: ", ")); --status lists them.\n")
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
          rows: found.routes.map { [String($0.steps.count), $0.actors.map(\.rawValue).joined(separator: ";")] }))
    case .text:
      for route in found.routes {
        Console.print("\(counted(route.steps.count, "step")): \(text(of: route, on: map))\n")
      }
      let more = found.isCut ? ", and more that are not listed" : ""
      Console.print("\(counted(found.routes.count, "route")) within \(counted(within, "step"))\(more)\n")
    }
  }

  /// A route with its arrows as they are on the map: `GPs ··> Young people –(Mentoring sessions)– Mentors`.
  private func text(of route: Route, on map: NetworkMap) -> String {
    func name(_ actor: MapActor.ID) -> String { map.actors[actor]?.shortName ?? actor.rawValue }
    return route.steps.reduce(name(route.start)) { text, step in
      let doubt = step.isUnclear ? " (unclear)" : ""
      if let activity = step.activity { return text + " –(\(name(activity)))–\(doubt) " + name(step.actor) }
      let arrow =
        switch step.direction {
        case .along: "→"
        case .against: "←"
        case .both: "↔"
        }
      return "\(text) \(arrow)\(doubt) \(name(step.actor))"
    }
  }
}
