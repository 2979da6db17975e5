package import MapAnalysis
package import MapModel
import OrderedCollections

/// What a figure shows: actors, and the lines into which connections between the same actors are gathered.
package struct FigureContent: Sendable {
  /// All connections of one family between two actors, drawn as one line with arrows at the ends they point at.
  package struct Line: Sendable {
    /// The end that comes first on the map.
    package var first: MapActor.ID
    /// The other end.
    package var second: MapActor.ID
    package var family: Relation.Family
    /// The connections, in the order of the map.
    package var answers: [NetworkMap.Answer]
    /// How many cases are counted, if the figure tells.
    package var band: CaseBand?
    /// How it stands out or back.
    package var look = LineLook.plain

    /// Whether a connection points at the second end.
    package var pointsForward: Bool { answers.contains { $0.connection.source == first } }
    /// Whether a connection points at the first end.
    package var pointsBackward: Bool { answers.contains { $0.connection.source != first } }
    /// Whether nothing certain speaks for the line.
    package var isUnclear: Bool { answers.allSatisfy { $0.presence == .unclear || $0.presence == .contradicted } }
    /// An id that is unique in the figure and stable between figures; ids of actors hold no point.
    package var id: String { "line-\(first).\(second).\(family.rawValue)" }
  }

  /// A connection or a route that is expected and missing.
  package struct Missing: Sendable {
    package var pair: ConditionFinding.Pair

    package var id: String { "missing-\(pair.source).\(pair.target)" }
  }

  /// The actors, in the order of the map.
  package var actors: [MapActor]
  /// The lines, in the order of the map.
  package var lines: [Line]

  /// What is expected and missing, in figures of gaps.
  package var missing: [Missing] = []
  /// What the figure marks, in figures of gaps.
  package var marks: GapMarks?
  /// Actors that stand out or back.
  package var looks: [MapActor.ID: NodeLook] = [:]
  /// What is written on actors in place of their short names.
  package var labels: [MapActor.ID: String] = [:]
  /// What else may be written on actors, for which there must be room.
  package var roomFor: [MapActor.ID: String] = [:]
  /// What the legend explains besides shapes, colours and lines.
  package var legendParts: [FigureLegend.Part] = []

  /// The connections, in the order of the map.
  package var answers: [NetworkMap.Answer] { lines.flatMap(\.answers) }

  /// Shows actors and connections that were chosen elsewhere.
  package init(actors: [MapActor], answers: [NetworkMap.Answer], on map: NetworkMap) {
    self.actors = actors
    lines = Self.lines(of: answers, on: map)
  }

  /// Selects what a figure shows of a map, or of what is placed in an area.
  /// - Complexity: O(c · e), where c is the number of connections and e of pieces of evidence of each.
  package init(
    _ selection: FigureDefinition.Selection, of map: NetworkMap, in scope: Scope = .wholeMap, weighsCases: Bool = false,
    marks: GapMarks? = nil
  ) {
    var query = ConnectionQuery()
    query.scope = scope
    query.relations = Set(selection.relations)
    query.families = Set(selection.families)
    let chosen = Set(selection.actors)
    let answers = map.connections(matching: query).filter { answer in
      let connection = answer.connection
      return (chosen.isEmpty || chosen.contains(connection.source) && chosen.contains(connection.target))
        && Self.isReferred(connection, by: selection.references)
    }
    let shown = chosen.union(marks?.actors ?? [])
      .union(answers.flatMap { [$0.connection.source, $0.connection.target] })
    let isEverything = selection == FigureDefinition.Selection() && scope.isWholeMap
    let spokenOf = Set(map.connections.keys.flatMap { [$0.source, $0.target] })
    actors = map.actors.values.filter { actor in
      // An actor of which nothing is known stands alone on the whole map; one that is only reported absent does not.
      shown.contains(actor.id) || isEverything && !spokenOf.contains(actor.id)
    }
    self.marks = marks
    missing = marks?.missingPairs.map(Missing.init) ?? []
    for actor in marks?.missingActors ?? [] { looks[actor] = .missing }
    for actor in marks?.bearing ?? [] where looks[actor] == nil { looks[actor] = .bearing }
    lines = Self.lines(of: answers, on: map).map { line in
      var line = line
      let bands = line.answers.map { CaseBand($0.connection.cases(in: scope)) }
      if weighsCases { line.band = bands.max { $0.rawValue < $1.rawValue } }
      return line
    }
  }

  private struct LineKey: Hashable {
    var first: MapActor.ID
    var second: MapActor.ID
    var family: Relation.Family
  }

  /// Gathers connections into lines, in the order of the map.
  private static func lines(of answers: [NetworkMap.Answer], on map: NetworkMap) -> [Line] {
    var lines: OrderedDictionary<LineKey, Line> = [:]
    for answer in answers {
      let (source, target) = (answer.connection.source, answer.connection.target)
      guard let family = map.relations[answer.connection.relation]?.family else { continue }
      let (first, second) = map.position(source) <= map.position(target) ? (source, target) : (target, source)
      let key = LineKey(first: first, second: second, family: family)
      lines[key, default: Line(first: first, second: second, family: family, answers: [])].answers.append(answer)
    }
    return Array(lines.values)
  }

  private static func isReferred(_ connection: Connection, by references: [String]) -> Bool {
    if references.isEmpty { return true }
    func matches(_ reference: String) -> Bool { references.contains { reference.hasPrefix($0) } }
    return connection.statements.contains { $0.stance != .absent && matches($0.reference) }
      || connection.counts.contains { $0.value != .number(0) && matches($0.reference) }
  }
}
