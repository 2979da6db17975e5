import MapAnalysis
import MapDisclosure
import MapModel
import MapReports
import OrderedCollections
import TestSupport
import Testing

@testable import MapDrawing

struct ComparisonFiguresTests {
  private static func figures(_ map: NetworkMap? = nil) throws -> [Figure] {
    let figures = ComparisonFigures(PublishedComparison(areasOf: try (map ?? SmallMaps.town()).published(for: .team)))
    return (0..<figures.count).map { figures[$0] }
  }

  private static func figure(_ id: String) throws -> Figure {
    try #require(try figures().first { $0.id == id })
  }

  /// The lines of a document that place a node or an edge, by its name.
  private static func lines(_ figure: Figure) -> [String: String] {
    var lines: [String: String] = [:]
    for line in figure.scene.dot.split(separator: "\n") where line.hasPrefix("  \"") {
      lines[line.split(separator: "[")[0].trimmingPrefix("  ").description] = String(line)
    }
    return lines
  }

  private static func place(_ line: String?) -> Substring? {
    line?.firstMatch(of: /pos="([^"]*)"/)?.1
  }

  @Test func `draws the sheet, the union, the matrix, each area and each pair`() throws {
    #expect(
      try Self.figures().map(\.id) == [
        "sides", "union", "presence", "side-north", "side-south", "difference-north-south",
      ])
  }

  @Test func `no two figures have ids that differ in nothing but case, whatever the areas are called`() throws {
    // A generator with a seed, so that what fails fails again.
    var state: UInt64 = 20_261_127
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let parts = ["a", "A", "b", "x", "2", "x-2", "a-b"]
    for _ in 0..<8 {
      var ids: Set<String> = ["a", "a-b", "b-c", "c"]
      while ids.count < 5 { ids.insert((0...next(2)).map { _ in parts[next(parts.count)] }.joined(separator: "-")) }
      var map = try NetworkMap(
        title: "T", areas: ids.sorted().map { Area(try Area.ID(validating: $0), name: $0) },
        relations: SmallMaps.relations, actors: SmallMaps.actors)
      try map.insert(
        Connection(
          .init(from: "mentors", to: "children", "supports"),
          statements: [CodedStatement(id: "s", placement: .everywhere)]))
      let figures = try Self.figures(map).map(\.id)
      #expect(figures.count == 18)
      #expect(Set(figures.map { $0.lowercased() }).count == figures.count, "\(figures)")
    }
  }

  /// A side has its own names, in the drawing and in words; what is of all sides has those of the map.
  @Test func `draws a side with the names that actors have there`() throws {
    var map = try SmallMaps.town()
    try map.updateActor("clinic") { $0.namesInAreas = ["north": "Northern health centre of the county"] }
    let figures = try Self.figures(map)
    func says(_ id: String) throws -> (drawing: Bool, words: Bool) {
      let figure = try #require(figures.first { $0.id == id })
      let drawing = figure.scene.dot.replacing("\\n", with: " ").replacing("\n", with: " ")
      return (drawing.contains("Northern health"), figure.alternative.contains("Northern health centre of the county"))
    }
    #expect(try says("side-north") == (true, true))
    for id in ["side-south", "union", "presence", "sides", "difference-north-south"] {
      #expect(try says(id) == (false, false), "\(id)")
    }
    // The node has room for the longer name on every side.
    let north = Self.lines(try #require(figures.first { $0.id == "side-north" }))["\"actor-clinic\" "]
    let south = Self.lines(try #require(figures.first { $0.id == "side-south" }))["\"actor-clinic\" "]
    #expect(Self.place(north) != nil && Self.place(north) == Self.place(south))
  }

  @Test func `keeps every actor at the same place in every figure of the union`() throws {
    let north = Self.lines(try Self.figure("side-north"))
    for id in ["side-south", "difference-north-south", "union"] {
      let other = Self.lines(try Self.figure(id))
      for (name, line) in other where name.hasPrefix("\"actor-") && !name.contains("->") {
        #expect(Self.place(north[name]) != nil && Self.place(north[name]) == Self.place(line), "\(id) \(name)")
      }
    }
  }

  /// A council and a hub that work with each other as told: `there` and `back`, in each of two areas.
  private static func pair(_ north: (there: Stance?, back: Stance?), _ south: (there: Stance?, back: Stance?)) throws
    -> [Figure]
  {
    var map = try NetworkMap(
      title: "T", areas: [Area("n", name: "North"), Area("s", name: "South")], relations: SmallMaps.relations,
      informants: [InformantGroup("staff", name: "Staff", speaksFor: ["c", "d"])],
      fieldwork: Fieldwork([
        .init(area: "n", informant: "staff", interviews: 3), .init(area: "s", informant: "staff", interviews: 2),
      ]),
      actors: [
        MapActor("c", name: "Council", role: "delivery", sector: "nhs", stage: .delivery),
        MapActor("d", name: "Hub", role: "delivery", sector: "nhs", stage: .delivery),
      ])
    for (area, side) in [("n", north), ("s", south)] as [(Area.ID, (there: Stance?, back: Stance?))] {
      for (source, target, stance) in [("c", "d", side.there), ("d", "c", side.back)]
        as [(MapActor.ID, MapActor.ID, Stance?)]
      {
        guard let stance else { continue }
        try map.merge(
          Connection(
            .init(from: source, to: target, "refers-to"),
            statements: [CodedStatement(id: "\(area)\(source)", placement: .areas([area]), stance: stance)]))
      }
    }
    return try figures(map)
  }

  /// The lines between actors: which heads they have, and how they are drawn.
  private static func drawn(_ id: String, of figures: [Figure]) throws -> [String] {
    try #require(figures.first { $0.id == id }).scene.parts.compactMap { part -> String? in
      guard case .line(let line) = part, line.classes.contains("line") else { return nil }
      let heads = (line.path.startTip == nil ? "" : "<") + (line.path.endTip == nil ? "" : ">")
      return "\(heads) \(line.paint.pattern) \(line.paint.color)"
    }.sorted()
  }

  /// How the legend draws the kinds of line.
  private static func samples(_ id: String, of figures: [Figure]) throws -> [String] {
    try #require(figures.first { $0.id == id }).scene.parts.compactMap { part -> String? in
      guard case .line(let line) = part, line.id.hasPrefix("legend-lines") else { return nil }
      return "\(line.paint.pattern) \(line.paint.color)"
    }.sorted()
  }

  @Test func `two connections that are each in one are two lines, each in its own`() throws {
    let figures = try Self.pair((.present, nil), (nil, .present))
    let style = FigureStyle()
    #expect(
      try Self.drawn("difference-n-s", of: figures)
        == ["< dashed \(style.secondColor)", "> dashed \(style.firstColor)"].sorted())
    #expect(
      try Self.samples("difference-n-s", of: figures)
        == ["dashed \(style.firstColor)", "dashed \(style.secondColor)"].sorted())
    #expect(try Self.drawn("side-n", of: figures) == ["> dashed \(Palette.coordination)"])
    #expect(try Self.drawn("side-s", of: figures) == ["< dashed \(Palette.coordination)"])
    let difference = try #require(figures.first { $0.id == "difference-n-s" })
    #expect(difference.scene.titles["line-c.d.coordination.forward"] == "Council refers people to Hub (in North only)")
    #expect(difference.alternative.contains("0 connections are in both, 1 in North only, and 1 in South only."))
  }

  @Test func `one line has two heads where both directions are alike on every side`() throws {
    let figures = try Self.pair((.present, .present), (.present, .present))
    #expect(try Self.drawn("difference-n-s", of: figures) == ["<> dashed \(Palette.muted)"])
    #expect(try Self.samples("difference-n-s", of: figures) == ["dashed \(Palette.muted)"])
    #expect(try Self.drawn("union", of: figures).count == 1)
  }

  @Test func `the state of a direction is that of the sides shown`() throws {
    let figures = try Self.pair((.unclear, .present), (.unclear, nil))
    #expect(
      try Self.drawn("side-n", of: figures)
        == ["< dashed \(Palette.coordination)", "> dotted \(Palette.doubtful)"].sorted())
    #expect(try Self.drawn("side-s", of: figures) == ["> dotted \(Palette.doubtful)"])
    #expect(
      try Self.drawn("difference-n-s", of: figures)
        == ["< dashed \(FigureStyle().firstColor)", "> dotted \(Palette.muted)"].sorted())
    let difference = try #require(figures.first { $0.id == "difference-n-s" })
    #expect(difference.alternative.contains("- Council refers people to Hub (unclear in North; unclear in South)."))
  }

  @Test func `a side's legend shows the lines of that side`() throws {
    let figures = try Self.pair((.unclear, nil), (.present, nil))
    #expect(try Self.samples("side-n", of: figures) == ["dotted \(Palette.doubtful)"])
    #expect(try Self.samples("side-s", of: figures) == ["dashed \(Palette.coordination)"])
    #expect(
      try Self.samples("sides", of: figures)
        == ["dashed \(Palette.coordination)", "dotted \(Palette.doubtful)"])
  }

  @Test func `a side's legend has only the shapes, colours and signs of that side`() throws {
    let texts = try ["side-north", "side-south"].map { id in
      try Self.figure(id).scene.parts.compactMap { part -> String? in
        if case .text(let text) = part, text.classes.contains("legend") { text.content } else { nil }
      }
    }
    // The clinic alone is of the NHS, and stands pale in the south, where nobody was asked of its meetings.
    #expect(texts[0].contains("NHS") && !texts[1].contains("NHS"))
    #expect(texts[1].contains("Co-existing support"))
    #expect(texts[1].contains { $0.hasPrefix("not known") } && !texts[0].contains { $0.hasPrefix("not known") })
  }

  /// Whatever is drawn, the legend of lines shows the looks that occur and no other, and heads are those that hold.
  @Test func `every figure of random maps has the legend of its own lines`() throws {
    for seed in 0..<12 as Range<UInt64> {
      var towns = RandomTowns(seed: seed)
      let map = try towns.map()
      let comparison = PublishedComparison(areasOf: map.published(for: .team))
      let figures = try Self.figures(map)
      for figure in figures where figure.id != "sides" {
        let drawn = Set(try Self.drawn(figure.id, of: figures).map { $0.drop { $0 != " " }.dropFirst().description })
        #expect(Set(try Self.samples(figure.id, of: figures)) == drawn, "\(seed) \(figure.id)")
      }
      for (place, side) in comparison.sides.enumerated() {
        let heads = try Self.drawn("side-\(side.id)", of: figures).map { $0.prefix { $0 != " " }.count }.reduce(0, +)
        let directions = Set(
          comparison.connections.filter { $0.presences[place].isOnMap }.map { row in
            "\(row.id.source) \(row.id.target) \(map.relations[row.id.relation]?.family.rawValue ?? "")"
          })
        #expect(heads == directions.count, "\(seed) \(side.id)")
      }
    }
  }

  @Test func `figures of sides are equally large, whatever their legends explain`() throws {
    for seed in 0..<8 as Range<UInt64> {
      var towns = RandomTowns(seed: seed)
      let sides = try Self.figures(try towns.map()).filter { $0.id.hasPrefix("side-") }
      #expect(Set(sides.map(\.scene.frame)).count == 1, "\(seed)")
    }
    let town = try Self.figures().filter { $0.id.hasPrefix("side-") }
    // Only one of them explains who is not there.
    #expect(Set(town.map { $0.scene.parts.count { "\($0)".contains("legend-absence") } }).count == 2)
    #expect(town[0].scene.frame == town[1].scene.frame)
  }

  @Test func `sets all sides of the sheet at the same places, moved as a whole`() throws {
    let lines = Self.lines(try Self.figure("sides"))
    func point(_ name: String) -> [Double] {
      (Self.place(lines["\"\(name)\" "]) ?? "").split(separator: ",").compactMap { Double($0) }
    }
    let one = point("north-actor-mentors")
    #expect(one.count == 2)
    let shift = zip(point("south-actor-mentors"), one).map { $0 - $1 }
    for actor in ["clinic", "children", "meeting"] {
      let moved = zip(point("south-actor-\(actor)"), point("north-actor-\(actor)")).map { $0 - $1 }
      #expect(zip(moved, shift).allSatisfy { abs($0 - $1) < 0.011 }, "\(actor)")
    }
  }

  @Test func `draws pale and marked what is not there, and no line of it`() throws {
    let lines = Self.lines(try Self.figure("side-south"))
    let clinic = try #require(lines["\"actor-clinic\" "])
    #expect(clinic.contains("label=\"Clinic ? \u{2020}\""))
    #expect(!lines.keys.contains { $0.contains("->") && $0.contains("actor-clinic") })
    #expect(lines["\"actor-mentors\" -> \"actor-children\" "] != nil)
  }

  @Test func `tells by line, colour and letter what only one has`() throws {
    let figure = try Self.figure("difference-north-south")
    let lines = Self.lines(figure)
    // Denied in the south: sure. Nobody was asked of the referral: open.
    #expect(lines["\"badge-line-clinic.children.support\" "]?.contains("label=\"A\"") == true)
    #expect(lines["\"badge-line-mentors.clinic.coordination\" "]?.contains("label=\"A?\"") == true)
    #expect(!lines.keys.contains { $0.contains("badge-line-mentors.children") })
    #expect(figure.alternative.contains("- Clinic supports Children (reported absent in South)."))
    #expect(figure.alternative.contains("2 connections are in both, 3 in North only, and 0 in South only."))
  }

  @Test func `says in the union on how many sides a connection is`() throws {
    let figure = try Self.figure("union")
    let lines = Self.lines(figure)
    #expect(lines["\"badge-line-mentors.clinic.coordination\" "]?.contains("label=\"1\"") == true)
    #expect(!lines.keys.contains { $0.contains("badge-line-mentors.children") })
    #expect(figure.alternative.contains("- Mentors support Children: all."))
  }

  @Test func `has every state in the matrix as sign and in words`() throws {
    let figure = try Self.figure("presence")
    #expect(figure.scene.dot.contains("presence-reportedAbsent"))
    #expect(figure.alternative.contains("| Clinic | supports | Children | said | reported absent |"))
    let svg = String(decoding: try figure.bytes(as: .svg), as: UTF8.self)
    #expect(svg.contains("<title>Clinic supports Children: reported absent in South</title>"))
  }

  @Test func `gives all nine states signs and colours that can be read`() {
    #expect(Set(Presence.allCases.map(\.symbol)).count == 9)
    let style = FigureStyle()
    for presence in Presence.allCases {
      let cell = style.cell(
        presence, at: Rectangle(center: Point(0, 0), width: 20, height: 10), id: "c", classes: [])
      // WCAG 2.2, 1.4.3.
      #expect(cell.paint.fill.contrast(with: .text) >= 4.5, "\(presence)")
    }
  }

  @Test func `every figure is a well-formed and inert picture, whatever the names are`() throws {
    for hostile in HostileText.samples {
      var map = try NetworkMap(
        title: hostile, areas: [Area("north", name: hostile), Area("south", name: "South \(hostile)")],
        relations: [Relation("supports", family: .support, label: hostile)],
        actors: [
          MapActor("a", name: hostile, role: "delivery", sector: "nhs", stage: .setUp),
          MapActor("b", name: "B", role: "other", sector: "families", stage: .delivery),
        ])
      try map.merge(
        Connection(
          .init(from: "a", to: "b", "supports"), statements: [CodedStatement(id: "1", placement: .areas(["north"]))]))
      for figure in try Self.figures(map) {
        let xml = try #require(WellFormedXML(try figure.bytes(as: .svg)), "\(figure.id)")
        #expect(!xml.elements.contains { $0.name == "script" || $0.attributes.keys.contains { $0.hasPrefix("on") } })
      }
    }
  }

  @Test func `says so where nothing is placed`() throws {
    let map = try SmallMaps.town().mappingConnections { _ in nil }
    let figures = try Self.figures(map)
    #expect(figures.first { $0.id == "presence" }?.scene.dot.contains("No connection is placed") == true)
    #expect(figures.first { $0.id == "union" }?.scene.dot.contains("Nothing on the map belongs") == true)
  }

  @Test func `sets a key of thirty sectors about as quickly as one of five`() throws {
    func time(_ count: Int) throws -> Duration {
      let sectors = (0..<count).map { index in
        Sector(
          Identifier(stringLiteral: "s\(index)"), name: "Sector \(index)", fill: .white,
          outline: MapColor(rgb: 0x3D3D3D))
      }
      let town = try SmallMaps.town()
      let map = try NetworkMap(
        title: "T", legend: Legend(roles: Array(town.legend.roles.values), sectors: sectors),
        areas: Array(town.areas.values), relations: Array(town.relations.values),
        actors: (0..<30).map { index in
          MapActor(
            Identifier(stringLiteral: "a\(index)"), name: "A\(index)", role: "other",
            sector: sectors[index % count].id, stage: .delivery)
        },
        connections: (1..<30).map { index in
          Connection(
            .init(from: "a0", to: Identifier(stringLiteral: "a\(index)"), "supports"),
            statements: [CodedStatement(id: "\(index)", placement: .everywhere)])
        })
      let figures = ComparisonFigures(PublishedComparison(areasOf: map.published(for: .team)))
      return ContinuousClock().measure { _ = figures[0] }
    }
    #expect(try time(30) - time(5) < .seconds(1))
  }

  @Test func `leaves out pairs of many sides`() throws {
    let areas = (1...6).map { Area(Identifier(stringLiteral: "a\($0)"), name: "A\($0)") }
    let map = try NetworkMap(
      title: "T", areas: areas, relations: SmallMaps.town().relations.values.map { $0 },
      actors: Array(SmallMaps.town().actors.values),
      connections: [
        Connection(
          .init(from: "mentors", to: "children", "supports"),
          statements: [CodedStatement(id: "1", placement: .everywhere)])
      ])
    let figures = ComparisonFigures(PublishedComparison(areasOf: map.published(for: .team)))
    #expect(figures.leavesOutPairs && figures.count == 3 + 6)
  }
}
