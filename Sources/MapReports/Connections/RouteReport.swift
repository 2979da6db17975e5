package import Documents
public import MapDisclosure
public import MapModel

/// The routes between two actors: as text, as a table, and as JSON for scripts.
public struct RouteReport: Sendable, Hashable, Encodable {
  /// The map of which it is.
  public let published: PublishedMap
  /// The routes that were found.
  public let found: Routes
  /// The greatest number of steps that was asked for.
  public let steps: Int

  /// Looks for the routes from one actor to another; see ``NetworkMap/routes(from:to:within:along:throughActivities:eitherWay:limit:)``.
  /// - Complexity: that of the search.
  public init(
    of published: PublishedMap, from start: MapActor.ID, to end: MapActor.ID, within steps: Int,
    along query: ConnectionQuery = ConnectionQuery(), throughActivities: Bool = false, eitherWay: Bool = false
  ) {
    self.published = published.naming(in: query.scope)
    self.steps = steps
    found = published.map.routes(
      from: start, to: end, within: steps, along: query, throughActivities: throughActivities, eitherWay: eitherWay)
  }

  private enum CodingKeys: String, CodingKey {
    case routes, isCut, narrowing
  }

  /// Writes each route as the ids of its actors, and whether there are more.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(found.routes.map { $0.actors.map(\.rawValue) }, forKey: .routes)
    try container.encode(found.isCut, forKey: .isCut)
    if !published.narrowing.isEmpty { try container.encode(published.narrowing, forKey: .narrowing) }
  }

  /// The routes as comma-separated values.
  public var csv: String {
    CSVText.text(
      header: ["steps", "route"],
      rows: found.routes.map { [String($0.steps.count), $0.actors.map(\.rawValue).joined(separator: ";")] })
  }

  /// The routes as people read them.
  public var text: String { TerminalText.text(of: document) }

  /// The routes as a document.
  package var document: Document {
    let more = found.isCut ? ", and more that are not listed" : ""
    let lines = found.routes.map { "\(counted($0.steps.count, "step")): \(text(of: $0))" }
    let count = "\(counted(found.routes.count, "route")) within \(counted(steps, "step"))\(more)"
    var document = Document()
    document.add(published.opening)
    document.add((lines + [count]).map { .paragraph($0) })
    return document
  }

  /// A route with its arrows as they are on the map: `GPs → Young people –(Mentoring sessions)– Mentors`.
  private func text(of route: Route) -> String {
    let name = published.map.shortName
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
