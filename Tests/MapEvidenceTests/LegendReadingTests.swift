import MapEvidence
import MapModel
import OrderedCollections
import Testing
import TestSupport

struct LegendReadingTests {
  /// A map of a hostel and a charity, with what stands in its legend.
  private func reading(_ legend: String, relations: String = "", interviews: String = "") throws -> MapReading {
    let definition = """
      format: 1
      title: Hostel
      legend:
        roles: [{id: r, name: Role, shape: box}, {id: forum, name: Meeting, shape: ellipse, activity: true}]
        sectors: [{id: s, name: Sector, fill: "#FFFFFF", outline: "#3D3D3D"}]
      \(legend)
      actors:
        - {id: a, name: Hostel, role: r, sector: s, stage: begin}
        - {id: b, name: Charity, role: r, sector: s, stage: End}
        - {id: m, name: Panel, role: forum, sector: s, stage: end}
      relations:
        - {id: pays, family: money, label: pays}
        - {id: meets, family: Data, label: meets, directed: false}
      \(relations)
      interviews: {file: interviews.csv}
      """
    let folder = try TemporaryFolder([
      "map.yaml": definition, "interviews.csv": "from,to,relation\n\(interviews)",
    ])
    return MapFolder.read(at: folder.path)
  }

  private let families = "families: [{id: money, name: Money}, {id: data, name: Data, head: dot}]"
  private let stages = "stages: [{id: begin, name: Begin}, {id: end, name: End}]"

  private func codes(_ legend: String, relations: String = "") throws -> [Problem.Code] {
    try reading(legend, relations: relations).problems.map(\.code)
  }

  @Test func `reads families and stages of the map's own, under legend or beside it`() throws {
    let beside = try reading("\(families)\n\(stages)", interviews: "b,a,meets\na,b,meets\na,b,pays\n")
    let under = try reading("  \(families)\n  \(stages)", interviews: "b,a,meets\na,b,meets\na,b,pays\n")
    #expect(beside.problems.isEmpty && under.problems.isEmpty)
    #expect(beside.map?.legend == under.map?.legend)
    let map = try #require(beside.map)
    #expect(map.legend.families.values.map(\.head) == [.open, .dot])
    #expect(map.actors["b"]?.stage == "end")
    #expect(map.connections.keys.map(\.relation) == ["meets", "pays"])
    #expect(map.connections.values.map(\.statements.count) == [2, 1])
    #expect(map.isActivity("m"))
  }

  @Test func `gives families that do not say how they look a look of their own`() throws {
    let map = try #require(
      try reading("families: [{id: money}, {id: data}, {id: x}, {id: help, support: true}]\n\(stages)").map)
    #expect(map.legend.families.values.map(\.line) == [.dashed, .dashed, .dashed, .solid])
    #expect(Set(map.legend.families.values.map(\.head)).count == 4)
  }

  @Test func `reports what a legend cannot be`() throws {
    #expect(try codes(stages) == [.unknownFamily, .unknownFamily])
    #expect(try codes(families).prefix(3) == [.unknownStage, .unknownStage, .unknownStage])
    let alike = "families: [{id: money, head: dot}, {id: data, head: dot}]"
    #expect(try codes("\(alike)\n\(stages)") == [.looksAlike])
    let pale = "families: [{id: money, color: \"#FFFF00\"}, {id: data}]"
    #expect(try codes("\(pale)\n\(stages)") == [.lowContrast])
    let empty = "stages: [{id: begin}, {id: middle}, {id: end}]"
    #expect(try codes("\(families)\n\(empty)") == [.emptyStage])
    let many = "stages: [\((1...7).map { "{id: s\($0)}" }.joined(separator: ", "))]"
    #expect(try codes("\(families)\n\(many)").contains(.tooMany))
    #expect(try codes("\(families)\nstages: []").contains(.missingKey))
    let support = "families: [{id: money, support: true}, {id: data}]"
    let relation = "  - {id: helps, family: money, label: helps, directed: false}"
    #expect(try codes("\(support)\n\(stages)", relations: relation) == [.mutualSupport])
  }

  @Test func `asks maps of the first edition to mark their activities`() throws {
    let folder = try TemporaryFolder([
      "map.yaml": """
      format: 1
      title: First edition
      legend: {roles: [{id: programme-activity, name: Activity, shape: box}]}
      relations: []
      """
    ])
    let reading = MapFolder.read(at: folder.path)
    let problem = try #require(reading.problems.first { $0.code == .missingKey })
    #expect(problem.severity == .warning && problem.message.contains("activity: true"))
  }

  @Test func `reads what is said of an actor, and names in areas`() throws {
    func reading(_ actor: String, figures: String = "") -> MapReading? {
      try? MapFolder.read(
        at: TemporaryFolder([
          "interviews.csv": "from,to,relation",
          "map.yaml": """
          format: 1
          title: Authorities
          areas: [{id: gm, name: Greater Manchester}]
          relations: []
          actors: [{id: ca, name: Combined authority, role: set-up, sector: school, stage: set-up, \(actor)}]
          \(figures)
          """,
        ]).path)
    }
    let read = try #require(
      reading(
        "description: \"With a mayor.\", names: {Greater Manchester: GMCA}, attributes: {influence: 4.5, code: \"007\"}",
        figures: "figures: [{id: f, title: F, sizes: influence}]"))
    #expect(read.problems.isEmpty)
    let actor = try #require(read.map?.actors["ca"])
    #expect(actor.description == "With a mayor." && actor.namesInAreas == ["gm": "GMCA"])
    #expect(actor.attributes == ["influence": .number(4.5), "code": .text("007")])
    #expect(read.map?.figures.first?.sizedBy == "influence")
    #expect(reading("names: {leeds: X}")?.problems.map(\.code) == [.unknownArea])
    #expect(reading("names: {gm: [X]}")?.problems.map(\.code) == [.wrongType])
    #expect(reading("attributes: {influence: [1, 2]}")?.problems.map(\.code) == [.wrongType])
    #expect(reading("attributes: big")?.problems.map(\.code) == [.wrongType])
    #expect(
      reading("attributes: {influence: big}", figures: "figures: [{id: f, title: F, sizes: influence}]")?.problems
        .map(\.code) == [.unknownValue])
  }

  // MARK: What looks alike, and how figures are drawn

  private func warnings(roles: [String] = [], sectors: [String] = []) -> [Problem] {
    let text = """
      title: T
      legend:
        roles:
      \((roles.isEmpty ? ["{id: r, shape: box}"] : roles).map { "    - " + $0 }.joined(separator: "\n"))
        sectors:
      \((sectors.isEmpty ? ["{id: s, fill: '#FFFFFF', outline: '#3D3D3D'}"] : sectors).map { "    - " + $0 }
        .joined(separator: "\n"))
      """
    return MapFolder.read(MapFiles(["map.yaml": Array(text.utf8)])).problems.filter { $0.code == .looksAlike }
  }

  @Test func `warns of two roles of one shape, with the line of the second`() throws {
    let found = warnings(roles: [
      "{id: a, name: Payer, shape: box}", "{id: b, name: Helper, shape: tab}", "{id: c, name: Guest, shape: box}",
    ])
    let problem = try #require(found.first)
    #expect(found.count == 1 && problem.severity == .warning && problem.line == 6)
    for words in ["\"Payer\"", "\"Guest\"", "box", "hexagon"] { #expect(problem.message.contains(words), "\(words)") }
  }

  @Test func `warns of sectors of nearly one colour, for the colour-blind, too`() throws {
    let found = warnings(sectors: [
      "{id: a, name: Red, fill: '#F0D0D0', outline: '#A03020'}",
      "{id: b, name: Green, fill: '#D6D9C4', outline: '#58591B'}",
      "{id: c, name: Rose, fill: '#F0D0D2', outline: '#A03022'}",
    ])
    #expect(found.map(\.line) == [7, 8, 8])
    #expect(found.allSatisfy { $0.severity == .warning })
    try #require(found.count == 3)
    #expect(found[0].message.contains("\"Red\" and \"Green\"") && found[0].message.contains("deuteranopia"))
    #expect(found[1].message.contains("\"Red\" and \"Rose\"") && !found[1].message.contains("opia"))
  }

  @Test func `says once that thirty sectors are too many`() {
    let found = warnings(
      sectors: (0..<30).map { "{id: s\($0), fill: '#FFFF\($0 + 10)', outline: '#3D3D\($0 + 10)'}" })
    #expect(found.count == 1 && found[0].message.contains("30 sectors"))
  }

  private func drawing(_ settings: String, figure: String = "") -> MapReading {
    let text = "title: T\n\(settings)\nfigures:\n  - {id: f, title: F\(figure)}\n"
    return MapFolder.read(MapFiles(["map.yaml": Array(text.utf8)]))
  }

  @Test func `reads how figures are drawn, for all and for one`() throws {
    let reading = drawing(
      "drawing: {legend: off, title: yes, width: 160, height: 220.5, text: 8}",
      figure: ", legend: beside, drawing: {title: false, width: 90}")
    let map = try #require(reading.map)
    #expect(
      map.drawing == DrawingSettings(legend: .off, showsTitle: true, width: 160, height: 220.5, textSize: 8))
    let own = try #require(map.figures.first?.drawing)
    #expect(own == DrawingSettings(legend: .beside, showsTitle: false, width: 90))
    #expect(own.over(map.drawing).height == 220.5 && own.over(map.drawing).width == 90)
    // `off` and `true` also say no and yes.
    #expect(drawing("", figure: ", legend: off").map?.figures.first?.drawing.legend == .off)
    #expect(drawing("", figure: ", legend: true").map?.figures.first?.content == .legend)
  }

  @Test(arguments: [
    "drawing: {width: 2}", "drawing: {width: 160mm}", "drawing: {height: nan}", "drawing: {height: 1e9}",
    "drawing: {text: 1}", "drawing: {legend: left}", "drawing: wide", "drawing: {size: 3}", "drawing: {title: maybe}",
  ])
  func `says what a size or a place cannot be`(settings: String) throws {
    let errors = drawing(settings).problems.filter { $0.severity == .error }
    #expect(errors.count == 1 && errors[0].line == 2, "\(errors)")
  }
}
