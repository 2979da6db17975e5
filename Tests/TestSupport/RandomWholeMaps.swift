package import NetworkMaps

/// Random maps that have something of everything that a map can hold, the same on every run.
package struct RandomWholeMaps {
  private var state: UInt64

  package init(seed: UInt64) { (state, listsPeriods) = (seed, seed % 2 == 0) }

  private mutating func below(_ limit: Int) -> Int {
    // A generator of pseudo-random numbers (Knuth, MMIX).
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  private mutating func flag() -> Bool { below(2) == 0 }
  private mutating func one<Element>(of elements: [Element]) -> Element { elements[below(elements.count)] }
  private mutating func some<Element>(of elements: [Element]) -> [Element] {
    elements.compactMap { flag() ? $0 : nil }
  }

  /// What YAML or a table would take for something else, if it stood there as it is.
  private static let difficult =
    [
      "yes", "No", "on", "null", "~", "true", "1.0", "0x1F", "1:30", "2024-01-31", "5.3", "=1+1", "- a", "# no", "a: b",
      "a #b", "{x}", "[x]", "&a", "*a", "!t", "%d", "@x", "`x`", "'", "\"", "it's", "\\n", "a, b; c|d", "two\nlines",
      "tab\there", "\u{1F468}\u{200D}\u{1F469} caf\u{E9}", "\u{5E9}\u{5DC}\u{5D5}\u{5DD}", "...", "---", "?", ": ",
      "<<",
      "a\u{85}b\u{2028}c", "\u{202E}x",
    ] + HostileText.samples

  /// A text of its own that holds something difficult; with `edges`, white space at its ends.
  private mutating func text(_ number: Int, hasEdges: Bool = false) -> String {
    let text = one(of: Self.difficult) + " \(number)"
    return hasEdges && below(4) == 0 ? one(of: [" ", "\n", "\t", "\u{A0}"]) + text + " " : text
  }

  /// The text for a cell of a table, of which line breaks are all alike.
  private mutating func cell() -> String { below(3) == 0 ? "" : text(below(1000)) }

  package mutating func map() throws -> NetworkMap {
    let areas = try (0..<below(4)).map { try Area(.init(validating: "area-\($0)"), name: text($0, hasEdges: true)) }
    let legend: Legend =
      flag()
      ? .report
      : try Legend(
        roles: [
          Role("yes", name: text(1), shape: .box, definition: cell()),
          Role("programme-activity", name: text(2), shape: .tab, isActivity: flag()),
        ],
        sectors: [
          Sector("no", name: text(3), fill: MapColor(rgb: 0xFFFFFF), outline: .text),
          Sector("a1", name: text(4), fill: MapColor(rgb: 0x0000FF), outline: MapColor(rgb: 0x00000A)),
        ],
        families: [
          Family(
            .support, name: text(5), direction: cell(), heading: flag() ? text(6) : nil, isSupport: true,
            line: one(of: Family.Line.allCases), head: one(of: Family.Head.allCases)),
          Family(
            .coordination, name: text(7), line: one(of: Family.Line.allCases), head: one(of: Family.Head.allCases),
            color: flag() ? MapColor(rgb: 0x00000A) : nil),
        ],
        stages: (1...1 + below(Stage.most)).map {
          Stage(try .init(validating: "stage-\($0)"), name: text(8, hasEdges: true))
        })
    let relations = [
      Relation("true", family: .support, label: text(10, hasEdges: true), pluralLabel: text(11)),
      Relation("n", family: .coordination, label: text(12), isDirected: flag()),
    ]
    let actors = try (0..<2 + below(5)).map { number in
      var actor = MapActor(
        try .init(validating: "a\(number)-x"), name: text(20 + number, hasEdges: true),
        shortName: flag() ? text(40 + number) : nil, role: one(of: Array(legend.roles.keys)),
        otherRoles: some(of: Array(legend.roles.keys)), sector: one(of: Array(legend.sectors.keys)),
        stage: one(of: Array(legend.stages.keys)), isBeneficiary: flag(), isPlural: flag(),
        aliases: flag() ? [text(60 + number, hasEdges: true)] : [])
      if number == 1 || number > 1 && flag() { actor.group = "a0-x" }
      actor.isFromRecords = below(4) == 0
      actor.description = cell()
      actor.attributes = flag() ? [:] : [text(100): .number(Double(below(900)) / 8), text(101): .text(text(102))]
      for (place, area) in areas.enumerated() where flag() {
        actor.namesInAreas[area.id] = text(200 + 10 * number + place)
      }
      return actor
    }
    let ids = actors.map(\.id)
    let informants = [
      InformantGroup("off", name: text(80), aliases: [text(81)], speaksFor: Set(some(of: ids))),
      InformantGroup("silent", name: text(82), speaksForNobody: flag()),
    ]
    var map = try NetworkMap(
      title: text(90, hasEdges: true),
      source: flag()
        ? nil : Citation(title: text(91), publisher: cell(), year: "2024", reference: cell(), licence: cell()),
      legend: legend, areas: areas, relations: relations, informants: informants,
      fieldwork: Fieldwork(
        (areas.map(\.id) + [nil]).map {
          Fieldwork.Entry(area: $0, time: time(), informant: "off", interviews: below(3))
        }),
      actors: actors, figures: figures(ids, areas.map(\.id)), disclosure: disclosure())
    if listsPeriods {
      let isInside = flag()
      map.periods = [
        Period(
          "2024/25", aliases: flag() ? [text(7, hasEdges: true)] : [], from: PartialDate("2024-09"),
          to: flag() ? PartialDate("2025-08-31") : nil, contains: isInside ? ["Spring: 2025"] : []),
        Period("Spring: 2025", from: flag() ? PartialDate(isInside ? "2025" : "2025-09") : nil), Period("1"),
      ]
    }
    addCoders(to: &map)
    try addConnections(to: &map)
    addQuestions(to: &map)
    for area in areas.map(\.id) + [nil] {
      map.outcomes.append(
        Outcome(
          text(1), area: area, value: Double(below(1_000_000)) / 3e8 * (flag() ? 1e20 : -1),
          cases: flag() ? below(50) : nil, reference: cell()))
    }
    map.drawing = drawing()
    for actor in some(of: ids) {
      map.positions.append(
        ActorPosition(
          actor, x: Double(below(9000)) / 10 - 20, y: Double(below(9000)) / 10, in: flag() ? nil : map.figures.first?.id
        ))
    }
    if flag() {
      map.language = one(of: ["cy", "de-CH", "zh-Hant"])
      map.pageWords = [
        PhraseTranslation("Skip to the map", translation: text(3)),
        PhraseTranslation("{1} steps", translation: "{1} cam", forms: ["two": "dau: gam", "few": text(4)]),
      ]
    }
    if let actor = map.actors.keys.first, flag() {
      map.pageSteps = [PageStep(text(1)), PageStep(text(2), view: "actor=\(actor)&steps=2")]
    }
    map.countBases = flag() ? [] : [CountBase(measure: text(5), name: text(6, hasEdges: true))]
    return map
  }

  private mutating func drawing() -> DrawingSettings {
    DrawingSettings(
      legend: one(of: [nil] + DrawingSettings.LegendPlace.allCases), showsTitle: one(of: [nil, true, false]),
      width: one(of: [nil, 40, 162.5]), height: one(of: [nil, 1200]), textSize: one(of: [nil, 5, 7.25]))
  }

  private mutating func disclosure() -> DisclosureSettings {
    DisclosureSettings(
      minimum: one(of: [0, 5, .max]), rounding: one(of: [1, 5]), symbol: one(of: ["[c]", "*", "~", "..", "-"]),
      zeros: one(of: DisclosureSettings.Zeros.allCases), excerpts: one(of: DisclosureSettings.Excerpts.allCases))
  }

  /// Whether the map lists its periods; if not, their names are free.
  private let listsPeriods: Bool

  private mutating func time() -> TimePlacement {
    one(of: [.unsaid, .throughout, .periods(["2024/25"]), .periods(["1", "Spring: 2025"])])
  }

  private mutating func figures(_ actors: [MapActor.ID], _ areas: [Area.ID]) -> [FigureDefinition] {
    let selection = FigureDefinition.Selection(
      actors: some(of: actors), relations: some(of: ["true", "n"]), families: some(of: [.support, .coordination]),
      references: flag() ? [text(1)] : [], attributions: some(of: Attribution.allCases),
      collapse: actors.count > 1 ? one(of: [nil, .all, .groups([actors[0]])]) : nil,
      around: flag() ? Neighbourhood(of: one(of: actors), within: 1 + below(3)) : nil)
    return [
      FigureDefinition(
        "f", number: one(of: ["", "5.3", "1e3"]), title: text(1), message: cell(), content: .map(selection),
        in: Scope(area: flag() ? areas.first : nil, period: one(of: [nil, "2024/25"])), weighsCases: flag(),
        drawing: drawing()),
      FigureDefinition("l", title: text(2, hasEdges: true), content: .legend),
      FigureDefinition(
        "o", title: text(3), content: .map(.init()), weighsFrequency: true,
        form: one(of: FigureDefinition.Form.allCases + [nil])),
      FigureDefinition("r", title: text(4), content: .map(.init()), weighsCases: flag(), tellsRelations: true),
    ]
  }

  private mutating func addCoders(to map: inout NetworkMap) {
    map.coders = (0..<below(3)).map { Coder(text(200 + $0), documents: flag() ? [text(1)] : []) }
    map.codings = (0..<below(4)).map { number in
      let start = below(1000)
      return Coding(
        document: cell(), stretch: flag() ? start..<(start + below(9)) : nil, segment: cell(), code: text(number),
        coder: one(of: [""] + map.coders.map(\.name)), area: cell(), informant: cell(), excerpt: cell())
    }
  }

  private mutating func addConnections(to map: inout NetworkMap) throws {
    let (ids, areas) = (Array(map.actors.keys), Array(map.areas.keys))
    var statements = 0
    for _ in 0..<below(8) {
      let id = Connection.ID(from: one(of: ids), to: one(of: ids), one(of: ["true", "n"]))
      guard map.connections[map.stored(id)] == nil else { continue }
      var connection = Connection(id)
      for _ in 0..<below(3) {
        statements += 1
        let named = Set(some(of: areas))
        connection.statements.append(
          CodedStatement(
            id: "\(one(of: ["s", "007-", "=", "#"]))\(statements)",
            placement: named.isEmpty ? one(of: [.programme, .everywhere]) : .areas(named), time: time(),
            interview: cell(),
            informants: some(of: ["off"]), stance: one(of: Stance.allCases),
            frequency: flag() ? one(of: Frequency.allCases) : nil,
            attribution: flag() ? one(of: Attribution.allCases) : nil, excerpt: cell(), reference: cell(),
            coder: one(of: [""] + map.coders.map(\.name))))
      }
      for measure in ["cases", "calls, all", "yes"] {
        for area in some(of: areas.map(Optional.some) + [nil]) {
          var count = Count(
            area: area, measure: measure, isOfCases: flag(), period: one(of: ["", "2024/25"]), value: below(2000),
            reference: cell(), computation: cell())
          if below(5) == 0 { count.value = .suppressed } else { count.isApproximate = below(3) == 0 }
          count.target = below(3) == 0 ? below(5000) : nil
          connection.counts.append(count)
        }
      }
      if !connection.statements.isEmpty || !connection.counts.isEmpty { try map.insert(connection) }
    }
  }

  private mutating func addQuestions(to map: inout NetworkMap) {
    let ids = Array(map.actors.keys)
    var selections = ids.map(ActorSelection.actor)
    selections += map.legend.sectors.keys.map(ActorSelection.sector) + map.legend.roles.keys.map(ActorSelection.role)
    func link(_ ends: [ActorSelection], _ other: [ActorSelection]) -> Condition.Link {
      Condition.Link(
        from: ends, to: other, relation: flag() ? "true" : nil, family: flag() ? .coordination : nil)
    }
    let conditions: [Condition] = [
      .actor(one(of: selections)),
      .connection(link([one(of: selections)] + some(of: selections), [one(of: selections)])),
      .bothWays(link([one(of: selections)], [one(of: selections)])),
      .route(
        Condition.Passage(
          from: one(of: selections), to: one(of: selections), within: 1 + below(4), passesActivities: flag(),
          isEitherWay: flag())),
      .sources(of: one(of: ids), atLeast: below(4)),
      .rank(one(of: ids), one(of: [.betweenness, .inDegree, .pageRank]), within: 1 + below(3)),
      .cases(
        Condition.Cases(
          Connection.ID(from: one(of: ids), to: one(of: ids), "n"), measure: text(1), period: one(of: ["", "1"]),
          least: below(5), greatest: flag() ? below(100) : nil)),
    ]
    let areas = Array(map.areas.keys)
    let counting = countingConditions(ids, selections)
    defer {
      map.theory = theory(map.claims.map(\.id))
      map.report = report(map.figures.map(\.id))
    }
    for (index, condition) in (conditions + counting).enumerated() {
      let extents: [Claim.Extent] = [.programme, .everyArea, .someArea] + (areas.isEmpty ? [] : [.areas(areas)])
      let claim = Claim.ID("c\(index)") ?? "c"
      map.claims.append(
        Claim(
          claim, words: text(index, hasEdges: true), reference: cell(), condition: condition, isDenial: flag(),
          extent: one(of: extents), period: one(of: [nil, "Spring: 2025"])))
      map.expectations.append(
        Expectation(
          Expectation.ID("e\(index)") ?? "e", reason: text(index), reference: cell(), condition: condition,
          extent: one(of: Expectation.Extent.allCases), period: one(of: [nil, "1"])))
    }
  }

  /// Sections of the chapter, of every kind, with figures of the map.
  private mutating func report(_ figures: [FigureDefinition.ID]) -> [ReportSection] {
    ReportSection.Content.allCases.filter { _ in flag() }.enumerated().map { index, content in
      let shows = (content == .figures || content == .map) && !figures.isEmpty && flag()
      return ReportSection(
        content, title: one(of: ["", text(index)]),
        words: content == .words ? "One: line\nand # another" : one(of: ["", text(index), "a\n\nb"]),
        figures: shows ? [one(of: figures)] : [])
    }
  }

  /// Steps of a theory of change, with claims of the map.
  private mutating func theory(_ claims: [Claim.ID]) -> [TheoryStep] {
    (0..<below(3)).map { number in
      TheoryStep(
        TheoryStep.ID("t\(number)") ?? "t", words: text(number, hasEdges: true), reference: cell(),
        claims: some(of: claims))
    }
  }

  /// Conditions of how many and how much, and of who alone has part in something.
  private mutating func countingConditions(
    _ ids: [MapActor.ID], _ selections: [ActorSelection]
  ) -> [Condition] {
    func pattern(isSource: Bool) -> Condition.Pattern {
      Condition.Pattern(
        from: isSource ? [one(of: selections)] + some(of: selections) : [], to: isSource ? [] : [one(of: selections)],
        relation: flag() ? "n" : nil, family: flag() ? .support : nil,
        statements: StatementFilter(
          attributions: Set(some(of: Attribution.allCases)), frequencies: Set(some(of: Frequency.allCases))))
    }
    func number() -> Condition.Number {
      Condition.Number(
        Connection.ID(from: one(of: ids), to: one(of: ids), "true"), measure: text(below(100)),
        period: one(of: ["", "2024/25"]))
    }
    func bound() -> Condition.Share.Bound {
      flag() ? .most : .hundredths(least: below(50), greatest: flag() ? 50 + below(100) : nil)
    }
    let (whole, part) = (pattern(isSource: false), pattern(isSource: true))
    let link = Condition.Link(
      from: [one(of: selections)], to: [one(of: selections)], attribution: flag() ? one(of: Attribution.allCases) : nil)
    var rare = part
    rare.statements.frequencies = []
    return [
      .connection(link), .only(link, at: one(of: Condition.End.allCases)),
      .share(Condition.Share(.statements(of: whole, that: part), bound())),
      .share(Condition.Share(.connections(of: whole, that: part), bound())),
      .share(Condition.Share(.actors(one(of: Condition.End.allCases), of: whole, that: part), bound())),
      .share(Condition.Share(.cases(number(), of: number()), bound())),
      .share(Condition.Share(.target(number()), bound())), .rarely(rare),
    ]
  }
}
