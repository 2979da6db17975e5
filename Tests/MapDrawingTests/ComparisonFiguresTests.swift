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

  @Test func `keeps every actor and the legend at the same place in every figure of the union`() throws {
    let north = Self.lines(try Self.figure("side-north"))
    for id in ["side-south", "difference-north-south", "union"] {
      let other = Self.lines(try Self.figure(id))
      for (name, line) in other where name.hasPrefix("\"actor-") && !name.contains("->") {
        #expect(Self.place(north[name]) != nil && Self.place(north[name]) == Self.place(line), "\(id) \(name)")
      }
    }
    let south = Self.lines(try Self.figure("side-south"))
    for (name, line) in north where name.hasPrefix("\"legend-") || name.hasPrefix("\"corner-") {
      #expect(line == south[name], "\(name)")
    }
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
    #expect(clinic.contains("label=\"Clinic \u{00D7} \u{2020}\"") && clinic.contains("absent"))
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
