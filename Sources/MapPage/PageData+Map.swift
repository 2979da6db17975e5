import Documents
import MapAnalysis
import MapDisclosure
import MapDrawing
import MapModel
import MapReports
import OrderedCollections

extension PageData {
  /// Collects what is known of a map.
  /// - Parameters:
  ///   - content: what the picture shows.
  ///   - found: the gaps of the map.
  init(
    of published: PublishedMap, content: FigureContent, gaps found: [MapAnalysis.Gap],
    isGrouped opensGrouped: Bool = false
  ) {
    let map = published.map
    title = map.title
    language = map.language
    words = PageWords.forScript(of: map)
    source = map.source?.line ?? ""
    let withheld =
      !published.isForTeam && !published.note.isEmpty
      ? say("Cases counted: \(published.note)") : published.note
    let groups = [map.groupSentence(), map.leftOutExpectations, map.leftOutClaims].compactMap(\.self)
    note = ([published.narrowing] + groups + [withheld]).filter { !$0.isEmpty }.joined(separator: " ")
    audience = published.isForTeam ? Audience.teamOnly : ""
    legend = Self.asked(of: FigureLegend(of: content, on: map), showing: content, on: map)
    states = Presence.allCases.map { State($0, on: map) }
    standings = SideStanding.all.map(Standing.init)
    stances = MapModel.Stance.allCases.map(Stance.init)
    attributions = Attribution.allCases.map(Remark.init)
    frequencies = Frequency.allCases.map(Remark.init)
    measures = PageMeasure.all.map(\.translated)
    gapKinds = Named.gapKinds
    areas = map.areas.values.map { Named(id: $0.id.rawValue, name: $0.name) }
    roles = map.legend.roles.values.map {
      Role(id: $0.id.rawValue, name: $0.name, definition: $0.definition.isEmpty ? nil : $0.definition)
    }
    sectors = map.legend.sectors.values.map { Named(id: $0.id.rawValue, name: $0.name) }
    stages = map.legend.stages.values.map { Named(id: $0.id.rawValue, name: $0.name) }
    families = OrderedSet(map.relations.values.map(\.family)).compactMap { map.legend.families[$0] }.map(Family.init)
    informants = map.informants.values.map { Named(id: $0.id.rawValue, name: $0.name) }
    relations = map.relations.values.map {
      Relation(
        id: $0.id.rawValue, family: $0.family.rawValue, label: $0.label, plural: $0.pluralLabel,
        isMutual: $0.isDirected ? nil : true)
    }
    let comparison = MapComparison(areasOf: map)
    let times = PageTimes(of: map)
    periods = times.periods
    presencesAt = Array(times.presences)
    let scopes =
      map.areas.keys.map { Scope.area($0) }
      + times.periods.flatMap { period in
        [Scope.period(period.name)] + map.areas.keys.map { Scope(area: $0, period: period.name) }
      }
    let closed = PageGroups(of: published, in: scopes)
    let others = map.groupsOfOthers
    func isOfGroup(_ id: MapModel.Connection.ID) -> Bool { others.contains(id.source) || others.contains(id.target) }
    // Where the picture is of groups, what has the same ends with a group open is another connection.
    func isDrawn(_ one: PageGroups.Joined) -> Bool {
      opensGrouped && one.isSourceClosed == others.contains(one.connection.source)
        && one.isTargetClosed == others.contains(one.connection.target)
    }
    isGrouped = opensGrouped ? true : nil
    actors = PageTable(
      Self.actors(
        of: map, comparison, times, closed, missing: Set(content.standings.filter { $0.value == .missing }.keys)))
    let familyIDs = families.map(\.id)
    self.lines = content.lines.map { Self.line($0, families: familyIDs, on: map) }
    let lines = content.lines.enumerated().reduce(into: [MapModel.Connection.ID: Int]()) { lines, line in
      for answer in line.element.answers { lines[answer.connection.id] = line.offset }
    }
    var places: [MapModel.Connection.ID: Int] = [:]
    for (place, row) in comparison.connections.enumerated() { places[row.id] = place }
    var quoted = Quoted()
    let extents = map.areas.keys.map { map.extent(of: .area($0)) }
    connections = PageTable(
      comparison.connections.map { row in
        Self.connection(
          row, line: opensGrouped && isOfGroup(row.id) ? nil : lines[row.id], on: published, extents, times, &quoted)
      })
    var presences: OrderedSet<String> = []
    joined = PageTable(
      closed.joined.map { one in
        Self.joined(
          one, line: isDrawn(one) ? lines[one.connection.id] : nil,
          presence: presences.append(Self.digits(one.presences)).index, on: map, times)
      })
    joinedPresences = Array(presences)
    evidenceFields = Evidence.columns.map(\.name)
    func place(_ actor: MapActor.ID) -> Int? { map.actors.index(forKey: actor) }
    figures = map.figures.compactMap { figure in
      guard case .map(let selection) = figure.content else { return nil }
      let shown = FigureContent(selection.withParts(on: map), of: map, in: figure.scope)
      return Figure(
        id: figure.id.rawValue,
        heading: figure.number.isEmpty ? figure.title : say("Figure \(figure.number) \(figure.title)"),
        message: figure.message,
        actors: shown.actors.compactMap { place($0.id) },
        connections: shown.answers.compactMap { places[$0.connection.id] })
    }
    gaps = PageTable(
      found.map { gap in
        func pairs(areKnown: Bool) -> [[Int]] {
          gap.missing.filter { gap.isKnownAbsence(of: $0, on: map) == areKnown }
            .map { [$0.source, $0.target].compactMap(place) }
        }
        return Gap(
          id: gap.id, kind: Named(of: gap).id, sentence: gap.sentence(on: map), actors: gap.actors.compactMap(place),
          missing: pairs(areKnown: true), untold: pairs(areKnown: false),
          connections: Self.evidence(of: gap, on: map).compactMap { places[$0] },
          area: gap.scope.area.flatMap { map.areas.index(forKey: $0) }, absence: gap.absence.map(Self.place),
          reason: gap.reason.isEmpty ? nil : quoted.place(of: gap.reason, gap.reference))
      })
    // Claims are of all evidence: a part of it neither bears them out nor refutes them.
    let verdicts = map.narrowings.isEmpty ? map.claimVerdicts() : []
    self.verdicts = Array(OrderedSet(verdicts.map { Named($0.verdict) }))
    claims = PageTable(
      verdicts.map {
        Claim(
          id: $0.claim.id.rawValue, words: $0.claim.words, reference: quoted.place(of: $0.claim.reference),
          verdict: $0.verdict.rawValue, because: $0.because(on: map),
          actors: $0.claim.condition.actors.compactMap(place), areas: Self.areas(of: $0.claim, on: map))
      })
    steps = map.pageSteps.map { Step(text: $0.text, view: $0.view) }
    passages = PageTable(Array(quoted.passages))
    references = Array(quoted.references)
    self.times = Array(quoted.times.keys)
    timesIn = Array(quoted.times.values)
  }

  /// What the entries of a legend stand for, where that is a role, a sector or a family.
  private static func asked(
    of legend: FigureLegend, showing content: FigureContent, on map: NetworkMap
  ) -> [String: [String]] {
    let roles = Set(content.actors.map(\.role))
    return legend.parts.reduce(into: [:]) { asked, part in
      let ids: [String] =
        part.id == "roles"
        ? map.legend.roles.keys.filter(roles.contains).map(\.rawValue)
        : part.entries.compactMap { entry in
          switch entry.sign {
          case .sector(let sector): sector.id.rawValue
          case .line(let family, _, _, _, _): family.id.rawValue
          default: nil
          }
        }
      if ids.count == part.entries.count { asked[part.id] = ids }
    }
  }

  private static func line(_ line: FigureContent.Line, families: [String], on map: NetworkMap) -> Line {
    let parts = line.id.dropFirst("line-".count).split(separator: ".")
    return Line(
      ends: parts.prefix(2).compactMap { map.actors.index(forKey: MapActor.ID(String($0)) ?? "") },
      family: families.firstIndex(of: line.family.rawValue) ?? 0, direction: parts.dropFirst(3).joined(separator: "."))
  }

  private static func areas(of claim: MapModel.Claim, on map: NetworkMap) -> [Int] {
    switch claim.extent {
    case .programme: []
    case .everyArea, .someArea: [-1]
    case .areas(let some): some.compactMap { map.areas.index(forKey: $0) }
    }
  }

  /// The connections whose evidence speaks of a gap: those between the pairs that are missing, or, where an actor is,
  /// all of its own; and what is there and weak.
  private static func evidence(of gap: MapAnalysis.Gap, on map: NetworkMap) -> [MapModel.Connection.ID] {
    let (pairs, actors) = (Set(gap.missing), Set(gap.missing.isEmpty && gap.absence != nil ? gap.actors : []))
    let extent = map.extent(of: gap.examined)
    return map.connections.values.filter { connection in
      if gap.connections.contains(connection.id) { return true }
      let isMeant =
        pairs.contains(.init(source: connection.source, target: connection.target))
        || actors.contains(connection.source) || actors.contains(connection.target)
      guard isMeant else { return false }
      let presence = map.presence(of: connection, in: extent)
      return presence != .notFound && presence != .notKnown
    }.map(\.id)
  }

  /// What is quoted, each passage and each place in the source once.
  private struct Quoted {
    private(set) var passages: OrderedSet<Passage> = []
    private(set) var references: OrderedSet<String> = []
    private(set) var times: OrderedDictionary<String, [Int]> = [:]

    mutating func place(ofTime time: String?, in periods: @autoclosure () -> [Int]) -> Int? {
      guard let time else { return nil }
      if times[time] == nil { times[time] = periods() }
      return times.index(forKey: time)
    }

    mutating func place(of reference: String) -> Int { references.append(reference).index }

    mutating func place(of text: String, _ reference: String) -> Int {
      let reference = place(of: reference)
      return passages.append(Passage(text: text, reference: reference)).index
    }
  }

  /// The time of which a statement speaks, in words; `nil` if it does not say.
  private static func when(_ time: TimePlacement) -> String? {
    switch time {
    case .unsaid: nil
    case .throughout: say("all the time")
    case .periods(let names): names.sorted().joined(separator: ", ")
    }
  }

  /// Places in the list of states, a digit each.
  static func digits(_ presences: [Presence]) -> String { presences.map { String(place($0)) }.joined() }

  private static func place(_ presence: Presence) -> Int { Presence.allCases.firstIndex(of: presence) ?? 0 }

  private static func actors(
    of map: NetworkMap, _ comparison: MapComparison, _ times: PageTimes, _ closed: PageGroups,
    missing: Set<MapActor.ID>
  ) -> [Actor] {
    let measures = Dictionary(uniqueKeysWithValues: MapMeasures(MapGraph(map)).actors.map { ($0.id, $0) })
    let presences = Dictionary(uniqueKeysWithValues: comparison.actors.map { ($0.id, $0.presences) })
    return map.actors.values.map { actor in
      Actor(
        id: actor.id.rawValue, name: actor.name, short: actor.shortName, role: actor.role.rawValue,
        otherRoles: actor.otherRoles.map(\.rawValue), sector: actor.sector.rawValue, stage: actor.stage.rawValue,
        aliases: actor.aliases, presence: digits(presences[actor.id] ?? map.areas.keys.map { _ in .notKnown }),
        presenceAt: times.actors[actor.id],
        measures: PageMeasure.values(of: measures[actor.id]),
        isActivity: map.isActivity(actor.id), isPlural: actor.isPlural, isMissing: missing.contains(actor.id),
        description: actor.description.isEmpty ? nil : actor.description,
        attributes: actor.attributes.isEmpty ? nil : actor.attributes.map { [$0.key, $0.value.words] },
        group: actor.group.flatMap { map.actors.index(forKey: $0) }, closed: closed.actors[actor.id].map(digits))
    }
  }

  private static func joined(
    _ one: PageGroups.Joined, line: Int?, presence: Int, on map: NetworkMap, _ times: PageTimes
  ) -> Joined {
    let (connection, here) = (one.connection, one.map)
    let cases = map.areas.keys.map { here.cases(of: connection, in: .area($0))?.text(map.disclosure) }
    return Joined(
      from: map.position(connection.source), to: map.position(connection.target),
      relation: map.relations.index(forKey: connection.relation) ?? 0,
      closed: (one.isSourceClosed ? 1 : 0) + (one.isTargetClosed ? 2 : 0), line: line, status: place(one.status),
      presence: presence, cases: here.cases(of: connection)?.text(map.disclosure),
      casesIn: cases.contains { $0 != nil } ? cases : nil, casesAt: times.cases(of: connection, on: here))
  }

  private static func connection(
    _ row: MapComparison.ConnectionRow, line: Int?, on published: PublishedMap, _ extents: [ScopeExtent],
    _ times: PageTimes, _ quoted: inout Quoted
  ) -> Connection {
    let map = published.map
    let connection = map.connections[row.id] ?? MapModel.Connection(row.id)
    func group(_ id: InformantGroup.ID) -> Int? { map.informants.index(forKey: id) }
    var informants: OrderedDictionary<Int, Int> = [:]
    for group in connection.statements.flatMap(\.informants).compactMap(group) { informants[group, default: 0] += 1 }
    let evidence = connection.statements.filter { !$0.isWithheld && !$0.excerpt.isEmpty }.map { statement in
      let areas: [Int] =
        switch statement.placement {
        case .programme: []
        case .everywhere: [-1]
        case .areas(let some): map.areas.keys.indices.filter { some.contains(map.areas.keys[$0]) }
        }
      let stance = MapModel.Stance.allCases.firstIndex(of: statement.stance) ?? 0
      return Evidence(
        passage: quoted.place(of: statement.excerpt, statement.reference), stance: stance,
        attribution: statement.attribution.flatMap(Attribution.allCases.firstIndex),
        frequency: statement.frequency.flatMap(Frequency.allCases.firstIndex), areas: areas,
        when: quoted.place(ofTime: Self.when(statement.time), in: times.periods(of: statement)),
        informants: statement.informants.compactMap(group),
        interview: published.isForTeam ? statement.interview : nil)
    }
    let cases = map.areas.keys.map { map.cases(of: connection, in: .area($0))?.text(map.disclosure) }
    let statements = extents.map { extent in connection.statements.count(where: extent.includes) }
    return Connection(
      from: map.position(row.id.source), to: map.position(row.id.target),
      relation: map.relations.index(forKey: row.id.relation) ?? 0, line: line,
      status: place(map.presence(of: connection)), presence: digits(row.presences),
      presenceAt: times.connections[row.id], casesAt: times.cases(of: connection, on: map),
      statementsAt: times.statements(of: connection, behind: map.areas.count),
      cases: map.cases(of: connection)?.text(map.disclosure), statements: connection.statements.count,
      against: connection.statements.count { $0.stance == .absent },
      casesIn: cases.contains { $0 != nil } ? cases : nil,
      statementsIn: statements.contains { $0 > 0 } ? statements : nil,
      informants: informants.map { [$0.key, $0.value] }, evidence: evidence)
  }
}
