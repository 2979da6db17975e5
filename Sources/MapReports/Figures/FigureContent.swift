package import MapAnalysis
package import MapModel
package import OrderedCollections

/// What a figure shows: actors, and the lines into which connections between the same actors are gathered.
package struct FigureContent: Sendable {
  /// Connections of one family, or of one relation, between two actors, drawn as one line with heads at the ends that they point at.
  ///
  /// Both directions are one line only where they are in the same state; otherwise each has a line of its own, so that a
  /// line never says of one direction what holds of the other.
  package struct Line: Sendable {
    /// The directions that a line stands for.
    package enum Direction: String, Sendable {
      case forward, backward
    }

    /// The end that comes first on the map.
    package var first: MapActor.ID
    /// The other end.
    package var second: MapActor.ID
    package var family: Family.ID
    /// The one relation of its connections, if the figure tells relations apart.
    package var relation: Relation.ID?
    /// Whether its connections run both ways at once; it has no heads then.
    package var isMutual = false
    /// The one direction that it stands for, where the other one has a line of its own.
    package var only: Direction?
    /// The connections, in the order of the map.
    package var answers: [NetworkMap.Answer]
    /// How many cases are counted, if the figure tells.
    package var band: CaseBand?
    /// How often it is said to occur, if the figure tells.
    package var frequency: SaidFrequency?
    /// What sets it apart.
    package var standing = LineStanding.plain

    /// Whether a connection points at the second end.
    package var pointsForward: Bool { !isMutual && answers.contains { $0.connection.source == first } }
    /// Whether a connection points at the first end.
    package var pointsBackward: Bool { !isMutual && answers.contains { $0.connection.source != first } }
    /// Whether nothing certain speaks for the line.
    package var isUnclear: Bool { answers.isUnclear }
    /// An id that is unique in the figure and stable between figures; ids of actors hold no point.
    package var id: String {
      "line-\(first).\(second).\(family.rawValue)" + (relation.map { ".\($0.rawValue)" } ?? "")
        + (isMutual ? ".mutual" : "")
        + (only.map { ".\($0.rawValue)" } ?? "")
    }
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
  /// What sets actors apart.
  package var standings: [MapActor.ID: ActorStanding] = [:]
  /// What is written on actors in place of their short names.
  package var labels: [MapActor.ID: String] = [:]
  /// What is written behind the names of actors, however long those are.
  package var signs: [MapActor.ID: String] = [:]
  /// How much larger than their names ask for actors are drawn, if sizes tell an attribute.
  package private(set) var sizes: [MapActor.ID: Double] = [:]
  /// How relations look, in the order of the map, if the figure tells them apart; otherwise families look alike.
  package private(set) var relations: OrderedDictionary<Relation.ID, RelationLook> = [:]
  /// How many relations there are where that is more than can be told apart, so that lines tell families only.
  package private(set) var relationsUntold: Int?
  /// Whether some of the numbers of cases that widths would tell are withheld.
  package private(set) var withholdsCases = false
  /// What the legend explains besides shapes, colours and lines.
  package var legendParts: [FigureLegend.Part] = []

  /// Connections of the selection that the evidence denies, in the order of the map; no figure draws them.
  package private(set) var denied: [NetworkMap.Answer] = []

  /// How many connections of the selection are known, and not of the place and time that the figure shows.
  package private(set) var unplaced = 0

  /// The connections, in the order of the map.
  package var answers: [NetworkMap.Answer] { lines.flatMap(\.answers) }

  /// Shows actors and connections that were chosen elsewhere.
  /// - Parameter state: what is shown of the connections of one direction; where the other one's is not equal, each
  ///   has a line of its own.
  package init(
    actors: [MapActor], answers: [NetworkMap.Answer], on map: NetworkMap,
    state: ([NetworkMap.Answer]) -> some Hashable
  ) {
    self.actors = actors
    lines = Self.lines(of: answers, on: map, state: state)
  }

  /// Selects what a figure shows of a map, or of what is placed in an area or a period.
  /// - Parameter isFiltered: whether readers filter what is shown, so that a line of both directions must hold both
  ///   whatever they choose.
  /// - Complexity: O(c · e), where c is the number of connections and e of pieces of evidence of each.
  package init(
    _ selection: FigureDefinition.Selection, of map: NetworkMap, in scope: Scope = .wholeMap, weighsCases: Bool = false,
    weighsFrequency: Bool = false, tellsRelations: Bool = false, marks: GapMarks? = nil, isFiltered: Bool = false
  ) {
    let filter = SelectionFilter(selection, on: map, in: scope)
    let query = filter.query(in: scope)
    let answers = map.connections(matching: query).filter { filter.shows($0.connection) }
    denied = map.absences(matching: query).filter { filter.denies($0.connection) }
    if !scope.isWholeMap {
      var elsewhere = query
      elsewhere.presences = [.unplaced]
      unplaced = map.connections(matching: elsewhere).count { filter.shows($0.connection) }
    }
    // What is only looked for is drawn where it is marked as missing, never as if it were part of the programme.
    let isEverything = selection == FigureDefinition.Selection(collapse: selection.collapse) && scope.isWholeMap
    let chosen = isEverything || !filter.actors.isEmpty ? map.actorsOnMap(in: scope) : []
    let shown = (isEverything ? chosen : filter.actors.intersection(chosen)).union(marks?.actors ?? [])
      .union(answers.flatMap { [$0.connection.source, $0.connection.target] })
    actors = map.actors.values.filter { shown.contains($0.id) }
    self.marks = marks
    // Who is not among the actors has no place in a figure.
    missing = (marks?.missingPairs ?? []).filter { map.actors[$0.source] != nil && map.actors[$0.target] != nil }
      .map(Missing.init)
    for actor in marks?.missingActors ?? [] { standings[actor] = .missing }
    for actor in marks?.bearing ?? [] where standings[actor] == nil { standings[actor] = .bearing }
    func band(_ answers: [NetworkMap.Answer]) -> CaseBand? {
      guard weighsCases else { return nil }
      return answers.map { CaseBand(map.cases(of: $0.connection, in: scope)?.value) }.max()
    }
    func frequency(_ answers: [NetworkMap.Answer]) -> SaidFrequency? {
      weighsFrequency ? SaidFrequency(of: answers.map { map.frequency(of: $0.connection, in: scope) }) : nil
    }
    if isFiltered {
      let figures = FilteredState.Filters(of: map)
      lines = Self.lines(of: answers, on: map) { Set($0.map { FilteredState($0.connection, on: map, figures) }) }
    } else {
      if tellsRelations {
        let shown = Set(answers.map(\.connection.relation))
        relations = RelationLook.looks(of: map.relations.values.filter { shown.contains($0.id) }, on: map)
        if relations.isEmpty, !shown.isEmpty { relationsUntold = shown.count }
      }
      lines = Self.lines(of: answers, on: map, byRelation: !relations.isEmpty) {
        DrawnState(isUnclear: $0.isUnclear, band: band($0), frequency: frequency($0))
      }
    }
    withholdsCases =
      weighsCases && answers.contains { map.cases(of: $0.connection, in: scope)?.value == .suppressed }
    for index in lines.indices {
      if weighsCases { lines[index].band = band(lines[index].answers) }
      lines[index].frequency = frequency(lines[index].answers)
    }
  }

  /// Lets sizes tell an attribute: the area of an actor grows with it, from that of the largest name to three times as
  /// much, by one scale for all shapes and names.
  package mutating func size(by attribute: String?) {
    guard let attribute else { return }
    let values = actors.compactMap { actor in actor.attributes[attribute]?.number.map { (actor.id, max(0, $0)) } }
    guard let greatest = values.map(\.1).max(), greatest > 0 else { return }
    func factor(_ value: Double) -> Double { (1 + 2 * value / greatest).squareRoot() }
    for (actor, value) in values { sizes[actor] = factor(value) }
    let without = actors.filter { sizes[$0.id] == nil }.map(\.shortName)
    let least = values.map(\.1).min() ?? greatest
    var entries = [
      FigureLegend.Entry(
        sign: .size(1), text: "The larger an actor, the more; the largest is \(ActorAttribute.number(greatest).words)")
    ]
    if least < greatest {
      entries.append(
        FigureLegend.Entry(
          sign: .size(factor(least) / factor(greatest)),
          text: "The smallest is \(ActorAttribute.number(least).words)"))
    }
    if !without.isEmpty {
      entries.append(FigureLegend.Entry(sign: .mark(""), text: "Not given: \(without.joined(separator: ", "))"))
    }
    legendParts.append(FigureLegend.Part(id: "sizes", heading: "Size: \(attribute)", entries: entries))
  }

  /// What a figure shows of the connections of one direction.
  private struct DrawnState: Hashable {
    var isUnclear: Bool
    var band: CaseBand?
    var frequency: SaidFrequency?
  }

  private struct LineKey: Hashable {
    var first: MapActor.ID
    var second: MapActor.ID
    var family: Family.ID
    var relation: Relation.ID?
    var isMutual: Bool
  }

  /// Gathers connections into lines, in the order of the map: both directions into one where their states are equal.
  private static func lines(
    of answers: [NetworkMap.Answer], on map: NetworkMap, byRelation: Bool = false,
    state: ([NetworkMap.Answer]) -> some Hashable
  ) -> [Line] {
    var lines: OrderedDictionary<LineKey, Line> = [:]
    for answer in answers {
      let (source, target) = (answer.connection.source, answer.connection.target)
      guard let family = map.relations[answer.connection.relation]?.family else { continue }
      let (first, second) = map.position(source) <= map.position(target) ? (source, target) : (target, source)
      let isMutual = map.isMutual(answer.connection.relation)
      let relation = byRelation ? answer.connection.relation : nil
      let key = LineKey(first: first, second: second, family: family, relation: relation, isMutual: isMutual)
      let line = Line(
        first: first, second: second, family: family, relation: relation, isMutual: isMutual, answers: [])
      lines[key, default: line].answers.append(answer)
    }
    return lines.values.flatMap { line -> [Line] in
      let (forward, backward) = (
        line.answers.filter { $0.connection.source == line.first },
        line.answers.filter {
          $0.connection.source != line.first
        }
      )
      if line.isMutual || forward.isEmpty || backward.isEmpty || state(forward) == state(backward) { return [line] }
      var (there, back) = (line, line)
      (there.only, there.answers) = (.forward, forward)
      (back.only, back.answers) = (.backward, backward)
      return [there, back]
    }
  }
}

extension [NetworkMap.Answer] {
  /// Whether nothing certain speaks for any of the connections.
  fileprivate var isUnclear: Bool { allSatisfy { !$0.presence.isCertain } }
}
